import type { UnitKeyView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../work.ts'

interface Row {
  readonly unit: string
  readonly name_en: string
  readonly name_bn: string
  readonly generation: number
  readonly made_at: string
  readonly due_why: UnitKeyView['due']
  readonly holders: number
  readonly renewing: boolean
  readonly left: number
}

/** The keys of units that whoever asks holds the newest of. */
export async function heldUnitKeys({ db, actor }: Work): Promise<UnitKeyView[]> {
  const { rows } = await sql<Row>`
    select u.id as unit, u.name_en, u.name_bn, k.generation, k.made_at, k.due_why,
      (select count(*)::integer from unit_wrap h join account a on a.org_id = h.org_id and a.id = h.account_id
        and a.disabled_at is null where h.org_id = k.org_id and h.unit_id = k.unit_id and h.generation = k.generation) as holders,
      k.generation > o.oldest as renewing,
      case when k.generation > o.oldest then unit_wraps_left(k.unit_id) else 0 end as left
    from unit_wrap w
    join unit_key k on k.org_id = w.org_id and k.unit_id = w.unit_id and k.generation = w.generation
    join unit u on u.org_id = k.org_id and u.id = k.unit_id
    cross join lateral (select min(n.generation) as oldest, max(n.generation) as newest from unit_key n
      where n.org_id = k.org_id and n.unit_id = k.unit_id) o
    where w.org_id = ${actor.org} and w.account_id = ${actor.account} and k.generation = o.newest
      and k.unit_id = any ((select actor_units())::uuid[])
    order by lower(u.name_en) collate "C", u.id`.execute(db)
  return rows.map(
    ({ unit, name_en: en, name_bn: bn, made_at: since, due_why: due, renewing, left, ...row }) => ({
      ...row,
      unit,
      unitName: { en, bn },
      since,
      due,
      renewal: renewing ? { left } : null,
    }),
  )
}
