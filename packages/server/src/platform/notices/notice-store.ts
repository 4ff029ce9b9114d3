import type { NoticeView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../database/dialect.ts'

const mostShown = 200

interface Row {
  readonly id: string
  readonly kind: string
  readonly about: Record<string, string>
  readonly made_at: string
  readonly seen_at: string | null
}

/** What waits for the person who asks, the unseen and then the latest first. */
export async function ownNotices(db: Db): Promise<NoticeView[]> {
  const { rows } = await sql<Row>`
    select id, kind, about, made_at, seen_at from notice
    where account_id = (select actor_account())
    order by (seen_at is not null), made_at desc, id limit ${mostShown}`.execute(db)
  return rows.map(({ id, kind, about, made_at: made, seen_at: seen }) => ({
    id,
    kind,
    about,
    made,
    seen: seen !== null,
  }))
}

/** Marks one's own notices as seen; an id of somebody else's changes nothing and tells nothing. */
export async function markSeen(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update notice set seen_at = now()
    where id = any (${[...ids]}::uuid[]) and seen_at is null and account_id = (select actor_account())`.execute(
    db,
  )
}

/** Where else somebody is told that something waits: one address of each kind. */
export async function keepChannel(
  db: Db,
  { org, account }: Actor,
  channel: 'email' | 'push',
  address: Readonly<Record<string, string>>,
): Promise<void> {
  await dropChannel(db, channel)
  await sql`
    insert into notice_channel (org_id, account_id, channel, address, made_at)
    values (${org}, ${account}, ${channel}, ${JSON.stringify(address)}::jsonb, now())`.execute(db)
}

export async function dropChannel(db: Db, channel: 'email' | 'push'): Promise<void> {
  await sql`
    delete from notice_channel where account_id = (select actor_account()) and channel = ${channel}`.execute(
    db,
  )
}
