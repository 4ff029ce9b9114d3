import type { DocumentOpened } from '@setu/records/api'
import type { ReadingReason } from '@setu/vocabulary'
import { sql } from 'kysely'
import { markedPdf, Problem, type Work } from '../../platform/index.ts'
import { spendBudget } from '../cases/outside-budget.ts'
import { type DocumentRef, findDocument, findDocumentAs, type Kept, openDocument } from './document-store.ts'

/** Opens a paper, with the reason that goes into the log before anything leaves. */
async function opened(work: Work, ref: DocumentRef, kept: Kept, reason: ReadingReason) {
  const { org, id: caseId, item: record } = ref
  await spendBudget(work, ref, kept.relation)
  work.because(reason)
  const touched = { org, caseId, part: kept.part, relation: kept.relation, reason, record } as const
  const shown = await openDocument(work, ref, kept)
  work.touched({ ...touched, did: shown === null ? 'unopened' : 'read' })
  if (shown === null) throw new Problem('cannot-be-opened')
  return shown
}

/** Who took a paper along, in letters that every reader of PDF has: the code of the case, the office, the moment. */
async function markOf(work: Work, { org, id }: DocumentRef): Promise<string> {
  const { rows } = await sql<{ code: string | null; office: string | null; who: string | null }>`
    select (select k.code from case_code k where k.org_id = ${org} and k.case_id = ${id}
        and k.holder_org = ${work.actor.org}) as code,
      (select o.name_en from organisation o where o.id = ${work.actor.org}) as office,
      (select a.sign_in_name from account a where a.org_id = ${work.actor.org} and a.id = ${work.actor.account}) as who`.execute(
    work.db,
  )
  const { code, office, who } = rows[0] ?? {}
  return ['Setu', code, office, who, `${work.now.toISOString().slice(0, 16).replace('T', ' ')} UTC`]
    .filter((word) => typeof word === 'string')
    .join(' - ')
}

const answerOf = (kept: Kept, words: string | null, bytes: Buffer): DocumentOpened => ({
  type: kept.type,
  words,
  file: bytes.toString('base64'),
})

/** A paper to be looked at on the screen. A PDF can be kept by whoever looks, so it is marked already. */
export async function showDocument(
  work: Work,
  ref: DocumentRef,
  reason: ReadingReason,
): Promise<DocumentOpened> {
  const kept = await findDocument(work, ref)
  const { words, bytes } = await opened(work, ref, kept, reason)
  const shown = kept.type === 'application/pdf' ? await markedPdf(bytes, await markOf(work, ref)) : bytes
  return answerOf(kept, words, shown)
}

/** A paper to be taken along: a PDF each of whose pages says who took it and when. */
export async function takeDocument(
  work: Work,
  ref: DocumentRef,
  reason: ReadingReason,
): Promise<DocumentOpened> {
  const kept = await findDocumentAs(work, ref, ['own', 'supervise'])
  const { words, bytes } = await opened(work, ref, kept, reason)
  const marked = await markedPdf(bytes, await markOf(work, ref))
  return answerOf({ ...kept, type: 'application/pdf' }, words, marked)
}
