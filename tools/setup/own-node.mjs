import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { replace } from './lock.mjs'
import { homeOf, installAside, plainEnvironment } from './npm.mjs'
import { hashOf, stampOf } from './stamps.mjs'

/** @typedef {import('./npm.mjs').Npm} Npm */

/**
 * Whether `.local/bin/node` stands and is still the one that was put there.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function ownNodeIsReady(root) {
  const node = path.join(root, '.local/bin/node')
  return existsSync(node) && existsSync(npmIn(root)) && stampOf(root, 'node').says(portrait(root, node))
}

/**
 * Puts the project's own Node and npm into `.local/bin`: the Node that runs this, when it is new enough,
 * else one from the package in `tools/node24`.
 *
 * @param {string} root
 * @param {import('./lock.mjs').Watch} watch
 */
export async function prepareOwnNode(root, watch) {
  if (ownNodeIsReady(root)) return

  const here = realpathSync(process.execPath)
  const fits = isNewEnough(root, process.versions.node) && !here.startsWith(root + path.sep)
  console.error(fits ? `setu: using Node ${process.versions.node}` : 'setu: fetching Node 24')
  const flags = ['--engine-strict=false', ...(fits ? ['--omit=optional'] : [])]
  if (!fits && !bundledNode(root)) rmSync(homeOf(root, 'node24'), { recursive: true, force: true })
  const installed = await installAside({ root, name: 'node24', npm: systemNpm(root), flags, watch })
  if (!installed) throw new Error('Node 24 could not be installed; is the network reachable?')
  const node = fits ? here : bundledNode(root)
  if (!node) throw new Error('there is no Node 24 to fetch for this kind of machine; please install one')

  const bin = path.join(root, '.local/bin')
  const link = path.join(bin, 'node')
  replace(path.join(bin, 'npm'), launcher(path.relative(bin, npmIn(root))), 0o755)
  point(link, fits ? node : path.relative(bin, node))

  const version = execFileSync(link, ['--version'], { encoding: 'utf8' }).trim().slice(1)
  if (!isNewEnough(root, version)) throw new Error(`Node ${version} is too old for this project`)
  stampOf(root, 'node').write(portrait(root, link))
}

/**
 * The project's own npm under its own Node. An npm under an older Node would choose older packages.
 *
 * @param {string} root
 * @returns {Npm}
 */
export function ownNpm(root) {
  const bin = path.join(root, '.local/bin')
  const env = plainEnvironment()
  return {
    command: path.join(bin, 'node'),
    args: [npmIn(root)],
    env: { ...env, PATH: `${bin}${path.delimiter}${env['PATH'] ?? ''}` },
  }
}

/** @param {string} root */
function npmIn(root) {
  return path.join(homeOf(root, 'node24'), 'node_modules/npm/bin/npm-cli.js')
}

/** @param {string} root */
function bundledNode(root) {
  const name = `node-${process.platform}-${process.arch}`
  const node = path.join(homeOf(root, 'node24'), 'node_modules', name, 'bin/node')
  return existsSync(node) ? node : null
}

/**
 * The npm that was there before ours. Ours may be the one being replaced, so it is not looked for.
 *
 * @param {string} root
 * @returns {Npm}
 */
function systemNpm(root) {
  const around = process.env['npm_execpath'] ?? ''
  const env = plainEnvironment()
  if (around.endsWith('npm-cli.js') && existsSync(around)) {
    return { command: process.execPath, args: [around], env }
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter)
  const others = folders.filter((folder) => !folder.startsWith(root + path.sep))
  return { command: 'npm', args: [], env: { ...env, PATH: others.join(path.delimiter) } }
}

/**
 * @param {string} root
 * @param {string} version
 */
function isNewEnough(root, version) {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return Number.parseInt(version, 10) >= Number.parseInt(engines.node.replace(/\D+/, ''), 10)
}

/**
 * What must not have changed since Node was put in place: our pin, and the file the link leads to.
 *
 * @param {string} root
 * @param {string} node
 */
function portrait(root, node) {
  const target = realpathSync(node)
  const { size, mtimeMs } = statSync(target)
  return JSON.stringify([hashOf(root, ['tools/node24/package-lock.json']), target, size, mtimeMs])
}

/**
 * @param {string} link
 * @param {string} target
 */
function point(link, target) {
  const draft = `${link}.${process.pid}`
  rmSync(draft, { force: true })
  symlinkSync(target, draft)
  renameSync(draft, link)
}

/** @param {string} npm the script, seen from the folder of the launcher */
function launcher(npm) {
  return `#!/bin/sh\nhere=$(dirname -- "$0")\nPATH="$here:$PATH" exec "$here/node" "$here/${npm}" "$@"\n`
}
