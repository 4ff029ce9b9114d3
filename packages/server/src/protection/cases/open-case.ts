import { caseRecords, sealedFields } from '@setu/records'
import type { CaseOpen, CaseOpened } from '@setu/records/api'
import type { TaskKind } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Holder, needRole, Problem, type Work } from '../../platform/index.ts'
import { giveRightsNotice } from '../consents/give-rights-notice.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { promiseAll } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { giveCode, insertAssignment, insertCase } from './case-store.ts'
import { happened } from './event-store.ts'
import { type CaseRef, holderOf, sealedPartOf } from './record-store.ts'
import { addRecord } from './write-record.ts'

/** Police, border guards and immigration never own a case, whoever of them asks. */
export async function needOwningOrganisation(work: Work): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`select may_own_cases(${work.actor.org}) as may`.execute(
    work.db,
  )
  if (rows[0]?.may !== true) throw new Problem('case-not-yours-to-own')
}

/** The clocks that start with a case, in the order in which they fall due. */
export const firstPromises: readonly {
  readonly kind: TaskKind
  readonly clock: 'completeIntake' | 'assessRisk' | 'assessNeeds' | 'makePlan'
}[] = [
  { kind: 'completeIntake', clock: 'completeIntake' },
  { kind: 'assessRisk', clock: 'assessRisk' },
  { kind: 'assessNeeds', clock: 'assessNeeds' },
  { kind: 'makePlan', clock: 'makePlan' },
]

async function promiseFirstSteps(work: Work, file: CaseRef, unit: string): Promise<void> {
  const rules = await rulesInForce(work)
  const holder = { org: work.actor.org, unit, account: work.actor.account }
  const about = { org: file.org, caseId: file.id, holder, version: rules.clocks.version }
  const promises = firstPromises.map(({ kind, clock }) => ({ ...about, kind, allowed: rules.clocks[clock] }))
  await promiseAll(work, rules, promises)
}

/** The parts of a new case in which something is sealed at once, each with a key of its own. */
function sealedParts(file: CaseRef, { identity, contact, narrative }: CaseOpen): Holder[] {
  const given = [
    [caseRecords.personIdentity, identity],
    [caseRecords.personContact, contact],
    [caseRecords.caseNarrative, narrative],
  ] as const
  return given
    .filter(([record, values]) => sealedFields(record).some((field) => (values?.[field] ?? null) !== null))
    .map(([record]) => holderOf(file, sealedPartOf(record)))
}

/**
 * Opens a case: the file, its first caseworker with a declaration of interest, a code, and the clocks that now
 * run. Whoever opens it works on it.
 */
export async function openCase(work: Work, open: CaseOpen): Promise<CaseOpened> {
  needRole(work, 'caseworker', 'supervisor')
  await needOwningOrganisation(work)
  if (!work.actor.units.some(({ unit }) => unit === open.unit)) throw new Problem('not-for-you')
  if (open.conflict !== 'none') throw new Problem('conflict-of-interest')

  const file: CaseRef = { org: work.actor.org, id: open.id }
  await insertCase(work, {
    ...file,
    unit: open.unit,
    urgency: open.urgency,
    state: 'intake',
    openedOn: work.today,
    imported: false,
  })
  await insertAssignment(work, file, {
    id: work.freshId(),
    account: work.actor.account,
    lead: true,
    conflict: 'none',
  })
  const code = await giveCode(work, file)
  await happened(work, file, { kind: 'caseOpened', part: 'status', about: { urgency: open.urgency } })
  await work.vault.prepare(sealedParts(file, open), open.unit)

  if (open.identity) await addRecord(work, file, 'personIdentity', work.freshId(), open.identity)
  if (open.contact) await addRecord(work, file, 'personContact', work.freshId(), open.contact)
  await addRecord(work, file, 'caseFacts', work.freshId(), open.facts ?? {})
  if (open.narrative) await addRecord(work, file, 'caseNarrative', work.freshId(), open.narrative)
  if (open.rightsNotice) await giveRightsNotice(work, file, open.rightsNotice)
  if (open.consents) await recordConsents(work, file, open.consents)
  await promiseFirstSteps(work, file, open.unit)
  return { org: file.org, id: file.id, code, version: 1 }
}

/** The names of a case's records, for those who go through all of them. */
export const recordNamesOfCase = Object.keys(caseRecords) as (keyof typeof caseRecords)[]
