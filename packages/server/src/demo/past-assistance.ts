import { sql } from 'kysely'
import { dayOf } from '../platform/index.ts'
import { addOffice, proposeAssistance, stepAssistance } from '../prosecution/index.ts'
import type { Setting } from './past-emergency.ts'
import type { CriminalStory } from './plan/criminal/story.ts'
import { hour } from './plan/moments.ts'

/**
 * Another country was asked to hear a witness by video a month ago, and has said nothing; the same case waits for bank
 * records that nobody has sent for yet.
 */
export async function tellPastAssistance(
  { troupe, directory, draws, now }: Omit<Setting, 'node'>,
  stories: readonly CriminalStory[],
): Promise<void> {
  const [prosecutor, authority] = [directory.person('dilip'), directory.person('zerin')]
  const before = (days: number): Date => new Date(now.getTime() - days * 24 * hour)
  const [story] = stories.filter(({ today }) => today)
  if (story === undefined) return
  const at = { org: directory.unit(story.unit).org, id: story.id }
  const [sent, waits] = [draws.id(), draws.id()]
  await troupe.as(prosecutor, before(34), 'assistance.propose', async (work) => {
    const { rows } = await sql<{ id: string }>`
      select id from accused where org_id = ${at.org} and case_id = ${at.id} order by place limit 1`.execute(
      work.db,
    )
    const proposal = {
      on: dayOf(before(34)),
      paper: null,
      accused: rows.map(({ id }) => id),
      basisPaper: null,
    }
    await addOffice(work, at, {
      command: draws.id(),
      id: draws.id(),
      unit: directory.unit('ministry-home.desk').unit,
      task: 'centralAuthority',
    })
    await proposeAssistance(work, at, {
      ...proposal,
      command: draws.id(),
      id: sent,
      kind: 'legalAssistance',
      country: 'IN',
      basis: 'saarcAssistance',
      asked: ['testimony', 'service'],
    })
    await proposeAssistance(work, at, {
      ...proposal,
      command: draws.id(),
      id: waits,
      kind: 'legalAssistance',
      country: 'AE',
      basis: 'untoc',
      asked: ['bankRecords'],
    })
  })
  const step = (
    days: number,
    item: string,
    base: number,
    to: 'withAuthority' | 'sent',
    paper: string | null,
  ) =>
    troupe.as(to === 'sent' ? authority : prosecutor, before(days), 'assistance.step', async (work) => {
      const given = { command: draws.id(), base, to, on: dayOf(before(days)), paper }
      await stepAssistance(work, { ...at, item }, given)
    })
  await step(33, sent, 1, 'withAuthority', null)
  await step(31, waits, 1, 'withAuthority', null)
  await step(30, sent, 2, 'sent', 'MLA 7/2026')
}
