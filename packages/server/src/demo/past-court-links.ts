import { sql } from 'kysely'
import { dayOf } from '../platform/index.ts'
import { stepCustody } from '../prosecution/index.ts'
import { bringNews, type CaseRef, writeRecord } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import type { CriminalStory } from './plan/criminal/story.ts'
import { hour } from './plan/moments.ts'

interface Bailed {
  readonly id: string
  readonly version: number
  readonly code: string
}

/**
 * A survivor is tied to a criminal case that goes on. She was told of it a while ago; yesterday somebody who was out on
 * bail did not come to court, and her caseworker has it before them.
 */
export async function tellPastCourtLinks(
  { node, troupe, directory, draws, now }: Setting,
  stories: readonly CriminalStory[],
): Promise<void> {
  const [worker, prosecutor] = [directory.person('asha'), directory.person('dilip')]
  const before = (days: number): Date => new Date(now.getTime() - days * 24 * hour)
  const today = stories.filter((story) => story.today)
  const bailed: (Bailed & { readonly at: CaseRef })[] = []
  const files: CaseRef[] = []
  for (const { id, unit } of today)
    await troupe.as(prosecutor, before(36), 'criminal.read', async (work) => {
      const at = { org: directory.unit(unit).org, id }
      const { rows } = await sql<Bailed>`
        select a.id, a.version, c.code from accused a join criminal_case c on c.org_id = a.org_id and c.id = a.case_id
        where a.org_id = ${at.org} and a.case_id = ${id} and a.custody = 'onBail' order by a.place limit 1`.execute(
        work.db,
      )
      bailed.push(...rows.map((row) => ({ ...row, at })))
    })
  await troupe.as(worker, before(36), 'cases.list', async (work) => {
    const { rows } = await sql<CaseRef>`
      select c.org_id as org, c.id from case_assignment s join case_file c on c.org_id = s.org_id and c.id = s.case_id
      join person_contact p on p.org_id = c.org_id and p.case_id = c.id and p.safe_way is not null
      where s.account_id = ${worker.account} and s.ended_at is null and s.conflict = 'none' and s.lead and c.closed_on is null
        and c.opened_on < ${before(40)} and exists (select 1 from consent k where k.org_id = c.org_id and k.case_id = c.id
          and k.purpose = 'contact' and k.state = 'given' and k.valid_until > ${dayOf(now)}::date)
      order by c.opened_on, c.id limit 1`.execute(work.db)
    files.push(...rows)
  })
  const [[file], [accused]] = [files, bailed]
  if (file === undefined || accused === undefined) return
  const write = (days: number, record: 'courtLink' | 'courtTold', values: object) =>
    troupe.as(worker, before(days), 'cases.writeRecord', async (work) => {
      await writeRecord(work, file, record, { id: draws.id(), base: 0, values: { ...values } })
    })
  // What happened in all the years before was nobody’s to be told.
  let brought = 1
  while (brought > 0) brought = await bringNews(node.engine)
  await write(35, 'courtLink', {
    criminalCode: accused.code,
    agreedOn: dayOf(before(35)),
    wish: 'everything',
    taking: 'unsure',
  })
  await write(12, 'courtTold', {
    toldOn: dayOf(before(12)),
    channel: 'safeWay',
    what: ['standing', 'hearing'],
    language: 'bn',
  })
  await troupe.as(prosecutor, before(0.5), 'criminal.stepCustody', async (work) => {
    await stepCustody(
      work,
      { ...accused.at, item: accused.id },
      {
        command: draws.id(),
        base: accused.version,
        to: 'absconding',
        on: dayOf(before(1)),
        paper: null,
      },
    )
  })
  node.engine.tellTime?.(before(0.5))
  await bringNews(node.engine)
}
