import { type CaseRecordName, caseRecords, sealingPartOf } from '@setu/records'
import {
  type ConsentPurpose,
  caseStates,
  codesOf,
  consentPurposes,
  type Part,
  shareableParts,
} from '@setu/vocabulary'
import { isTransform, type TransformName, transformOf } from './transforms.ts'

/** The other systems that Setu exchanges files of cases with. */
export const bridgeSystems = ['referralPlatform', 'primero'] as const

/** Another system that cases go to or come from as files. */
export type BridgeSystem = (typeof bridgeSystems)[number]

/** What one field of another system holds of ours: where from, where to, and by which of the named ways. */
export interface BridgeField {
  readonly record: CaseRecordName
  readonly field: string
  readonly to: string
  readonly by: TransformName
  /** Our code to theirs. What is not named goes out as `other`, and without one not at all. */
  readonly values?: Readonly<Record<string, string>>
  readonly other?: string
  /** Fields of theirs that are joined to `to` when a file is read. */
  readonly joined?: readonly string[]
  /** Only written, or only read; both where it is not said. */
  readonly way?: 'out' | 'in'
}

/** How cases are told in the words of another system: data, with a version, that a node may lay down anew. */
export interface BridgeMapping {
  readonly system: BridgeSystem
  readonly version: string
  /** Where the shape was read. */
  readonly source: string
  /** How a list stands in a cell of a table. */
  readonly lists: 'semicolon' | 'json'
  /** Their field for the reference that we give a case, made for this one recipient. */
  readonly reference: string
  /** Their field for the organisation that a case comes from. */
  readonly from: string
  /** Their fields that name a case, the first filled one first. */
  readonly ids: readonly string[]
  readonly state: { readonly to: string; readonly values: Readonly<Record<string, string>> }
  /** What stands in every case of theirs. */
  readonly fixed: Readonly<Record<string, string>>
  /** What a survivor may have agreed to so that her case goes there. */
  readonly purposes: readonly ConsentPurpose[]
  readonly fields: readonly BridgeField[]
}

/** Why a mapping cannot be used: the place in it, and what is wrong there. */
export interface MappingFault {
  readonly at: string
  readonly fault:
    | 'shape'
    | 'system'
    | 'field-unknown'
    | 'name'
    | 'transform'
    | 'values'
    | 'never-leaves'
    | 'said-twice'
    | 'purpose'
    | 'state'
}

/** The parts of a case that may ever leave the organisation that owns it. */
const partsThatLeave: ReadonlySet<Part> = new Set(Object.values(shareableParts).flat())

/**
 * The part of a case that a field stands in: what the survivor must have agreed to. Words may be sealed in another part
 * than the one that the rest of their record stands in, and go only with that one.
 */
export function partOfField({ record, field: key }: Pick<BridgeField, 'record' | 'field'>): Part {
  const found = caseRecords[record]
  const field = Object.entries(found.fields).find(([name]) => name === key)?.[1]
  return (field?.reach === 'sealed' ? sealingPartOf(found) : found.part) ?? 'narrative'
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

function isTable(value: unknown): value is Record<string, string> {
  return isRow(value) && Object.values(value).every(isText) && Object.keys(value).length <= 500
}

const theirName = /^[A-Za-z][A-Za-z0-9_]{0,79}$/

function isRecord(name: unknown): name is CaseRecordName {
  return typeof name === 'string' && Object.hasOwn(caseRecords, name)
}

function faultOfField(given: unknown, taken: Map<string, BridgeField[]>): MappingFault['fault'] | null {
  if (!isRow(given)) return 'shape'
  const { record, field: key, to, by, values, other, joined = [], way } = given
  if (!isRecord(record) || !isText(key)) return 'field-unknown'
  const field = Object.entries(caseRecords[record].fields).find(([name]) => name === key)?.[1]
  if (field === undefined) return 'field-unknown'
  if (!isText(to) || !theirName.test(to) || !isTexts(joined)) return 'name'
  if (!isTransform(by) || !transformOf(by).kinds.includes(field.kind)) return 'transform'
  if (way !== undefined && way !== 'in' && way !== 'out') return 'transform'
  const only = transformOf(by).way
  if (only !== null && only !== way) return 'transform'
  if (values !== undefined && !isTable(values)) return 'values'
  if (other !== undefined && !isText(other)) return 'values'
  if ('from' in field && values !== undefined) {
    const known: readonly string[] = codesOf(field.from)
    if (Object.keys(values).some((code) => !known.includes(code))) return 'values'
  }
  // What stays with the agency that wrote it, and what nobody outside is ever told, cannot be mapped out.
  const leaves = field.reach !== 'agency' && partsThatLeave.has(partOfField({ record, field: key }))
  if (way !== 'in' && !leaves) return 'never-leaves'
  return faultOfSharing(
    { record, field: key, to, by, ...(way ? { way } : {}), ...(values ? { values } : {}) },
    taken,
  )
}

/** Only lists may share a field of theirs, and only where no code of it could mean two things. */
function faultOfSharing(field: BridgeField, taken: Map<string, BridgeField[]>): MappingFault['fault'] | null {
  const before = taken.get(field.to) ?? []
  taken.set(field.to, [...before, field])
  const together = before.filter(
    ({ way }) => (way ?? 'both') === 'both' || field.way === undefined || way === field.way,
  )
  if (together.length === 0) return null
  if ([field, ...together].some(({ by }) => by !== 'codes' && by !== 'listed')) return 'said-twice'
  const codes = new Set(together.flatMap(({ values = {} }) => Object.values(values)))
  return Object.values(field.values ?? {}).some((code) => codes.has(code)) ? 'said-twice' : null
}

function isPurpose(value: unknown): value is ConsentPurpose {
  return consentPurposes.entries.some(({ code, recipient }) => recipient && code === value)
}

/** What is wrong with a mapping that somebody brings; nothing where it can be used. */
export function faultsOfMapping(given: unknown): readonly MappingFault[] {
  if (!isRow(given)) return [{ at: '', fault: 'shape' }]
  const faults: MappingFault[] = []
  const { system, source, lists, reference, from, ids, state, fixed, purposes, fields } = given
  if (!bridgeSystems.some((one) => one === system)) faults.push({ at: 'system', fault: 'system' })
  if (!isText(source)) faults.push({ at: 'source', fault: 'shape' })
  if (lists !== 'semicolon' && lists !== 'json') faults.push({ at: 'lists', fault: 'shape' })
  for (const [at, name] of Object.entries({ reference, from })) {
    if (!isText(name) || !theirName.test(name)) faults.push({ at, fault: 'name' })
  }
  if (!isTexts(ids) || ids.length === 0) faults.push({ at: 'ids', fault: 'name' })
  if (!isTable(fixed)) faults.push({ at: 'fixed', fault: 'shape' })
  if (!Array.isArray(purposes) || purposes.length === 0 || !purposes.every(isPurpose))
    faults.push({ at: 'purposes', fault: 'purpose' })
  const states = codesOf(caseStates)
  if (
    !isRow(state) ||
    !isText(state['to']) ||
    !isTable(state['values']) ||
    states.some((code) => !Object.hasOwn(Object(state['values']), code))
  )
    faults.push({ at: 'state', fault: 'state' })
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > 300)
    return [...faults, { at: 'fields', fault: 'shape' }]
  const taken = new Map<string, BridgeField[]>()
  for (const [index, field] of fields.entries()) {
    const fault = faultOfField(field, taken)
    if (fault !== null) faults.push({ at: `fields.${index}`, fault })
  }
  return faults
}

/** Reads a mapping; null where anything in it is wrong. */
export function parseMapping(given: unknown): BridgeMapping | null {
  return faultsOfMapping(given).length === 0 ? (given as BridgeMapping) : null
}
