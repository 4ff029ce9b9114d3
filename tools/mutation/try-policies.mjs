import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { drawn } from './draw.mjs'
import { checksOfPolicies, leftOutOfPolicies } from './groups.mjs'
import { oneHand } from './hand.mjs'
import { plantPolicies } from './plant-policies.mjs'
import { readResults, writeResults } from './results.mjs'
import { filesOf, frozenTests, tryAll, withinReason } from './try-sources.mjs'

/**
 * @typedef {import('./results.mjs').Result} Result
 * @typedef {import('./hand.mjs').Tried} Tried
 */

/** Checks that go about all tables and people are asked of each fault; then those that speak of what was broken. */
const general = /matrix|oracle|any-statement|no-session|doctor|schema/
const mostOthers = 6
const mostMs = 12_000

/** @param {string} text */
const wordsIn = (text) => (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !common.has(word))
const common = new Set(
  'select from where case with check using read write change actor mine account unit uuid text setu true add table policy function integer timestamptz date boolean bytea part account_role have make made take took list'.split(
    ' ',
  ),
)

/** Who may see what is asked of the plain rule, in forty worlds, before anything else. */
const ofRelations = /^(case_|actor_|consent|referral|work_of|holds_|emergency)/

/** How much a test speaks of what was broken: by its name most, then by its words. @param {string} root */
function nearness(root) {
  const texts = new Map()
  /** @param {string} file */
  const textOf = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(path.join(root, file), 'utf8').toLowerCase())
    return texts.get(file)
  }
  return (/** @type {string} */ what, /** @type {string} */ file) => {
    let near = 0
    for (const word of new Set(wordsIn(what))) {
      const stem = word.replace(/(ies|es|s|y)$/, '')
      if (file.toLowerCase().includes(stem)) near += 5
      near += Math.min(3, textOf(file).split(stem).length - 1) / 3
    }
    return near
  }
}

/**
 * Plants faults in the database's own rules, one by one, in copies of a world, and asks the checks of access.
 *
 * @param {{ root: string, url: string, env: NodeJS.ProcessEnv, sample: number | null, seed: number, minutes: number, again: boolean, quick: boolean, only: readonly string[] }} how
 * @returns {Promise<Result[]>}
 */
export async function tryPolicies({ root, url, env, sample, seed, minutes, again, quick, only }) {
  mkdirSync(path.join(root, '.local/mutants'), { recursive: true })
  const kept = path.join(root, '.local/mutants/policies.results.json')
  const before = readResults(kept)
  const tests = path.join(root, '.local/mutants/policies.tests.json')
  writeFileSync(tests, JSON.stringify(frozenTests(root, checksOfPolicies)))
  const hand = oneHand({
    file: tests,
    env: { ...env, SETU_LEAVE_OUT: 'a hole in the rules is found', SETU_WORLDS_TRIED: '40' },
  })
  const { tried } = await tryAll(
    hand,
    filesOf(root, checksOfPolicies).filter(
      (file) => !leftOutOfPolicies.test(file) && (!quick || general.test(file)),
    ),
  )
  const ground = new URL(url)
  ground.pathname = '/setu_ground'
  const all = (await plantPolicies(ground.href)).filter(
    ({ file }) => only.length === 0 || only.some((one) => file.includes(one)),
  )
  console.log(`${all.length} faults can be planted in the rules of the database`)
  const faults = drawn(all, { sample, seed })
  const near = nearness(root)
  /** @type {Map<string, number>} */
  const noticed = new Map()
  /** @type {Map<string, Result>} */
  const results = new Map()
  const began = Date.now()

  /** @param {string} what */
  function checksFor(what) {
    const [wide, narrow] = [
      tried.filter(({ file }) => general.test(file)),
      tried.filter(({ file }) => !general.test(file)),
    ]
    const speaking = narrow
      .map((one) => ({ one, near: near(what, one.file) }))
      .filter((other) => other.near > 0.5)
      .toSorted((a, b) => b.near - a.near)
      .slice(0, mostOthers)
    const worth = (/** @type {Tried} */ { file, ms }) =>
      (1 + (noticed.get(file) ?? 0) + 2 * near(what, file) + 10 * (noticed.get(`${what}|${file}`) ?? 0)) /
      (ms + 50)
    const rule = wide.filter((one) => ofRelations.test(what) && one.file.includes('oracle'))
    const ordered = [...wide, ...speaking.map(({ one }) => one)].toSorted((a, b) => worth(b) - worth(a))
    return [...new Set([...rule, ...withinReason(ordered, mostMs)])]
  }

  for (const [done, { key, file, line, kind, from, to, statements }] of faults.entries()) {
    if (Date.now() - began > minutes * 60_000) break
    const known = before.get(key)
    if (again && known && !['survived', 'unmet'].includes(known.status)) {
      results.set(key, known)
      continue
    }
    const checks = checksFor(file)
    const patience = 60_000 + 6 * checks.reduce((sum, { ms }) => sum + ms, 0)
    const found = await hand.run({ statements, files: checks.map((one) => one.file) }, patience)
    const { by, test, overdue, broken, ms } = found
    const status = broken ? 'impossible' : by === null ? 'survived' : overdue ? 'tooSlow' : 'noticed'
    if (by !== null) {
      noticed.set(by, (noticed.get(by) ?? 0) + 1)
      noticed.set(`${file}|${by}`, (noticed.get(`${file}|${by}`) ?? 0) + 1)
    }
    if (process.env['SETU_LOUD'])
      console.log(
        `${status} ${Math.round(ms)} ms ${file} ${kind} ${from.slice(0, 40)} by ${by} ${found.why.slice(0, 100)}`,
      )
    results.set(key, {
      key,
      file,
      line,
      kind,
      from,
      to,
      status,
      by: by === null ? found.why : `${by} ${test ?? ''}`,
      ms,
    })
    if (status === 'survived')
      console.log(
        `survived after ${Math.round(ms)} ms: ${file} ${kind}: ${from.replace(/\s+/g, ' ')} → ${to}`,
      )
    if ((done + 1) % 5 === 0) writeResults(kept, [...new Map([...before, ...results]).values()])
    if ((done + 1) % 20 === 0) {
      console.log(`${done + 1} of ${faults.length} after ${Math.round((Date.now() - began) / 1000)} s`)
      const control = await hand.run(
        {
          files: tried
            .toSorted((a, b) => a.ms - b.ms)
            .slice(0, 3)
            .map((one) => one.file),
        },
        120_000,
      )
      if (control.by !== null)
        throw new Error(`without a fault a test fails: ${control.by} ${control.test} ${control.why}`)
    }
  }
  hand.end()
  writeResults(kept, [...new Map([...before, ...results]).values()])
  return [...results.values()]
}
