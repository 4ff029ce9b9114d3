import { type CaseRecordName, caseRecords, type RecordType } from '@setu/records'
import type { RecordStep } from '@setu/records/api'
import { type Step, stepBetween } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'
import { type CaseFile, findCase, holdCase } from './case-store.ts'
import { happened } from './event-store.ts'
import { follow, stepEvents } from './record-consequences.ts'
import { type CaseRef, keptValues, partOf, type Row, rewrite, rowForChange, stateOf } from './record-store.ts'
import { checkedValues, needLinks } from './write-record.ts'

type Values = Readonly<Record<string, unknown>>

/** Those who only took over a service hold no case: theirs is the one record that a step of it is for. */
async function holdForStep(work: Work, file: CaseRef, { states }: RecordType): Promise<CaseFile> {
  if (!states?.steps.some(({ by }) => by.includes('named'))) return holdCase(work, file)
  const found = await findCase(work, file)
  return found.relation === 'named' ? found : holdCase(work, file)
}

/** Whether this person brought the record into one of the states whose next step somebody else takes. */
async function tookOneOf(
  work: Work,
  file: CaseRef,
  item: string,
  states: readonly string[],
): Promise<boolean> {
  if (states.length === 0) return false
  const { rows } = await sql<{ took: boolean }>`
    select exists (select 1 from record_step s where s.org_id = ${file.org} and s.case_id = ${file.id}
      and s.item_id = ${item} and s.to_state = any (${[...states]}::text[]) and s.account_org = ${work.actor.org}
      and s.account_id = ${work.actor.account}) as took`.execute(work.db)
  return rows[0]?.took === true
}

/** What is given with a step is what it asks for and no more, and all of it has an answer then. */
function answered(name: CaseRecordName, step: Step, kept: Values, given: unknown): Values {
  const values = checkedValues(name, given)
  const { asks = [], takes = [] } = step
  const unasked = Object.keys(values).filter((key) => !asks.includes(key) && !takes.includes(key))
  const after = { ...kept, ...values }
  const empty = asks.filter((key) => (after[key] ?? null) === null)
  const fields = [
    ...unasked.map((field) => ({ field, problem: 'unknown' })),
    ...empty.map((field) => ({ field, problem: 'missing' })),
  ]
  if (fields.length > 0) throw new Problem('bad-request', { fields })
  return after
}

function stale(row: Row): Problem {
  return new Problem('stale', { current: { version: row.version, values: { state: stateOf(row) } } })
}

/**
 * Takes a record of a case to its next state, as its table of steps allows it to this person, and does what
 * follows: promises that are kept or made, an older record whose place it takes.
 */
export async function stepRecord(
  work: Work,
  file: CaseRef,
  { record: name, item }: { readonly record: CaseRecordName; readonly item: string },
  { base, to, values }: Pick<RecordStep, 'base' | 'to' | 'values'>,
): Promise<{ id: string; version: number }> {
  const record = caseRecords[name]
  const held = await holdForStep(work, file, record)
  const row = await rowForChange(work, file, record, item)
  if (record.states === undefined) throw new Problem('not-found')
  if (row.version !== base) throw stale(row)
  const from = stateOf(row)
  const step = stepBetween(record.states, from, to)
  if (step === null) throw new Problem('step-not-possible', { about: { from, to } })
  if (!step.by.some((relation) => relation === held.relation)) throw new Problem('not-for-you')
  if (await tookOneOf(work, file, item, step.notBy ?? [])) throw new Problem('own-request')

  const after = answered(name, step, await keptValues(work, file, record, row), values)
  await needLinks(work, file, name, checkedValues(name, values))
  const version = await rewrite(work, file, record, row, after, to)
  work.touched({ org: file.org, caseId: file.id, part: partOf(record), did: 'wrote', record: item })
  await happened(work, file, {
    kind: stepEvents[name]?.[to] ?? 'recordStepped',
    part: partOf(record),
    record: item,
    about: { record: name, became: to },
  })
  await follow(work, { held, name, id: item, from, to, values: after })
  await spreadNewKeys(work, file)
  return { id: item, version }
}
