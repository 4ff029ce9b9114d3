import type { SlotView } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { findWorked } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { guardianIsSuspect } from '../children/child-store.ts'
import { unreadOf } from '../messages/message-store.ts'

type Kept = NonNullable<SlotView['slot']>

/** How the survivor's own window stands, for those who work on the case or supervise it. */
export async function readSlot(work: Work, file: CaseRef): Promise<SlotView> {
  const { relation } = await findWorked(work, file)
  const { rows } = await sql<Kept>`
    select issued_at as issued, frozen_at as frozen, frozen_by as "frozenBy", frozen_because as because,
      near_suspect <> 'no' and slot_for_child(org_id, case_id) as shut
    from case_slot where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  const guardianSuspected = await guardianIsSuspect(work, file)
  return {
    mayIssue: relation === 'own' && !guardianSuspected,
    guardianSuspected,
    slot: rows[0] ?? null,
    ...(await unreadOf(work, file)),
  }
}

/**
 * Somebody near her may be a suspect: there is no window, and one that was open is shut although this work is undone.
 */
export function askedAgain(file: CaseRef): Problem {
  return new Problem('window-not-safe', {
    also: (db) => sql`select slot_freeze(${file.org}, ${file.id}, 'nearSuspect')`.execute(db),
  })
}
