export { type BridgeFormat, readBridgeFile, writeBridgeFile } from './bridges/bridge-files.ts'
export { differencesOfMappings } from './bridges/compare-mappings.ts'
export {
  type BridgeField,
  type BridgeMapping,
  type BridgeSystem,
  bridgeSystems,
  faultsOfMapping,
  type MappingFault,
  parseMapping,
} from './bridges/mapping.ts'
export { primeroMapping } from './bridges/primero-mapping-table.ts'
export { type BridgeProblem, tellBridgeProblem } from './bridges/problems.ts'
export { type BridgeColumn, bridgeSource, readFromBridge } from './bridges/read-bridge.ts'
export { referralPlatformMapping } from './bridges/referral-platform-mapping-table.ts'
export type { BridgeValue } from './bridges/transforms.ts'
export {
  type BridgeRow,
  partsOfMapping,
  recordsFor,
  recordsOfMapping,
  writeForBridge,
} from './bridges/write-bridge.ts'
export { csvTable } from './csv-table.ts'
export { type FtmProblem, tellFtmProblem } from './ftm/ftm-problems.ts'
export { type FtmReading, ftmLimits, readFtm } from './ftm/read-ftm.ts'
export { ftmLines, presumption } from './ftm/write-ftm.ts'
export { type GlotipPeople, glotipTable } from './glotip/glotip-table.ts'
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
export type { CaseContent, Comment, RecordValues } from './htcds/mapping/content.ts'
export { exportIds } from './htcds/mapping/places.ts'
export {
  type CaseInFile,
  type CasesInFile,
  type ReadCasesOptions,
  readCases,
} from './htcds/mapping/read-cases.ts'
export { type CaseIds, writeCase } from './htcds/mapping/write-case.ts'
export { neutralise } from './htcds/neutralise.ts'
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
export { decimalOf, type MoneyLine, writeMoneyCsv, writeMoneyXlsx } from './money/write-money.ts'
export { type PlainTable, tableTypes, writeTableCsv, writeTableXlsx } from './oversight/write-table.ts'
