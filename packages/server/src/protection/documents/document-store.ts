import { caseDocument } from '@setu/records'
import type { DocumentAdd, DocumentList, DocumentView } from '@setu/records/api'
import { codesOf, documentTypes, type Part, partOfDocument } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type CleanFile, Problem, type Work } from '../../platform/index.ts'
import { type CaseRelation, findCase } from '../cases/case-store.ts'
import { type CaseRef, holderOf } from '../cases/record-store.ts'

/** A paper of a case, by its address. */
export interface DocumentRef extends CaseRef {
  readonly item: string
}

export interface Kept {
  readonly version: number
  readonly part: Part
  readonly kind: DocumentView['kind']
  readonly type: CleanFile['type']
  readonly words: Buffer | null
  readonly relation: CaseRelation
}

/** A piece is small enough for a row and a line of a backup, and a multiple of three, so that base64 leaves no gap. */
const pieceBytes = 192 * 1024

const placeOfPiece = (id: string) => ({ table: 'case_document_piece', row: id, version: 1 })

/** Keeps a paper that was rewritten, sealed under the key of its part. */
export async function insertDocument(
  work: Work,
  file: CaseRef,
  add: Pick<DocumentAdd, 'id' | 'kind' | 'issuedOn' | 'words'>,
  clean: CleanFile,
): Promise<void> {
  const part = partOfDocument[add.kind]
  const holder = holderOf(file, part)
  const place = { table: caseDocument.table, row: add.id, version: 1 }
  const { words = null } = await work.vault.seal(holder, place, { words: add.words })
  await sql`
    insert into case_document (org_id, id, case_id, version, part, account_id, recorded_at, kind, issued_on, words,
      goes_along, media_type, pages, bytes)
    values (${file.org}, ${add.id}, ${file.id}, 1, ${part}, ${work.actor.account}, ${work.now.toISOString()}, ${add.kind},
      ${add.issuedOn}::date, ${words}, false, ${clean.type}, ${clean.pages}, ${clean.bytes.length})`.execute(
    work.db,
  )
  for (let at = 0; at * pieceBytes < clean.bytes.length; at += 1) {
    const bytes = clean.bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes)
    const id = work.freshId()
    const { piece } = await work.vault.seal(holder, placeOfPiece(id), { piece: bytes.toString('base64') })
    await sql`
      insert into case_document_piece (org_id, id, case_id, document_id, at, piece)
      values (${file.org}, ${id}, ${file.id}, ${add.id}, ${at}, ${piece})`.execute(work.db)
  }
}

/** The papers of a case that this reader may see, and the parts to which they may add some. */
export async function documentsOf(work: Work, file: CaseRef): Promise<DocumentList> {
  await findCase(work, file)
  const { rows } = await sql<DocumentView>`
    select d.id, d.version, d.part, d.kind, d.issued_on as "issuedOn", d.media_type as type, d.pages, d.bytes,
      d.goes_along as "goesAlong", coalesce(a.name, '') as by, d.recorded_at as recorded,
      case_relation(d.org_id, d.case_id) = 'own' and case_may(d.org_id, d.case_id, d.part, true) as "mayChange"
    from case_document d left join account a on a.org_id = ${work.actor.org} and a.id = d.account_id
    where d.org_id = ${file.org} and d.case_id = ${file.id} order by d.recorded_at desc, d.id`.execute(
    work.db,
  )
  const parts = [...new Set(codesOf(documentTypes).map((kind) => partOfDocument[kind]))]
  const { rows: may } = await sql<{ part: Part }>`
    select p.part from unnest(${parts}::text[]) p (part)
    where case_may(${file.org}, ${file.id}, p.part, true)`.execute(work.db)
  return { items: rows, mayAdd: may.map(({ part }) => part) }
}

/** A paper as it is kept, for somebody who may read it. */
export async function findDocument(work: Work, { org, id, item }: DocumentRef): Promise<Kept> {
  const { rows } = await sql<Kept>`
    select d.version, d.part, d.kind, d.media_type as type, d.words, case_relation(d.org_id, d.case_id) as relation
    from case_document d where d.org_id = ${org} and d.case_id = ${id} and d.id = ${item}`.execute(work.db)
  const [kept] = rows
  if (!kept) throw new Problem('not-found')
  return kept
}

/** The same for those who work or answer for the case in one of these ways; to all others it is not there. */
export async function findDocumentAs(
  work: Work,
  ref: DocumentRef,
  relations: readonly CaseRelation[],
): Promise<Kept> {
  const kept = await findDocument(work, ref)
  if (!relations.includes(kept.relation)) throw new Problem('not-found')
  return kept
}

/** The words and the bytes of a paper; `null` where no key of this reader opens them. */
export async function openDocument(
  work: Work,
  { org, id, item }: DocumentRef,
  kept: Kept,
): Promise<{ words: string | null; bytes: Buffer } | null> {
  const { rows } = await sql<{ id: string; piece: Buffer }>`
    select id, piece from case_document_piece
    where org_id = ${org} and case_id = ${id} and document_id = ${item} order by at`.execute(work.db)
  const place = { table: caseDocument.table, row: item, version: 1 }
  const [said, ...pieces] = await work.vault.openMany(org, [
    { at: place, values: { words: kept.words } },
    ...rows.map((row) => ({ at: placeOfPiece(row.id), values: { piece: row.piece } })),
  ])
  const opened = pieces.map(({ piece }) => piece)
  if (opened.length === 0 || !opened.every((piece) => typeof piece === 'string')) return null
  const words = said?.['words']
  return {
    words: typeof words === 'string' ? words : null,
    bytes: Buffer.concat(opened.map((piece) => Buffer.from(piece, 'base64'))),
  }
}

/** Says of one paper that those who may read its part may read it too, or no longer. */
export async function setGoesAlong(
  work: Work,
  { org, id, item }: DocumentRef,
  base: number,
  goesAlong: boolean,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update case_document set goes_along = ${goesAlong}, version = version + 1
    where org_id = ${org} and case_id = ${id} and id = ${item} and version = ${base} returning version`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) throw await whyNot(work, { org, id, item }, base)
  return row.version
}

/** Takes a paper away for good. */
export async function deleteDocument(
  work: Work,
  { org, id, item }: DocumentRef,
  base: number,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    delete from case_document
    where org_id = ${org} and case_id = ${id} and id = ${item} and version = ${base} returning id`.execute(
    work.db,
  )
  if (rows.length === 0) throw await whyNot(work, { org, id, item }, base)
}

/** Why a change of a paper that one may read touched nothing: somebody was faster, or it is not for this person. */
async function whyNot(work: Work, ref: DocumentRef, base: number): Promise<Problem> {
  const { version } = await findDocument(work, ref)
  return version === base
    ? new Problem('not-for-you')
    : new Problem('stale', { current: { version, values: {} } })
}
