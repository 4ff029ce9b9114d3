import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = process.env['SETU_REFERENCE']

/** Why a comparison with the published files is left out, as part of its name; empty when it is not. */
export const unavailable =
  folder !== undefined && existsSync(folder) ? '' : ' (skipped: SETU_REFERENCE names no folder)'

/** The text of a published reference file. */
export function reference(path: string): string {
  return readFileSync(join(folder ?? '', path), 'utf8')
}

/** The rows of a published CSV file that has no line breaks within its cells, by column. */
export function referenceRows(path: string): Record<string, string>[] {
  const [head = '', ...lines] = reference(path).split(/\r?\n/).filter(Boolean)
  const columns = cells(head)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [columns[at] ?? '', cell])))
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
