import { PgBoss } from 'pg-boss'
import type { Clock } from '../clock.ts'
import { DatabaseRefusal, type Engine } from '../database/engine.ts'
import { bossDatabase } from './boss-database.ts'
import type { Channels } from './channels.ts'
import { remind } from './remind.ts'
import { tellOutside } from './tell-outside.ts'

interface Jobs {
  /** Does the work, under the narrow role of each job. */
  readonly engine: Engine
  /** Keeps the runner's own books. */
  readonly books: Engine
  readonly channels: Channels
  readonly clock: Clock
  /** What the rooms have the clock do, by name. */
  readonly works: Readonly<Record<string, () => Promise<unknown>>>
  /** Says that something went wrong, by the name of what it was; never a message, since messages quote values. */
  readonly report: (kind: string) => void
}

function nameOf(error: unknown): string {
  if (error instanceof DatabaseRefusal) return `${error.name} ${error.sqlState}`
  return error instanceof Error ? error.name : 'unknown'
}

/** A job that died with its process is given up soon: the next minute brings another that does its work. */
const minute = '* * * * *'
const queue = {
  policy: 'stately',
  expireInSeconds: 120,
  retryLimit: 0,
  deleteAfterSeconds: 3600,
  retentionSeconds: 600,
} as const

/** Processes that start together make the books one after another; the embedded engine has just one process. */
async function inTurn(books: Engine, work: () => Promise<void>): Promise<void> {
  if (books.kind === 'pglite') return work()
  const connection = await books.connect()
  let spoilt = true
  try {
    await connection.script('select pg_advisory_lock(7304)')
    await work()
    await connection.script('select pg_advisory_unlock(7304)')
    spoilt = false
  } finally {
    connection.release(spoilt)
  }
}

/**
 * Starts the work that nobody is signed in for: every minute, once for all processes on this database. The jobs
 * carry nothing; what is to be done stands in the rows themselves.
 */
export async function startJobs({
  engine,
  books,
  channels,
  clock,
  works: ofRooms,
  report,
}: Jobs): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: bossDatabase(books),
    backend: engine.kind,
    schema: 'pgboss',
    createSchema: false,
  })
  boss.on('error', (error) => report(`jobs ${error.name}`))
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    ...ofRooms,
    reminders: () => remind(engine, clock),
    messages: () => tellOutside(engine, channels, clock),
  }
  await inTurn(books, async () => {
    await boss.start()
    for (const name of Object.keys(works)) {
      await boss.createQueue(name, queue)
      await boss.schedule(name, minute)
    }
  })
  for (const [name, work] of Object.entries(works)) {
    await boss.work(name, { pollingIntervalSeconds: 5 }, () =>
      work().catch((error: unknown) => {
        report(`${name} ${nameOf(error)}`)
        throw error
      }),
    )
  }
  return () => boss.stop({ graceful: true, timeout: 10_000 })
}
