import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = process.env['SETU_REFERENCE']

/** Why a test on the published files is left out, as part of its name; empty when it is not. */
export const unavailable =
  folder !== undefined && existsSync(folder) ? '' : ' (skipped: SETU_REFERENCE names no folder)'

/** The bytes of a published reference file. */
export function reference(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder ?? '', path)))
}

/** IOM's two Excel templates. */
export const templates = {
  plain: 'htcds/HTCDS Excel Spreadsheet v2.0.xlsx',
  singleSelect: 'htcds/HTCDS Excel Spreadsheet single select with validation v2.0.xlsx',
} as const
