import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { isoMoment } from './engine.ts'
import { statementsOn } from './pglite-statements.ts'

interface Ask {
  readonly id: number
  readonly text: string
  readonly values: readonly unknown[] | null
  /** What `copy … from '/dev/blob'` reads. */
  readonly given?: Uint8Array
}

/** What time it is, in milliseconds; `null` when it is now. */
interface Time {
  readonly time: number | null
}

interface Settings {
  readonly folder: string | null
  readonly copyOf: string | null
}

/** As far ahead as a timer reaches; a longer one goes off at once, and says so on the error output. */
const furthestMs = 2 ** 31 - 1

// An alarm that the database set before its time was told anew is as far off as the two times are apart.
const trueTimer = globalThis.setTimeout
globalThis.setTimeout = Object.assign(
  (...[call, ms, ...rest]: Parameters<typeof trueTimer>) =>
    trueTimer(call, Math.min(ms ?? 0, furthestMs), ...rest),
  { __promisify__: trueTimer.__promisify__ },
)

const types = { bigint: 20, date: 1082, timestamptz: 1184, numeric: 1700 }

const { folder, copyOf } = workerData as Settings
const parsers = {
  [types.bigint]: Number,
  [types.date]: (text: string) => text,
  [types.timestamptz]: isoMoment,
  [types.numeric]: Number,
}

const database = await PGlite.create({
  parsers,
  ...(folder === null ? {} : { dataDir: folder }),
  ...(copyOf === null ? {} : { loadDataDir: new Blob([await readFile(copyOf)]) }),
})

const statements = statementsOn(database)

/** What makes tables anew, or cleans the session: statements that were ready before are so no more. */
const unsettling = /\b(create|alter|drop|discard|deallocate)\b/i

async function run({
  text,
  values,
  given,
}: Ask): Promise<{ rows: Record<string, unknown>[]; count: number }> {
  if (values === null) {
    const results = await database.exec(text)
    if (unsettling.test(text)) await statements.forget()
    return { rows: results.flatMap(({ rows }) => rows), count: 0 }
  }
  if (given === undefined && statements.takes(text)) return statements.run(text, values)
  if (unsettling.test(text)) await statements.forget()
  const blob = given === undefined ? {} : { blob: new Blob([new Uint8Array(given)]) }
  const { rows, affectedRows = 0 } = await database.query<Record<string, unknown>>(text, [...values], blob)
  return { rows, count: affectedRows > 0 ? affectedRows : rows.length }
}

async function answer(ask: Ask): Promise<void> {
  try {
    parentPort?.postMessage({ id: ask.id, ...(await run(ask)) })
  } catch (error) {
    const { code = 'XX000', constraint = '' } = error as { code?: string; constraint?: string }
    parentPort?.postMessage({ id: ask.id, error: { code, constraint } })
  }
}

// The database asks this thread, and nothing else in the process, for its time.
const trueNow = Date.now

parentPort?.on('message', (ask: Ask | Time | 'close') => {
  if (ask === 'close') {
    void database.close().then(() => parentPort?.postMessage('closed'))
  } else if ('time' in ask) {
    const { time } = ask
    Date.now = time === null ? trueNow : () => time
  } else {
    void answer(ask)
  }
})
parentPort?.postMessage('ready')
