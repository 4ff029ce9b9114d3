import type { RenewalList } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import { findCase } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { renewalsOf } from './renewal-store.ts'

/** When the keys of a case were renewed: for those who work on it or supervise it. */
export async function readRenewals(work: Work, file: CaseRef): Promise<RenewalList> {
  const { relation } = await findCase(work, file)
  if (relation !== 'own' && relation !== 'supervise') throw new Problem('not-found')
  return { items: await renewalsOf(work, file) }
}
