import { type CaseRecordName, caseRecords, fieldsOf } from '@setu/records'
import {
  type BridgeLoss,
  type CaseState,
  caseStates,
  codesOf,
  type Part,
  type PlainDate,
} from '@setu/vocabulary'
import type { CaseContent, RecordValues } from '../htcds/mapping/content.ts'
import { type BridgeField, type BridgeMapping, partOfField } from './mapping.ts'
import { type BridgeValue, transformOf } from './transforms.ts'

/** What is lost of one field of ours. */
export interface LostValue {
  /** Null for the state of the case, which is no record. */
  readonly record: CaseRecordName | null
  /** Null for a record that the other system has no field for at all. */
  readonly field: string | null
  readonly why: BridgeLoss
}

/** A field of ours that is written, and where. */
export interface WrittenValue {
  readonly record: CaseRecordName
  readonly field: string
  readonly to: string
  /** Whether it stands in clear with us: only such a value is ever shown before it is sent. */
  readonly coded: boolean
}

/** One case in the words of another system, and what is lost on the way. */
export interface BridgeRow {
  readonly values: ReadonlyMap<string, BridgeValue>
  readonly written: readonly WrittenValue[]
  readonly lost: readonly LostValue[]
}

/** Whose case it is, as far as the recipient is told. */
export interface BridgeIds {
  /** A reference made for this recipient, which leads nobody else anywhere. */
  readonly reference: string
  /** The organisation that sends it. */
  readonly from: string
}

/** Which records of a case a recipient may be told of: those whose part the survivor agreed to. */
export function recordsFor(granted: readonly Part[]): readonly CaseRecordName[] {
  return Object.values(caseRecords)
    .filter(({ part }) => granted.includes(part ?? 'narrative'))
    .map(({ name }) => name)
}

/** The records that a mapping has a field for: only these are opened. */
export function recordsOfMapping({ fields }: BridgeMapping): readonly CaseRecordName[] {
  return [...new Set(fields.filter(({ way }) => way !== 'in').map(({ record }) => record))]
}

/** The parts that a mapping has a use for. */
export function partsOfMapping({ fields }: BridgeMapping): readonly Part[] {
  const outward = fields.filter(({ way }) => way !== 'in')
  return [...new Set(outward.map(partOfField))]
}

const holds = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const byCode = (first: string, second: string) => (first < second ? -1 : 1)

function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value.map(String).toSorted(byCode) : value)
  return plain(one) === plain(other)
}

/** What of a value is lost when it is written so: whatever reading it again would not give back. */
function lossOf(field: BridgeField, value: unknown, written: BridgeValue | null): BridgeLoss | null {
  const { by, other } = field
  if (written === null) return by === 'day' || by === 'ageNow' ? 'precision' : 'noCode'
  if (field.way === 'out' || same(transformOf(by).in(written, field), value)) return null
  const said: readonly unknown[] = typeof written === 'object' ? written : [written]
  return other !== undefined && said.includes(other) ? 'other' : 'coarser'
}

function addValue(values: Map<string, BridgeValue>, to: string, value: BridgeValue): void {
  const before = values.get(to)
  const together =
    typeof before === 'object' && typeof value === 'object' ? [...new Set([...before, ...value])] : value
  values.set(to, together)
}

interface Draft {
  readonly values: Map<string, BridgeValue>
  readonly written: WrittenValue[]
  readonly lost: LostValue[]
}

function writeValue(draft: Draft, mapping: BridgeMapping, spot: Spot, today: PlainDate): void {
  const { record, field: key, value } = spot
  const ways = mapping.fields.filter(
    (one) => !spot.stays && one.record === record && one.field === key && one.way !== 'in',
  )
  const losses: BridgeLoss[] = []
  for (const field of ways) {
    const out = transformOf(field.by).out(value, field, today)
    if (out !== null) {
      addValue(draft.values, field.to, out)
      draft.written.push({ record, field: key, to: field.to, coded: spot.coded })
    }
    const loss = lossOf(field, value, out)
    if (loss !== null && !(field.way === 'out' && ways.length > 1)) losses.push(loss)
  }
  const [why] = ways.length === 0 ? [spot.stays ? ('staysHere' as const) : ('noField' as const)] : losses
  if (why !== undefined) draft.lost.push({ record, field: key, why })
}

interface Spot {
  readonly record: CaseRecordName
  readonly field: string
  readonly value: unknown
  readonly coded: boolean
  readonly stays: boolean
}

function spotsOf(record: CaseRecordName, values: RecordValues, granted: readonly Part[]): Spot[] {
  return fieldsOf(caseRecords[record])
    .filter(([key]) => holds(values[key]))
    .map(([field, { reach }]) => ({
      record,
      field,
      value: values[field],
      coded: reach !== 'sealed',
      stays: reach === 'agency' || !granted.includes(partOfField({ record, field })),
    }))
}

function writeState(draft: Draft, { state: { to, values } }: BridgeMapping, state: CaseState): void {
  const said = values[state]
  if (said === undefined) return
  addValue(draft.values, to, said)
  const back = codesOf(caseStates).find((code) => values[code] === said)
  if (back !== state) draft.lost.push({ record: null, field: 'state', why: 'coarser' })
}

/**
 * Writes a case in the words of another system: only records of parts that were granted, only fields that the mapping
 * names, and never what stays with the agency that wrote it. Everything else that the case holds in those parts is
 * listed as lost, and so is every value that would not come back the same.
 */
export function writeForBridge(
  mapping: BridgeMapping,
  content: CaseContent,
  about: { readonly ids: BridgeIds; readonly granted: readonly Part[]; readonly today: PlainDate },
): BridgeRow {
  const { ids, granted, today } = about
  const draft: Draft = { values: new Map(Object.entries(mapping.fixed)), written: [], lost: [] }
  draft.values.set(mapping.reference, ids.reference)
  draft.values.set(mapping.from, ids.from)
  writeState(draft, mapping, content.state)
  for (const record of recordsFor(granted)) {
    const [first, ...further] = content.records[record] ?? []
    if (first === undefined) continue
    if (!mapping.fields.some((one) => one.record === record && one.way !== 'in')) {
      draft.lost.push({ record, field: null, why: 'noField' })
      continue
    }
    for (const spot of spotsOf(record, first, granted)) writeValue(draft, mapping, spot, today)
    for (const values of further) {
      for (const { field } of spotsOf(record, values, granted))
        draft.lost.push({ record, field, why: 'onlyFirst' })
    }
  }
  return draft
}
