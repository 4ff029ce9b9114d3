import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { replace } from './setup/lock.mjs'

/**
 * npm leaves packages for other platforms out of the lockfile when it cannot see them, and its `npm ci`
 * then refuses that same lockfile. This names them all, with the exact version their parent asks for.
 *
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages
 */

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/**
 * The optional packages that the lockfile should name and does not.
 *
 * @param {Packages} packages
 * @returns {Packages}
 */
export function missingFrom(packages) {
  /** @type {Packages} */
  const missing = {}
  for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d+\.\d+\.\d+/.test(version) || isNamed(packages, parent, name)) continue
      const free = packages[`node_modules/${name}`] === undefined
      missing[`${free ? '' : `${parent}/`}node_modules/${name}`] = entryOf(name, version)
    }
  }
  return missing
}

/**
 * @param {string} name
 * @param {string} version
 * @returns {Entry}
 */
function entryOf(name, version) {
  const words = (name.split('/').at(-1) ?? '').split(/[-.]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) =>
    words.some((word) => word === processor || word === `${processor}l`),
  )
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : []
  return {
    version,
    ...(cpu.length > 0 || words.includes('armv7') ? { cpu: cpu.length > 0 ? cpu : ['arm'] } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
}

/**
 * Whether a package is found from its parent's folder or from one above it, as Node looks for it.
 *
 * @param {Packages} packages
 * @param {string} parent
 * @param {string} name
 */
function isNamed(packages, parent, name) {
  for (
    let folder = parent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    if (packages[path.posix.join(folder, 'node_modules', name)]) return true
    if (folder === '') return false
  }
}

/**
 * @param {string} file
 * @returns {string[]} what was added
 */
export function completeLockfile(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFrom(lock.packages)
  if (Object.keys(missing).length === 0) return []
  const all = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(all.sort(([one], [other]) => one.localeCompare(other, 'en')))
  replace(file, `${JSON.stringify(lock, null, 2)}\n`)
  return Object.keys(missing)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of completeLockfile('package-lock.json')) console.log(`named ${name}`)
}
