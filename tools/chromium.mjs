import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { aptInstall, mayUseApt } from './setup/apt.mjs'
import { replace } from './setup/lock.mjs'
import { homeOf, installAside } from './setup/npm.mjs'
import { ownNpm } from './setup/own-node.mjs'
import { run } from './setup/processes.mjs'
import { filesUnder } from './setup/stamps.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const downloaded = /\/(chrome-headless-shell|headless_shell|chrome|Chromium)$/

/**
 * A Chromium that runs here. `SETU_CHROMIUM` names another one; `npm` there asks for npm's.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function findChromium(root) {
  const asked = process.env['SETU_CHROMIUM']
  if (asked && asked !== 'npm') return runs(asked) ? asked : null
  const candidates = asked === 'npm' ? [unpacked(root)] : [...installed(), ...ours(root), unpacked(root)]
  return candidates.find((file) => existsSync(file) && runs(file)) ?? null
}

/**
 * @param {string} root
 * @returns {boolean}
 */
export function chromiumIsReady(root) {
  return findChromium(root) !== null
}

/**
 * Brings a browser for the journeys: Debian's where we may install one, else Playwright's own download,
 * else the one npm carries.
 *
 * @param {string} root
 * @param {import('./setup/lock.mjs').Watch} watch
 */
export async function prepareChromium(root, watch) {
  const ways = process.env['SETU_CHROMIUM'] ? [unpack] : [fromDebian, download, unpack]
  for (const way of ways) {
    if (chromiumIsReady(root)) return
    await way(root, watch)
  }
  if (!chromiumIsReady(root)) throw new Error('no Chromium for the journeys; install one and try again')
}

/** @typedef {(root: string, watch: import('./setup/lock.mjs').Watch) => Promise<void>} Way */

/** @type {Way} */
async function fromDebian(_root, watch) {
  if (!mayUseApt()) return
  console.error('setu: installing Chromium for the journeys (apt-get install chromium)')
  await aptInstall('chromium', watch)
}

/** @type {Way} */
async function download(root, watch) {
  console.error('setu: downloading Chromium for the journeys')
  const script = path.join(root, 'node_modules/playwright-core/cli.js')
  await run(path.join(root, '.local/bin/node'), [script, 'install', '--only-shell', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: path.join(root, '.local/browsers') },
    onStart: watch,
    silent: true,
  })
}

/** @type {Way} */
async function unpack(root, watch) {
  console.error('setu: fetching Chromium for the journeys from npm')
  const npm = ownNpm(root)
  if (!(await installAside({ root, name: 'chromium', npm, watch }))) return

  const home = homeOf(root, 'chromium')
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()`
  const done = await run(npm.command, ['--input-type=module', '--eval', script], {
    cwd: home,
    // The package looks for the cloud it was made for before it unpacks the libraries it needs.
    env: { ...npm.env, TMPDIR: home, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    onStart: watch,
  })
  if (done) replace(unpacked(root), launcher, 0o755)
}

const launcher = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts" exec "$here/chromium" "$@"
`

/** @param {string} root */
function unpacked(root) {
  return path.join(homeOf(root, 'chromium'), 'launch')
}

function installed() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications]
}

/** @param {string} root */
function ours(root) {
  return filesUnder(root, '.local/browsers')
    .filter((file) => downloaded.test(file))
    .map((file) => path.join(root, file))
}

/** @param {string} file */
function runs(file) {
  try {
    execFileSync(file, ['--version'], { stdio: 'pipe', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
