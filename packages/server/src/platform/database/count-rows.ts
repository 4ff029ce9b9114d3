import type { Clock } from '../clock.ts'
import type { Engine } from './engine.ts'

/** The embedded database counts nothing by itself; without counts it cannot tell a short way from a long one. */
export async function countRows(engine: Engine): Promise<void> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    const { rows } = await connection.query(
      `select string_agg(quote_ident(tablename), ', ') as names from pg_tables where schemaname = 'public'`,
      [],
    )
    await connection.script(`analyze ${String(rows[0]?.['names'])}`)
    spoilt = false
  } finally {
    connection.release(spoilt)
  }
}

const everySoOften = 3_600_000

/** Work for the clock of a node on the embedded database: counts at first, and then once an hour. A server counts by itself. */
export function countingWork(engine: Engine, clock: Clock): Readonly<Record<string, () => Promise<boolean>>> {
  if (engine.kind !== 'pglite') return {}
  let last = Number.NEGATIVE_INFINITY
  return {
    'count-rows': async () => {
      const now = clock().getTime()
      if (now - last < everySoOften) return false
      last = now
      await countRows(engine)
      return true
    },
  }
}
