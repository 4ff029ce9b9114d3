import type { SlotFreeze, SlotThaw } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { guardianIsSuspect } from '../children/child-store.ts'
import { askedAgain } from './slot-store.ts'

/** Shuts the survivor's own window at once: whoever is in it is out. */
export async function freezeSlot(work: Work, file: CaseRef, because: SlotFreeze['because']): Promise<void> {
  const { relation } = await holdCase(work, file)
  const { rows } = await sql<{ frozen: boolean }>`
    select slot_freeze(${file.org}, ${file.id}, ${because}) as frozen`.execute(work.db)
  if (rows[0]?.frozen !== true) throw new Problem('not-found')
  await happened(work, file, { kind: 'windowFrozen', part: 'status' })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', relation })
}

/** Opens it again, with her there and after the same question as when it was given. */
export async function thawSlot(
  work: Work,
  file: CaseRef,
  nearSuspect: SlotThaw['nearSuspect'],
): Promise<void> {
  const { relation } = await holdCase(work, file)
  if (relation !== 'own') throw new Problem('not-found')
  if (await guardianIsSuspect(work, file)) throw askedAgain(file)
  const { rows } = await sql<{ outcome: string }>`
    select slot_thaw(${file.org}, ${file.id}, ${nearSuspect}) as outcome`.execute(work.db)
  if (rows[0]?.outcome === 'not-safe') throw askedAgain(file)
  if (rows[0]?.outcome !== 'open') throw new Problem('not-found')
  await happened(work, file, { kind: 'windowOpened', part: 'status' })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', relation })
}
