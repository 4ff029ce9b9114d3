import { createHash } from 'node:crypto'
import type { NoticeChannels, NoticeView } from '@setu/records/api'
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

/** What waits for the person who asks, the unseen and then the latest first; a case that they may open by its code. */
export async function ownNotices(db: Db): Promise<NoticeView[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select id, kind, about, made_at, seen_at from notice
      where account_id = (select actor_account())
      order by (seen_at is not null), made_at desc, id limit ${mostShown})
    select p.id, p.kind, p.made_at, p.seen_at, p.about || coalesce((
      select jsonb_build_object('code', k.code) from case_code k
      where k.org_id = (p.about ->> 'org')::uuid and k.case_id = (p.about ->> 'case')::uuid
        and k.holder_org = (select actor_org())), '{}') as about
    from page p order by (p.seen_at is not null), p.made_at desc, p.id`.execute(db)
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

/** Tells a browser which of the devices it is, without the address by which it is told. */
const markOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex')

const mostDevices = 10

interface Channel {
  readonly id: string
  readonly channel: 'email' | 'push'
  readonly address: Readonly<Record<string, string>>
  readonly device: string
  readonly made_at: string
}

/** Where else the person who asks is told that something waits. */
export async function ownChannels(db: Db): Promise<Omit<NoticeChannels, 'pushKey'>> {
  const { rows } = await sql<Channel>`
    select id, channel, address, device, made_at from notice_channel
    where account_id = (select actor_account()) order by made_at desc, id`.execute(db)
  return {
    email: rows.find(({ channel }) => channel === 'email')?.address['address'] ?? null,
    devices: rows
      .filter(({ channel }) => channel === 'push')
      .map(({ id, address, device, made_at: made }) => ({
        id,
        device,
        made,
        mark: markOf(address['endpoint'] ?? ''),
      })),
  }
}

/** Where else somebody is told that something waits: one address for e-mails. */
export async function keepEmail(db: Db, { org, account }: Actor, address: string): Promise<void> {
  await dropChannel(db, 'email')
  await sql`
    insert into notice_channel (org_id, account_id, channel, address, made_at)
    values (${org}, ${account}, 'email', ${JSON.stringify({ address })}::jsonb, now())`.execute(db)
}

/** What a browser's push service needs to reach one device. */
interface PushAddress {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Tells somebody on the device on which they ask; the same device counts once, and very old ones make room. */
export async function keepDevice(
  db: Db,
  { org, account }: Actor,
  { endpoint, p256dh, auth }: PushAddress,
): Promise<void> {
  await sql`
    delete from notice_channel where account_id = (select actor_account()) and channel = 'push'
      and (address ->> 'endpoint' = ${endpoint} or id in (
        select id from notice_channel where account_id = (select actor_account()) and channel = 'push'
        order by made_at desc, id offset ${mostDevices - 1}))`.execute(db)
  await sql`
    insert into notice_channel (org_id, account_id, channel, address, device, made_at)
    values (${org}, ${account}, 'push', ${JSON.stringify({ endpoint, p256dh, auth })}::jsonb,
      coalesce((select device from session_list() where this_one), ''), now())`.execute(db)
}

export async function dropChannel(db: Db, channel: 'email' | 'push'): Promise<void> {
  await sql`
    delete from notice_channel where account_id = (select actor_account()) and channel = ${channel}`.execute(
    db,
  )
}

/** No longer tells the person who asks on one of their devices; somebody else's is not theirs to drop. */
export async function dropDevice(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from notice_channel
    where account_id = (select actor_account()) and channel = 'push' and id = ${id} returning id`.execute(db)
  return rows.length > 0
}
