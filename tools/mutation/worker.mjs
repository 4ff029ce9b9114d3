import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { collect, runSuite } from './harness.mjs'

/**
 * A process that has everything loaded and runs test files as often as it is told, each time with another change
 * switched on: of the sources by their number, of the database's rules by the statements that plant it.
 *
 * @typedef {{ ask: 'try', files: readonly string[] }} TryAsk
 * @typedef {{ ask: 'run', mutant: string | null, most: number, statements: readonly string[], afresh: boolean, patience: number, files: readonly string[] }} RunAsk
 * @typedef {{ file: string, failed: string | null, why: string, ms: number, covered: Record<string, number> }} Tried
 * @typedef {{ by: string | null, test: string | null, why: string, overdue: boolean, broken: boolean, ms: number }} Outcome
 */
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const [, , given = ''] = process.argv
/** @type {Record<string, string>} */
const changed = given === '' ? {} : JSON.parse(readFileSync(given, 'utf8'))
const standIn = new URL('vitest-stand-in.mjs', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest'
      ? { url: standIn, format: 'module', shortCircuit: true }
      : next(specifier, context),
  load(url, context, next) {
    const [place = url] = url.split('?')
    const source = changed[place]
    return source === undefined
      ? next(url, context)
      : { format: 'module-typescript', source, shortCircuit: true }
  },
})

/** @type {{ activeMutant?: string | undefined, currentTestId?: string | undefined, hitCount?: number | undefined, hitLimit?: number | undefined, mutantCoverage?: { static: Record<string, number>, perTest: Record<string, Record<string, number>> } }} */
const switches = {}
Object.assign(globalThis, { __stryker__: switches })
const begunWith = process.env['SETU_MUTANT']
if (begunWith !== undefined) switches.activeMutant = begunWith

/** Whoever tries nothing but words and rules of floors without a database is ready sooner without one. */
const light = process.env['SETU_WORLDS'] === 'none'
const { changeCopies, copyWorlds } = light
  ? { changeCopies: async () => {}, copyWorlds: async () => {} }
  : await import('../../packages/server/test/world-copies.ts')

let times = 0
/** @param {string} file */
function load(file) {
  times += 1
  return collect(() => import(`${pathToFileURL(path.join(root, file)).href}?time=${times}`))
}

/** @param {unknown} error */
const wordsOf = (error) =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 600)

/** What is met while this is done. @param {string} name @param {() => Promise<unknown>} work */
async function met(name, work) {
  switches.currentTestId = name
  try {
    await work()
  } finally {
    switches.currentTestId = undefined
  }
  return switches.mutantCoverage?.perTest[name] ?? {}
}

/** Runs a file as it is and notes which changes it would meet. @param {string} file @returns {Promise<Tried>} */
async function tryFile(file) {
  /** @type {{ failed: string | null, error: unknown }} */
  let outcome = { failed: 'loading', error: null }
  const began = performance.now()
  try {
    const whole = await load(file)
    const covered = await met(file, async () => void (outcome = await runSuite(whole)))
    const { failed, error } = outcome
    return {
      file,
      failed,
      why: failed === null ? '' : wordsOf(error),
      ms: performance.now() - began,
      covered,
    }
  } catch (error) {
    return { file, failed: 'loading', why: wordsOf(error), ms: 0, covered: {} }
  }
}

/** @param {RunAsk} asked @returns {Promise<Outcome>} */
async function run({ mutant, most, statements, afresh, patience, files }) {
  const began = performance.now()
  const outcome = (/** @type {Partial<Outcome>} */ more) => {
    const ms = performance.now() - began
    return { by: null, test: null, why: '', overdue: false, broken: false, ...more, ms }
  }
  if (afresh) await copyWorlds()
  try {
    await changeCopies(statements)
    switches.currentTestId = 'none'
    for (const file of files) {
      switches.activeMutant = begunWith
      const whole = await load(file).catch((error) => error)
      if (whole instanceof Error) return outcome({ by: file, test: 'loading', why: wordsOf(whole) })
      switches.activeMutant = begunWith ?? mutant ?? undefined
      switches.hitCount = 0
      switches.hitLimit = most
      const { failed, error, overdue } = await runSuite(whole, patience)
      if (failed !== null) return outcome({ by: file, test: failed, why: wordsOf(error), overdue })
    }
    return outcome({})
  } catch (error) {
    return outcome({ broken: true, why: wordsOf(error) })
  } finally {
    switches.activeMutant = begunWith
    switches.currentTestId = undefined
    if (afresh) await copyWorlds()
  }
}

/** Makes the worlds that are copied later, so that what only their making meets is known. */
async function furnish() {
  const { openWorld } = await import('../../packages/server/test/world.ts')
  const { openWideWorld } = await import('../../packages/server/test/wide-world.ts')
  for (const open of [openWorld, openWideWorld]) await (await open('postgres')).close()
}

await copyWorlds()
const worlds = begunWith === undefined && !light ? Object.keys(await met('worlds', furnish)) : []

/** @param {TryAsk | RunAsk} asked */
async function answer(asked) {
  if (asked.ask === 'try') {
    for (const file of asked.files) process.send?.({ tried: await tryFile(file) })
    process.send?.({ statics: Object.keys(switches.mutantCoverage?.static ?? {}), worlds })
  } else {
    process.send?.({ outcome: await run(asked) })
  }
}
process.on('message', (/** @type {TryAsk | RunAsk} */ asked) => void answer(asked))
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
