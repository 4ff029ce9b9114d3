export type {
  ColumnChoices,
  ColumnReport,
  ColumnRule,
  ColumnVerdict,
  HtcdsDisagreement,
  HtcdsFormat,
} from './htcds/columns.ts'
export type { HtcdsExport } from './htcds/export-columns.ts'
export { type HtcdsLimits, htcdsLimits } from './htcds/limits.ts'
export {
  type HtcdsProblemCode,
  htcdsProblems,
  type ProblemWeight,
  type RowProblem,
  tellHtcdsProblem,
} from './htcds/problems.ts'
export { type HtcdsReading, type HtcdsReadOptions, readHtcds } from './htcds/read-htcds.ts'
export type { HtcdsRow, HtcdsValue } from './htcds/row.ts'
export { writeHtcdsCsv } from './htcds/write-htcds-csv.ts'
export { writeHtcdsXlsx } from './htcds/write-htcds-xlsx.ts'
