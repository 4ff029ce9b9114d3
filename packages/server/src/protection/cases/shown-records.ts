import { type CaseRecordName, caseRecords, columnName, fieldsOf, sealedFields } from '@setu/records'
import type { RecordView } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { recordNamesOfCase } from './open-case.ts'
import type { CaseRef } from './record-store.ts'

const column = (key: string): string => `r.${columnName(key)}`

/** The rows of one record: their values in clear, and the names of the sealed fields that hold something. */
function textFor(name: CaseRecordName, place: number): string {
  const record = caseRecords[name]
  const sealed = sealedFields(record)
  const clear = fieldsOf(record).flatMap(([key]) => (sealed.includes(key) ? [] : [key]))
  const values = clear.map((key) => `${column(key)} as "${key}"`).join(', ')
  const held = sealed.map((key) => `case when ${column(key)} is not null then '${key}' end`).join(', ')
  return `
    select ${place} as place, '${name}' as record, r.id, r.version,
      ${values === '' ? `'{}'::json` : `(select to_json(v) from (select ${values}) v)`} as values,
      array_remove(array[${held}]::text[], null) as sealed
    from ${record.table} r`
}

const texts = recordNamesOfCase.map((name, place) => sql.raw(textFor(name, place)))

/** All records of a case that this reader may have, without opening anything, in one statement. */
export async function shownRecords(work: Work, file: CaseRef): Promise<RecordView[]> {
  const each: RawBuilder<unknown>[] = texts.map(
    (text) => sql`${text} where r.org_id = ${file.org} and r.case_id = ${file.id}`,
  )
  const { rows } = await sql<RecordView>`
    select record, id, version, values, sealed from (${sql.join(each, sql` union all `)}) shown
    order by place, id`.execute(work.db)
  return rows
}
