import type { OffenceAdd, OffenceStep, Sentence, Written } from '@setu/records/api'
import {
  type CriminalStage,
  type CriminalStep,
  criminalStep,
  firstStages,
  isChargeable,
  type OfficeTask,
  otherLawCode,
  stagesOfSentence,
  stagesPastReport,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import { holdingLaws } from '../laws/law-store.ts'
import { needToWrite, tasksIn, wrote } from './criminal-store.ts'

/** Refuses a law and a section that no law known here has; a law that is none of them is named in its own words. */
async function needLaw(work: Work, at: CriminalRef, given: OffenceAdd): Promise<string | null> {
  const { law, otherLaw = null, section } = given
  if ((law === otherLawCode) !== (otherLaw !== null)) throw wrongField('otherLaw', 'for-other-law')
  if (law === otherLawCode) return otherLaw
  const { rows } = await sql<{ jurisdiction: string }>`
    select jurisdiction from criminal_case where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  const laws = (await holdingLaws(work)).map((one) => one.law)
  const theirs = laws.filter(({ code, jurisdiction }) => {
    return code === law && jurisdiction === rows[0]?.jurisdiction
  })
  if (theirs.length === 0) throw wrongField('law', 'unknown-law')
  if (!theirs.some((one) => isChargeable(one, section))) throw wrongField('section', 'unknown-section')
  return null
}

/** Writes down of what an accused is accused; a case is written down at one of its first stages. */
export async function addOffence(work: Work, at: CriminalRef, given: OffenceAdd): Promise<Written> {
  await needToWrite(work, at, 'accused')
  if (!firstStages.includes(given.stage)) throw new Problem('step-not-possible')
  if (given.on > work.today) throw wrongField('on', 'in-the-future')
  const { rows: of } = await sql`
    select 1 from accused where org_id = ${at.org} and case_id = ${at.id} and id = ${given.accused}`.execute(
    work.db,
  )
  if (of.length === 0) throw wrongField('accused', 'unknown')
  const otherLaw = await needLaw(work, at, given)
  wrote(work, at, 'accused', given.id)
  const { rows } = await sql`
    insert into accused_offence (org_id, id, case_id, accused_id, law, other_law, section, stage, stage_on, paper)
    values (${at.org}, ${given.id}, ${at.id}, ${given.accused}, ${given.law}, ${otherLaw}, ${given.section}, ${given.stage}, ${given.on}, ${given.paper})
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  await reckonAlerts(work, at)
  return { id: given.id, version: 1 }
}

interface HeldOffence extends Omit<Sentence, 'kinds'> {
  readonly version: number
  readonly stage: CriminalStage
  readonly on: string
  readonly report: string | null
  readonly kinds: string[]
}

async function heldOffence(work: Work, at: CriminalRef, id: string): Promise<HeldOffence> {
  const { rows } = await sql<HeldOffence>`
    select version, stage, stage_on as on, report_kind as report, sentence as kinds, months, fine, compensation from accused_offence
    where org_id = ${at.org} and case_id = ${at.id} and id = ${id} for update`.execute(work.db)
  const [held] = rows
  if (held === undefined) throw new Problem('not-found')
  return held
}

/** The step, if one of one's offices may take it from there. */
function stepTaken(held: HeldOffence, to: CriminalStage, tasks: readonly OfficeTask[]): CriminalStep {
  const step = criminalStep(held.stage, to)
  if (step === null) throw new Problem('step-not-possible')
  if (!step.by.some((task) => tasks.includes(task))) throw new Problem('not-for-you')
  return step
}

function needAnswers({ to, on, report, sentence }: OffenceStep, held: HeldOffence, today: string): void {
  if (on > today) throw wrongField('on', 'in-the-future')
  if (on < held.on) throw wrongField('on', 'before-last-step')
  if ((to === 'finalReport') !== (report !== undefined)) throw wrongField('report', 'needed-for-final-report')
  const asks = stagesOfSentence.includes(to)
  if (asks && sentence === undefined) throw wrongField('sentence', 'needed-for-conviction')
  if (!asks && to !== 'convictionUpheld' && sentence !== undefined)
    throw wrongField('sentence', 'needed-for-conviction')
  if (sentence === undefined) return
  for (const [kind, amount] of [
    ['imprisonment', sentence.months],
    ['fine', sentence.fine],
    ['compensation', sentence.compensation],
  ] as const)
    if (sentence.kinds.includes(kind) !== (amount !== null)) throw wrongField('sentence', 'amount-and-kind')
}

/** Takes one accused a stage further for one offence: the day, the paper, and what that stage asks for. */
export async function stepOffence(
  work: Work,
  { item, ...at }: CriminalRef & { readonly item: string },
  given: OffenceStep,
): Promise<Written> {
  const tasks = await tasksIn(work, at)
  await needToWrite(work, at, 'custody')
  const held = await heldOffence(work, at, item)
  if (held.version !== given.base)
    throw new Problem('stale', { current: { version: held.version, values: { stage: held.stage } } })
  stepTaken(held, given.to, tasks)
  needAnswers(given, held, work.today)
  const { kinds, months, fine, compensation } = given.sentence ?? held
  const report = stagesPastReport.includes(given.to) ? null : (given.report ?? held.report)
  wrote(work, at, 'accused', item)
  await sql`
    update accused_offence set version = version + 1, stage = ${given.to}, stage_on = ${given.on}, paper = ${given.paper},
      report_kind = ${report}, sentence = ${kinds}::text[], months = ${months}, fine = ${fine},
      compensation = ${compensation}
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  await reckonAlerts(work, at)
  return { id: item, version: held.version + 1 }
}
