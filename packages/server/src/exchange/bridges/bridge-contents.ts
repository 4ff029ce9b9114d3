import { type BridgeMapping, type CaseContent, recordsFor, recordsOfMapping } from '@setu/exchange'
import { type CaseRecordName, caseRecords, columnName, fieldsOf, type RecordType } from '@setu/records'
import type { Part } from '@setu/vocabulary'
import type { Work } from '../../platform/index.ts'
import { partOf, sealedPartOf } from '../../protection/index.ts'
import { type OpenedRow, openRows, type Row, rowsOf } from '../htcds/content-store.ts'
import type { GrantedCase } from './bridge-store.ts'

/** What of a case may be told, as far as it could be opened here. */
export interface GrantedContent {
  readonly file: GrantedCase
  readonly content: CaseContent
  readonly granted: readonly Part[]
  readonly unopened: readonly Part[]
}

const keyOf = ({ org, id }: { readonly org: string; readonly id: string }) => `${org}/${id}`

/** The rows of records of granted parts. Of records that the mapping has no field for, only that they are there. */
async function grantedRows(work: Work, files: readonly GrantedCase[]) {
  const found: { record: RecordType; row: Row }[] = []
  for (const name of recordsFor([...new Set(files.flatMap(({ parts }) => parts))])) {
    const record = caseRecords[name]
    const told = files.filter(({ parts }) => parts.includes(partOf(record)))
    for (const row of await rowsOf(work, record.table, told)) found.push({ record, row })
  }
  return found
}

const isNamed = (record: RecordType, names: readonly CaseRecordName[]): boolean =>
  names.some((name) => name === record.name)

/** What of a row stands in clear: its words are sealed in a part that was not granted, and stay shut. */
function clearOf(record: RecordType, row: Row): OpenedRow['values'] {
  const clear = fieldsOf(record).filter(([, { reach }]) => reach !== 'sealed')
  return Object.fromEntries(clear.map(([key]) => [key, row[columnName(key)] ?? null]))
}

/**
 * Reads of some cases what survivors agreed that one office may have: nothing else is opened. Each part is logged as
 * read, with the reason that papers are prepared.
 */
export async function readGranted(
  work: Work,
  mapping: BridgeMapping,
  files: readonly GrantedCase[],
): Promise<GrantedContent[]> {
  const wanted = recordsOfMapping(mapping)
  const rows = await grantedRows(work, files)
  const parts = new Map(files.map((file) => [keyOf(file), file.parts]))
  const kind = Map.groupBy(rows, ({ record, row }) => {
    if (!isNamed(record, wanted)) return 'present'
    const granted = parts.get(`${row.org_id}/${row.case_id}`) ?? []
    return granted.includes(sealedPartOf(record)) ? 'whole' : 'clear'
  })
  const opened = await openRows(work, kind.get('whole') ?? [])
  const clear = (kind.get('clear') ?? []).map(({ record, row }) => ({
    record,
    row,
    values: clearOf(record, row),
    closed: false,
  }))
  const present = (kind.get('present') ?? []).map(({ record, row }) => ({
    record,
    row,
    values: {},
    closed: false,
  }))
  const byCase = Map.groupBy([...opened, ...clear, ...present], ({ row }) => `${row.org_id}/${row.case_id}`)
  return files.map((file) => {
    const own = byCase.get(keyOf(file)) ?? []
    const unopened = [...new Set(own.filter(({ closed }) => closed).map(({ record }) => partOf(record)))]
    const records = Map.groupBy(own, ({ record }) => record.name)
    for (const part of file.parts) {
      if (unopened.includes(part)) continue
      const { org, id, relation } = file
      work.touched({ org, caseId: id, part, did: 'read', relation, reason: 'documents' })
    }
    return {
      file,
      granted: file.parts,
      unopened,
      content: {
        state: file.state,
        imported: file.imported,
        comments: [],
        records: Object.fromEntries(
          [...records].map(([name, list]) => [name, list.map(({ values }) => values)]),
        ),
      },
    }
  })
}
