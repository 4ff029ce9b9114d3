import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './setup/lock.mjs'
import { homeOf, installAside } from './setup/npm.mjs'
import { ownNpm } from './setup/own-node.mjs'
import { run } from './setup/processes.mjs'

/**
 * Writes down what Setu is made of, as a CycloneDX bill of materials, from the lockfile alone: no package need be
 * installed and no registry be asked. Only the tool that writes it is fetched, once.
 */
/** @typedef {{ group?: string, name: string, version: string, components?: readonly Component[] }} Component */

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

export const billOfMaterials = path.join(root, '.local', 'sbom.cdx.json')

/**
 * @param {string} [file] where it is written
 * @returns {Promise<{ components: readonly Component[] }>}
 */
export async function writeBill(file = billOfMaterials) {
  const npm = ownNpm(root)
  const home = homeOf(root, 'sbom')
  if (!existsSync(path.join(home, 'node_modules'))) {
    const fetch = (/** @type {import('./setup/lock.mjs').Watch} */ watch) =>
      installAside({ root, name: 'sbom', npm, flags: ['--omit=optional', '--ignore-scripts'], watch })
    await withLock(path.join(root, '.local/setup.lock'), fetch)
  }
  mkdirSync(path.dirname(file), { recursive: true })
  const cli = path.join(home, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js')
  const how = ['--package-lock-only', '--output-reproducible', '--no-validate', '--output-format', 'JSON']
  const env = { ...npm.env, npm_execpath: npm.args[0] ?? '', npm_config_offline: 'true' }
  const args = [cli, ...how, '--output-file', file, path.join(root, 'package.json')]
  if (!(await run(npm.command, args, { cwd: root, env, quiet: true })))
    throw new Error('the bill of materials could not be written')
  return JSON.parse(readFileSync(file, 'utf8'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { components } = await writeBill()
  console.log(`${components.length} components: ${path.relative(root, billOfMaterials)}`)
}
