import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { isoMoment } from './engine.ts'

interface Ask {
  readonly id: number
  readonly text: string
  readonly values: readonly unknown[] | null
  /** What `copy … from '/dev/blob'` reads. */
  readonly given?: Uint8Array
}

interface Settings {
  readonly folder: string | null
}

const types = { bigint: 20, date: 1082, timestamptz: 1184, numeric: 1700 }

const { folder } = workerData as Settings
const parsers = {
  [types.bigint]: Number,
  [types.date]: (text: string) => text,
  [types.timestamptz]: isoMoment,
  [types.numeric]: Number,
}

const database = await PGlite.create(folder === null ? { parsers } : { dataDir: folder, parsers })

async function run({
  text,
  values,
  given,
}: Ask): Promise<{ rows: Record<string, unknown>[]; count: number }> {
  if (values === null) {
    const results = await database.exec(text)
    return { rows: results.flatMap(({ rows }) => rows), count: 0 }
  }
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

parentPort?.on('message', (ask: Ask | 'close') => {
  if (ask === 'close') {
    void database.close().then(() => parentPort?.postMessage('closed'))
  } else {
    void answer(ask)
  }
})
parentPort?.postMessage('ready')
