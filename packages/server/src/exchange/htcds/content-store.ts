import type { CaseContent, CaseIds, Comment, RecordValues } from '@setu/exchange'
import {
  type CaseRecordName,
  caseNote,
  caseRecords,
  columnName,
  fieldsOf,
  type RecordType,
} from '@setu/records'
import type { CaseState, Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { type CaseRef, partOf } from '../../protection/index.ts'

/** A case that this person works on or supervises. */
export interface ReadableCase extends CaseRef {
  readonly state: CaseState
  readonly imported: boolean
  readonly relation: string
}

/** What a file can hold of a case, with whose it is. */
export interface KeptCase {
  readonly ids: CaseIds
  readonly content: CaseContent
}

/** The parts of a case of which a file holds something. */
const partsInFile = ['identity', 'contact', 'facts', 'narrative'] as const satisfies readonly Part[]

/** The records of which a file of the standard holds a field; the others are not opened for one. */
const recordsInFile: readonly RecordType[] = Object.values(caseRecords).filter((record) =>
  fieldsOf(record).some(([, { htcds }]) => htcds !== undefined),
)

export interface Row extends Record<string, unknown> {
  readonly org_id: string
  readonly id: string
  readonly case_id: string
  readonly version: number
}

/** A row of a record with what its sealed columns hold. */
export interface OpenedRow {
  readonly row: Row
  readonly record: RecordType
  readonly values: RecordValues
  /** Some of it is sealed to a key that this reader's units do not hold. */
  readonly closed: boolean
}

/** A page of the cases that a person works on or supervises, in the order of their ids. */
export async function readableCases(
  work: Work,
  after: CaseRef | null,
  limit: number,
): Promise<ReadableCase[]> {
  const supervised = work.actor.units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  const further = after === null ? sql`` : sql`and (c.id, c.org_id) > (${after.id}::uuid, ${after.org}::uuid)`
  const { rows } = await sql<ReadableCase>`
    with page as materialized (
      select c.org_id, c.id, c.state, c.imported from case_file c
      where (c.owner_unit = any (${supervised}::uuid[]) or c.id = any ((select array_agg(m.case_id) from actor_cases() m)::uuid[]))
      ${further}
      order by c.id, c.org_id limit ${limit})
    select org_id as org, id, state, imported, case_relation(org_id, id) as relation from page
    order by id, org_id`.execute(work.db)
  return rows
}

/**
 * Cases that are here already: by the id that they have here, by the name under which they were brought in, or by the
 * reference that we gave them when they left through another system.
 */
async function someCasesNamed(work: Work, names: readonly string[]) {
  const { rows } = await sql<ReadableCase & { readonly source: string }>`
    with named as (select t.source from unnest(${[...names]}::text[]) as t (source)),
    ours as (
      select source, split_part(source, '/', 1)::uuid as org_id, split_part(source, '/', 2)::uuid as id from named
      where source ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}$'),
    found as materialized (
      select n.source, c.org_id, c.id, c.state, c.imported from ours n
      join case_file c on c.org_id = n.org_id and c.id = n.id
      union all
      select n.source, c.org_id, c.id, c.state, c.imported from named n
      join case_origin o on o.source_case = n.source
      join case_file c on c.org_id = o.org_id and c.id = o.case_id
      union all
      select n.source, c.org_id, c.id, c.state, c.imported from named n
      join bridge_sending b on b.reference = split_part(n.source, '/', 2) and b.system = split_part(n.source, '/', 1)
      join case_file c on c.org_id = b.org_id and c.id = b.case_id)
    select source, org_id as org, id, state, imported, case_relation(org_id, id) as relation from found`.execute(
    work.db,
  )
  return rows.filter(({ relation }) => relation === 'own' || relation === 'supervise')
}

const namesAtOnce = 500

/** Those cases of a file that are here and that this person may read, by how the file names them. */
export async function casesNamed(
  work: Work,
  names: readonly string[],
): Promise<ReadonlyMap<string, ReadableCase>> {
  const found = new Map<string, ReadableCase>()
  for (let at = 0; at < names.length; at += namesAtOnce) {
    const some = await someCasesNamed(work, names.slice(at, at + namesAtOnce))
    for (const file of some) found.set(file.source, file)
  }
  return found
}

/** The rows of a table that hang on some cases, in the order in which they were made. */
export async function rowsOf(work: Work, table: string, files: readonly CaseRef[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.* from ${sql.table(table)} r
    where r.case_id = any (${files.map(({ id }) => id)}::uuid[]) and r.org_id = any (${files.map(({ org }) => org)}::uuid[])
    order by r.id`.execute(work.db)
  return rows
}

function sealedColumns(record: RecordType, row: Row): Record<string, Buffer | null> {
  return Object.fromEntries(
    fieldsOf(record)
      .filter(([, field]) => field.reach === 'sealed')
      .map(([key]) => {
        const bytes = row[columnName(key)]
        return [columnName(key), Buffer.isBuffer(bytes) ? bytes : null]
      }),
  )
}

/** Opens rows of several records, with one question for the keys of each organisation that made the files. */
export async function openRows(
  work: Work,
  found: readonly { record: RecordType; row: Row }[],
): Promise<OpenedRow[]> {
  const opened: OpenedRow[] = []
  for (const [org, group] of Map.groupBy(found, ({ row }) => row.org_id)) {
    const sealed = group.map(({ record, row }) => ({
      at: { table: record.table, row: row.id, version: row.version },
      values: sealedColumns(record, row),
    }))
    const values = await work.vault.openMany(org, sealed)
    for (const [at, { record, row }] of group.entries()) {
      const columns = values[at] ?? {}
      const read = fieldsOf(record).map(([key, { reach }]) => {
        const column = columnName(key)
        return [key, (reach === 'sealed' ? columns[column] : row[column]) ?? null] as const
      })
      const closed = Object.keys(sealed[at]?.values ?? {}).some((column) => !(column in columns))
      opened.push({ record, row, values: Object.fromEntries(read), closed })
    }
  }
  return opened
}

interface CommentRow extends Row {
  readonly recorded_at: string
}

/** General notes: what a caseworker writes for everybody who works on the case. No other kind leaves it here. */
async function commentRows(work: Work, files: readonly CaseRef[]): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select n.org_id, n.id, n.case_id, n.version, n.kind, n.happened_on, n.words, n.recorded_at from case_note n
    where n.case_id = any (${files.map(({ id }) => id)}::uuid[]) and n.kind = 'general'
    order by n.recorded_at, n.id`.execute(work.db)
  return rows
}

function commentOf({ values, closed }: OpenedRow): Comment[] {
  if (closed) return []
  return [{ words: String(values['words']), on: String(values['happenedOn']) }]
}

function contentOf(file: ReadableCase, rows: readonly OpenedRow[]): KeptCase {
  const records: Partial<Record<CaseRecordName, RecordValues[]>> = {}
  for (const { name } of Object.values(caseRecords)) {
    const kept = rows.filter(({ record }) => record.name === name)
    if (kept.length > 0) records[name] = kept.map(({ values }) => values)
  }
  const leftOut = new Set(rows.filter(({ closed }) => closed).map(({ record }) => partOf(record)))
  const person = rows.find(({ record }) => record.name === 'personIdentity')?.row.id ?? null
  const comments = rows.filter(({ record }) => record.name === 'caseNote').flatMap(commentOf)
  return {
    ids: { org: file.org, case: file.id, person, leftOut: partsInFile.filter((part) => leftOut.has(part)) },
    content: { state: file.state, imported: file.imported, records, comments },
  }
}

/**
 * Reads some cases as far as a file can hold them, opening what is sealed. Each is logged as read, part by
 * part, with the reason that papers are prepared.
 */
export async function readContents(work: Work, files: readonly ReadableCase[]): Promise<KeptCase[]> {
  const found: { record: RecordType; row: Row }[] = []
  for (const record of recordsInFile) {
    for (const row of await rowsOf(work, record.table, files)) found.push({ record, row })
  }
  for (const row of await commentRows(work, files)) found.push({ record: caseNote, row })
  const byCase = Map.groupBy(await openRows(work, found), ({ row }) => `${row.org_id}/${row.case_id}`)
  return files.map((file) => {
    const kept = contentOf(file, byCase.get(`${file.org}/${file.id}`) ?? [])
    for (const part of partsInFile) {
      if (kept.ids.leftOut?.includes(part)) continue
      const { org, id, relation } = file
      work.touched({ org, caseId: id, part, did: 'read', relation, reason: 'documents' })
    }
    return kept
  })
}
