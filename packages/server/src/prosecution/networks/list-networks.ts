import type { NetworkSummary } from '@setu/records/api'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import type { Work } from '../../platform/index.ts'
import { namePlace } from './network-store.ts'

interface Row extends Omit<NetworkSummary, 'name'> {
  readonly name: Buffer
}

/** The networks that one's offices work on, the latest first. What they are called names nobody in them. */
export async function listNetworks(work: Work): Promise<NetworkSummary[]> {
  const { rows } = await sql<Row>`
    select n.org_id as org, n.id, n.name, ${officeNames('u', 'o')} as office, (n.opened_at at time zone 'Asia/Dhaka')::date as "openedOn",
      case when c.id is null then null else json_build_object('org', c.org_id, 'id', c.id, 'code', c.code) end as begun,
      (select count(*)::integer from network_node d where d.org_id = n.org_id and d.network_id = n.id and d.removed_at is null) as nodes,
      (select count(*)::integer from network_tie t where t.org_id = n.org_id and t.network_id = n.id and t.removed_at is null) as ties
    from network n join unit u on u.org_id = n.org_id and u.id = n.unit_id join organisation o on o.id = n.org_id
      left join criminal_case c on c.org_id = n.case_org and c.id = n.case_id
    order by n.opened_at desc, n.id limit 500`.execute(work.db)
  const items: NetworkSummary[] = []
  for (const { name, ...row } of rows) {
    const opened = await work.vault.open(row.org, namePlace(row.id), { name })
    const called = opened['name']
    items.push({ ...row, name: typeof called === 'string' ? called : null })
  }
  work.counted(items.length)
  return items
}
