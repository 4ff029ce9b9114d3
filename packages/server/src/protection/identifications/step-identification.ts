import { caseRecords } from '@setu/records'
import type {
  IdentificationBegin,
  IdentificationOfCase,
  IdentificationStepTaken,
  ReflectionExtend,
  Written,
} from '@setu/records/api'
import {
  addDays,
  type CaseClocks,
  elementsHold,
  entryOf,
  type IdentificationRules,
  type IdentificationState,
  identificationRules,
  identificationStatuses,
  identificationStatusOf,
  identificationStepsFrom,
  lastDayOf,
  plainDate,
  type TaskKind,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, ruleInForce, type Work, wrongField } from '../../platform/index.ts'
import { findWorked, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { type CaseRef, rowsOf } from '../cases/record-store.ts'
import { writeRecord } from '../cases/write-record.ts'
import { promiseAll, promiseFor, settle } from '../due/due-store.ts'
import { endOf, rulesInForce } from '../due/rules-in-force.ts'
import { addNote } from '../notes/note-store.ts'
import {
  childOfCase,
  heldIdentification,
  type IdentificationRow,
  identificationOf,
  ownWay,
  viewOf,
} from './identification-store.ts'

/** Somebody is presumed trafficked: formal identification is due, and the time to recover begins. */
export async function beginIdentification(
  work: Work,
  file: CaseRef,
  { id }: Pick<IdentificationBegin, 'id'>,
): Promise<Written> {
  const held = await holdCase(work, file)
  if ((await identificationOf(work, file)) !== null) throw new Problem('exists-already')
  const rules = await rulesInForce(work)
  const { clocks, calendar } = rules
  const until =
    clocks.reflect.unit === 'hours' ? addDays(work.today, 1) : lastDayOf(clocks.reflect, work.today, calendar)
  await sql`
    insert into identification (org_id, id, case_id, state, presumed_on, reflect_until)
    values (${file.org}, ${id}, ${file.id}, 'presumed', ${work.today}::date, ${until}::date)`.execute(work.db)
  const holder = { org: held.ownerOrg, unit: held.ownerUnit, account: work.actor.account }
  const about = { org: file.org, caseId: file.id, about: id, holder, version: clocks.version }
  await promiseAll(work, rules, [
    { ...about, kind: 'identify', allowed: clocks.identify },
    { ...about, kind: 'endReflection', allowed: clocks.reflect },
  ])
  await sayOutside(work, file, 'presumed', null)
  work.touched({ org: file.org, caseId: file.id, part: 'protection', did: 'wrote', record: id })
  return { id, version: 1 }
}

/** What stands in the facts of the case, from where HTCDS files are made. */
async function sayOutside(
  work: Work,
  file: CaseRef,
  state: IdentificationState,
  body: string | null,
): Promise<void> {
  const [facts] = await rowsOf(work, file, caseRecords.caseFacts)
  const status = entryOf(identificationStatuses, identificationStatusOf[state]).htcds
  if (facts === undefined || (facts['trafficking_status'] === status && body === null)) return
  const values = { traffickingStatus: status, ...(body === null ? {} : { decidedBy: body }) }
  await writeRecord(work, file, 'caseFacts', { id: facts.id, base: facts.version, values })
}

function needElements(given: IdentificationStepTaken, row: IdentificationRow, child: boolean): void {
  const { acts = row.acts, means = row.means, purposes = row.purposes } = given
  if (given.to !== 'identified' || elementsHold({ acts, means, purposes }, child)) return
  throw wrongField('elements', 'missing')
}

interface Next {
  readonly kind: TaskKind
  readonly version: string
  readonly days: number
}

/** What somebody owes after a step, and by which rules. */
function nextAfter(to: IdentificationState, rules: IdentificationRules, clocks: CaseClocks): Next | null {
  if (to === 'noProposed') return { kind: 'reviewNo', version: clocks.version, days: 7 }
  if (to !== 'appealed') return null
  return { kind: 'answerAppeal', version: rules.version, days: rules.answerAppeal.amount }
}

async function appealsInForce(work: Work): Promise<IdentificationRules> {
  const laidDown = await ruleInForce<IdentificationRules>(work.db, 'identificationRules', work.today)
  return laidDown ?? identificationRules
}

/** Takes a step: what decides says which body, which elements and why. No help depends on any of it. */
export async function stepIdentification(
  work: Work,
  file: CaseRef,
  given: IdentificationStepTaken,
): Promise<Written> {
  const held = await holdCase(work, file)
  const row = await heldIdentification(work, file, given.base)
  const step = identificationStepsFrom(row.state).find(({ to }) => to === given.to)
  if (step === undefined) throw new Problem('step-not-possible')
  if (step.byAnother && ownWay(work.actor, row)) throw new Problem('own-request')
  if (given.to === 'appealed' && row.appealUntil !== null && row.appealUntil < work.today)
    throw new Problem('step-not-possible')
  if (given.reasons === undefined || (step.decides && given.body === undefined))
    throw new Problem('reason-needed')
  needElements(given, row, await childOfCase(work, file))
  const appeals = await appealsInForce(work)
  const { acts = row.acts, means = row.means, purposes = row.purposes, body = row.body } = given
  const { account, org } = work.actor
  await sql`
    update identification set state = ${given.to}, version = version + 1, body = ${body}, acts = ${[...acts]}::text[],
      means = ${[...means]}::text[], purposes = ${[...purposes]}::text[],
      decided_on = case when ${step.decides} then ${work.today}::date else decided_on end,
      decided_org = case when ${step.decides} then ${org}::uuid else decided_org end,
      decided_by = case when ${step.decides} then ${account}::uuid else decided_by end,
      proposed_by = case when ${given.to}::text = 'noProposed' then ${account}::uuid else proposed_by end,
      appeal_until = case when ${given.to}::text = 'notIdentified' then ${addDays(work.today, appeals.bringAppeal.amount)}::date end
    where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  await addNote(work, file, {
    id: work.freshId(),
    kind: 'general',
    happenedOn: work.today,
    words: given.reasons,
  })
  await happened(work, file, {
    kind: 'identificationDecided',
    part: 'protection',
    record: row.id,
    about: { identification: given.to },
  })
  await settle(work, row.id, ['reviewNo', 'answerAppeal'])
  if (['identified', 'notIdentified', 'inconclusive'].includes(given.to))
    await settle(work, row.id, ['identify'])
  const rules = await rulesInForce(work)
  const due = nextAfter(given.to, appeals, rules.clocks)
  if (due !== null) {
    const holder = { org: held.ownerOrg, unit: held.ownerUnit, account: null }
    const allowed = { amount: due.days, unit: 'calendarDays' } as const
    const about = { org: file.org, caseId: file.id, about: row.id, holder, version: due.version }
    await promiseAll(work, rules, [{ ...about, kind: due.kind, allowed }])
  }
  await sayOutside(work, file, given.to, step.decides ? (given.body ?? null) : null)
  work.touched({ org: file.org, caseId: file.id, part: 'protection', did: 'wrote', record: row.id })
  return { id: row.id, version: row.version + 1 }
}

/** Gives more time to recover, with a reason. */
export async function extendReflection(
  work: Work,
  file: CaseRef,
  { base, ground, days }: ReflectionExtend,
): Promise<Written> {
  const held = await holdCase(work, file)
  const row = await heldIdentification(work, file, base)
  const until = addDays(plainDate(row.reflectUntil), days)
  await sql`
    update identification set reflect_until = ${until}::date, reflect_ground = ${ground}, version = version + 1
    where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  await settle(work, row.id, ['endReflection'])
  const holder = { org: held.ownerOrg, unit: held.ownerUnit, account: work.actor.account }
  const about = { org: file.org, caseId: file.id, about: row.id, holder }
  await promiseFor(work, { ...about, kind: 'endReflection' }, endOf(until))
  return { id: row.id, version: row.version + 1 }
}

/** How the identification of the person of a case stands, for those who work on it. */
export async function readIdentification(work: Work, file: CaseRef): Promise<IdentificationOfCase> {
  const row = await identificationOf(work, file)
  if (row === null) {
    await findWorked(work, file)
    return { identification: null }
  }
  return { identification: await viewOf(work, file, row) }
}
