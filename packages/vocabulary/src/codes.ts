/** The languages every word Setu shows must exist in. */
export const languages = ['en', 'bn'] as const

/** A language Setu speaks. */
export type Language = (typeof languages)[number]

/** One code of a list, with what people read in its place. */
export interface CodeEntry<C extends string = string> {
  readonly code: C
  readonly en: string
  readonly bn: string
  /** The code this becomes in an HTCDS file. Absent where HTCDS has no word for it. */
  readonly htcds?: string
  /** Kept so that old records can be read; no form offers it any more. */
  readonly retired?: true
}

/** A closed list of codes, in the order in which people see them. */
export interface CodeList<C extends string = string, More = unknown> {
  readonly scheme: string
  readonly version: string
  readonly entries: readonly (CodeEntry<C> & More)[]
}

/** The codes of a list, as a type. */
export type CodeOf<List extends CodeList> = List['entries'][number]['code']

/** Writes a code list down; refuses an empty one and a code said twice. */
export function defineCodes<const C extends string, const More = unknown>(
  scheme: string,
  version: string,
  entries: readonly (CodeEntry<C> & More)[],
): CodeList<C, More> {
  const codes = new Set(entries.map(({ code }) => code))
  if (codes.size === 0) throw new TypeError(`${scheme}: no codes`)
  if (codes.size < entries.length) throw new TypeError(`${scheme}: a code is listed twice`)
  return { scheme, version, entries }
}

/** The codes of a list alone, retired ones too: what a stored record may hold. */
export function codesOf<C extends string>(list: CodeList<C>): [C, ...C[]] {
  const [first, ...rest] = list.entries.map(({ code }) => code)
  if (first === undefined) throw new TypeError(`${list.scheme}: no codes`)
  return [first, ...rest]
}

/** The entries a form may still offer. */
export function offered<C extends string, More>(list: CodeList<C, More>): readonly (CodeEntry<C> & More)[] {
  return list.entries.filter(({ retired }) => retired !== true)
}

/** Whether a text is a code of this list. */
export function isCode<C extends string>(list: CodeList<C>, text: unknown): text is C {
  return list.entries.some(({ code }) => code === text)
}

/** Everything a list says about one code. */
export function entryOf<C extends string, More>(
  list: CodeList<C, More>,
  code: NoInfer<C>,
): CodeEntry<C> & More {
  const entry = list.entries.find((candidate) => candidate.code === code)
  if (entry === undefined) throw new RangeError(`${list.scheme} ${list.version} has no such code`)
  return entry
}

/** What people read in place of a code. */
export function labelOf<C extends string>(list: CodeList<C>, code: NoInfer<C>, language: Language): string {
  return entryOf(list, code)[language]
}

/**
 * Our code for a code of HTCDS, or null when this list has none. Where several of ours become the same code
 * there, it is the one of the same name, or else the first.
 */
export function fromHtcds<C extends string>(list: CodeList<C>, htcds: string): C | null {
  const matching = list.entries.filter((entry) => entry.htcds === htcds).map(({ code }) => code)
  return matching.find((code) => code === htcds) ?? matching[0] ?? null
}
