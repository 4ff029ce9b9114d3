import type { PlainDate, TaskKind } from '@setu/vocabulary'
import type { Work } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import { promiseFor, settle } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { supervisorOf } from './approvals.ts'

interface Promised {
  /** The record that it is about. */
  readonly id: string
  readonly kind: TaskKind
  readonly day: PlainDate
  /** A code of who takes it on; whoever leads the case, where it is not the supervisor. */
  readonly owner?: unknown
}

/** Promises something by a day, in place of what was promised of it before, by whoever takes it on. */
export async function promiseAnew(
  work: Work,
  held: CaseFile,
  { id, kind, day, owner }: Promised,
): Promise<void> {
  await settle(work, id, [kind])
  const holder = await promiseHolder(work, held)
  const account = owner === 'supervisor' ? await supervisorOf(work, held.ownerUnit) : holder.account
  const about = { org: held.org, caseId: held.id, about: id, kind }
  await promiseFor(work, { ...about, holder: { ...holder, account } }, endOf(day))
}
