import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { drawn } from './draw.mjs'
import { oneHand } from './hand.mjs'
import { plant } from './plant.mjs'
import { readResults, writeResults } from './results.mjs'

/**
 * @typedef {import('./groups.mjs').Group} Group
 * @typedef {import('./results.mjs').Result} Result
 * @typedef {import('./hand.mjs').Tried} Tried
 * @typedef {{ root: string, home: string, env: NodeJS.ProcessEnv, sample: number | null, seed: number, minutes: number, again: boolean, untried: boolean, survived: boolean, quick: boolean, only: readonly string[] }} How
 */

/** Tests that open no world take next to no time. @param {string} root @param {string} file */
const opensWorlds = (root, file) =>
  /test[/](world|backups|driver|programme|wide-world|http-node)[.]ts/.test(
    readFileSync(path.join(root, file), 'utf8'),
  )

/** @param {string} root @param {readonly string[]} patterns */
export const filesOf = (root, patterns) => [
  ...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root }).toSorted())),
]

/**
 * The tests as they are when a run begins: it takes long, and whoever writes a test meanwhile must not change it.
 *
 * @param {string} root
 * @param {readonly string[]} patterns
 */
export function frozenTests(root, patterns) {
  const files = filesOf(root, [...patterns, 'packages/server/test/**/*.ts'])
  return Object.fromEntries(
    files.map((file) => [
      pathToFileURL(path.join(root, file)).href,
      readFileSync(path.join(root, file), 'utf8'),
    ]),
  )
}

/**
 * How the tests stand without a change: a file that fails as it is says nothing.
 *
 * @param {ReturnType<typeof oneHand>} hand
 * @param {readonly string[]} files
 */
export async function tryAll(hand, files) {
  const at = await hand.ready()
  at.tell({ ask: 'try', files })
  /** @type {Tried[]} */
  const tried = []
  for (;;) {
    const heard = await at.next(600_000)
    if (heard === null)
      throw new Error(`the tests as they are do not end: after ${tried.at(-1)?.file ?? 'none'}`)
    if (heard.statics) return { tried, statics: new Set(heard.statics), worlds: new Set(heard.worlds) }
    const { tried: one } = heard
    if (one.failed === null) tried.push(one)
    console.log(
      `${one.failed === null ? '' : 'left out, fails as it is: '}${one.file} ${Math.round(one.ms)} ms ${one.failed ? `${one.failed}: ${one.why}` : ''}`,
    )
  }
}

/**
 * Which tests are asked first: those that meet most of the changes of a source, that noticed changes in it before, and
 * that take little time.
 *
 * @param {ReadonlyMap<string, string>} sourceOf
 */
function learning(sourceOf) {
  /** @type {Map<string, number>} */
  const noticed = new Map()
  /** @type {Map<string, number>} */
  const breadths = new Map()
  /** @param {Tried} one @param {string} source */
  const breadthOf = ({ file, covered }, source) => {
    const place = `${source}|${file}`
    const known = breadths.get(place)
    if (known !== undefined) return known
    const breadth = Object.keys(covered).filter((id) => sourceOf.get(id) === source).length
    breadths.set(place, breadth)
    return breadth
  }
  return {
    /** @param {string} source @param {string} file */
    learn: (source, file) =>
      void noticed.set(`${source}|${file}`, (noticed.get(`${source}|${file}`) ?? 0) + 1),
    /** @param {string} source @param {readonly Tried[]} tried */
    order: (source, tried) => {
      const worth = (/** @type {Tried} */ one) =>
        ((1 + (noticed.get(`${source}|${one.file}`) ?? 0)) * breadthOf(one, source) ** 2) / (one.ms + 200)
      return tried.toSorted((a, b) => worth(b) - worth(a))
    },
  }
}

/** Tests that take longer than this together are not asked about one change, but three always are. */
const mostMs = 15_000

/** @param {readonly Tried[]} ordered @param {number} [most] */
export function withinReason(ordered, most = mostMs) {
  let sum = 0
  return ordered.filter(({ ms }, at) => {
    sum += ms
    return at < 3 || sum <= most
  })
}

/**
 * Tries every change of a group, or a sample of them, and keeps what came of each.
 *
 * @param {Group} group
 * @param {How} how
 * @returns {Promise<Result[]>}
 */
export async function trySources(group, how) {
  const { root, home, env, sample, seed, minutes, again, untried, survived, quick, only } = how
  const folder = path.join(root, '.local/mutants')
  mkdirSync(folder, { recursive: true })
  const planted = await plant({ root, home, patterns: only.length > 0 ? only : group.sources })
  const file = path.join(folder, `${group.name}.sources.json`)
  const frozen = frozenTests(root, [...group.tests, ...group.walkers])
  writeFileSync(file, JSON.stringify({ ...frozen, ...planted.sources }))
  const kept = path.join(folder, `${group.name}.results.json`)
  const before = readResults(kept)
  const goesOn = again || untried || survived
  const wanted = (/** @type {string} */ key) => {
    const status = before.get(key)?.status
    if (untried) return status === undefined
    const unnoticed = status === 'survived' || status === 'unmet'
    return survived ? unnoticed : !again || status === undefined || unnoticed
  }
  const mutants = drawn(
    planted.mutants.filter(({ key }) => wanted(key)),
    { sample, seed },
  )

  const own = { ...env, ...(group.worlds && !quick ? {} : { SETU_WORLDS: 'none' }) }
  const hand = oneHand({ file, env: own })
  const testsOf = (/** @type {readonly string[]} */ patterns) => {
    const files = filesOf(root, patterns)
    return quick ? files.filter((one) => !opensWorlds(root, one)) : files
  }
  const { tried, statics, worlds } = await tryAll(hand, testsOf(group.tests))
  const walkers = testsOf(group.walkers)
  const sourceOf = new Map(planted.mutants.map(({ id, file: source }) => [id, source]))
  const { learn, order } = learning(sourceOf)
  /** @type {Map<string, Result>} */
  const results = new Map()

  /** @param {import('./plant.mjs').Mutant} mutant @returns {Promise<{ status: import('./results.mjs').Status, by: string, ms: number }>} */
  async function tryOne({ id, file: source }) {
    const meeting = withinReason(
      order(
        source,
        tried.filter(({ covered }) => covered[id]),
      ),
    )
    const hits = Math.max(0, ...meeting.map(({ covered }) => covered[id] ?? 0))
    const patience = 30_000 + 8 * meeting.reduce((sum, { ms }) => sum + ms, 0)
    const most = hits * 100 + 1000
    const said = (/** @type {import('./hand.mjs').Outcome} */ { by, test, overdue, ms }) => {
      if (by !== null && by !== 'time') learn(source, by)
      /** @type {import('./results.mjs').Status} */
      const status = overdue ? 'tooSlow' : 'noticed'
      return { status, by: `${by} ${test ?? ''}`, ms }
    }
    let met = false
    if (meeting.length > 0) {
      met = true
      const slowest = quick ? 12_000 : 30_000
      const asked = { mutant: id, most, patience: slowest, files: meeting.map((one) => one.file) }
      const outcome = await hand.run(asked, patience)
      if (outcome.by !== null) return said(outcome)
    }
    if (worlds.has(id)) {
      met = true
      const opening = tried.filter(({ file: one }) => opensWorlds(root, one)).toSorted((a, b) => a.ms - b.ms)
      const files = opening.slice(0, 3).map((one) => one.file)
      const outcome = await hand.run({ mutant: id, most: 1e9, afresh: true, files }, 120_000)
      if (outcome.by !== null || outcome.broken)
        return said({ ...outcome, by: outcome.by ?? 'opening a world' })
    }
    if (statics.has(id)) {
      met = true
      const near = order(
        source,
        tried.filter(({ covered }) => Object.keys(covered).some((other) => sourceOf.get(other) === source)),
      )
      const asked = [...new Set([...near.slice(0, 3).map((one) => one.file), ...walkers])]
      const slow = (/** @type {string} */ one) => Number(opensWorlds(root, one))
      const files = asked.toSorted((a, b) => slow(a) - slow(b))
      const alone = oneHand({ file, env: { ...own, SETU_MUTANT: id } })
      try {
        const outcome = await alone.run({ mutant: id, files }, 180_000)
        if (outcome.by !== null) return said(outcome)
      } catch {
        return { status: 'noticed', by: 'loading', ms: 0 }
      } finally {
        alone.end()
      }
    }
    return { status: met ? 'survived' : 'unmet', by: '', ms: 0 }
  }

  const began = Date.now()
  let done = 0
  for (const mutant of mutants) {
    const { key, line, kind, from, to, file: source } = mutant
    if (Date.now() - began > minutes * 60_000) break
    const { status, by, ms } = await tryOne(mutant)
    results.set(key, { key, file: source, line, kind, from, to, status, by, ms })
    if (process.env['SETU_LOUD'])
      console.log(`${status} ${Math.round(ms)} ms ${source}:${line} ${kind} by ${by}`)
    done += 1
    if (done % 10 === 0) writeResults(kept, [...new Map([...before, ...results]).values()])
    if (done % 50 === 0) {
      console.log(`${done} of ${mutants.length} after ${Math.round((Date.now() - began) / 1000)} s`)
      const control = await hand.run(
        {
          files: tried
            .toSorted((a, b) => a.ms - b.ms)
            .slice(0, 5)
            .map((one) => one.file),
        },
        120_000,
      )
      if (control.by !== null)
        throw new Error(`without a change a test fails: ${control.by} ${control.test} ${control.why}`)
    }
  }
  hand.end()
  writeResults(kept, [...new Map([...before, ...results]).values()])
  if (!goesOn) return [...results.values()]
  console.log(`${results.size} were tried now; what was tried before counts as it came out then`)
  return planted.mutants.flatMap(({ key }) => results.get(key) ?? before.get(key) ?? [])
}
