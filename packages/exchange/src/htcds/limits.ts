import type { WorkbookLimits } from '../spreadsheets/workbook.ts'

/** How much of a file is read. */
export interface HtcdsLimits extends WorkbookLimits {
  readonly fileBytes: number
  readonly rows: number
  readonly cellCharacters: number
  /** Problems listed one by one; beyond it they are only counted. */
  readonly problems: number
}

const megabyte = 1024 * 1024

/** What an import takes unless its caller says otherwise. */
export const htcdsLimits: HtcdsLimits = {
  fileBytes: 20 * megabyte,
  rows: 20_000,
  cellCharacters: 10_000,
  problems: 5_000,
  columns: 500,
  entries: 500,
  unpackedBytes: 150 * megabyte,
  ratio: 200,
  sharedCharacters: 40_000_000,
}

/** The most that a cell of an Excel workbook can hold, and so the most we write into one. */
export const mostCellCharacters = 32_767
