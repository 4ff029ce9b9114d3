import { type HtcdsFieldName, type PlainDate } from '@setu/vocabulary'
import { fieldFacts } from './fields.ts'
import { mostCellCharacters } from './limits.ts'
import {
  codeSeparator,
  type HtcdsRow,
  type HtcdsValue,
  ownPrefix,
  versionColumn,
  versionLabel,
  versionText,
} from './row.ts'

/** What an export says of itself. */
export interface HtcdsExport {
  /** The day of the export. It is passed in: a codec has no calendar of its own. */
  readonly exportedOn: PlainDate
  /** The program and its version, such as `Setu 0.1.0`. */
  readonly tool: string
  /** The fields written, in the order of the standard; all of them unless said otherwise. */
  readonly fields?: readonly HtcdsFieldName[]
  /** Our own columns written beside them, without `setu_`. */
  readonly ids?: readonly string[]
}

/** One column of an export. */
export interface ExportColumn {
  readonly name: string
  readonly label: string
  read(row: HtcdsRow): string
}

const usualIds = ['org', 'case', 'person']

function joinValue(value: HtcdsValue): string {
  if (typeof value === 'string') return value
  if (value.some((code) => code === '' || code.includes(codeSeparator))) {
    throw new RangeError('a code that cannot stand in a list')
  }
  return value.join(codeSeparator)
}

/** A text that a file can hold and give back. Whatever else comes here slipped past the checks on the way in. */
function checkText(text: string, name: string): string {
  if (text.length > mostCellCharacters)
    throw new RangeError(`${name}: ${text.length} characters are too many for a cell`)
  if (text.includes('\0') || !text.isWellFormed()) throw new RangeError(`${name}: not a text`)
  return text
}

/** The columns of an export: fields, our ids beside them, and last the version of the code lists. */
export function exportColumns({ fields, ids = usualIds }: HtcdsExport): readonly ExportColumn[] {
  const wanted = fields === undefined ? null : new Set(fields)
  const chosen = fieldFacts.filter(({ name }) => wanted?.has(name) ?? true)
  for (const id of ids) {
    if (!/^[a-z][a-z0-9_]*$/.test(id) || ownPrefix + id === versionColumn)
      throw new RangeError('not a name for a column')
  }
  return [
    ...chosen.map(({ name, label }) => ({
      name,
      label,
      read: ({ values }: HtcdsRow) => checkText(joinValue(values[name] ?? ''), name),
    })),
    ...ids.map((id) => ({
      name: ownPrefix + id,
      label: ownPrefix + id,
      read: (row: HtcdsRow) => checkText(row.ids?.[id] ?? '', ownPrefix + id),
    })),
    { name: versionColumn, label: versionLabel, read: () => versionText },
  ]
}
