import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { isoMoment } from './engine.ts'

interface Ask {
  readonly id: number
  readonly text: string
  readonly values: readonly unknown[] | null
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

async function answer({ id, text, values }: Ask): Promise<void> {
  try {
    if (values === null) {
      await database.exec(text)
      parentPort?.postMessage({ id, rows: [], count: 0 })
      return
    }
    const result = await database.query<Record<string, unknown>>(text, [...values])
    const count = result.affectedRows ?? 0
    parentPort?.postMessage({ id, rows: result.rows, count: count > 0 ? count : result.rows.length })
  } catch (error) {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown }
    parentPort?.postMessage({ id, error: { code: String(code ?? 'XX000'), constraint: String(constraint ?? '') } })
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
