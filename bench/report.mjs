import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/**
 * @typedef {import('./database/run.mjs').Line} Line
 * @typedef {Awaited<ReturnType<typeof import('./web/run.mjs').measureWeb>>} Web
 */

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`
const ms = (/** @type {number} */ value) => value.toFixed(1)

export const head = [
  '| task | cases | at once | p50 ms | p95 ms | a second | bare p50 | bare p95 | bare a second | ratio |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
]

/**
 * One line of the table; the ratio says how many of the bare kind are done while ours does one.
 *
 * @param {Line} line
 */
export function rowOf({ task, cases, together, setu, bare, times }) {
  const figures = [setu, bare].flatMap(({ p50, p95, perSecond }) => [ms(p50), ms(p95), perSecond.toFixed(0)])
  return `| ${[task, cases, together, ...figures, times.toFixed(1)].join(' | ')} |`
}

/**
 * @param {Web} web
 * @returns {string[]}
 */
export function webLines({ first, screens }) {
  return [
    '| first load, 400 kbit/s and 400 ms | usable | on the line | raw | gzip | brotli |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...first.map(({ name, seconds, sent, weight }) =>
      [`| ${name}`, `${seconds.toFixed(1)} s`, kilobytes(sent), ...weights(weight)].join(' | ').concat(' |'),
    ),
    '',
    'Targets: 300 KB compressed without fonts, usable within 8 s, 60 KB for each further screen.',
    '',
    '| further screen | raw | gzip | brotli |',
    '| --- | ---: | ---: | ---: |',
    ...screens.map(({ name, ...weight }) => `| ${[name, ...weights(weight)].join(' | ')} |`),
  ]
}

/** @param {{ raw: number, gzip: number, brotli: number }} weight */
function weights({ raw, gzip, brotli }) {
  return [raw, gzip, brotli].map(kilobytes)
}

/**
 * Adds a run to the figures that are kept, under the heading of speed.
 *
 * @param {string} root
 * @param {string} seed
 * @param {readonly string[]} lines
 */
export function record(root, seed, lines) {
  const file = `${root}/docs/quality.md`
  const heading = '## Speed\n'
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const [first] = cpus()
  const machine = `${cpus().length} × ${first?.model ?? 'unknown'}, Node ${process.versions.node}`
  const run = [
    `### ${new Date().toISOString().slice(0, 10)}, ${commit}`,
    `${machine}; seed ${seed}.`,
    '',
    ...lines,
    '',
  ]
  const text = readFileSync(file, 'utf8')
  const before = text.includes(heading) ? text : `${text.trimEnd()}\n\n${heading}`
  writeFileSync(file, before.replace(heading, `${heading}\n${run.join('\n')}`))
}
