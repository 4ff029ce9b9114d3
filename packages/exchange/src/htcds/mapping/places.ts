import {
  type CaseRecordName,
  caseNote,
  caseRecords,
  columnName,
  type Field,
  fieldsOf,
  type RecordType,
} from '@setu/records'
import type { HtcdsFieldName } from '@setu/vocabulary'

/** A field of a record of a case. */
interface Spot {
  readonly record: CaseRecordName
  readonly key: string
}

/** Where a case keeps what one field of the standard holds. */
export interface Place extends Spot {
  readonly field: Field
  readonly htcds: HtcdsFieldName
  /** Where the exact words of a file go when our codes cannot say the same. */
  readonly words: Spot | null
  /** Our own column for codes of ours that the standard has no word for, without `setu_`; null where it has all. */
  readonly exact: string | null
}

function marked(record: RecordType & { readonly name: CaseRecordName }): Omit<Place, 'words' | 'exact'>[] {
  return fieldsOf(record).flatMap(([key, field]) =>
    field.htcds === undefined ? [] : [{ record: record.name, key, field, htcds: field.htcds }],
  )
}

/** Codes that go out under another name, or under none, cannot come back by it. */
function isFiner(field: Field): boolean {
  return (
    (field.kind === 'code' || field.kind === 'codes') &&
    field.from.entries.some(({ code, htcds }) => code !== htcds)
  )
}

const all = Object.values(caseRecords).flatMap(marked)

/** Of two fields for one of the standard, the text keeps the words of the file and the other one the meaning. */
function isWords({ field, htcds }: (typeof all)[number]): boolean {
  return field.kind === 'text' && all.some((other) => other.htcds === htcds && other.field !== field)
}

/** Every field of the standard that a record of a case keeps, read off the declarations. Comments are notes. */
export const places: readonly Place[] = all
  .filter((spot) => !isWords(spot))
  .map((spot) => {
    const words = all.find((other) => other.htcds === spot.htcds && isWords(other))
    const column = `${caseRecords[spot.record].table}_${columnName(spot.key)}`
    return {
      ...spot,
      words: words === undefined ? null : { record: words.record, key: words.key },
      exact: isFiner(spot.field) ? column : null,
    }
  })

/** The field of the standard that notes are written into. */
export const commentField: HtcdsFieldName = caseNote.fields.words.htcds

/** Fields of what a case may have several of: only these stand in the further rows of a case. */
export const severalFields: ReadonlySet<string> = new Set([
  commentField,
  ...places.filter(({ record }) => caseRecords[record].many).map(({ htcds }) => htcds),
])

/** Our own columns, without `setu_`: whose row it is, and what the standard has no field or no code for. */
export const ownColumns = {
  org: 'org',
  case: 'case',
  person: 'person',
  /** The state of the case, which the standard tells in four words only. */
  state: 'state',
  /** The one full name, which the standard has only parts of. */
  name: 'name',
  /** The day of the comment. */
  commentedOn: 'comment_on',
  /** Parts of the case that whoever made the file could not open. */
  leftOut: 'left_out',
} as const

/** Everything that stands beside the fields of the standard in a file of ours. */
export const exportIds: readonly string[] = [
  ...Object.values(ownColumns),
  ...places.flatMap(({ exact }) => exact ?? []),
]
