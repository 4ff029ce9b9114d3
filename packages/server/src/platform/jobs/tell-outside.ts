import type { Language } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Db } from '../database/dialect.ts'
import type { Engine } from '../database/engine.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Channels, Delivery } from './channels.ts'

const batch = 50

/** Someone for whom notices lie that nobody has been told about outside of Setu. */
interface Waiting {
  readonly org: string
  readonly account: string
  readonly language: Language
  readonly notices: readonly string[]
  readonly channels: readonly {
    readonly id: string
    readonly channel: 'email' | 'push'
    readonly address: Readonly<Record<string, string>>
  }[]
}

/** People in the order in which they began to wait; those who could not be reached this time are passed over. */
async function nextWaiting(db: Db, passedOver: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with waiting as (
      select n.org_id, n.account_id, array_agg(n.id) as notices, min(n.made_at) as since
      from notice n where n.sent_at is null and n.account_id <> all (${[...passedOver]}::uuid[])
      group by n.org_id, n.account_id order by since limit ${batch})
    select w.org_id as org, w.account_id as account, a.language, w.notices,
      (select coalesce(json_agg(json_build_object('id', c.id, 'channel', c.channel, 'address', c.address)), '[]'::json)
        from notice_channel c where c.org_id = w.org_id and c.account_id = w.account_id and a.disabled_at is null) as channels
    from waiting w join account a on a.org_id = w.org_id and a.id = w.account_id order by w.since`.execute(db)
  return rows
}

async function markSent(db: Db, { org, notices }: Waiting, now: Date): Promise<void> {
  await sql`
    update notice set sent_at = ${now.toISOString()}::timestamptz
    where org_id = ${org} and id = any (${[...notices]}::uuid[]) and sent_at is null`.execute(db)
}

async function dropChannel(db: Db, { org, account }: Waiting, id: string): Promise<void> {
  await sql`delete from notice_channel where org_id = ${org} and account_id = ${account} and id = ${id}`.execute(
    db,
  )
}

/** Tells one person once, however much waits; nothing of the database is held meanwhile. */
async function tellOne(engine: Engine, one: Waiting, channels: Channels, clock: Clock): Promise<boolean> {
  const tried: { id: string; delivery: Delivery }[] = []
  for (const { id, channel, address } of one.channels) {
    const send = channels[channel]
    if (send) tried.push({ id, delivery: await send(address, one.language) })
  }
  const told =
    tried.every(({ delivery }) => delivery !== 'later') || tried.some(({ delivery }) => delivery === 'sent')
  await inTransaction(engine, { role: 'setu_notify' }, async (db) => {
    for (const { id, delivery } of tried) if (delivery === 'gone') await dropChannel(db, one, id)
    if (told) await markSent(db, one, clock())
  })
  return told
}

/**
 * Tells people outside of Setu that something waits, where they asked to be told. A notice is marked only after
 * it went out, so that a process that dies or a channel that fails tells later; on screen it waits all the while.
 */
export async function tellOutside(engine: Engine, channels: Channels, clock: Clock): Promise<void> {
  const passedOver: string[] = []
  for (;;) {
    const waiting = await inTransaction(engine, { role: 'setu_notify' }, (db) => nextWaiting(db, passedOver))
    for (const one of waiting)
      if (!(await tellOne(engine, one, channels, clock))) passedOver.push(one.account)
    if (waiting.length < batch) return
  }
}
