import { type CaseRecordName, caseRecords } from '@setu/records'
import type { HtcdsFieldName, Part } from '@setu/vocabulary'
import { codeSeparator, type HtcdsRow, type HtcdsValue } from '../row.ts'
import type { CaseContent, RecordValues } from './content.ts'
import { exactOut, statusOut } from './own-codes.ts'
import { outOfWords } from './own-words.ts'
import { commentField, ownColumns, type Place, places } from './places.ts'
import { valueOut } from './values.ts'

/** Whose rows they are: what our own columns hold. */
export interface CaseIds {
  readonly org: string
  readonly case: string
  /** The record of who the person is; null where there is none. */
  readonly person: string | null
  /** Parts of the case that could not be opened, and so are not in the file. */
  readonly leftOut?: readonly Part[]
}

interface Cells {
  readonly values: Partial<Record<HtcdsFieldName, HtcdsValue>>
  readonly ids: Partial<Record<string, string>>
}

function writePlace(cells: Cells, place: Place, values: RecordValues, words: unknown): void {
  const value = values[place.key]
  const out = place.words === null ? valueOut(place.field, value) : outOfWords(place.field, value, words)
  if (out === null) return
  cells.values[place.htcds] = out
  const exact = place.exact === null ? '' : exactOut(place, value, out)
  if (place.exact !== null && exact !== '') cells.ids[place.exact] = exact
}

/** A record with nothing that the standard has a field for would leave a hole among the rows. */
function saysSomething(name: CaseRecordName, values: RecordValues): boolean {
  return places.some(({ record, key, field }) => record === name && valueOut(field, values[key]) !== null)
}

/** The records of a case as they stand below one another: one of a sort in each row. */
function linesOf({ records }: CaseContent): ReadonlyMap<CaseRecordName, readonly RecordValues[]> {
  return new Map(
    Object.values(caseRecords).map(({ name, many }) => {
      const kept = records[name] ?? []
      return [name, many ? kept.filter((values) => saysSomething(name, values)) : kept.slice(0, 1)]
    }),
  )
}

function wordsFor({ words }: Place, lines: ReadonlyMap<CaseRecordName, readonly RecordValues[]>): unknown {
  if (words === null) return undefined
  return lines.get(words.record)?.[0]?.[words.key] ?? undefined
}

/**
 * Writes a case as rows of an HTCDS file: one, and another for each further event, plan, person mentioned and
 * comment, which repeats nothing but whose it is. Reading them back gives the same case.
 */
export function writeCase(ids: CaseIds, content: CaseContent): HtcdsRow[] {
  const lines = linesOf(content)
  const count = Math.max(1, content.comments.length, ...[...lines.values()].map(({ length }) => length))
  return Array.from({ length: count }, (_, at) => {
    const cells: Cells = { values: {}, ids: { [ownColumns.org]: ids.org, [ownColumns.case]: ids.case } }
    for (const place of places) {
      const values = lines.get(place.record)?.[at]
      const words = at === 0 ? wordsFor(place, lines) : undefined
      if (values !== undefined || words !== undefined) writePlace(cells, place, values ?? {}, words)
    }
    if (at === 0) writeOnce(cells, ids, content)
    const comment = content.comments[at]
    if (comment !== undefined) {
      cells.values[commentField] = comment.words
      if (comment.on !== null) cells.ids[ownColumns.commentedOn] = comment.on
    }
    return { row: 0, ...cells }
  })
}

/** What the first row of a case has beside its records. */
function writeOnce(cells: Cells, ids: CaseIds, { state, imported, records }: CaseContent): void {
  const status = statusOut({ state, imported, told: records.caseOrigin?.[0]?.['status'] })
  delete cells.values.cas_Status
  if (status !== null) cells.values.cas_Status = status
  cells.ids[ownColumns.state] = state
  if (ids.person !== null) cells.ids[ownColumns.person] = ids.person
  const { leftOut = [] } = ids
  if (leftOut.length > 0) cells.ids[ownColumns.leftOut] = leftOut.join(codeSeparator)
  const name = records.personIdentity?.[0]?.['name']
  if (typeof name === 'string' && name !== '') cells.ids[ownColumns.name] = name
}
