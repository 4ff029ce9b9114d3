import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { sourceFiles } from './source-files.mjs'

/**
 * What a linter has no rule for: no clock and no chance on the floors that must give the same answer twice,
 * connections to the database made in one place, and few claims about types.
 *
 * @typedef {import('./report.d.ts').Report} Report
 * @typedef {{ type: string, span?: { start: number }, [key: string]: unknown }} Node
 * @typedef {{ file: string, says: (node: Node) => string }} Place
 */

const pureFloors = /^packages\/(vocabulary|records|exchange|estimation|linkage|disclosure)\/src\//
const tests = /\.test\.tsx?$|^packages\/[^/]+\/(test|journeys)\/|\.d\.ts$/
const databaseDoor = 'packages/server/src/platform/database/'
const dialects = new Set(['PostgresDialect', 'PGliteDialect'])
const impureGlobals = new Set(['crypto', 'performance', 'process', 'localStorage', 'navigator'])
const impureCalls = new Set(['fetch', 'setTimeout', 'setInterval', 'Date'])
const impureMembers = new Set(['Date.now', 'Math.random'])

/**
 * @param {string} root
 * @returns {Report}
 */
export function habits(root) {
  /** @type {string[]} */
  const problems = []
  /** @type {string[]} */
  const assertions = []
  /** @type {string[]} */
  const suppressions = []
  for (const file of sourceFiles(root)) {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const { line, reason } of suppressionsIn(text)) {
      suppressions.push(`${file}:${line}: a gate switched off`)
      if (!reason) problems.push(`${file}:${line}: a suppression says why on its line`)
    }
    if (!/\.tsx?$/.test(file)) continue
    const { impure, dialect, claims } = faultsIn(text, file)
    if (pureFloors.test(file) && !tests.test(file)) {
      problems.push(
        ...impure.map((place) => `${place}: no clock, no chance, no input or output on this floor`),
      )
    }
    if (!file.startsWith(databaseDoor) && !tests.test(file)) {
      problems.push(...dialect.map((place) => `${place}: only ${databaseDoor} opens a database`))
    }
    if (!tests.test(file)) assertions.push(...claims.map((place) => `${place}: a claim about a type`))
  }
  return {
    problems,
    said: [...assertions, ...suppressions].join('\n  '),
    counts: { assertions: assertions.length, suppressions: suppressions.length },
  }
}

/**
 * @param {string} text
 * @param {string} file
 */
export function faultsIn(text, file) {
  // Offsets count bytes on from all files read before; the semicolon put first shows where this one begins.
  const ast = parseSync(`;${text.replace(/^#!/, '//')}`, { syntax: 'typescript', tsx: file.endsWith('x') })
  const bytes = Buffer.from(text)
  /** @param {Node} node */
  const place = ({ span }) => {
    const before = bytes.subarray(0, (span?.start ?? 0) - ast.span.start - 1)
    return `${file}:${before.toString().split('\n').length}`
  }

  /** @type {Record<'impure' | 'dialect' | 'claims', string[]>} */
  const found = { impure: [], dialect: [], claims: [] }
  visit(ast, false, (node, parsing) => {
    if (isImpure(node)) found.impure.push(place(node))
    if (node.type === 'ImportSpecifier' && dialects.has(nameOf(node['imported'] ?? node['local']))) {
      found.dialect.push(place(node))
    }
    if ((node.type === 'TsAsExpression' || node.type === 'TsTypeAssertion') && !parsing)
      found.claims.push(place(node))
  })
  return found
}

/** @param {Node} node */
function isImpure(node) {
  if (node.type === 'NewExpression') {
    const given = node['arguments']
    return nameOf(node['callee']) === 'Date' && (!Array.isArray(given) || given.length === 0)
  }
  if (node.type === 'CallExpression') return impureCalls.has(nameOf(node['callee']))
  if (node.type !== 'MemberExpression') return false
  const object = nameOf(node['object'])
  return impureGlobals.has(object) || impureMembers.has(`${object}.${nameOf(node['property'])}`)
}

/**
 * @param {unknown} value
 * @param {boolean} parsing whether this lies in a function that parses, where a claim about a type belongs
 * @param {(node: Node, parsing: boolean) => void} look
 */
function visit(value, parsing, look) {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, parsing, look)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const node = /** @type {Node} */ (value)
  const inside = parsing || /^(parse|Parse)/.test(nameOf(node['identifier'] ?? node['id'] ?? node['key']))
  if (typeof node.type === 'string') look(node, inside)
  for (const [key, child] of Object.entries(node)) if (key !== 'span') visit(child, inside, look)
}

/** @param {unknown} node */
function nameOf(node) {
  const named = /** @type {{ type?: string, value?: unknown } | null | undefined} */ (node)
  return named?.type === 'Identifier' && typeof named.value === 'string' ? named.value : ''
}

/**
 * Comments that switch a gate off, and whether each says why after a dash.
 *
 * @param {string} text
 */
export function suppressionsIn(text) {
  const marks = /(\/\/|\/\*)\s*(@ts-(expect-error|ignore|nocheck)|(ox|es)lint-disable|biome-ignore)\b(.*)/
  return text.split('\n').flatMap((content, index) => {
    const rest = marks.exec(content)?.[5]
    return rest === undefined ? [] : [{ line: index + 1, reason: /(--|—|:)\s*\S.{5}/.test(rest) }]
  })
}
