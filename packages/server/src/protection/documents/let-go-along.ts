import type { Work } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { type DocumentRef, findDocumentAs, setGoesAlong } from './document-store.ts'

/** Says of one paper that it goes along with its part to those whom the survivor agreed to tell, or no longer. */
export async function letGoAlong(
  work: Work,
  ref: DocumentRef,
  { base, goesAlong }: { readonly base: number; readonly goesAlong: boolean },
): Promise<{ id: string; version: number }> {
  await holdCase(work, ref)
  const { part } = await findDocumentAs(work, ref, ['own'])
  const version = await setGoesAlong(work, ref, base, goesAlong)
  work.touched({ org: ref.org, caseId: ref.id, part, did: 'wrote', record: ref.item })
  return { id: ref.item, version }
}
