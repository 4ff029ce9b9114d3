import { type CaseRecordName, caseRecords } from '@setu/records'
import {
  ageBandOf,
  ageOn,
  type CaseState,
  caseStates,
  codesOf,
  type PlainDate,
  parsePartialDate,
} from '@setu/vocabulary'
import type { RecordValues } from '../htcds/mapping/content.ts'
import type { CaseInFile } from '../htcds/mapping/read-cases.ts'
import { refusedBy } from '../htcds/mapping/values.ts'
import type { BridgeField, BridgeMapping } from './mapping.ts'
import { type BridgeProblem, type BridgeProblemCode, bridgeProblems } from './problems.ts'
import { type BridgeValue, transformOf } from './transforms.ts'

/** One case of a file of another system: its place in the file, and what stands in each of its fields. */
export interface BridgeRead {
  readonly row: number
  readonly values: ReadonlyMap<string, BridgeValue>
}

/** A field of the file: what it is taken for, or that nothing here holds it. */
export interface BridgeColumn {
  readonly name: string
  readonly known: boolean
  /** In how many cases it holds something. */
  readonly filled: number
}

/** The cases of a file of another system, what stands in the way, and what is left out. */
export interface CasesOfBridge {
  readonly cases: readonly CaseInFile[]
  readonly columns: readonly BridgeColumn[]
  readonly problems: readonly BridgeProblem[]
}

type Note = (code: BridgeProblemCode, field: string | null, about?: BridgeProblem['about']) => void
type Records = Partial<Record<CaseRecordName, Record<string, unknown>>>

function joinedValue({ to, joined = [] }: BridgeField, { values }: BridgeRead): BridgeValue | undefined {
  const first = values.get(to)
  if (joined.length === 0) return first
  const words = [to, ...joined].flatMap((name) => {
    const value = values.get(name)
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
  })
  return words.length === 0 ? first : words.join(' ')
}

/** The codes of a list that one of the fields which share it has a word for. */
function codesHeard(mapping: BridgeMapping, to: string): ReadonlySet<string> {
  const sharing = mapping.fields.filter((one) => one.to === to && one.way !== 'out')
  return new Set(sharing.flatMap(({ values = {} }) => Object.values(values)))
}

function readField(field: BridgeField, row: BridgeRead, records: Records, note: Note): void {
  const { record, field: key, to } = field
  const given = joinedValue(field, row)
  if (given === undefined) return
  const value = transformOf(field.by).in(given, field)
  if (value === null) {
    const list = field.by === 'codes' || field.by === 'listed'
    if (!list) note('bridge.value-left-out', to)
    return
  }
  const refused = refusedBy(caseRecords[record], key, value)
  if (refused !== null) {
    note(refused.code, to, refused.about)
    return
  }
  const before = records[record]
  if (before?.[key] === undefined) records[record] = { ...before, [key]: value }
}

function noteUnheard(mapping: BridgeMapping, row: BridgeRead, note: Note): void {
  const lists = mapping.fields.filter(
    ({ by, values }) => (by === 'codes' || by === 'listed') && values !== undefined,
  )
  for (const to of new Set(lists.map((field) => field.to))) {
    const given = row.values.get(to)
    const codes: readonly unknown[] = typeof given === 'object' ? given : given === undefined ? [] : [given]
    const heard = codesHeard(mapping, to)
    if (codes.some((code) => !heard.has(String(code)))) note('bridge.value-left-out', to)
  }
}

function stateOf({ state }: BridgeMapping, row: BridgeRead, note: Note): CaseState {
  const said = row.values.get(state.to)
  if (said === undefined) return 'intake'
  const found = codesOf(caseStates).find((code) => state.values[code] === said)
  if (found === undefined) note('bridge.value-left-out', state.to)
  return found ?? 'intake'
}

const idShape = /^[A-Za-z0-9._:-]{1,60}$/

function idOf({ ids }: BridgeMapping, row: BridgeRead): string | null {
  for (const name of ids) {
    const value = row.values.get(name)
    if (typeof value === 'string' && idShape.test(value)) return value
  }
  return null
}

/** The band of ages that a birth gives, where the file gives no age. */
function addAge(records: Records, today: PlainDate): void {
  const birth = records.personIdentity?.['birth']
  if (typeof birth !== 'string') return
  const band = ageBandOf(ageOn(parsePartialDate(birth), today))
  if (band !== 'unknown') records.caseFacts = { ...records.caseFacts, ageBand: band }
}

/** How a case of another system is known here: by that system and its name for it. */
export function bridgeSource({ system }: Pick<BridgeMapping, 'system'>, id: string): string {
  return `${system}/${id}`
}

function readRow(mapping: BridgeMapping, row: BridgeRead, today: PlainDate, note: Note): CaseInFile | null {
  const id = idOf(mapping, row)
  if (id === null) {
    note('bridge.no-id', null)
    return null
  }
  const records: Records = {}
  for (const field of mapping.fields) {
    if (field.way !== 'out') readField(field, row, records, note)
  }
  noteUnheard(mapping, row, note)
  addAge(records, today)
  records.caseOrigin = { ...records.caseOrigin, sourceCase: bridgeSource(mapping, id) }
  const kept = Object.values(caseRecords).flatMap(({ name }): [CaseRecordName, RecordValues[]][] => {
    const values = records[name]
    return values === undefined ? [] : [[name, [values]]]
  })
  const state = stateOf(mapping, row, note)
  return {
    rows: [row.row],
    source: null,
    content: { state, imported: true, records: Object.fromEntries(kept), comments: [] },
  }
}

function namesHeard({ fields, ids, reference, from, fixed, state }: BridgeMapping): ReadonlySet<string> {
  const read = fields.filter(({ way }) => way !== 'out').flatMap(({ to, joined = [] }) => [to, ...joined])
  return new Set([...read, ...ids, reference, from, ...Object.keys(fixed), state.to])
}

function columnsOf(mapping: BridgeMapping, rows: readonly BridgeRead[]): BridgeColumn[] {
  const filled = new Map<string, number>()
  for (const { values } of rows) {
    for (const name of values.keys()) filled.set(name, (filled.get(name) ?? 0) + 1)
  }
  const heard = namesHeard(mapping)
  return [...filled].map(([name, count]) => ({ name, known: heard.has(name), filled: count }))
}

/**
 * Makes cases of what another system gives. No value is guessed: a code that the mapping does not know is left out and
 * told, and a box of consent allows nothing here. A case without a name of its own is an error, since it could not be
 * known again when the same file comes twice.
 */
export function readFromBridge(
  mapping: BridgeMapping,
  rows: readonly BridgeRead[],
  { today }: { readonly today: PlainDate },
): CasesOfBridge {
  const problems: BridgeProblem[] = []
  const cases: CaseInFile[] = []
  const seen = new Set<unknown>()
  for (const row of rows) {
    const note: Note = (code, field, about = {}) => {
      problems.push({ code, weight: bridgeProblems[code].weight, row: row.row, column: null, field, about })
    }
    const one = readRow(mapping, row, today, note)
    if (one === null) continue
    const source = one.content.records.caseOrigin?.[0]?.['sourceCase']
    if (seen.has(source)) note('bridge.id-twice', null)
    else cases.push(one)
    seen.add(source)
  }
  return { cases, columns: columnsOf(mapping, rows), problems }
}
