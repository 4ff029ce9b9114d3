import { addDays, demoWindow } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf } from '../platform/index.ts'
import { issueSlot, writeRecord } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { tellPastMessages } from './past-messages.ts'
import { hour } from './plan/moments.ts'

/** What may stand on a phone that others see. */
const neutral = ['চা খাওয়া', 'বই ফেরত', 'বাজারের দিন'] as const

/** Three survivors took a window of their own; the numbers of the first are told to whoever visits the demonstration. */
export async function tellPastWindows(setting: Setting): Promise<void> {
  const { troupe, directory, now } = setting
  const worker = directory.person('asha')
  const files: { org: string; id: string; safe: boolean }[] = []
  const at = new Date(now.getTime() - 5 * 24 * hour)
  await troupe.as(worker, at, 'cases.list', async (work) => {
    const { rows } = await sql<{ org: string; id: string; safe: boolean }>`
      select c.org_id as org, c.id, exists (select 1 from person_contact w where w.org_id = c.org_id and w.case_id = c.id
        and w.safe_way is not null) as safe
      from case_assignment a
      join case_file c on c.org_id = a.org_id and c.id = a.case_id and c.closed_on is null
      where a.account_id = ${worker.account} and a.ended_at is null and a.conflict = 'none'
        and exists (select 1 from person_identity p where p.org_id = c.org_id and p.case_id = c.id)
        and not slot_for_child(c.org_id, c.id)
      order by (select count(*) from consent k where k.org_id = c.org_id and k.case_id = c.id and k.state = 'given'
        and k.recipient_unit is not null) desc, c.opened_on, c.id limit 3`.execute(work.db)
    files.push(...rows)
  })
  for (const [place, file] of files.entries()) {
    await troupe.as(worker, at, 'window.issue', async (work) => {
      const chosen = { pin: demoWindow.pin, nearSuspect: 'no' } as const
      if (place === 0) await issueSlot(work, file, chosen, demoWindow.receipt)
      else await issueSlot(work, file, chosen)
    })
    await troupe.as(worker, at, 'cases.writeRecord', async (work) => {
      const day = addDays(dayOf(now), 3 + place)
      const values = {
        at: new Date(`${day}T10:30:00+06:00`).toISOString(),
        place: 'agreedPlace',
        words: neutral[place % neutral.length],
        channel: file.safe ? 'safeWay' : null,
      }
      await writeRecord(work, file, 'appointment', { id: work.freshId(), base: 0, values })
    })
  }
  const [first] = files
  if (first !== undefined) await tellPastMessages(setting, first)
}
