import { caseNote } from '@setu/records'
import type { CaseView, NoteAdd, PartOpened } from '@setu/records/api'
import { type NoteKind, type Part, partOfNote } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { caseChanged, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { type CaseRef, holderOf } from '../cases/record-store.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'

interface Row {
  readonly id: string
  readonly kind: NoteKind
  readonly happenedOn: string
  readonly recorded: string
  readonly by: string
}

async function rowsOf<More>(
  work: Work,
  file: CaseRef,
  more: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<(Row & More)[]> {
  const { rows } = await sql<Row & More>`
    select n.id, n.kind, n.happened_on as "happenedOn", n.recorded_at as recorded,
      coalesce(a.name, '') as by ${more}
    from case_note n left join account a on a.org_id = ${work.actor.org} and a.id = n.account_id
    where n.org_id = ${file.org} and n.case_id = ${file.id} and ${where} order by n.recorded_at desc`.execute(
    work.db,
  )
  return rows
}

/** Who the family is may only be written down once the survivor agrees that they are looked for. */
async function needTracingAgreed(work: Work, file: CaseRef): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`
    select case_may(${file.org}, ${file.id}, 'family', true) as may`.execute(work.db)
  if (rows[0]?.may !== true) throw new Problem('consent-missing', { about: { purpose: 'familyContact' } })
}

/** Adds a note. Its kind decides the part that it belongs to, and so who will ever be able to open it. */
export async function addNote(
  work: Work,
  file: CaseRef,
  note: Omit<NoteAdd, 'command'>,
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  const part = partOfNote[note.kind]
  if (part === 'family' && held.relation === 'own') await needTracingAgreed(work, file)
  const sealed = await work.vault.seal(
    holderOf(file, part),
    { table: caseNote.table, row: note.id, version: 1 },
    { words: note.words },
  )
  const words = sealed['words']
  if (!words) throw new Problem('bad-request', { fields: [{ field: 'words', problem: 'missing' }] })
  await sql`
    insert into case_note (org_id, id, case_id, version, part, account_id, recorded_at, kind, happened_on, words)
    values (${file.org}, ${note.id}, ${file.id}, 1, ${part}, ${work.actor.account}, ${work.now.toISOString()}, ${note.kind},
      ${note.happenedOn}::date, ${words})`.execute(work.db)
  await happened(work, file, {
    kind: 'noteAdded',
    part,
    on: note.happenedOn,
    record: note.id,
    about: { kind: note.kind },
  })
  work.touched({ org: file.org, caseId: file.id, part, did: 'wrote', record: note.id })
  await caseChanged(work, file)
  await spreadNewKeys(work, file)
  return { id: note.id, version: 1 }
}

/** The notes of a case without their words. */
export async function notesOf(work: Work, file: CaseRef): Promise<CaseView['notes']> {
  return rowsOf<{ readonly part: Part }>(work, file, sql`, n.part`, sql`true`)
}

/** The notes of one part with their words, for someone who may open that part. */
export async function openNotes(work: Work, file: CaseRef, part: string): Promise<PartOpened['notes']> {
  const rows = await rowsOf<{ readonly version: number; readonly words: Buffer }>(
    work,
    file,
    sql`, n.version, n.words`,
    sql`n.part = ${part}`,
  )
  const opened: PartOpened['notes'] = []
  for (const { version, words: sealed, ...note } of rows) {
    const place = { table: caseNote.table, row: note.id, version }
    const { words } = await work.vault.open(file.org, place, { words: sealed })
    opened.push({ ...note, words: typeof words === 'string' ? words : null })
  }
  return opened
}
