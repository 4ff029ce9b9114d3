/**
 * Small faults in a text of SQL or PL/pgSQL: an operand of `and` and `or` that no longer counts, the one in place of
 * the other, a comparison turned round, a negation lost, a list that is shorter or a truth that is the other one.
 *
 * @typedef {{ kind: 'word' | 'text' | 'number' | 'sign', text: string, at: number, end: number, depth: number }} Token
 * @typedef {{ kind: string, from: string, to: string, at: number, text: string }} Change
 */

const shapes =
  /(?<gap>\s+|--[^\n]*|\/\*[^]*?\*\/)|(?<text>'(?:[^']|'')*'|"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w.$]*)|(?<sign><>|<=|>=|:=|=>|!=|::|\|\||->>|->|@>|<@|&&|[^\s\w])/gy

/** @param {string} text @returns {Token[]} */
function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = []
  let depth = 0
  shapes.lastIndex = 0
  for (let found = shapes.exec(text); found !== null; found = shapes.exec(text)) {
    const at = found.index
    const [whole] = found
    const kind = /** @type {Token['kind'] | undefined} */ (
      ['text', 'number', 'word', 'sign'].find((name) => found?.groups?.[name] !== undefined)
    )
    if (kind === undefined) continue
    if (whole === ')' || whole === ']') depth -= 1
    tokens.push({
      kind,
      text: kind === 'word' ? whole.toLowerCase() : whole,
      at,
      end: at + whole.length,
      depth,
    })
    if (whole === '(' || whole === '[') depth += 1
  }
  return tokens
}

/** Words that end the operand on its left, that is, words after which a condition begins. */
const openers = new Set('where on having when if elsif and or'.split(' '))
const closers = new Set(
  'and or group order limit union except then loop returning join left right inner cross where on window for having else end into'.split(
    ' ',
  ),
)

/** @type {Readonly<Record<string, string>>} */
const turned = { '=': '<>', '<>': '=', '!=': '=', '<': '>=', '>': '<=', '<=': '>', '>=': '<' }

/** @param {readonly Token[]} tokens @param {number} place @param {number} depth */
function operandAfter(tokens, place, depth) {
  let last = place
  let between = false
  for (let at = place; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.depth < depth) break
    if (token.depth > depth) {
      last = at
      continue
    }
    if (token.text === ';' || token.text === ',') break
    if (token.text === 'between') between = true
    if (token.kind === 'word' && closers.has(token.text)) {
      if (!(between && token.text === 'and')) break
      between = false
    }
    last = at
  }
  return last
}

/**
 * The conditions of a text: what stands between two words that join or begin conditions.
 *
 * @param {readonly Token[]} tokens
 * @returns {{ from: number, to: number, joined: string }[]}
 */
function operandsOf(tokens) {
  const found = []
  for (const [at, token] of tokens.entries()) {
    const opens = token.kind === 'word' && openers.has(token.text) && tokens[at - 1]?.text !== 'end'
    const bracket = token.text === '('
    const start = at + 1
    if (!(opens || bracket) || start >= tokens.length) continue
    const depth = bracket ? token.depth + 1 : token.depth
    const first = tokens[start]
    if (!first || first.depth < depth || (first.kind === 'word' && ['select', 'with'].includes(first.text)))
      continue
    const to = operandAfter(tokens, start, depth)
    if (to < start) continue
    const after = tokens[to + 1]
    const joins = after && after.depth === depth && ['and', 'or'].includes(after.text) ? after.text : ''
    // A bracket holds a condition where `and` or `or` stands in it; other brackets hold arguments.
    if (bracket && joins === '') continue
    const before = ['and', 'or'].includes(token.text) ? token.text : ''
    const joined = before === 'or' || (before === '' && joins === 'or') ? 'or' : before || joins || token.text
    found.push({ from: start, to, joined })
  }
  return found
}

/**
 * Every small fault of a text, each with the text that has it.
 *
 * @param {string} text
 * @returns {Change[]}
 */
export function changesOf(text) {
  const tokens = tokensOf(text)
  /** @type {Change[]} */
  const changes = []
  const put = (
    /** @type {string} */ kind,
    /** @type {number} */ at,
    /** @type {number} */ end,
    /** @type {string} */ to,
  ) =>
    changes.push({ kind, from: text.slice(at, end), to, at, text: text.slice(0, at) + to + text.slice(end) })

  for (const { from, to, joined } of operandsOf(tokens)) {
    const [first, last] = [tokens[from], tokens[to]]
    if (!first || !last) continue
    put('condition that no longer counts', first.at, last.end, joined === 'or' ? 'false' : 'true')
    if (['if', 'elsif', 'when'].includes(joined))
      put('condition that never holds', first.at, last.end, 'false')
  }
  let between = -1
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    if (token.text === 'between') between = token.depth
    if (token.kind === 'word' && token.text === 'and') {
      if (between === token.depth) between = -1
      else put('and for or', token.at, token.end, 'or')
    }
    if (token.kind === 'word' && token.text === 'or' && before?.text !== 'create')
      put('or for and', token.at, token.end, 'and')
    if (token.kind === 'sign' && turned[token.text])
      put('comparison', token.at, token.end, turned[token.text] ?? '')
    if (token.kind === 'word' && token.text === 'is' && after?.text === 'null')
      put('null', token.at, token.end, 'is not')
    if (token.kind === 'word' && token.text === 'not') {
      put('negation', token.at, token.end, '')
    }
    if (token.kind === 'word' && (token.text === 'true' || token.text === 'false')) {
      put('truth', token.at, token.end, token.text === 'true' ? 'false' : 'true')
    }
    // One entry of a list of words: in ('a', 'b') and ARRAY['a'::text, 'b'::text].
    if (
      token.kind === 'text' &&
      token.text.startsWith("'") &&
      before &&
      ['(', '[', ','].includes(before.text)
    ) {
      let end = at
      while (tokens[end + 1]?.text === '::') end += 2
      const next = tokens[end + 1]
      const inList = listOpener(tokens, at)
      if (inList && next && (next.text === ',' || before.text === ',')) {
        if (next.text === ',') put('shorter list', token.at, next.end, '')
        else put('shorter list', before.at, tokens[end]?.end ?? token.end, '')
      }
    }
  }
  return changes.filter(({ from, to }) => from !== to)
}

/** Whether the bracket around a token belongs to `in` or to an array. @param {readonly Token[]} tokens @param {number} place */
function listOpener(tokens, place) {
  const depth = tokens[place]?.depth ?? 0
  for (let at = place; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token && token.depth === depth - 1) return token.text === '[' || tokens[at - 1]?.text === 'in'
  }
  return false
}
