import { Worker } from 'node:worker_threads'
import { copyInStatement, copyOutByCursor, wholeLines } from './copy-text.ts'
import { type Connection, DatabaseRefusal, type Engine } from './engine.ts'
import { hasRoom } from './room.ts'

interface Answer {
  readonly id: number
  readonly rows?: Record<string, unknown>[]
  readonly count?: number
  readonly error?: { readonly code: string; readonly constraint: string }
}

interface Waiting {
  readonly resolve: (answer: { rows: Record<string, unknown>[]; count: number }) => void
  readonly reject: (error: Error) => void
}

/** About so much goes into the database at once when a table is filled. */
const batch = 2 * 1024 * 1024

/** Waits for a word of the worker; rejects when the worker ends instead. */
function once(worker: Worker, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (): void => reject(new DatabaseRefusal('58000', ''))
    const hear = (message: unknown): void => {
      if (message !== word) return
      worker.off('message', hear)
      worker.off('exit', over)
      worker.off('error', over)
      resolve()
    }
    worker.on('message', hear)
    worker.once('exit', over)
    worker.once('error', over)
  })
}

function toBuffers(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (value instanceof Uint8Array) row[key] = Buffer.from(value)
    }
  }
  return rows
}

type Ask = (
  text: string,
  values: readonly unknown[] | null,
  given?: Uint8Array,
) => ReturnType<Connection['query']>

/** Questions to the worker and its answers, each told apart by its number. */
function conversation(worker: Worker): Ask {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let over = false

  function end(): void {
    over = true
    for (const asker of waiting.values()) asker.reject(new DatabaseRefusal('57P01', ''))
    waiting.clear()
  }

  worker.on('message', (message: Answer | string) => {
    if (typeof message === 'string') return
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asker?.reject(new DatabaseRefusal(message.error.code, message.error.constraint))
    else asker?.resolve({ rows: toBuffers(message.rows ?? []), count: message.count ?? 0 })
  })
  worker.on('error', end)
  worker.on('exit', end)

  return (text, values, given) => {
    if (over) return Promise.reject(new DatabaseRefusal('57P01', ''))
    const id = nextId++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, text, values, ...(given === undefined ? {} : { given }) })
    })
  }
}

function connectionOf(ask: Ask, free: () => void): Connection {
  return {
    query: (text, values) => ask(text, values),
    script: async (text) => (await ask(text, null)).rows,
    copyOut: (table) => copyOutByCursor({ query: (text, values) => ask(text, values) }, table),
    async copyIn(table, pieces) {
      for await (const lines of wholeLines(pieces, batch))
        await ask(copyInStatement(table, "'/dev/blob'"), [], lines)
    },
    // There is just one session: a spoilt one is cleaned, since it cannot be thrown away.
    release(spoilt) {
      if (!spoilt) free()
      else void clean(ask).then(free)
    },
  }
}

async function clean(ask: Ask): Promise<void> {
  for (const statement of ['rollback', 'discard all']) {
    await ask(statement, null).catch(() => undefined)
  }
}

/**
 * The embedded database, in a thread of its own so that a query does not hold up the server. It has one
 * session; whoever wants it waits in a line, and a held connection is the whole database. A new one may begin as a
 * copy of another, whose packed folder is a file.
 */
export async function pgliteEngine(folder: string | null, copyOf: string | null = null): Promise<Engine> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { folder, copyOf },
    execArgv: [],
  })
  await once(worker, 'ready')
  const ask = conversation(worker)
  let open = true
  let tail: Promise<void> = Promise.resolve()

  async function connect(): Promise<Connection> {
    const before = tail
    const { promise, resolve } = Promise.withResolvers<void>()
    tail = promise
    await before
    return connectionOf(ask, resolve)
  }

  return {
    kind: 'pglite',
    connect,
    tellTime: (moment) => worker.postMessage({ time: moment === null ? null : moment.getTime() }),
    ...(folder === null ? {} : { hasRoom: () => hasRoom(folder) }),
    async close() {
      if (!open) return
      open = false
      await tail
      const closed = once(worker, 'closed')
      worker.postMessage('close')
      // A worker that is gone already has nothing left to close.
      await closed.catch(() => undefined)
      await worker.terminate()
    },
  }
}
