import { htcdsVersion, type PlainDate } from '@setu/vocabulary'
import { columnLetters } from '../spreadsheets/cell.ts'
import type { Container } from '../spreadsheets/container.ts'
import { FileProblem } from '../spreadsheets/file-problem.ts'
import {
  type ColumnChoices,
  type ColumnDraft,
  type ColumnReport,
  draftColumns,
  type HtcdsDisagreement,
  type HtcdsFormat,
} from './columns.ts'
import { collectFindings, type Findings } from './findings.ts'
import { type HtcdsLimits, htcdsLimits, mostCellCharacters } from './limits.ts'
import { type HtcdsProblemCode, isProblemCode, type RowProblem } from './problems.ts'
import { addMerged, columnsToRead, readRow } from './read-rows.ts'
import type { HtcdsRow } from './row.ts'
import { versionColumn, versionText } from './row.ts'
import {
  formatOf,
  listDisagreements,
  markDuplicates,
  reportStrays,
  settleByValues,
} from './settle-columns.ts'
import { readTable, type Table } from './table.ts'
import type { ValueReading } from './value.ts'

/** What the caller knows and the file does not say. */
export interface HtcdsReadOptions {
  /** The day on which the file is read; days after it lie in the future. */
  readonly today?: PlainDate
  /** What the person importing decided about columns, by their letters. */
  readonly choices?: ColumnChoices
  /** How the people who filled the file write 03/04/2020. */
  readonly slashedDays?: 'day-first' | 'month-first'
  readonly limits?: Partial<HtcdsLimits>
  /** Called every few hundred rows, so that a server can answer others in between. */
  readonly pause?: () => Promise<void>
}

/** Everything an HTCDS file holds, and everything that is wrong with it. Nothing has been stored. */
export interface HtcdsReading {
  /** Nothing was read; `problems` says why. */
  readonly refused: boolean
  readonly container: Container | null
  readonly format: HtcdsFormat | null
  /** The version of the code lists. Null where the file does not say and its form does not tell. */
  readonly version: string | null
  readonly columns: readonly ColumnReport[]
  readonly disagreements: readonly HtcdsDisagreement[]
  readonly rows: readonly HtcdsRow[]
  readonly problems: readonly RowProblem[]
  /** All of them, also those beyond the length of the list. */
  readonly counts: { readonly errors: number; readonly warnings: number }
}

const rowsBetweenPauses = 200

function refusedReading(code: HtcdsProblemCode, told: Readonly<Record<string, number>>): HtcdsReading {
  const { position, row = null, ...about } = told
  const column = position === undefined ? null : columnLetters(position)
  return {
    refused: true,
    container: null,
    format: null,
    version: null,
    columns: [],
    disagreements: [],
    rows: [],
    problems: [{ code, weight: 'refusal', row, column, field: null, about }],
    counts: { errors: 1, warnings: 0 },
  }
}

function addColumnProblems(
  drafts: readonly ColumnDraft[],
  strays: readonly ColumnReport[],
  findings: Findings,
): void {
  for (const { report, disagreement } of drafts) {
    const where = { position: report.position, field: report.field }
    if (report.verdict === 'duplicate') findings.add({ code: 'column.duplicate' }, where)
    else if (disagreement?.by === null) findings.add({ code: 'column.undecided' }, where)
    else if (report.verdict === 'unknown' && report.rule === null)
      findings.add({ code: 'column.unknown' }, where)
  }
  for (const { position, rule } of strays) {
    if (rule === null) findings.add({ code: 'column.unknown' }, { position })
  }
}

/** Takes the version out of each row of a file of ours; a version we do not know is an error. */
function takeVersion(rows: readonly HtcdsRow[], findings: Findings): readonly HtcdsRow[] {
  const own = versionColumn.slice('setu_'.length)
  let known = true
  const taken = rows.map(({ ids = {}, ...row }) => {
    const { [own]: version, ...others } = ids
    known &&= version === undefined || version === versionText
    return Object.keys(others).length === 0 ? row : { ...row, ids: others }
  })
  if (!known) findings.add({ code: 'version.unknown' }, {})
  return taken
}

async function readRows(
  table: Table,
  reports: readonly ColumnReport[],
  reading: ValueReading,
  findings: Findings,
  options: HtcdsReadOptions,
): Promise<readonly HtcdsRow[]> {
  const columns = columnsToRead(reports)
  const width = (table.header.names ?? table.header.labels)?.width
  const rows: HtcdsRow[] = []
  for (const [index, row] of table.rows.entries()) {
    if (index > 0 && index % rowsBetweenPauses === 0) await options.pause?.()
    const read = readRow(row, columns, reading, findings, width)
    if (read !== null) rows.push(read)
  }
  return rows
}

function versionOf(format: HtcdsFormat): string | null {
  return format === 'plain' ? null : htcdsVersion
}

async function readTableRows(
  table: Table,
  limits: HtcdsLimits,
  options: HtcdsReadOptions,
): Promise<HtcdsReading> {
  const findings = collectFindings(limits.problems)
  const drafted = draftColumns(table.header, options.choices ?? {})
  const drafts = markDuplicates(settleByValues(drafted, table.rows))
  const format = formatOf(table.header, drafts, table.sheetNames)
  const strays = reportStrays(table.strays)
  addColumnProblems(drafts, strays, findings)
  addMerged(table.merged, table.header.lastRow, findings)

  const own = format === 'setu'
  const reading: ValueReading = {
    exact: own,
    neutralised: own && table.container === 'csv',
    surveyForm: format === 'xlsform',
    today: options.today ?? null,
    slashedDays: options.slashedDays ?? null,
    cellCharacters: own ? mostCellCharacters : limits.cellCharacters,
  }
  const read = await readRows(
    table,
    drafts.map(({ report }) => report),
    reading,
    findings,
    options,
  )
  const rows = own ? takeVersion(read, findings) : read
  const empty = rows.length === 0 && (table.rows.length === 0 || findings.counts.errors === 0)
  if (empty) findings.add({ code: 'rows.none' }, {})
  const reports = [...drafts.map(({ report }) => report), ...strays]
  return {
    refused: empty,
    container: table.container,
    format,
    version: versionOf(format),
    columns: reports
      .toSorted((first, second) => first.position - second.position)
      .map((report) => ({ ...report, notes: findings.notesOf(report.position) })),
    disagreements: listDisagreements(drafts, format),
    rows,
    problems: findings.problems,
    counts: { ...findings.counts },
  }
}

/**
 * Reads cases from an HTCDS 2.0 file: IOM's two Excel templates, what survey tools export for IOM's form, or
 * a file of ours.
 *
 * Where a column's name, its label and the standard disagree, a rule of `repairs.ts` decides or nobody does;
 * either way it is reported. A value with an error is left out of its row, so rows may be shown but must not
 * be stored while there are errors.
 */
export async function readHtcds(bytes: Uint8Array, options: HtcdsReadOptions = {}): Promise<HtcdsReading> {
  const limits: HtcdsLimits = { ...htcdsLimits, ...options.limits }
  try {
    return await readTableRows(await readTable(bytes, limits), limits, options)
  } catch (error) {
    if (error instanceof FileProblem && isProblemCode(error.code))
      return refusedReading(error.code, error.about)
    throw error
  }
}
