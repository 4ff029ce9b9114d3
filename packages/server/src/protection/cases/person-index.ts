import type { RecordType } from '@setu/records'
import { sql } from 'kysely'
import { type IndexedField, tokenOf, type Work } from '../../platform/index.ts'
import type { CaseRef } from './record-store.ts'

/** Which fields of which record can be looked up exactly, by keyed token. */
export const indexedFields: Readonly<Record<string, readonly IndexedField[]>> = {
  personIdentity: ['identityNumber', 'name'],
  personContact: ['mobile'],
}

/** Keeps the blind index in step with what was written: old tokens of a field go, the new one comes. */
export async function reindex(
  work: Work,
  file: CaseRef,
  record: RecordType,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const field of indexedFields[record.name] ?? []) {
    if (!(field in values)) continue
    await sql`
      delete from person_token
      where org_id = ${file.org} and case_id = ${file.id} and holder_org = ${work.actor.org} and field = ${field}`.execute(
      work.db,
    )
    const text = values[field]
    if (typeof text !== 'string' || text === '') continue
    const token = tokenOf(
      await work.vault.indexKey(work.actor.org),
      { node: work.node, org: work.actor.org },
      field,
      text,
    )
    await sql`
      insert into person_token (org_id, case_id, holder_org, field, token)
      values (${file.org}, ${file.id}, ${work.actor.org}, ${field}, ${token}) on conflict do nothing`.execute(
      work.db,
    )
  }
}

/** The cases of one's own with exactly this number or name; nobody is told of anyone else's. */
export async function lookUp(work: Work, field: IndexedField, text: string): Promise<CaseRef[]> {
  const token = tokenOf(
    await work.vault.indexKey(work.actor.org),
    { node: work.node, org: work.actor.org },
    field,
    text,
  )
  const { rows } = await sql<CaseRef>`
    select org_id as org, case_id as id from person_token
    where holder_org = ${work.actor.org} and field = ${field} and token = ${token} limit 50`.execute(work.db)
  return rows
}
