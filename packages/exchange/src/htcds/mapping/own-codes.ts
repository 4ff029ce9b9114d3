import { type CaseState, caseStateFromHtcds, caseStates, entryOf, isCode } from '@setu/vocabulary'
import { codeSeparator, type HtcdsValue } from '../row.ts'
import { inWords } from './own-words.ts'
import type { Place } from './places.ts'
import { listed, valueIn, valueOut } from './values.ts'

/** The codes of ours beside a value that the standard has no words for; empty where what is written says it all. */
export function exactOut({ field, words }: Place, value: unknown, written: HtcdsValue): string {
  const again = words === null ? valueIn(field, written) : inWords(field, written).value
  if (JSON.stringify(again) === JSON.stringify(value)) return ''
  return Array.isArray(value) ? value.map(String).join(codeSeparator) : String(value)
}

/**
 * The codes of ours that a file of ours gives beside a value, if they say the same in other words. Somebody
 * may have changed the one column and not the other: then the standard's counts.
 */
export function exactIn({ field }: Place, exact: string, given: HtcdsValue | undefined): unknown {
  if (field.kind !== 'code' && field.kind !== 'codes') return null
  const codes = exact.split(codeSeparator)
  if (!codes.every((code) => isCode(field.from, code))) return null
  const ours = field.kind === 'code' ? codes[0] : codes
  const theirs = new Set(field.from.entries.map(({ htcds }) => htcds))
  const said = listed(given ?? []).filter((code) => theirs.has(code))
  return said.join(codeSeparator) === listed(valueOut(field, ours) ?? []).join(codeSeparator) ? ours : null
}

/** What the standard calls the state of a case; a case whose file told none, and which has not moved, has none. */
export function statusOut(kept: {
  readonly state: CaseState
  readonly imported: boolean
  readonly told: unknown
}): string | null {
  const untold = kept.imported && kept.state === 'intake' && (kept.told ?? null) === null
  return untold ? null : (entryOf(caseStates, kept.state).htcds ?? null)
}

const fromStatus = new Map<unknown, CaseState>(Object.entries(caseStateFromHtcds))

/** The state of a case in a file; without a word about it a case is at its beginning. */
export function stateIn(
  status: HtcdsValue | undefined,
  exact: string | undefined,
): { readonly state: CaseState; readonly agrees: boolean } {
  const told = fromStatus.get(status) ?? 'intake'
  if (exact === undefined || exact === told) return { state: told, agrees: true }
  const agrees =
    isCode(caseStates, exact) && status !== undefined && entryOf(caseStates, exact).htcds === status
  return isCode(caseStates, exact) && agrees ? { state: exact, agrees } : { state: told, agrees: false }
}
