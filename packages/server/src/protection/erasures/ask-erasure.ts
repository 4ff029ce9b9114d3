import type { ErasureAsk } from '@setu/records/api'
import { Problem, type ProblemCode, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { askToErase, type ErasureAsked } from './erasure-store.ts'

const refusals: Readonly<Record<Exclude<ErasureAsked, 'asked'>, ProblemCode>> = {
  gone: 'not-found',
  waits: 'step-not-possible',
  early: 'retention-not-over',
  held: 'legal-hold',
  nobody: 'nobody-guards-data',
}

/** Asks for a case to be erased: by whoever works it or supervises it. Nothing happens until another says yes. */
export async function askErasure(
  work: Work,
  file: CaseRef,
  { id, reason }: Pick<ErasureAsk, 'id' | 'reason'>,
): Promise<{ id: string; version: number }> {
  const said = await askToErase(work, file, { id, reason })
  if (said !== 'asked') throw new Problem(refusals[said])
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: id, reason })
  work.because(reason)
  return { id, version: 1 }
}
