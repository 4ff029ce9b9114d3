import { type HtcdsFieldName, htcdsVersion } from '@setu/vocabulary'

/** What a field holds: a text, or the codes of a field that takes several. */
export type HtcdsValue = string | readonly string[]

/**
 * One row of an HTCDS file, every value in its one right spelling.
 *
 * Days are YYYY-MM-DD, YYYY-MM or YYYY; boxes `true` or `false`; countries two letters; languages three. A
 * field that takes several is always a list; `vic_ForcedLabourIndustry` is one only where a file made with
 * the published survey form gives several. An empty text and an empty list are the same as no value.
 */
export interface HtcdsRow {
  /** The row of the file, as a spreadsheet program numbers it. */
  readonly row: number
  readonly values: Readonly<Partial<Record<HtcdsFieldName, HtcdsValue>>>
  /** What stood in our own columns, by their names without `setu_`. */
  readonly ids?: Readonly<Partial<Record<string, string>>>
}

/** How the names of our own columns begin. */
export const ownPrefix = 'setu_'

/** The column that says under which version of the code lists a row was written. */
export const versionColumn = 'setu_codelist_version'

/** What stands under `versionColumn` in the row of labels. */
export const versionLabel = 'Code list version'

/** Between two codes of one cell. The survey form uses a space instead. */
export const codeSeparator = ';'

/** What our files say in the column of versions. The word keeps spreadsheet programs from reading it as a number. */
export const versionText = `HTCDS ${htcdsVersion}`
