import type { KeyWaits } from '@setu/records/api'
import { codesOf, holdsKeys, roles } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem } from '../problem.ts'
import type { Work } from '../work.ts'
import { publicKeysOf, wrapUnitTo } from './wraps.ts'

/** The roles whose work opens what is sealed. */
export const keyRoles = codesOf(roles).filter((role) => holdsKeys([role]))

interface Waiting {
  readonly unit: string
  readonly unit_en: string
  readonly unit_bn: string
  readonly account: string
  readonly name: string
  readonly sign_in_name: string
  readonly post_en: string
  readonly post_bn: string
  readonly since: string
}

/** Colleagues who sit in a unit whose key the person who asks holds, have a key of their own, and were not let in. */
async function waitingFor({ db, actor }: Work): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select m.unit_id as unit, u.name_en as unit_en, u.name_bn as unit_bn, a.id as account, a.name, a.sign_in_name, a.post_en, a.post_bn,
      k.made_at as since
    from unit_wrap mine
    join unit_member m on m.org_id = mine.org_id and m.unit_id = mine.unit_id
    join unit u on u.org_id = m.org_id and u.id = m.unit_id
    join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
    join account_key k on k.org_id = a.org_id and k.account_id = a.id
    where mine.org_id = ${actor.org} and mine.account_id = ${actor.account}
      and exists (select 1 from account_role r where r.org_id = a.org_id and r.account_id = a.id
        and r.role = any (${keyRoles}::text[]))
      and mine.generation = (select max(n.generation) from unit_key n where n.org_id = mine.org_id and n.unit_id = mine.unit_id)
      and not exists (select 1 from unit_wrap w
        where w.org_id = m.org_id and w.unit_id = m.unit_id and w.account_id = m.account_id and w.generation = mine.generation)
    order by lower(a.name) collate "C", a.id, u.id`.execute(db)
  return rows
}

/** Who waits for the person who asks to let them in. */
export async function whoWaits(work: Work): Promise<KeyWaits[]> {
  const rows = await waitingFor(work)
  return rows.map(({ unit, unit_en, unit_bn, account, name, sign_in_name, post_en, post_bn, since }) => ({
    unit,
    unitName: { en: unit_en, bn: unit_bn },
    account,
    name,
    signInName: sign_in_name,
    post: { en: post_en, bn: post_bn },
    since,
  }))
}

/**
 * Lets a colleague in to the key of a unit: the second of the two acts by which somebody joins, after the
 * administrator's. From then on they open what the unit may read.
 */
export async function letIn(work: Work, unit: string, account: string): Promise<void> {
  const { db, actor, ring } = work
  const colleague = (await waitingFor(work)).find((one) => one.unit === unit && one.account === account)
  if (colleague === undefined) throw new Problem('not-found')
  // Neither the unit nor the colleague takes a new pair between this and the end.
  await ring.publicOf(unit)
  const publicKey = (await publicKeysOf(db, [account])).get(account)
  const held = await ring.held(unit)
  if (publicKey === undefined || held.length === 0) throw new Problem('not-found')
  const to = { org: actor.org, unit, account, publicKey, admittedBy: actor.account }
  for (const { generation, secret } of held) await wrapUnitTo(db, { ...to, generation }, secret)
  await sql`select tell_of_admission(${account}, ${unit})`.execute(db)
}

/**
 * Refuses what would leave a unit without anybody who holds its key: what is sealed there could never be opened
 * again. `units` are those that the account would still sit in; whoever forgot their password is no loss where the
 * organisation's recovery key opens what they held.
 */
export async function needAnotherHolder(
  { db, actor }: Work,
  account: string,
  units: readonly string[],
  { orRecovery = false }: { readonly orRecovery?: boolean } = {},
): Promise<void> {
  const { rows } = await sql`
    select 1 from unit_wrap w
    where w.org_id = ${actor.org} and w.account_id = ${account} and w.unit_id <> all (${[...units]}::uuid[])
      and not exists (select 1 from unit_wrap o join account a on a.org_id = o.org_id and a.id = o.account_id
        where o.org_id = w.org_id and o.unit_id = w.unit_id and o.generation = w.generation
          and o.account_id <> w.account_id and a.disabled_at is null)
      and not (${orRecovery} and exists (select 1 from recovery_wrap r
        join recovery_key k on k.org_id = r.org_id and k.id = r.key_id and k.retired_at is null
        where r.org_id = w.org_id and r.unit_id = w.unit_id and r.generation = w.generation))`.execute(db)
  if (rows.length > 0) throw new Problem('last-holder')
}

/** Takes away the key of a colleague whose password somebody else has set; a new one is let in like a newcomer's, or by two shares. */
export async function dropKey(work: Work, account: string): Promise<void> {
  await needAnotherHolder(work, account, [], { orRecovery: true })
  await sql`delete from account_key where org_id = ${work.actor.org} and account_id = ${account}`.execute(
    work.db,
  )
}
