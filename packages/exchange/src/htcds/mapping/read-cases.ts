import { type CaseRecordName, caseNote, caseRecords } from '@setu/records'
import {
  ageBandOf,
  ageOn,
  type HtcdsFieldName,
  type PlainDate,
  parseId,
  parsePartialDate,
  parsePlainDate,
} from '@setu/vocabulary'
import { type HtcdsProblemCode, htcdsProblems, type RowProblem } from '../problems.ts'
import type { HtcdsRow, HtcdsValue } from '../row.ts'
import type { CaseContent, Comment, RecordValues } from './content.ts'
import { exactIn, stateIn } from './own-codes.ts'
import { inWords } from './own-words.ts'
import { commentField, ownColumns, type Place, places, severalFields } from './places.ts'
import { listed, refusedBy, valueIn, valueOut } from './values.ts'

/** One case as a file holds it. */
export interface CaseInFile {
  /** The rows it stands in, as a spreadsheet program numbers them. */
  readonly rows: readonly number[]
  /** The case that a file of ours says it is; null for everybody else's files. */
  readonly source: { readonly org: string; readonly case: string } | null
  readonly content: CaseContent
}

/** The cases of a file, and what stands in the way of keeping them as they are. */
export interface CasesInFile {
  readonly cases: readonly CaseInFile[]
  readonly problems: readonly RowProblem[]
}

/** What the caller knows and the rows do not say. */
export interface ReadCasesOptions {
  readonly today: PlainDate
  /** Called every few hundred rows, so that a server can answer others in between. */
  readonly pause?: () => Promise<void>
}

type Records = Partial<Record<CaseRecordName, Record<string, unknown>>>

interface Draft {
  readonly rows: number[]
  readonly source: CaseInFile['source']
  readonly state: CaseContent['state']
  readonly records: Partial<Record<CaseRecordName, RecordValues[]>>
  readonly comments: Comment[]
}

type Note = (code: HtcdsProblemCode, field: HtcdsFieldName | null, about?: RowProblem['about']) => void

function notesFor(row: HtcdsRow, problems: RowProblem[]): Note {
  return (code, field, about = {}) => {
    problems.push({ code, weight: htcdsProblems[code].weight, row: row.row, column: null, field, about })
  }
}

/** Keeps a value in a record, if its declaration lets it in. */
function keep(
  records: Records,
  place: Pick<Place, 'record' | 'key' | 'htcds'>,
  value: unknown,
  note: Note,
): boolean {
  const refused = refusedBy(caseRecords[place.record], place.key, value)
  if (refused !== null) {
    note(refused.code, place.htcds, refused.about)
    return false
  }
  records[place.record] = { ...records[place.record], [place.key]: value }
  return true
}

/** Keeps codes, and beside them the words of the file where the codes do not say all of it. */
function keepWords(records: Records, place: Place, given: HtcdsValue, ours: unknown, note: Note): void {
  const { words: spot, field, htcds } = place
  if (spot === null) return
  const { value, words } = inWords(field, given)
  if (words !== null && !keep(records, { ...spot, htcds }, words, note)) return
  if (field.kind === 'code' && listed(given).length > 1) note('code.first-kept', htcds)
  keep(records, place, ours ?? value, note)
}

function exactOf(place: Place, row: HtcdsRow, note: Note): unknown {
  const exact = place.exact === null ? undefined : row.ids?.[place.exact]
  if (exact === undefined) return null
  const ours = exactIn(place, exact, row.values[place.htcds])
  if (ours === null) note('code.own-ignored', place.htcds)
  return ours
}

function readPlace(records: Records, place: Place, row: HtcdsRow, note: Note): void {
  const given = row.values[place.htcds]
  if (given === undefined) return
  const ours = exactOf(place, row, note)
  if (place.words !== null) {
    keepWords(records, place, given, ours, note)
    return
  }
  const value = ours ?? valueIn(place.field, given)
  const kept = keep(records, place, value, note)
  if (kept && place.field.kind === 'number' && valueOut(place.field, value) !== given) {
    note('number.rounded', place.htcds)
  }
}

/** The name as people say it, put together where a file has only its parts; the parts stay as they are. */
function nameFrom(parts: RecordValues): string | null {
  const words = ['firstName', 'middleName', 'secondName'].flatMap((key) => {
    const part = parts[key]
    return typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []
  })
  const most = caseRecords.personIdentity.fields.name.most
  const name = [...words.join(' ')]
  while (name.join('').length > most) name.pop()
  return name.length === 0 ? null : name.join('')
}

function addName(records: Records, row: HtcdsRow, note: Note): void {
  const name = row.ids?.[ownColumns.name] ?? nameFrom(records.personIdentity ?? {})
  if (name !== null)
    keep(records, { record: 'personIdentity', key: 'name', htcds: 'prs_FirstName' }, name, note)
}

/** The band of ages that a birth gives; how sure it is, nobody has said. */
function addAge(records: Records, today: PlainDate): void {
  const birth = records.personIdentity?.['birth']
  const born = typeof birth === 'string' ? parsePartialDate(birth) : null
  const band = ageBandOf(ageOn(born, today))
  if (band !== 'unknown') records.caseFacts = { ...records.caseFacts, ageBand: band }
}

function sourceOf(row: HtcdsRow): CaseInFile['source'] {
  const org = parseId(row.ids?.[ownColumns.org] ?? '')
  const id = parseId(row.ids?.[ownColumns.case] ?? '')
  return org === null || id === null ? null : { org, case: id }
}

function readComment(row: HtcdsRow, note: Note): Comment | null {
  const words = row.values[commentField]
  if (words === undefined || words.length === 0) return null
  const refused = refusedBy(caseNote, 'words', words)
  if (refused !== null) note(refused.code, commentField, refused.about)
  const day = parsePlainDate(row.ids?.[ownColumns.commentedOn] ?? '')
  return refused === null ? { words: String(words), on: day } : null
}

function readRow(row: HtcdsRow, note: Note): Records {
  const records: Records = {}
  for (const place of places) readPlace(records, place, row, note)
  return records
}

function openDraft(row: HtcdsRow, { today }: ReadCasesOptions, note: Note): Draft {
  const records = readRow(row, note)
  addName(records, row, note)
  addAge(records, today)
  const source = sourceOf(row)
  if (source !== null) {
    records.caseOrigin = { ...records.caseOrigin, sourceCase: `${source.org}/${source.case}` }
  }
  const { state, agrees } = stateIn(row.values.cas_Status, row.ids?.[ownColumns.state])
  if (!agrees) note('code.own-ignored', 'cas_Status')
  if (row.ids?.[ownColumns.leftOut] !== undefined) note('case.left-out', null)
  const comment = readComment(row, note)
  const kept = Object.values(caseRecords).flatMap(({ name }) => {
    const values = records[name]
    return values === undefined ? [] : [[name, [values]] as const]
  })
  return {
    rows: [row.row],
    source,
    state,
    records: Object.fromEntries(kept),
    comments: comment === null ? [] : [comment],
  }
}

/** Whether a row holds nothing but one more event, plan, person or comment. */
function isFurther({ values }: HtcdsRow): boolean {
  const fields = Object.keys(values)
  return fields.length > 0 && fields.every((field) => severalFields.has(field))
}

function continueDraft(draft: Draft, row: HtcdsRow, note: Note): void {
  if (!isFurther(row)) {
    note('case.repeated', null)
    return
  }
  draft.rows.push(row.row)
  const records = readRow(row, note)
  for (const { name } of Object.values(caseRecords)) {
    const values = records[name]
    if (values !== undefined) draft.records[name] = [...(draft.records[name] ?? []), values]
  }
  const comment = readComment(row, note)
  if (comment !== null) draft.comments.push(comment)
}

/** The rows of each case: its own first, wherever it stands, since people sort their sheets. */
function rowsByCase(rows: readonly HtcdsRow[]): readonly (readonly [HtcdsRow, ...HtcdsRow[]])[] {
  const groups = Map.groupBy(rows, (row) => {
    const source = sourceOf(row)
    return source === null ? row : `${source.org}/${source.case}`
  })
  return [...groups.values()].flatMap((group) => {
    const own = group.find((row) => !isFurther(row)) ?? group[0]
    return own === undefined ? [] : [[own, ...group.filter((row) => row !== own)] as const]
  })
}

const casesBetweenPauses = 200

/**
 * Makes cases of the rows of a file.
 *
 * A row is a case. Only in files of ours may a case have further rows, known by its id, since the standard
 * has room for one event, plan, person and comment a row; two rows of other files that say the same are two
 * cases. No value is guessed: consents that a file does not carry are not made up, sex is not read off
 * gender. With problems of weight `error` nothing may be kept.
 */
export async function readCases(rows: readonly HtcdsRow[], options: ReadCasesOptions): Promise<CasesInFile> {
  const problems: RowProblem[] = []
  const cases: CaseInFile[] = []
  for (const [index, [own, ...further]] of rowsByCase(rows).entries()) {
    if (index > 0 && index % casesBetweenPauses === 0) await options.pause?.()
    const draft = openDraft(own, options, notesFor(own, problems))
    for (const row of further) continueDraft(draft, row, notesFor(row, problems))
    cases.push(finish(draft))
  }
  return { cases, problems }
}

function finish({ rows, source, state, records, comments }: Draft): CaseInFile {
  return { rows, source, content: { state, imported: true, records, comments } }
}
