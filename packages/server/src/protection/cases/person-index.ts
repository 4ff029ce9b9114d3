import type { RecordType } from '@setu/records'
import type { CaseKnown } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import { type IndexedField, Problem, tokenOf, type Work } from '../../platform/index.ts'
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
  fresh: boolean,
): Promise<void> {
  const fields = (indexedFields[record.name] ?? []).filter((field) => field in values)
  if (fields.length === 0) return
  if (!fresh) {
    await sql`
      delete from person_token where org_id = ${file.org} and case_id = ${file.id}
        and holder_org = ${work.actor.org} and field = any (${fields}::text[])`.execute(work.db)
  }
  const given = fields.flatMap((field) => {
    const text = values[field]
    return typeof text === 'string' && text !== '' ? [{ field, text }] : []
  })
  if (given.length === 0) return
  const { org } = work.actor
  const [key] = await work.ring.lookUp(org)
  if (key === undefined) throw new Problem('not-admitted')
  const tokens = given.map(({ field, text }) =>
    tokenOf(key.secret, { node: work.node, org }, field, text).toString('hex'),
  )
  await sql`
    insert into person_token (org_id, case_id, holder_org, field, token)
    select ${file.org}::uuid, ${file.id}::uuid, ${org}::uuid, t.field, decode(t.token, 'hex')
    from unnest(${given.map(({ field }) => field)}::text[], ${tokens}::text[]) as t (field, token)
    on conflict do nothing`.execute(work.db)
}

/** What stands in the index for this number or name, under each of the organisation's keys. */
async function tokensOf(work: Work, field: IndexedField, text: string): Promise<RawBuilder<unknown>> {
  const { org } = work.actor
  const keys = await work.ring.lookUp(org)
  const tokens = keys.map(({ secret }) =>
    tokenOf(secret, { node: work.node, org }, field, text).toString('hex'),
  )
  return sql`(select array_agg(decode(t, 'hex')) from unnest(${tokens}::text[]) t)::bytea[]`
}

/** The cases of one's own with exactly this number or name; nobody is told of anyone else's. */
export async function lookUp(work: Work, field: IndexedField, text: string): Promise<CaseRef[]> {
  const { org } = work.actor
  const tokens = await tokensOf(work, field, text)
  const { rows } = await sql<CaseRef>`
    select org_id as org, case_id as id from person_token
    where holder_org = ${org} and field = ${field}
      and token = any (${tokens}) limit 50`.execute(work.db)
  return rows
}

type Known = CaseKnown['items'][number]

/** Before a case is opened: those of one's own units with exactly this number or name, whoever works them. */
export async function knownInUnit(work: Work, field: IndexedField, text: string): Promise<Known[]> {
  const tokens = await tokensOf(work, field, text)
  const { rows } = await sql<Omit<Known, 'code'> & { readonly code: string | null }>`
    select org, case_id as id, code, opened_on as "openedOn", lead, mine from known_in_unit(${field}::text, ${tokens})`.execute(
    work.db,
  )
  const reason = 'duplicateCheck'
  work.because(reason)
  for (const { org, id: caseId, mine } of rows)
    work.touched({
      org,
      caseId,
      part: 'identity',
      did: 'read',
      reason,
      ...(mine ? {} : { relation: 'office' }),
    })
  return rows.map((row) => ({ ...row, code: row.code ?? '-' }))
}
