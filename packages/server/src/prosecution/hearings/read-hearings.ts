import type { CauseList, CauseQuery, HearingView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { courtJson } from '../courts/court-store.ts'
import { mayIn, tasksIn } from '../criminal-cases/criminal-store.ts'
import { hearingPlace, hearingRows } from './hearing-store.ts'

/** The days in court of a case, with the words of their orders for whoever may read them. */
export async function readHearings(work: Work, at: CriminalRef): Promise<HearingView[]> {
  const tasks = await tasksIn(work, at)
  const rows = await hearingRows(work, at)
  const may = (await mayIn(work, at, ['orders'], false)).length > 0
  const opened = may
    ? await work.vault.openMany(
        at.org,
        rows.map(({ id, orders }) => ({ at: hearingPlace(id), values: { orders } })),
      )
    : []
  const items = rows.map((row, place) => {
    const orders = opened[place]?.['orders']
    const said = typeof orders === 'string' ? orders : null
    return { ...row, orders: said, sealed: row.orders !== null && said === null }
  })
  if (items.some(({ orders }) => orders !== null))
    work.touched({ org: at.org, caseId: at.id, part: 'orders', did: 'read', relation: tasks.join('+') })
  return items
}

const aPage = 200

/** What is before the courts on a day, of the cases of one's offices: a page of it, in the order of courts. */
export async function readCauseList(work: Work, { on, court, after }: CauseQuery): Promise<CauseList> {
  const order = sql`k.name_en, k.id, coalesce(c.tribunal_number, ''), c.code, h.id`
  const from = sql`hearing h join criminal_case c on c.org_id = h.org_id and c.id = h.case_id join court k on k.id = h.court_id`
  const behind =
    after === undefined ? sql`true` : sql`(${order}) > (select ${order} from ${from} where h.id = ${after})`
  const { rows } = await sql<CauseList['items'][number]>`
    select c.org_id as org, c.id as case, c.code, c.station_number as "stationNumber", c.station_year as "stationYear",
      c.tribunal_number as "tribunalNumber", h.id as hearing, ${courtJson('k')} as court, h.purpose, h.standing, h.why,
      (select count(*)::int from (select p.standing, p.held_on, max(p.held_on) filter (where p.standing = 'held') over () as held
          from hearing p where p.org_id = h.org_id and p.case_id = h.case_id and p.held_on < h.held_on) b
        where b.standing = 'adjourned' and (b.held is null or b.held_on >= b.held)) as "putOff"
    from ${from}
    where h.held_on = ${on} and ${court === undefined ? sql`true` : sql`h.court_id = ${court}`} and ${behind}
    order by ${order} limit ${aPage + 1}`.execute(work.db)
  const items = rows.slice(0, aPage)
  work.counted(items.length)
  return { on, items, next: rows.length > aPage ? (items.at(-1)?.hearing ?? null) : null }
}
