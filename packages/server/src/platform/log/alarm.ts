import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Node } from '../node.ts'
import { anchor } from './anchor.ts'
import type { WitnessPlace } from './witness-list.ts'

const hour = 60 * 60 * 1000

/** How long the log may go without anybody outside confirming it before people are told. */
const unconfirmedMs = 4 * hour

/** Nobody is told the same again before a day has passed. */
const againMs = 24 * hour

type Alarm = 'logUnwitnessed' | 'logDisputed'

async function alarmsIn(db: Db, names: readonly string[], now: Date): Promise<Alarm[]> {
  const { rows } = await sql<{ since: string | null; disputed: boolean | null }>`
    select coalesce(max(w.seen_at), (select min(made_at) from log_checkpoint)) as since,
      bool_or(w.trouble in ('refused', 'ahead', 'damaged')) as disputed
    from log_witness w where w.name = any (${[...names]}::text[])`.execute(db)
  const { since, disputed } = rows[0] ?? { since: null, disputed: null }
  const late = since !== null && now.getTime() - new Date(since).getTime() >= unconfirmedMs
  return [...(late ? (['logUnwitnessed'] as const) : []), ...(disputed ? (['logDisputed'] as const) : [])]
}

/** Technical administrators and data-protection officers of the whole node, whose accounts are open. */
async function tell(db: Db, kind: Alarm, now: Date): Promise<void> {
  const earliest = new Date(now.getTime() - againMs)
  await sql`
    insert into notice (org_id, id, account_id, kind, about, made_at)
    select r.org_id, gen_random_uuid(), r.account_id, ${kind}, '{}', ${now}
    from (select distinct org_id, account_id from account_role
      where role in ('technicalAdministrator', 'dataProtectionOfficer')) r
    join account a on a.org_id = r.org_id and a.id = r.account_id and a.disabled_at is null
    where not exists (select 1 from notice n
      where n.account_id = r.account_id and n.kind = ${kind} and n.made_at > ${earliest})`.execute(db)
}

/**
 * Tells those who answer for the node when no witness has confirmed the log for four hours, or when one of them
 * says that it is not the log it has seen. Nothing is stopped: work with survivors never waits for a witness.
 */
export async function raiseAlarm(
  { engine, clock }: Pick<Node, 'engine' | 'clock'>,
  places: readonly WitnessPlace[],
): Promise<readonly Alarm[]> {
  if (places.length === 0) return []
  const now = clock()
  return inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const alarms = await alarmsIn(
      db,
      places.map(({ name }) => name),
      now,
    )
    for (const alarm of alarms) await tell(db, alarm, now)
    return alarms
  })
}

/** Shows the log to its witnesses, and raises the alarm when that has not worked for too long. */
export async function faceWitnesses(node: Node, places: readonly WitnessPlace[]): Promise<void> {
  try {
    await anchor(node, places)
  } finally {
    await raiseAlarm(node, places)
  }
}
