import process from 'node:process'

/**
 * What of vitest the tests use, to run a file many times over in one process: the tests of a file in their order, up to
 * the first that fails. Whoever looks whether tests notice anything needs just that, and a start of vitest for each
 * would take most of the time.
 *
 * @typedef {() => unknown} Hook
 * @typedef {{ kind: 'test', name: string, run: (context: object) => unknown, skipped: boolean, patience: number }} Test
 * @typedef {{ kind: 'suite', name: string, skipped: boolean, items: (Test | Suite)[], beforeAll: Hook[], afterAll: Hook[], beforeEach: Hook[], afterEach: Hook[] }} Suite
 */

/** The real ones: a test may put others in their place. */
const { setTimeout, clearTimeout } = globalThis

/** @returns {Suite} */
const suiteOf = (name = '', skipped = false) => ({
  kind: 'suite',
  name,
  skipped,
  items: [],
  beforeAll: [],
  afterAll: [],
  beforeEach: [],
  afterEach: [],
})

/** @type {Suite} */
let current = suiteOf()

/** The embedded database answers slower and cannot be copied: what is tried on both is tried on PostgreSQL. */
const engines = ['pglite', 'postgres']

/** @param {readonly unknown[]} rows */
const rowsToRun = (rows) =>
  rows.length === 2 && rows.every((row, at) => row === engines[at]) ? ['postgres'] : rows

/**
 * @param {(name: string, run: Function, ...more: unknown[]) => void} declare
 * @returns {(rows: readonly unknown[]) => (name: string, run: Function, ...more: unknown[]) => void}
 */
const eachOf =
  (declare) =>
  (rows) =>
  (name, run, ...more) => {
    for (const [at, row] of rowsToRun(rows).entries()) {
      const values = Array.isArray(row) ? row : [row]
      declare(`${name} [${at}]`, () => run(...values), ...more)
    }
  }

/** @param {string} name @param {Function} run @param {boolean} skipped */
function addSuite(name, run, skipped) {
  const outer = current
  const suite = suiteOf(name, skipped || outer.skipped)
  outer.items.push(suite)
  current = suite
  try {
    run()
  } finally {
    current = outer
  }
}

/** Tests that try the tests themselves say nothing of a fault that is planted already. */
const leftOut = process.env['SETU_LEAVE_OUT']

/** @param {string} name @param {unknown[]} rest @param {boolean} skipped */
function addTest(name, rest, skipped) {
  const run = /** @type {Test['run'] | undefined} */ (rest.find((one) => typeof one === 'function'))
  const said = rest.find((one) => typeof one === 'number')
  const patience = typeof said === 'number' ? said : 30_000
  current.items.push({
    kind: 'test',
    name,
    run: run ?? (() => {}),
    skipped: skipped || !run || (leftOut !== undefined && name.startsWith(leftOut)),
    patience,
  })
}

/** @param {(name: string, rest: unknown[], skipped: boolean) => void} add */
function declaring(add) {
  const as = (/** @type {boolean} */ skipped) => {
    const declare = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) => add(name, rest, skipped)
    return Object.assign(declare, { each: eachOf(declare) })
  }
  const [plain, skipped] = [as(false), as(true)]
  return Object.assign(plain, {
    skip: skipped,
    skipIf: (/** @type {unknown} */ when) => (when ? skipped : plain),
    runIf: (/** @type {unknown} */ when) => (when ? plain : skipped),
  })
}

export const describe = declaring((name, rest, skipped) => {
  const run = rest.find((one) => typeof one === 'function')
  if (typeof run === 'function') addSuite(name, run, skipped)
})
export const test = declaring(addTest)
export const beforeAll = (/** @type {Hook} */ hook) => void current.beforeAll.push(hook)
export const afterAll = (/** @type {Hook} */ hook) => void current.afterAll.unshift(hook)
export const beforeEach = (/** @type {Hook} */ hook) => void current.beforeEach.push(hook)
export const afterEach = (/** @type {Hook} */ hook) => void current.afterEach.unshift(hook)

/** Says which file's tests are being declared, and gives them back. @param {() => Promise<unknown>} load */
export async function collect(load) {
  current = suiteOf()
  const whole = current
  await load()
  return whole
}

/** @type {((error: unknown) => void) | null} */
let onStray = null
process.on('unhandledRejection', (error) => onStray?.(error))
process.on('uncaughtException', (error) => onStray?.(error))

class Overdue extends Error {}

/**
 * @param {() => unknown} work
 * @param {number} patience
 */
async function within(work, patience) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Overdue('took too long')), patience)
    onStray = reject
  })
  try {
    return await Promise.race([Promise.resolve().then(work), late])
  } finally {
    clearTimeout(timer)
    onStray = null
  }
}

/** @param {Suite} suite @returns {boolean} */
const hasTests = (suite) =>
  !suite.skipped && suite.items.some((item) => (item.kind === 'test' ? !item.skipped : hasTests(item)))

/**
 * Runs the tests of a file in their order until one fails: a later test may rest on what an earlier one did.
 *
 * @param {Suite} whole
 * @param {number} [most] how long one test may take
 * @returns {Promise<{ failed: string | null, error: unknown, overdue: boolean }>}
 */
export async function runSuite(whole, most = Number.POSITIVE_INFINITY) {
  /** @param {Test} one @param {readonly Suite[]} outer */
  async function runTest(one, outer) {
    if (one.skipped) return
    /** @type {Hook[]} */
    const finished = []
    const context = { onTestFinished: (/** @type {Hook} */ hook) => void finished.push(hook), skip: () => {} }
    const limit = Math.min(one.patience, most)
    try {
      for (const suite of outer) for (const hook of suite.beforeEach) await within(hook, limit)
      await within(() => one.run(context), limit)
    } finally {
      for (const hook of finished) await within(hook, limit)
      for (const suite of outer.toReversed()) for (const hook of suite.afterEach) await within(hook, limit)
    }
  }

  /** @param {Suite} suite @param {readonly Suite[]} outer @returns {Promise<void>} */
  async function runItems(suite, outer) {
    const line = [...outer, suite]
    /** @type {Hook[]} */
    const after = []
    const runs = hasTests(suite)
    try {
      if (runs) {
        for (const hook of suite.beforeAll) {
          const more = await naming(`before ${suite.name}`, () => within(hook, 60_000))
          if (typeof more === 'function') after.push(/** @type {Hook} */ (more))
        }
      }
      for (const item of suite.items) {
        if (item.kind === 'suite') await runItems(item, line)
        else await naming(item.name, () => runTest(item, line))
      }
    } finally {
      if (runs) for (const hook of [...after, ...suite.afterAll]) await within(hook, 20_000).catch(() => {})
    }
  }

  try {
    await runItems(whole, [])
    return { failed: null, error: null, overdue: false }
  } catch (thrown) {
    const { name, error } = thrown instanceof Failed ? thrown : { name: 'a hook', error: thrown }
    return { failed: name, error, overdue: error instanceof Overdue }
  }
}

class Failed extends Error {
  /** @param {string} name @param {unknown} error */
  constructor(name, error) {
    super(name)
    this.name = name
    this.error = error
  }
}

/** @param {string} name @param {() => Promise<unknown>} work */
async function naming(name, work) {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Failed ? error : new Failed(name, error)
  }
}
