import { columnName, columnsOf, fieldsOf, type RecordType, sealedFields, sealingPartOf } from '@setu/records'
import type { Part } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { type Holder, Problem, type Work } from '../../platform/index.ts'
import { relationTo } from './relation-to.ts'

/** The address of a case: the organisation whose file it was first, and its own id. */
export interface CaseRef {
  readonly org: string
  readonly id: string
}

export type Row = Record<string, unknown> & { readonly id: string; readonly version: number }
type Values = Readonly<Record<string, unknown>>

export function holderOf(file: CaseRef, part: string): Holder {
  return { org: file.org, kind: 'case', id: file.id, caseId: file.id, part }
}

export function partOf(record: RecordType): Part {
  if (record.part === null) throw new TypeError(`${record.name} belongs to no part`)
  return record.part
}

/** The part under whose key the words of a record are sealed. */
export function sealedPartOf(record: RecordType): Part {
  const part = sealingPartOf(record)
  if (part === null) throw new TypeError(`${record.name} belongs to no part`)
  return part
}

const isSealed = (record: RecordType, key: string): boolean => record.fields[key]?.reach === 'sealed'

/** A value in clear, as the column of its field takes it. */
export function typed(record: RecordType, key: string, value: unknown): RawBuilder<unknown> {
  const column = columnsOf(record).find(({ name }) => name === columnName(key))
  if (!column) throw new TypeError(`${record.name} has no ${key}`)
  return sql`${value ?? null}::${sql.raw(column.type)}`
}

/** The columns of a record's fields with their new values, sealed ones sealed for this version. */
async function columnValues(
  work: Work,
  file: CaseRef,
  record: RecordType,
  at: { id: string; version: number },
  values: Values,
) {
  const sealed = sealedFields(record)
  const plain = Object.fromEntries(
    sealed.filter((key) => key in values).map((key) => [columnName(key), values[key]]),
  )
  const place = { table: record.table, row: at.id, version: at.version }
  const bytes = await work.vault.seal(holderOf(file, sealedPartOf(record)), place, plain)
  return fieldsOf(record)
    .filter(([key]) => key in values)
    .map(([key]) => ({
      name: columnName(key),
      value: isSealed(record, key)
        ? sql`${bytes[columnName(key)] ?? null}::bytea`
        : typed(record, key, values[key]),
    }))
}

/** Adds a record to a case; its sealed fields are encrypted under the key of its part. */
export async function insertRecord(
  work: Work,
  file: CaseRef,
  record: RecordType,
  id: string,
  values: Values,
): Promise<number> {
  const begins = record.states === undefined ? [] : [{ name: 'state', value: sql`${record.states.begins}` }]
  const columns = [...begins, ...(await columnValues(work, file, record, { id, version: 1 }, values))]
  const names = ['org_id', 'id', 'case_id', 'version', ...columns.map(({ name }) => name)].map((name) =>
    sql.id(name),
  )
  await sql`
    insert into ${sql.table(record.table)} (${sql.join(names)})
    values (${sql.join([sql`${file.org}`, sql`${id}`, sql`${file.id}`, sql`1`, ...columns.map(({ value }) => value)])})`.execute(
    work.db,
  )
  return 1
}

function sealedColumns(record: RecordType, row: Row): Record<string, Buffer | null> {
  return Object.fromEntries(
    sealedFields(record).map((key) => {
      const bytes = row[columnName(key)]
      return [columnName(key), Buffer.isBuffer(bytes) ? bytes : null]
    }),
  )
}

/** The opened sealed fields of a row, by field name; a field whose key this reader's units do not hold is left out. */
export async function openRow(work: Work, file: CaseRef, record: RecordType, row: Row): Promise<Values> {
  const place = { table: record.table, row: row.id, version: row.version }
  const opened = await work.vault.open(file.org, place, sealedColumns(record, row))
  return Object.fromEntries(
    sealedFields(record)
      .filter((key) => columnName(key) in opened)
      .map((key) => [key, opened[columnName(key)]]),
  )
}

function plainOf(record: RecordType, row: Row): Values {
  return Object.fromEntries(
    fieldsOf(record)
      .filter(([key]) => !isSealed(record, key))
      .map(([key]) => [key, row[columnName(key)] ?? null]),
  )
}

/** The state in which a row of a record with states is. */
export function stateOf(row: Row): string {
  return String(row['state'])
}

/** A row of a record held for a change. */
export async function rowForChange(work: Work, file: CaseRef, record: RecordType, id: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select * from ${sql.table(record.table)}
    where org_id = ${file.org} and case_id = ${file.id} and id = ${id} for update`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  return row
}

/**
 * The values that a change begins from. A change seals the whole row anew, so whoever cannot open all of it may
 * not write to it: what they left behind could never be opened again.
 */
export async function keptValues(work: Work, file: CaseRef, record: RecordType, row: Row): Promise<Values> {
  const opened = await openRow(work, file, record, row)
  if (sealedFields(record).some((key) => !(key in opened))) throw new Problem('not-for-you')
  return { ...plainOf(record, row), ...opened }
}

/** Somebody was faster: what is kept now for the fields in question. To be shown it is to have read it. */
async function staleRecord(
  work: Work,
  file: CaseRef,
  record: RecordType,
  row: Row,
  shown: Values,
): Promise<Problem> {
  const read = {
    org: file.org,
    caseId: file.id,
    part: partOf(record),
    did: 'read',
    record: row.id,
    relation: await relationTo(work, file),
    reason: 'correction',
  } as const
  const words = sealedFields(record).some((key) => (shown[key] ?? null) !== null)
  return new Problem('stale', {
    current: { version: row.version, values: shown },
    ...(words ? { touched: [read] } : {}),
  })
}

/**
 * Amends a record from the version that the person saw. When somebody was faster, nothing is overwritten and
 * the answer carries what is kept now for the fields in question.
 */
export async function amendRecord(
  work: Work,
  file: CaseRef,
  record: RecordType,
  id: string,
  base: number,
  values: Values,
): Promise<number> {
  const row = await rowForChange(work, file, record, id)
  const kept = await keptValues(work, file, record, row)
  if (row.version !== base) {
    const asked = Object.fromEntries(Object.keys(values).map((key) => [key, kept[key] ?? null]))
    throw await staleRecord(work, file, record, row, asked)
  }
  if (record.states !== undefined && !record.states.amends.includes(stateOf(row)))
    throw new Problem('record-settled')
  return rewrite(work, file, record, row, { ...kept, ...values })
}

/** Writes a row anew at its next version, in the state that it is to be in. */
export async function rewrite(
  work: Work,
  file: CaseRef,
  record: RecordType,
  row: Row,
  values: Values,
  state?: string,
): Promise<number> {
  const version = row.version + 1
  const columns = await columnValues(work, file, record, { id: row.id, version }, values)
  const sets = [
    sql`version = ${version}`,
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...columns.map(({ name, value }) => sql`${sql.id(name)} = ${value}`),
  ]
  await sql`
    update ${sql.table(record.table)} set ${sql.join(sets)}
    where org_id = ${file.org} and id = ${row.id}`.execute(work.db)
  return version
}

/** Rows of one record of a case that this reader may have. */
export async function rowsOf(work: Work, file: CaseRef, record: RecordType): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from ${sql.table(record.table)} where org_id = ${file.org} and case_id = ${file.id} order by id`.execute(
    work.db,
  )
  return rows
}
