import type { AssistanceStepGiven, Written } from '@setu/records/api'
import { assistanceNext, assistanceSteps } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { heldRequest } from './assistance-store.ts'

/** There is nobody to hand a request to until an authority works on the case. */
async function needAuthority(work: Work, { org, id }: CriminalRef): Promise<void> {
  const { rows } = await sql`
    select 1 from criminal_office where org_id = ${org} and case_id = ${id} and task = 'centralAuthority' and until_on is null`.execute(
    work.db,
  )
  if (rows.length === 0) throw wrongField('to', 'no-central-authority')
}

/** Takes a request a stage further: handed over, sent, answered, or at its end. */
export async function stepAssistance(
  work: Work,
  { item, ...at }: CriminalRef & { readonly item: string },
  given: AssistanceStepGiven,
): Promise<Written> {
  const tasks = await tasksIn(work, at)
  const held = await heldRequest(work, at, item)
  if (held === undefined) throw new Problem('not-found')
  const { version, stage } = held
  if (version !== given.base) throw new Problem('stale', { current: { version, values: { stage } } })
  if (!assistanceSteps.some(({ from, to }) => from === stage && to === given.to))
    throw new Problem('step-not-possible')
  if (!assistanceNext(stage, tasks).includes(given.to)) throw new Problem('not-for-you')
  if (given.to === 'withAuthority') await needAuthority(work, at)
  if (given.on > work.today) throw wrongField('on', 'in-the-future')
  if (given.on < held.on) throw wrongField('on', 'before-last-step')
  await sql`
    update assistance_request set version = version + 1, stage = ${given.to}, stage_on = ${given.on}, paper = ${given.paper}
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  await reckonAlerts(work, at)
  return { id: item, version: version + 1 }
}
