import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { rowsOf } from './client.ts'
import type { Opened } from './world.ts'

/** Comes back once somebody waits for what another transaction holds, so that two who should meet do meet. */
export async function untilSomebodyWaits({ owner }: Opened): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await rowsOf(owner, waiting)).length === 0) await setTimeout(5)
}

/**
 * Does something past all policies and commits it only once somebody waits for it: what they do then began before
 * and goes on after.
 */
export async function overtaking<Result>(
  world: Opened,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  overtaken: () => Promise<Result>,
): Promise<Result> {
  const own = new pg.Client({ connectionString: world.url ?? '' })
  await own.connect()
  try {
    await own.query('begin')
    await own.query(text, [...values])
    const late = overtaken()
    await Promise.race([untilSomebodyWaits(world), late])
    await own.query('commit')
    return await late
  } finally {
    await own.end()
  }
}
