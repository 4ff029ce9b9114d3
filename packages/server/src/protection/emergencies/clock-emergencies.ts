import { sql } from 'kysely'
import { type Clock, type Engine, inTransaction } from '../../platform/index.ts'

/** A question that nobody answered in a day is no emergency any more. */
const waitsHours = 24

/** Ends what is over, and takes its keys away. That nobody reads by it any more, the policies saw to before. */
export async function endEmergencies(engine: Engine, clock: Clock): Promise<number> {
  const now = clock().toISOString()
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { rows } = await sql<{ id: string }>`
      update emergency_access set state = case state when 'granted' then 'ended' else 'lapsed' end,
        ended_at = ${now}::timestamptz, version = version + 1
      where (state = 'granted' and until <= ${now}::timestamptz)
        or (state = 'waiting' and asked_at <= ${now}::timestamptz - make_interval(hours => ${waitsHours}))
      returning id`.execute(db)
    if (rows.length > 0)
      await sql`delete from part_wrap where through = 'emergency' and through_id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
        db,
      )
    return rows.length
  })
}
