import type { RenewalList } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { findWorked } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { renewalsOf } from './renewal-store.ts'

/** When the keys of a case were renewed: for those who work on it or supervise it. */
export async function readRenewals(work: Work, file: CaseRef): Promise<RenewalList> {
  await findWorked(work, file)
  return { items: await renewalsOf(work, file) }
}
