import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { caseChanged, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { type DocumentRef, deleteDocument, findDocumentAs } from './document-store.ts'

/** Takes a paper away for good, unless it shows where money went or what was written for a claim; that it was there, and of what kind, stays on the timeline. */
export async function removeDocument(work: Work, ref: DocumentRef, base: number): Promise<void> {
  await holdCase(work, ref)
  const { part, kind } = await findDocumentAs(work, ref, ['own'])
  const { rows } = await sql`
    select 1 from payment p where p.org_id = ${ref.org} and p.receipt = ${ref.item}
    union all select 1 from compensation c where c.org_id = ${ref.org} and c.paper = ${ref.item}
    union all select 1 from non_punishment_claim n where n.org_id = ${ref.org} and n.letter = ${ref.item}`.execute(
    work.db,
  )
  if (rows.length > 0) throw new Problem('record-settled')
  await deleteDocument(work, ref, base)
  await happened(work, ref, { kind: 'documentRemoved', part, record: ref.item, about: { kind } })
  work.touched({ org: ref.org, caseId: ref.id, part, did: 'wrote', record: ref.item })
  await caseChanged(work, ref)
}
