import type { RecoveryView } from '@setu/records/api'
import { sql } from 'kysely'
import { keyRoles } from '../keys/admission.ts'
import type { Work } from '../work.ts'
import { markOf } from './recovery-secret.ts'

interface KeyRow {
  readonly id: string
  readonly public_key: Buffer
  readonly made_at: string
  readonly old: boolean
  readonly holders: { number: number; name: string }[]
}

/** The recovery key that holds now, with who was given which share; `null` where there is none. */
export async function currentKey({ db, actor }: Work): Promise<KeyRow | null> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.public_key, k.made_at, k.made_at < now() - interval '1 year' as old,
      (select json_agg(json_build_object('number', s.number, 'name', s.holder) order by s.number)
        from recovery_share s where s.org_id = k.org_id and s.key_id = k.id) as holders
    from recovery_key k where k.org_id = ${actor.org} and k.retired_at is null`.execute(db)
  return rows[0] ?? null
}

/** Why the key of these shares opens nothing any more: it was retired; `false` for a key that was never ours. */
export async function wasRetired({ db, actor }: Work, mark: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from recovery_key where org_id = ${actor.org} and retired_at is not null
      and left(replace(id::text, '-', ''), 8) = ${mark}`.execute(db)
  return rows.length > 0
}

interface UnitRow {
  readonly unit: string
  readonly name_en: string
  readonly name_bn: string
  readonly made: boolean
  readonly holders: number
  readonly covered: boolean
  readonly lost: boolean
  readonly due: boolean
  readonly members: RecoveryView['units'][number]['members'] | null
}

async function unitsOf({ db, actor }: Work): Promise<RecoveryView['units']> {
  const { rows } = await sql<UnitRow>`
    select u.id as unit, u.name_en, u.name_bn, n.newest is not null as made,
      (select count(*)::integer from unit_wrap w join account a on a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null
        where w.org_id = u.org_id and w.unit_id = u.id and w.generation = n.newest) as holders,
      exists (select 1 from recovery_wrap r join recovery_key k on k.org_id = r.org_id and k.id = r.key_id and k.retired_at is null
        where r.org_id = u.org_id and r.unit_id = u.id and r.generation = n.newest) as covered,
      exists (select 1 from recovery_lost() l where l.unit_id = u.id) as lost,
      exists (select 1 from unit_key k where k.org_id = u.org_id and k.unit_id = u.id and k.due_since is not null) as due,
      (select json_agg(json_build_object('account', a.id, 'name', a.name) order by lower(a.name) collate "C", a.id)
        from unit_member m join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
        join account_key k on k.org_id = a.org_id and k.account_id = a.id
        where m.org_id = u.org_id and m.unit_id = u.id and exists (select 1 from account_role r
          where r.org_id = a.org_id and r.account_id = a.id and r.role = any (${keyRoles}::text[]))) as members
    from unit u
    cross join lateral (select max(k.generation) as newest from unit_key k where k.org_id = u.org_id and k.unit_id = u.id) n
    where u.org_id = ${actor.org} order by lower(u.name_en) collate "C", u.id`.execute(db)
  return rows.map(({ name_en: en, name_bn: bn, members, ...row }) => ({
    ...row,
    unitName: { en, bn },
    members: members ?? [],
  }))
}

async function lastWasSpent({ db, actor }: Work): Promise<boolean> {
  const { rows } = await sql<{ why: string }>`
    select retired_why as why from recovery_key where org_id = ${actor.org} and retired_at is not null
    order by retired_at desc limit 1`.execute(db)
  return rows[0]?.why === 'spent'
}

/** How an organisation stands against the day on which nobody can open a unit's key. */
export async function viewRecovery(work: Work): Promise<RecoveryView> {
  const key = await currentKey(work)
  const units = await unitsOf(work)
  if (key === null) return { key: null, warn: (await lastWasSpent(work)) ? 'spent' : 'missing', units }
  const { id, made_at: made, old, holders } = key
  return { key: { mark: markOf(id), made, holders }, warn: old ? 'old' : 'none', units }
}

/** The units that nobody can open any more, though the recovery key can. */
export async function lostUnits({ db }: Work): Promise<readonly string[]> {
  const { rows } = await sql<{ unit_id: string }>`select unit_id from recovery_lost()`.execute(db)
  return rows.map(({ unit_id: unit }) => unit)
}

/** Ends the recovery key that holds now; what was wrapped to it is destroyed. */
export async function retireKey({ db }: Work, why: 'renewed' | 'spent'): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select recovery_retire(${why}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}
