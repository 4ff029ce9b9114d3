import { type CodeOf, defineCodes } from '../codes.ts'
import type { LawOffence, LawText } from './law.ts'

/** Whether what is an offence here is one over there, as far as the laws known to Setu say. A lawyer decides. */
export const criminalityThere = defineCodes('setu:dual-criminality', '2026-11', [
  { code: 'alike', en: 'An offence there too, by act and purpose', bn: 'কাজ ও উদ্দেশ্য অনুযায়ী সেখানেও অপরাধ' },
  { code: 'partly', en: 'Covered there in part', bn: 'সেখানে আংশিকভাবে অন্তর্ভুক্ত' },
  { code: 'notFound', en: 'No such offence found there', bn: 'সেখানে এমন অপরাধ পাওয়া যায়নি' },
  { code: 'notKnown', en: 'Not known: the law there has not been read', bn: 'জানা নেই: সেখানকার আইন পড়া হয়নি' },
])

/** Whether what is an offence here is one over there. */
export type CriminalityThere = CodeOf<typeof criminalityThere>

/** What was found over there for one offence. */
export interface DualCriminality {
  readonly found: CriminalityThere
  /** The offences there that answer to this one, the nearest first. */
  readonly answering: readonly { readonly law: LawText; readonly offence: LawOffence }[]
  /** What this offence has and the nearest one there has not: acts, means and purposes. */
  readonly lacking: readonly string[]
}

/** Acts, means and purposes of an offence; one that names none has those of its law's definition. */
function elementsOf(law: LawText, offence: LawOffence): readonly (readonly string[])[] {
  const own = [offence.acts, offence.means, offence.purposes]
  const named = own.some((elements) => elements.length > 0)
  const { definition } = law
  return named || definition === null ? own : [definition.acts, definition.means, definition.purposes]
}

/** The laws of a country of which it is known that they held on a day. */
function heldOn(laws: readonly LawText[], country: string, day: string): readonly LawText[] {
  return laws.filter(
    ({ jurisdiction, validFrom, validTo }) =>
      jurisdiction === country &&
      validFrom !== null &&
      validFrom <= day &&
      (validTo === null || day <= validTo),
  )
}

/**
 * Holds an offence against the laws that another country had on its day. Nothing is concluded from a law that nobody has
 * read: only what is written down there can answer, and an offence without elements answers to none.
 */
export function dualCriminality(
  { law, offence }: { readonly law: LawText; readonly offence: LawOffence },
  {
    laws,
    country,
    day,
  }: { readonly laws: readonly LawText[]; readonly country: string; readonly day: string },
): DualCriminality {
  const [acts = [], means = [], purposes = []] = elementsOf(law, offence)
  const there = heldOn(laws, country, day)
  if (acts.length === 0 && purposes.length === 0) return nothing('notKnown')
  const held = there
    .flatMap((theirs) => theirs.offences.map((one) => ({ theirs, one })))
    .filter(({ one }) => one.category === offence.category)
    .map(({ theirs, one }) => {
      const [a = [], m = [], p = []] = elementsOf(theirs, one)
      const sharesAct = acts.length === 0 || acts.some((act) => a.includes(act))
      const sharesEnd = purposes.length === 0 || purposes.some((end) => p.includes(end))
      const lacking = [...without(acts, a), ...without(means, m), ...without(purposes, p)]
      return { theirs, one, read: a.length + p.length > 0, shares: sharesAct && sharesEnd, lacking }
    })
  const answering = held
    .filter(({ shares }) => shares)
    .toSorted((first, second) => first.lacking.length - second.lacking.length)
  const [nearest] = answering
  if (nearest === undefined)
    return nothing(held.length > 0 && held.every(({ read }) => read) ? 'notFound' : 'notKnown')
  return {
    found: nearest.lacking.length === 0 ? 'alike' : 'partly',
    answering: answering.map(({ theirs, one }) => ({ law: theirs, offence: one })),
    lacking: nearest.lacking,
  }
}

const nothing = (found: CriminalityThere): DualCriminality => ({ found, answering: [], lacking: [] })

const without = (ours: readonly string[], theirs: readonly string[]) =>
  ours.filter((one) => !theirs.includes(one))
