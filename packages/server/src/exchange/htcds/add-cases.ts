import type { CaseInFile, RecordValues } from '@setu/exchange'
import { caseNote, caseRecords, columnName, fieldsOf, type RecordType } from '@setu/records'
import { type CaseState, partOfNote, type TaskKind, type TimeAllowed } from '@setu/vocabulary'
import { Problem, tokenOf, type Work } from '../../platform/index.ts'
import {
  firstPromises,
  holderOf,
  indexedFields,
  momentAfter,
  partOf,
  type RulesInForce,
  sealedPartOf,
  workingDaysOf,
} from '../../protection/index.ts'
import { giveCodes, insertRows } from './import-store.ts'

/** Whose the cases become, and the rules by which work on them falls due. */
interface Into {
  readonly unit: string
  readonly rules: RulesInForce
}

interface NewRecord {
  readonly record: RecordType
  readonly id: string
  readonly values: RecordValues
  /** Columns of the table that the declaration does not name. */
  readonly beside: RecordValues
}

interface NewCase {
  readonly id: string
  readonly state: CaseState
  readonly records: readonly NewRecord[]
}

/** Ids in rising order: what is read in the order of ids then comes back in the order of the file. */
export function risingIds(work: Work, count: number): string[] {
  return Array.from({ length: count }, () => work.freshId()).toSorted()
}

function recordsOf(work: Work, { content }: CaseInFile): NewRecord[] {
  const recorded = work.now.toISOString()
  const records = Object.values(caseRecords).flatMap((record): NewRecord[] => {
    const rows = content.records[record.name] ?? (record.name === 'caseFacts' ? [{}] : [])
    const ids = risingIds(work, rows.length)
    return rows.map((values, at) => ({ record, id: ids[at] ?? work.freshId(), values, beside: {} }))
  })
  const ids = risingIds(work, content.comments.length)
  const notes = content.comments.map(
    ({ words, on }, at): NewRecord => ({
      record: caseNote,
      id: ids[at] ?? work.freshId(),
      values: { kind: 'general', happenedOn: on ?? work.today, words },
      beside: { part: partOfNote.general, account_id: work.actor.account, recorded_at: recorded },
    }),
  )
  return [...records, ...notes]
}

function sealedOf({ record, values }: NewRecord): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(record)
      .filter(([key, { reach }]) => reach === 'sealed' && (values[key] ?? null) !== null)
      .map(([key]) => [columnName(key), values[key]]),
  )
}

/** Makes the keys of all parts of these cases that will hold something sealed, before any of it is sealed. */
async function prepareKeys(work: Work, unit: string, cases: readonly NewCase[]): Promise<void> {
  const holders = cases.flatMap(({ id, records }) => {
    const sealed = records.filter((one) => Object.keys(sealedOf(one)).length > 0)
    const parts = new Set(sealed.map(({ record }) => sealedPartOf(record)))
    return [...parts].map((part) => holderOf({ org: work.actor.org, id }, part))
  })
  await work.vault.prepare(holders, unit)
}

/** A row of a record's table, every column named, sealed ones sealed. */
async function rowOf(work: Work, caseId: string, one: NewRecord): Promise<RecordValues> {
  const { record, id, values, beside } = one
  const at = { table: record.table, row: id, version: 1 }
  const sealed = await work.vault.seal(
    holderOf({ org: work.actor.org, id: caseId }, sealedPartOf(record)),
    at,
    sealedOf(one),
  )
  const columns = fieldsOf(record).map(([key, { reach }]) => {
    const column = columnName(key)
    return [column, (reach === 'sealed' ? sealed[column] : values[key]) ?? null] as const
  })
  return {
    org_id: work.actor.org,
    id,
    case_id: caseId,
    version: 1,
    ...(record.states === undefined ? {} : { state: record.states.begins }),
    ...beside,
    ...Object.fromEntries(columns),
  }
}

async function addRecords(work: Work, cases: readonly NewCase[]): Promise<void> {
  const all = cases.flatMap(({ id, records }) => records.map((one) => ({ caseId: id, one })))
  for (const [record, group] of Map.groupBy(all, ({ one }) => one.record)) {
    const rows = await Promise.all(group.map(({ caseId, one }) => rowOf(work, caseId, one)))
    await insertRows(work, record.table, rows)
  }
}

async function addTokens(work: Work, cases: readonly NewCase[]): Promise<void> {
  const { org } = work.actor
  const [key] = await work.ring.lookUp(org)
  if (key === undefined) throw new Problem('not-admitted')
  const tokens = cases.flatMap(({ id, records }) =>
    records.flatMap(({ record, values }) =>
      (indexedFields[record.name] ?? []).flatMap((field) => {
        const text = values[field]
        if (typeof text !== 'string' || text === '') return []
        const token = tokenOf(key.secret, { node: work.node, org }, field, text)
        return [{ org_id: org, case_id: id, holder_org: org, field, token }]
      }),
    ),
  )
  await insertRows(work, 'person_token', tokens)
}

const over: readonly CaseState[] = ['closed', 'transferred']

async function addFiles(work: Work, unit: string, cases: readonly NewCase[]): Promise<void> {
  const { org, account } = work.actor
  const now = work.now.toISOString()
  await insertRows(
    work,
    'case_file',
    cases.map(({ id, state }) => ({
      org_id: org,
      id,
      version: 1,
      state,
      owner_org: org,
      owner_unit: unit,
      urgency: 'standard',
      opened_on: work.today,
      state_since: now,
      changed_at: now,
      // The file does not say when; from today on, a case that is over is out of sight as any other would be.
      closed_on: over.includes(state) ? work.today : null,
      imported: true,
    })),
  )
  await insertRows(
    work,
    'case_assignment',
    cases.map(({ id }) => ({
      org_id: org,
      id: work.freshId(),
      case_id: id,
      version: 1,
      account_org: org,
      account_id: account,
      lead: true,
      conflict: 'none',
      declared_at: now,
      made_by: account,
      began_at: now,
    })),
  )
  await giveCodes(
    work,
    cases.map(({ id }) => id),
  )
}

function addEvents(work: Work, cases: readonly NewCase[]): Promise<void> {
  return insertRows(
    work,
    'case_event',
    cases.map(({ id, state }) => ({
      org_id: work.actor.org,
      id: work.freshId(),
      case_id: id,
      kind: 'caseImported',
      part: 'status',
      happened_on: work.today,
      recorded_at: work.now.toISOString(),
      account_id: work.actor.account,
      account_org: work.actor.org,
      about: { state },
    })),
  )
}

/** What falls due with an imported case: the first steps where it is at its beginning, a new look where work goes on. */
function promisesFor(state: CaseState, { clocks }: RulesInForce): { kind: TaskKind; allowed: TimeAllowed }[] {
  if (state === 'active') return [{ kind: 'reassessRisk', allowed: clocks.reassessRisk.medium }]
  if (state === 'assessed') return [{ kind: 'makePlan', allowed: clocks.makePlan }]
  if (state !== 'intake') return []
  return firstPromises.map(({ kind, clock }) => ({ kind, allowed: clocks[clock] }))
}

function addPromises(work: Work, { unit, rules }: Into, cases: readonly NewCase[]): Promise<void> {
  const rows = cases.flatMap(({ id, state }) =>
    promisesFor(state, rules).map(({ kind, allowed }) => {
      const { calendar, workingDays } = workingDaysOf(allowed, rules.calendar)
      return {
        org_id: work.actor.org,
        id: work.freshId(),
        case_id: id,
        kind,
        rule_version: rules.clocks.version,
        calendar_version: calendar,
        working_days: workingDays,
        began_at: work.now.toISOString(),
        due_at: momentAfter(allowed, work.now, rules.calendar).toISOString(),
        holder_org: work.actor.org,
        unit_id: unit,
        account_id: work.actor.account,
      }
    }),
  )
  return insertRows(work, 'due_item', rows)
}

function note(work: Work, cases: readonly NewCase[]): void {
  for (const { id, records } of cases) {
    const parts = new Set(['status' as const, ...records.map(({ record }) => partOf(record))])
    for (const part of parts) work.touched({ org: work.actor.org, caseId: id, part, did: 'wrote' })
  }
}

/** Adds some cases of a file, each whole: the file, who works on it, its code, its records, what falls due. */
export async function addCases(
  work: Work,
  into: Into,
  found: readonly CaseInFile[],
  ids: readonly string[],
): Promise<void> {
  const cases: NewCase[] = found.map((one, at) => ({
    id: ids[at] ?? work.freshId(),
    state: one.content.state,
    records: recordsOf(work, one),
  }))
  await addFiles(work, into.unit, cases)
  await addEvents(work, cases)
  await prepareKeys(work, into.unit, cases)
  await addRecords(work, cases)
  await addTokens(work, cases)
  await addPromises(work, into, cases)
  note(work, cases)
}
