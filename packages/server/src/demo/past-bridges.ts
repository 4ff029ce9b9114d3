import { sql } from 'kysely'
import { sendBridge, viewBridge } from '../exchange/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

const system = 'referralPlatform'

/** Two of Asha's cases went to an office through the government's platform: each says so on its timeline. */
export async function tellPastBridges({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const asha = directory.person('asha')
  await troupe.as(asha, new Date(now.getTime() - 30 * hour), 'bridges.send', async (work) => {
    const { recipients } = await viewBridge(work, { system })
    const [office] = recipients
    if (office === undefined) return
    const { rows } = await sql<{ org: string; case: string }>`
      select c.org_id as org, c.id as "case" from case_file c
      where c.closed_on is null and exists (select 1 from consent k where k.org_id = c.org_id and k.case_id = c.id
        and k.recipient_unit = ${office.unit} and k.state = 'given' and k.withdrawn_at is null)
      order by c.opened_on, c.id limit 2`.execute(work.db)
    if (rows.length === 0) return
    const to = { org: office.org, unit: office.unit }
    await sendBridge(work, { command: draws.id(), system, to, cases: rows })
  })
}
