import type { HearingView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { courtJson } from '../courts/court-store.ts'

export const hearingPlace = (id: string) => ({ table: 'hearing', row: id, version: 1 })

export interface HearingRow extends Omit<HearingView, 'orders'> {
  readonly orders: Buffer | null
}

/** The days in court of a case, the first of them first. */
export async function hearingRows(work: Work, { org, id }: CriminalRef): Promise<HearingRow[]> {
  const { rows } = await sql<HearingRow>`
    select h.id, h.version, ${courtJson('k')} as court, h.held_on as on, h.purpose, h.standing, h.why, h.asker, h.orders,
      coalesce((select json_agg(json_build_object('place', w.place, 'kind', w.kind, 'day', w.day_code) order by w.place)
        from hearing_witness w where w.org_id = h.org_id and w.hearing_id = h.id), '[]'::json) as witnesses
    from hearing h join court k on k.id = h.court_id
    where h.org_id = ${org} and h.case_id = ${id} order by h.held_on, h.at, h.id limit 2000`.execute(work.db)
  return rows
}
