import type { SessionView } from '@setu/records/api'
import { holdsKeys } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../work.ts'

interface Row {
  readonly name: string
  readonly post_en: string
  readonly post_bn: string
  readonly language: SessionView['account']['language']
  readonly preferences: SessionView['preferences']
  readonly org_en: string
  readonly org_bn: string
  readonly type: string
  readonly owns_cases: boolean
}

interface UnitRow {
  readonly id: string
  readonly name_en: string
  readonly name_bn: string
  readonly held: boolean
}

async function ownUnits({ db, actor }: Work): Promise<SessionView['units']> {
  const { rows } = await sql<UnitRow>`
    select u.id, u.name_en, u.name_bn, w.unit_id is not null as held
    from unit u left join unit_wrap w
      on w.org_id = u.org_id and w.unit_id = u.id and w.account_id = ${actor.account}
      and w.generation = (select max(k.generation) from unit_key k where k.org_id = u.org_id and k.unit_id = u.id)
    where u.org_id = ${actor.org} and u.id = any (${actor.units.map(({ unit }) => unit)}::uuid[])`.execute(db)
  const known = new Map(rows.map((row) => [row.id, row]))
  const waits = holdsKeys(actor.roles) ? 'waits' : 'none'
  return actor.units.map(({ unit, supervises, focal }) => {
    const { name_en: en = '', name_bn: bn = '', held = false } = known.get(unit) ?? {}
    return { org: actor.org, id: unit, name: { en, bn }, supervises, focal, key: held ? 'held' : waits }
  })
}

/** Who is signed in, where they work, as what, and which day it is for them. */
export async function viewSession(work: Work): Promise<SessionView> {
  const { actor } = work
  const { rows } = await sql<Row>`
    select a.name, a.post_en, a.post_bn, a.language, a.preferences,
      o.name_en as org_en, o.name_bn as org_bn, o.type, o.owns_cases
    from account a join organisation o on o.id = a.org_id
    where a.org_id = ${actor.org} and a.id = ${actor.account}`.execute(work.db)
  const [row] = rows
  if (!row) throw new TypeError('a session of nobody')
  return {
    account: {
      id: actor.account,
      name: row.name,
      post: { en: row.post_en, bn: row.post_bn },
      language: row.language,
    },
    org: {
      id: actor.org,
      name: { en: row.org_en, bn: row.org_bn },
      type: row.type,
      ownsCases: row.owns_cases,
    },
    roles: [...actor.roles],
    units: await ownUnits(work),
    preferences: row.preferences,
    demo: work.demo,
    engine: work.engine,
    today: work.today,
  }
}
