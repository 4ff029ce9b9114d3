import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sourceFiles } from './source-files.mjs'

const most = 400

/** Tables of facts may be as long as the facts are. */
const tables = /\/tables\/|-table\.ts$/

/**
 * Files that have grown past what one person reads in one go.
 *
 * @param {string} root
 * @returns {import('./report.d.ts').Report}
 */
export function sizes(root) {
  const files = sourceFiles(root)
  const problems = files
    .filter((file) => !tables.test(file))
    .map((file) => ({ file, lines: linesIn(readFileSync(path.join(root, file), 'utf8')) }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${most} at most`)
  return { problems, said: `${files.length} files` }
}

/**
 * @param {string} text
 * @returns {number}
 */
export function linesIn(text) {
  if (text === '') return 0
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}
