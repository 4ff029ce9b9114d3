import type { Part, States } from '@setu/vocabulary'
import type { Field, ValueOf, Words } from './field.ts'

export type Fields = Readonly<Record<string, Field>>

/** What a record hangs on: a survivor's case, an organisation, or nothing. */
export type Owner = 'case' | 'organisation' | 'node'

/** Everything Setu knows about one sort of record. Tables, forms, checks, exports and the dictionary read it. */
export interface RecordType<Name extends string = string, F extends Fields = Fields> {
  readonly name: Name
  readonly table: string
  readonly of: Owner
  /** The part of a case it belongs to (access table); `null` for what is not part of a case. */
  readonly part: Part | null
  /** The part under whose key its words are sealed, where that is a narrower one than its own. */
  readonly sealedIn?: Part
  /** The states that it goes through, where it has any, and who takes which step. */
  readonly states?: States
  readonly label: Words
  readonly fields: F
  /** The questions as a caseworker meets them: one screen a section, every field in exactly one. */
  readonly sections: Readonly<
    Record<
      string,
      {
        readonly label: Words
        readonly asks: readonly (keyof F & string)[]
        /** Asked together with the steps of the record only, and on no form of its own. */
        readonly withSteps?: true
      }
    >
  >
  /** Columns of its list, in order. */
  readonly list: readonly (keyof F & string)[]
  /** How many of it one case (or organisation) has. */
  readonly many: boolean
}

/** The values of a record, with a key for every declared field. */
export type Values<R extends RecordType> = {
  readonly [Key in keyof R['fields']]: ValueOf<R['fields'][Key]>
}

/**
 * Declares a record. Fails at load, naming the field, when a section forgets a field or asks it twice, or
 * when a sealed field would survive erasure.
 */
export function defineRecord<const Name extends string, const F extends Fields>(
  record: RecordType<Name, F>,
): RecordType<Name, F> {
  const asked = Object.values(record.sections).flatMap((section) => section.asks)
  const unasked = Object.keys(record.fields).filter((key) => !asked.includes(key))
  if (unasked.length > 0) throw new TypeError(`${record.name}: no section asks ${unasked.join(', ')}`)
  const twice = asked.find((key, at) => asked.indexOf(key) !== at)
  if (twice !== undefined) throw new TypeError(`${record.name}: ${twice} is asked twice`)
  for (const [key, field] of Object.entries(record.fields)) {
    if (field.reach === 'sealed' && field.erasure === 'keep') {
      throw new TypeError(`${record.name}: ${key} is sealed and cannot survive erasure`)
    }
    if (field.reach === 'sealed' && record.part === null) {
      throw new TypeError(`${record.name}: ${key} is sealed, but the record belongs to no part with a key`)
    }
  }
  checkStates(record)
  return record
}

function checkStates({ name, fields, states }: RecordType): void {
  if (states === undefined) return
  if ('state' in fields) throw new TypeError(`${name}: state is a field, and the record has states`)
  const unknown = states.steps
    .flatMap(({ asks = [], takes = [] }) => [...asks, ...takes])
    .find((key) => !(key in fields))
  if (unknown !== undefined) throw new TypeError(`${name}: a step asks ${unknown}, which is no field`)
}

/** The part under whose key a record's words are sealed. */
export function sealingPartOf(record: RecordType): Part | null {
  return record.sealedIn ?? record.part
}

/** The fields of a record with their names, in declared order. */
export function fieldsOf(record: RecordType): [string, Field][] {
  return Object.entries(record.fields)
}

export function sealedFields(record: RecordType): string[] {
  return fieldsOf(record)
    .filter(([, field]) => field.reach === 'sealed')
    .map(([key]) => key)
}
