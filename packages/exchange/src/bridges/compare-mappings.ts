import type { CaseRecordName } from '@setu/records'
import type { BridgeField, BridgeMapping } from './mapping.ts'

/** One thing that one mapping says and another says otherwise, or not at all. */
export interface MappingDifference {
  /** Their field, and ours that it holds; null where it is said of all cases. */
  readonly to: string | null
  readonly record: CaseRecordName | null
  readonly field: string | null
  /** The place in the mapping, or in what is said of that one field. */
  readonly at: string
  /** Null where the mapping says nothing there. */
  readonly before: string | null
  readonly after: string | null
}

type Said = Omit<MappingDifference, 'before' | 'after'> & { readonly text: string }

/** Every single thing that stands in a value, with its place. */
function leavesOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, at === '' ? key : `${at}.${key}`))
  }
  if (Array.isArray(value)) {
    return [[at, value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')]]
  }
  return value === undefined ? [] : [[at, typeof value === 'string' ? value : JSON.stringify(value)]]
}

const nameOf = ({ to, record, field }: BridgeField) => `${to} ← ${record}.${field}`

/** The fields by name; what is said twice of the same two is told apart by which comes first. */
function namedFields(fields: readonly BridgeField[]): [string, BridgeField][] {
  return [...Map.groupBy(fields, nameOf)].flatMap(([name, same]) =>
    same.map((field, at): [string, BridgeField] => [at === 0 ? name : `${name} (${at + 1})`, field]),
  )
}

function saidIn({ fields, system: _system, version: _version, ...whole }: BridgeMapping): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const [at, text] of leavesOf(whole, ''))
    said.set(at, { to: null, record: null, field: null, at, text })
  for (const [name, { to, record, field, ...how }] of namedFields(fields)) {
    for (const [at, text] of leavesOf(how, '')) said.set(`${name} ${at}`, { to, record, field, at, text })
  }
  return said
}

/** The order in which fields stand decides which of two is heard first when a file is read. */
function orderDifference(before: BridgeMapping, after: BridgeMapping): MappingDifference[] {
  const [old, now] = [before.fields.map(nameOf), after.fields.map(nameOf)]
  const first = old.filter((name) => now.includes(name)).join(', ')
  const then = now.filter((name) => old.includes(name)).join(', ')
  if (first === then) return []
  return [{ to: null, record: null, field: null, at: 'fields', before: first, after: then }]
}

/** Everything that two mappings of one system say differently, with what each of them says: nothing else is changed. */
export function differencesOfMappings(
  before: BridgeMapping,
  after: BridgeMapping,
): readonly MappingDifference[] {
  const [old, now] = [saidIn(before), saidIn(after)]
  const differences = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): MappingDifference[] => {
    const [one, other] = [old.get(key), now.get(key)]
    const about = other ?? one
    if (about === undefined || one?.text === other?.text) return []
    const { to, record, field, at } = about
    return [{ to, record, field, at, before: one?.text ?? null, after: other?.text ?? null }]
  })
  return [...differences, ...orderDifference(before, after)]
}
