/** The codes of one list under every name they go by. */
export interface CodeIndex {
  /** What is left of a name when everything is taken off by which two spellings of it may differ. */
  key(name: string): string
  readonly codes: ReadonlyMap<string, string>
  /** The length of the longest key. */
  readonly longest: number
}

/** Makes a list ready to be searched by name; where two entries share a name the later one has it. */
export function indexCodes(
  entries: readonly (readonly [name: string, code: string])[],
  key: (name: string) => string,
): CodeIndex {
  const codes = new Map(entries.map(([name, code]) => [key(name), code]))
  return { key, codes, longest: Math.max(...[...codes.keys()].map(({ length }) => length)) }
}

/** The code a name stands for; null when it stands for none. */
export function findCode(index: CodeIndex, name: string): string | null {
  return index.codes.get(index.key(name)) ?? null
}

/** A word that stands for a code. */
export interface Match {
  readonly code: string
  /** The word was the code itself, letter for letter. */
  readonly exact: boolean
}

/** No list has so many codes, and no label so many words, that a cell could hold more than this. */
const mostParts = 250

/** The most parts from `start` that stand for one code together. */
function longestMatch(parts: readonly string[], keys: readonly string[], start: number, index: CodeIndex) {
  let key = ''
  let found: { readonly match: Match; readonly next: number } | null = null
  for (let end = start; end < keys.length; end += 1) {
    key += keys[end] ?? ''
    if (key.length > index.longest) break
    const code = keys[end] === '' ? undefined : index.codes.get(key)
    if (code !== undefined) {
      found = { match: { code, exact: end === start && parts[start] === code }, next: end + 1 }
    }
  }
  return found
}

/**
 * Reads parts of a cell one after another, taking as many together as stand for one code: labels hold the
 * spaces, commas and semicolons that also stand between them. A part that stands for nothing comes back as
 * it is.
 */
export function matchParts(parts: readonly string[], index: CodeIndex): readonly (Match | string)[] {
  const keys = parts.slice(0, mostParts).map((part) => index.key(part))
  const found: (Match | string)[] = []
  let at = 0
  while (at < keys.length) {
    const longest = longestMatch(parts, keys, at, index)
    const unmatched = parts[at]?.trim() ?? ''
    if (longest !== null) found.push(longest.match)
    else if (unmatched !== '') found.push(unmatched)
    at = longest?.next ?? at + 1
  }
  return parts.length > mostParts ? [...found, ...parts.slice(mostParts)] : found
}
