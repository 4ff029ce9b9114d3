import type { Field } from '@setu/records'
import { codeSeparator, type HtcdsValue } from '../row.ts'
import { listed, valueIn, valueOut } from './values.ts'

/** Names outside a list of the standard may be codes of ours: `imo` is one. */
function codesKnown(field: Extract<Field, { kind: 'codes' }>, names: readonly string[]): readonly string[] {
  const byName = new Map(field.from.entries.map(({ code }) => [code.toLowerCase(), code]))
  return [...new Set(names.flatMap((name) => byName.get(name.toLowerCase()) ?? []))]
}

/** What our codes make of names that a file gives, some of which may be in no list. */
function meaningOf(field: Field, value: HtcdsValue): unknown {
  return field.kind === 'codes' ? codesKnown(field, listed(value)) : valueIn(field, value)
}

/** What a file says, as our codes and, where those do not say the same again, in the words of the file. */
export function inWords(
  field: Field,
  value: HtcdsValue,
): { readonly value: unknown; readonly words: string | null } {
  const meaning = meaningOf(field, value)
  const enough = JSON.stringify(valueOut(field, meaning)) === JSON.stringify(value)
  return { value: meaning, words: enough ? null : listed(value).join(codeSeparator) }
}

/**
 * What goes out again: the words of the file as long as they mean what our codes say; once somebody has
 * changed the codes, these, and behind them the names that only the words hold.
 */
export function outOfWords(field: Field, value: unknown, words: unknown): HtcdsValue | null {
  const plain = valueOut(field, value)
  if (typeof words !== 'string' || words === '') return plain
  const said = words.split(codeSeparator)
  const nothing = field.kind === 'codes' ? [] : null
  if (JSON.stringify(meaningOf(field, said)) === JSON.stringify(value ?? nothing)) return said
  if (field.kind !== 'codes') return plain
  const unknown = said.filter((name) => codesKnown(field, [name]).length === 0)
  return unknown.length === 0 ? plain : [...listed(plain ?? []), ...unknown]
}
