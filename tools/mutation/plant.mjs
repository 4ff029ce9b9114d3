import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {{ id: string, file: string, line: number, kind: string, from: string, to: string, key: string }} Mutant
 * @typedef {{ sources: Record<string, string>, mutants: Mutant[] }} Planted
 */

/** What people read is no rule: two languages of it, and what nobody compares. */
const words = new Set(['en', 'bn', 'hintEn', 'hintBn'])

/** Leaves out the texts for people that stand in a table, and nothing else of the table. */
const textsForPeople = {
  /** @param {any} at */
  shouldIgnore: (at) => {
    const text = at.isStringLiteral?.() || at.isTemplateLiteral?.()
    const property = at.parentPath
    return text &&
      property?.isObjectProperty?.() &&
      property.node.value === at.node &&
      words.has(property.node.key.name)
      ? 'words for people'
      : undefined
  },
}

const quiet = { debug() {}, info() {}, warn() {}, error: console.error, isDebugEnabled: () => false }

/** @param {string} text @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} where */
function pieceOf(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1)
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column)
  lines[0] = (lines[0] ?? '').slice(start.column)
  return lines.join('\n')
}

/**
 * The sources with every small change in them, each behind a switch, and what the changes are.
 *
 * @param {{ root: string, home: string, patterns: readonly string[] }} what
 * @returns {Promise<Planted>}
 */
export async function plant({ root, home, patterns }) {
  const instrumenter = path.join(home, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js')
  const { Instrumenter } = await import(pathToFileURL(instrumenter).href)
  const names = globSync([...patterns], { cwd: root }).filter((name) => !name.endsWith('.test.ts'))
  const texts = new Map(names.toSorted().map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))
  const files = [...texts].map(([name, content]) => ({ name, mutate: true, content }))
  const options = { excludedMutations: [], ignorers: [textsForPeople], noHeader: false, plugins: null }
  const made = await new Instrumenter(quiet).instrument(files, options)
  const seen = new Map()
  /** @type {Mutant[]} */
  const mutants = []
  for (const one of made.mutants) {
    if (one.status === 'Ignored') continue
    const file = path.isAbsolute(one.fileName) ? path.relative(root, one.fileName) : one.fileName
    const from = pieceOf(texts.get(file) ?? '', one.location)
    const same = `${file}|${one.mutatorName}|${from}|${one.replacement}`
    const count = seen.get(same) ?? 0
    seen.set(same, count + 1)
    const { id, mutatorName: kind, replacement: to } = one
    mutants.push({ id, file, line: one.location.start.line + 1, kind, from, to, key: `${same}|${count}` })
  }
  const sources = Object.fromEntries(
    made.files.map((/** @type {{ name: string, content: string }} */ { name, content }) => [
      pathToFileURL(path.resolve(root, name)).href,
      content,
    ]),
  )
  return { sources, mutants }
}
