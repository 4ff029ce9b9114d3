import { randomUUID } from 'node:crypto'
import type { CaseRecordName } from '@setu/records'
import { codesOf, type RiskDomain, type RiskLevel, riskDomains } from '@setu/vocabulary'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { stepRecord } from '../src/protection/cases/step-record.ts'
import { writeRecord } from '../src/protection/cases/write-record.ts'
import type { Person } from './world.ts'

/** Writes a record and takes it through steps, one after the other. */
export async function writeAndStep(
  by: Person,
  file: CaseRef,
  record: CaseRecordName,
  values: Readonly<Record<string, unknown>>,
  ...states: readonly string[]
): Promise<string> {
  const id = randomUUID()
  await by.as((work) => writeRecord(work, file, record, { id, base: 0, values }))
  for (const [at, to] of states.entries()) {
    await by.as((work) => stepRecord(work, file, { record, item: id }, { base: at + 1, to, values: {} }))
  }
  return id
}

/** A finished look at the risks: all low, but for what is named. */
export function lookAtRisks(
  by: Person,
  file: CaseRef,
  found: Readonly<Partial<Record<RiskDomain, RiskLevel>>>,
  more: Readonly<Record<string, unknown>> & { readonly assessedOn: string },
): Promise<string> {
  const levels = Object.fromEntries(codesOf(riskDomains).map((domain) => [domain, found[domain] ?? 'low']))
  return writeAndStep(by, file, 'riskAssessment', { ...levels, occasion: 'first', ...more }, 'made')
}
