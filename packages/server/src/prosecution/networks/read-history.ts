import type { HistoryQuery, NetworkHistory } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { type NetworkRef, nodePlace, openedFor, saidOf, tiePlace } from './network-store.ts'

const aPage = 100

interface Row
  extends Pick<NetworkHistory['items'][number], 'about' | 'item' | 'version' | 'did' | 'by' | 'at'> {
  readonly id: string
  readonly grade: string | null
  readonly sealed: Buffer | null
}

const fromCursor = (after: string | undefined) => {
  const found = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? '')
  return found === null ? sql`true` : sql`(s.at, s.id) < (${found[1]}::timestamptz, ${found[2]}::uuid)`
}

/** What was changed in a network, the latest first, and what stood there before. Names are opened, and that is logged. */
export async function readHistory(work: Work, at: NetworkRef, query: HistoryQuery): Promise<NetworkHistory> {
  await openedFor(work, at, query)
  const { rows } = await sql<Row>`
    select s.id, s.about, s.item_id as item, s.version, s.did, s.before_sealed as sealed,
      (s.before_codes ->> 'reliability') || (s.before_codes ->> 'credibility') as grade,
      json_build_object('en', o.name_en, 'bn', o.name_bn) as by,
      to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from network_step s join organisation o on o.id = s.account_org
    where s.org_id = ${at.org} and s.network_id = ${at.id} and ${fromCursor(query.after)}
    order by s.at desc, s.id desc limit ${aPage + 1}`.execute(work.db)
  const page = rows.slice(0, aPage)
  const opened = await work.vault.openMany(
    at.org,
    page.map(({ about, item, sealed }) =>
      about === 'node'
        ? { at: nodePlace(item), values: { said: sealed } }
        : { at: tiePlace(item), values: { role: sealed } },
    ),
  )
  const last = page.at(-1)
  return {
    items: page.map(({ about, item, version, did, grade, by, at: when, sealed }, place) => {
      const before = about === 'node' && sealed !== null ? saidOf(opened[place]?.['said']) : null
      const role = opened[place]?.['role']
      return {
        about,
        item,
        version,
        did,
        grade,
        by,
        at: when,
        names: before?.names ?? null,
        number: before?.number ?? null,
        role: typeof role === 'string' ? role : null,
      }
    }),
    next: rows.length > aPage && last !== undefined ? `${last.at}_${last.id}` : null,
  }
}
