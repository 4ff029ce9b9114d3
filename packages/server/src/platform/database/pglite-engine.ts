import { Worker } from 'node:worker_threads'
import { type Connection, DatabaseRefusal, type Engine } from './engine.ts'

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

function once(worker: Worker, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown): void => {
      if (message !== word) return
      worker.off('message', hear)
      resolve()
    }
    worker.on('message', hear)
    worker.once('error', reject)
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

/**
 * The embedded database, in a thread of its own so that a query does not hold up the server. It has one
 * session; whoever wants it waits in a line, and a held connection is the whole database.
 */
export async function pgliteEngine(folder: string | null): Promise<Engine> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder } })
  await once(worker, 'ready')

  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let tail: Promise<void> = Promise.resolve()

  worker.on('message', (message: Answer | string) => {
    if (typeof message === 'string') return
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asker?.reject(new DatabaseRefusal(message.error.code, message.error.constraint))
    else asker?.resolve({ rows: toBuffers(message.rows ?? []), count: message.count ?? 0 })
  })
  worker.on('error', () => {
    for (const asker of waiting.values()) asker.reject(new DatabaseRefusal('57P01', ''))
    waiting.clear()
  })

  function ask(text: string, values: readonly unknown[] | null): ReturnType<Connection['query']> {
    const id = nextId++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, text, values })
    })
  }

  async function connect(): Promise<Connection> {
    const before = tail
    let free: () => void = () => undefined
    tail = new Promise((resolve) => {
      free = resolve
    })
    await before
    return {
      query: (text, values) => ask(text, values),
      script: async (text) => {
        await ask(text, null)
      },
      // There is just one session: a spoilt one is cleaned, since it cannot be thrown away.
      release: (spoilt) => {
        if (spoilt) void ask('rollback', null).then(free, free)
        else free()
      },
    }
  }

  return {
    kind: 'pglite',
    connect,
    async close() {
      await tail
      const closed = once(worker, 'closed')
      worker.postMessage('close')
      await closed
      await worker.terminate()
    },
  }
}
