import { type CaseRecordName, caseRecords, fieldsOf } from '@setu/records'
import { checkFor } from '@setu/records/check'
import type { CaseEventKind } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'
import { holdCase } from './case-store.ts'
import { happened } from './event-store.ts'
import { isThere, outside } from './outside-links.ts'
import { reindex } from './person-index.ts'
import { followWritten, before as known, needInOrder } from './record-consequences.ts'
import { amendRecord, type CaseRef, insertRecord, partOf, rowsOf } from './record-store.ts'

type Values = Readonly<Record<string, unknown>>

const firstTime: Partial<Record<CaseRecordName, CaseEventKind>> = {
  personIdentity: 'identityRecorded',
  personContact: 'contactRecorded',
  caseFacts: 'factsRecorded',
  servicePlan: 'planMade',
  serviceDelivered: 'serviceGiven',
  shelterStay: 'shelterAsked',
  tracingAttempt: 'contactTried',
  appointment: 'appointmentSet',
}

/** Checks values against the declaration; a field that is not declared, or a value out of bounds, is named. */
export function checkedValues(name: CaseRecordName, values: unknown): Values {
  const result = checkFor(caseRecords[name]).partial().safeParse(values)
  if (result.success) return result.data
  const fields = result.error.issues.slice(0, 20).map((issue) => ({
    field: issue.code === 'unrecognized_keys' ? String(issue.keys[0]) : issue.path.map(String).join('.'),
    problem: issue.code === 'unrecognized_keys' ? 'unknown' : issue.code,
  }))
  throw new Problem('bad-request', { fields })
}

/** What the timeline says of a new record beside its kind. */
function aboutFirst(name: CaseRecordName, { service }: Values): Record<string, string> {
  if (name === 'serviceDelivered') return { service: String(service) }
  return caseRecords[name].states === undefined ? {} : { record: name }
}

/** A stay for which the next look is set anew was looked at; all else is a correction. */
function amended(name: CaseRecordName, values: Values): CaseEventKind {
  return name === 'shelterStay' && 'reviewOn' in values ? 'shelterReviewed' : 'corrected'
}

/** A record or paper that another one points to is one of the same case; a budget line one of those that are paid from. */
export async function needLinks(
  work: Work,
  file: CaseRef,
  name: CaseRecordName,
  values: Values,
): Promise<void> {
  for (const [key, field] of fieldsOf(caseRecords[name])) {
    const id = values[key]
    if (field.kind !== 'link' || typeof id !== 'string') continue
    const to = Object.values(caseRecords).find((record) => record.name === field.to)
    if (to === undefined && !outside.includes(field.to)) continue
    const there =
      to === undefined
        ? await isThere(work, file, field.to, id)
        : (await rowsOf(work, file, to)).some((row) => row.id === id)
    if (!there) throw wrongField(key, 'unknown')
  }
}

/** Adds a first record of its sort to a case that is being made, with its place in the blind index. */
export async function addRecord(
  work: Work,
  file: CaseRef,
  name: CaseRecordName,
  id: string,
  values: Values,
): Promise<number> {
  const record = caseRecords[name]
  const version = await insertRecord(work, file, record, id, values)
  await reindex(work, file, record, values, true)
  work.touched({ org: file.org, caseId: file.id, part: partOf(record), did: 'wrote', record: id })
  return version
}

/** Adds or amends a record of a case. What a case has one of is amended, never added twice. */
export async function writeRecord(
  work: Work,
  file: CaseRef,
  name: CaseRecordName,
  write: { readonly id: string; readonly base: number; readonly values: unknown },
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  const given = checkedValues(name, write.values)
  const values = write.base === 0 ? await known(work, file, name, given) : given
  const record = caseRecords[name]
  await needLinks(work, file, name, values)
  const writing = { held, name, id: write.id, base: write.base, values }
  await needInOrder(work, writing)
  if (write.base === 0) {
    const [before] = record.many ? [] : await rowsOf(work, file, record)
    if (before) throw new Problem('exists-already', { about: { id: before.id } })
    const version = await addRecord(work, file, name, write.id, values)
    await happened(work, file, {
      kind: firstTime[name] ?? (record.states === undefined ? 'factsRecorded' : 'recordAdded'),
      part: partOf(record),
      record: write.id,
      about: aboutFirst(name, values),
    })
    await followWritten(work, writing)
    await spreadNewKeys(work, file)
    return { id: write.id, version }
  }
  const version = await amendRecord(work, file, record, write.id, write.base, values)
  await reindex(work, file, record, values, false)
  work.touched({ org: file.org, caseId: file.id, part: partOf(record), did: 'wrote', record: write.id })
  await happened(work, file, {
    kind: amended(name, values),
    part: partOf(record),
    record: write.id,
    about: { record: name, fields: Object.keys(values) },
  })
  await followWritten(work, writing)
  await spreadNewKeys(work, file)
  return { id: write.id, version }
}
