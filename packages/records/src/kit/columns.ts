import { fieldsOf, type RecordType } from './record.ts'

/** The columns that a published table may carry. A field is private until someone writes `reach: 'open'`. */
export function publishedColumns(record: RecordType): string[] {
  return fieldsOf(record)
    .filter(([, field]) => field.reach === 'open')
    .map(([key]) => key)
}

/** The columns that another organisation may receive with a consented referral. */
export function sharedColumns(record: RecordType): string[] {
  return fieldsOf(record)
    .filter(([, field]) => field.reach !== 'agency')
    .map(([key]) => key)
}

/** One row of the data dictionary. */
export interface DictionaryRow {
  readonly record: string
  readonly field: string
  readonly kind: string
  readonly reach: string
  readonly required: boolean
  readonly erasure: string
  readonly htcds: string | null
  readonly label: { readonly en: string; readonly bn: string }
  readonly codes: { readonly scheme: string; readonly version: string } | null
}

/** The data dictionary of some record types, a row a field. */
export function dictionary(records: readonly RecordType[]): DictionaryRow[] {
  return records.flatMap((record) =>
    fieldsOf(record).map(([key, field]) => ({
      record: record.name,
      field: key,
      kind: field.kind,
      reach: field.reach,
      required: field.required ?? false,
      erasure: field.erasure ?? 'remove',
      htcds: field.htcds ?? null,
      label: field.label,
      codes: 'from' in field ? { scheme: field.from.scheme, version: field.from.version } : null,
    })),
  )
}
