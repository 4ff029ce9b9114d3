import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { run } from './processes.mjs'
import { hashOf } from './stamps.mjs'

/** @typedef {import('./lock.mjs').Watch} Watch */

const manifest = ['package.json', 'package-lock.json', '.npmrc']

/**
 * Where one of the small packages under `tools/` is installed: beside the checkout's own modules, in a
 * folder named after its content, so that a new version never disturbs a process running the old one.
 *
 * @param {string} root
 * @param {string} name
 * @returns {string}
 */
export function homeOf(root, name) {
  const content = hashOf(path.join(root, 'tools', name), manifest).slice(0, 12)
  return path.join(root, '.local', `${name}-${content}`)
}

/**
 * Installs a small package under `tools/` whole or not at all.
 *
 * @param {{ root: string, name: string, npm: Npm, flags?: readonly string[], watch: Watch }} what
 * @returns {Promise<boolean>}
 */
export async function installAside({ root, name, npm, flags = [], watch }) {
  const home = homeOf(root, name)
  if (existsSync(path.join(home, 'node_modules'))) return true

  const draft = `${home}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  for (const file of manifest) {
    const from = path.join(root, 'tools', name, file)
    if (existsSync(from)) copyFileSync(from, path.join(draft, file))
  }
  if (!(await cleanInstall(npm, { cwd: draft, flags, watch }))) return false

  rmSync(home, { recursive: true, force: true })
  renameSync(draft, home)
  forgetOlder(home, name)
  return true
}

/** @typedef {{ command: string, args: readonly string[], env: NodeJS.ProcessEnv }} Npm how to start npm */

/**
 * `npm ci`, tried twice, since a line may fail once.
 *
 * @param {Npm} npm
 * @param {{ cwd: string, flags?: readonly string[], watch: Watch }} options
 * @returns {Promise<boolean>}
 */
export async function cleanInstall(npm, { cwd, flags = [], watch }) {
  const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...flags]
  const once = () => run(npm.command, args, { cwd, env: npm.env, onStart: watch })
  if (await once()) return true
  console.error('setu: the installation failed, trying once more')
  return once()
}

/**
 * The environment without what a surrounding `npm start` left in it: npm hands its own settings on to
 * the npm it runs, and those of this project are not meant for the small packages.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function plainEnvironment() {
  const theirs = /^(npm_(lifecycle|package|command|execpath|node_execpath)|INIT_CWD|NODE_ENV$)/
  const ours =
    /^npm_config_(engine_strict|strict_allow_scripts|local_prefix|prefix|global_prefix|globalconfig|omit|only|production|workspace|workspaces|include_workspace_root|user_agent|node_gyp|dry_run|silent|loglevel)$/i
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !theirs.test(name) && !ours.test(name)),
  )
}

/**
 * @param {string} home
 * @param {string} name
 */
function forgetOlder(home, name) {
  const folder = path.dirname(home)
  for (const other of readdirSync(folder)) {
    const stale = path.join(folder, other)
    const inUse = process.execPath.startsWith(stale + path.sep)
    if (other.startsWith(`${name}-`) && stale !== home && !inUse) {
      rmSync(stale, { recursive: true, force: true })
    }
  }
}
