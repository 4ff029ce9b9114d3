import { spawn } from 'node:child_process'
import path from 'node:path'

/** @typedef {import('./report.d.ts').Report} Report */

const oxlint = ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings']
const biome = ['@biomejs/biome/bin/biome']

/**
 * @param {string} root
 * @returns {Promise<Report>}
 */
export function types(root) {
  return report(root, ['typescript/bin/tsc', '-b'])
}

/**
 * @param {string} root
 * @returns {Promise<Report>}
 */
export function lint(root) {
  return report(root, [...oxlint, '.'])
}

/**
 * @param {string} root
 * @returns {Promise<Report>}
 */
export function format(root) {
  return report(root, [...biome, 'check', '--max-diagnostics=20'])
}

/**
 * Files, exports and packages that nothing uses.
 *
 * @param {string} root
 * @returns {Promise<Report>}
 */
export async function unused(root) {
  const { output } = await tool(root, ['knip/bin/knip.js', '--reporter', 'json'])
  const { issues } = JSON.parse(output)
  const problems = /** @type {Record<string, unknown>[]} */ (issues).flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map(({ name }) => `${String(file)}: ${kind}: ${String(name)}`) : [],
    ),
  )
  return { problems: [], said: problems.join('\n  '), counts: { unused: problems.length } }
}

/**
 * Everything about form that a machine can put right.
 *
 * @param {string} root
 */
export async function putRight(root) {
  for (const words of [
    [...biome, 'check', '--write'],
    [...oxlint, '--fix', '.'],
  ]) {
    const { output } = await tool(root, words)
    process.stdout.write(output)
  }
}

/**
 * @param {string} root
 * @param {readonly string[]} words
 * @returns {Promise<Report>}
 */
async function report(root, words) {
  const { ok, output } = await tool(root, words)
  return { problems: ok ? [] : [output.trim()] }
}

/**
 * Runs one of the tools of the lockfile under the project's own Node.
 *
 * @param {string} root
 * @param {readonly string[]} words
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function tool(root, [script = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      env: process.stdout.isTTY ? process.env : withoutColour(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    /** @type {Buffer[]} */
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(said).toString() }))
  })
}

/** Some tools colour what they say wherever they see a `CI`. */
function withoutColour() {
  const { CI: _, ...rest } = process.env
  return { ...rest, NO_COLOR: '1' }
}
