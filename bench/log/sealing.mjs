import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { startPostgres } from '../../tools/postgres.mjs'

/**
 * What sealing costs and how far behind it is, on a PostgreSQL that writes through.
 *
 *     .local/bin/node bench/log/sealing.mjs [seconds of a round] [rounds] [writers]
 *
 * Rounds with sealing on and off follow each other, so that whatever else the machine does meets both alike. The
 * events of the log are written in both. The lag of an event is the time from the beginning of its transaction
 * until the transaction that sealed it was over.
 */
const [seconds = 8, rounds = 5, writers = 4] = process.argv.slice(2).map(Number)
/** As often as a node looks for what to seal. */
const pauseMs = 250

const postgres = await startPostgres({ durable: true })
process.env['SETU_TEST_POSTGRES'] = postgres.url
const { openWorld } = await import('../../packages/server/test/world.ts')
const { newCase } = await import('../../packages/server/test/cases.ts')
const { openClient, rowsOf } = await import('../../packages/server/test/client.ts')
const { writeOutcome } = await import('../../packages/server/src/platform/audit/trail.ts')
const { inTransaction } = await import('../../packages/server/src/platform/index.ts')
const { seal } = await import('../../packages/server/src/platform/log/sealer.ts')
const { protectionEndpoints } = await import('../../packages/server/src/protection/index.ts')

const world = await openWorld('postgres')
const { engine, clock } = world.node
const client = await openClient(world.node, protectionEndpoints)
const { asha } = world.people

async function openCase() {
  const { status } = await client.post('/cases', asha.cookie, { ...newCase(asha, 'bench') })
  if (status !== 201) throw new Error(`a case was answered with ${status}`)
}

async function bareEvent() {
  const outcome = { action: 'bench', method: 'GET', status: 200, problem: null, reason: null, count: null }
  await inTransaction(engine, { role: 'setu_signin' }, (db) =>
    writeOutcome(db, null, { request: crypto.randomUUID(), ...outcome }, []),
  )
}

/**
 * @param {() => Promise<void>} write
 * @param {boolean} sealing
 */
async function round(write, sealing) {
  await seal(engine, clock)
  /** @type {number[]} */
  const done = []
  const over = new AbortController()
  const sealer = (async () => {
    if (!sealing) return
    while (!over.signal.aborted) {
      await seal(engine, () => {
        done.push(Date.now())
        return clock()
      })
      done.push(Date.now())
      await setTimeout(pauseMs)
    }
  })()
  const began = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() - began < seconds * 1000) {
        await write()
        written += 1
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  over.abort()
  await sealer
  if (sealing) {
    await seal(engine, clock)
    done.push(Date.now())
  }
  return { perSecond: written / took, done }
}

/** @param {readonly number[]} done moments at which nothing was half sealed */
async function lagsOf(done) {
  const rows = await rowsOf(
    world.owner,
    `select extract(epoch from e.at) * 1000 as at, extract(epoch from l.sealed_at) * 1000 as sealed
     from log_leaf l join audit_event e on e.id = l.event_id where l.sealed_at >= $1::timestamptz`,
    [new Date(done[0] ?? 0).toISOString()],
  )
  return rows.map(({ at, sealed }) => {
    const over = done.find((moment) => moment > Number(sealed)) ?? Number(sealed)
    return Math.max(0, over - Number(at))
  })
}

/** @param {readonly number[]} values @param {number} part */
const quantile = (values, part) =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

/** @param {string} what @param {() => Promise<void>} write */
async function measure(what, write) {
  await round(write, true)
  /** @type {{ on: number[], off: number[], lags: number[] }} */
  const found = { on: [], off: [], lags: [] }
  for (let turn = 0; turn < rounds; turn += 1) {
    // Each begins every other pair.
    for (const sealing of turn % 2 === 0 ? [true, false] : [false, true]) {
      const { perSecond, done } = await round(write, sealing)
      found[sealing ? 'on' : 'off'].push(perSecond)
      if (sealing) found.lags.push(...(await lagsOf(done)))
    }
  }
  const [on, off] = [quantile(found.on, 0.5), quantile(found.off, 0.5)]
  const figures = [
    on.toFixed(0),
    off.toFixed(0),
    (on / off).toFixed(3),
    quantile(found.lags, 0.5).toFixed(0),
    quantile(found.lags, 0.99).toFixed(0),
    quantile(found.lags, 1).toFixed(0),
  ]
  console.log(`| ${what} | ${figures.join(' | ')} |`)
}

try {
  console.log(`${writers} writers, ${rounds} rounds of ${seconds} s with sealing and as many without`)
  console.log('| write | sealed, a second | not sealed | ratio | lag p50 ms | p99 | most |')
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  await measure('open a case', openCase)
  await measure('one event alone', bareEvent)
} finally {
  await client.close()
  await world.close()
  await postgres.stop()
}
