import { type CodeOf, defineCodes } from '../codes.ts'
import type { AgeBounds } from '../partial-date.ts'

/** Age bands of case files. The last three say no more than is known. Ages are completed years. */
export const ageBands = defineCodes('setu:age-band', '2026-01', [
  { code: '0-4', en: '0–4', bn: '০–৪', youngest: 0, oldest: 4 },
  { code: '5-9', en: '5–9', bn: '৫–৯', youngest: 5, oldest: 9 },
  { code: '10-14', en: '10–14', bn: '১০–১৪', youngest: 10, oldest: 14 },
  { code: '15-17', en: '15–17', bn: '১৫–১৭', youngest: 15, oldest: 17 },
  { code: '18-24', en: '18–24', bn: '১৮–২৪', youngest: 18, oldest: 24 },
  { code: '25-29', en: '25–29', bn: '২৫–২৯', youngest: 25, oldest: 29 },
  { code: '30-39', en: '30–39', bn: '৩০–৩৯', youngest: 30, oldest: 39 },
  { code: '40-49', en: '40–49', bn: '৪০–৪৯', youngest: 40, oldest: 49 },
  { code: '50-59', en: '50–59', bn: '৫০–৫৯', youngest: 50, oldest: 59 },
  { code: '60+', en: '60 and over', bn: '৬০ ও তার বেশি', youngest: 60, oldest: null },
  { code: 'childUnknown', en: 'Child, age not known', bn: 'শিশু, বয়স জানা নেই', youngest: 0, oldest: 17 },
  {
    code: 'adultUnknown',
    en: 'Adult, age not known',
    bn: 'প্রাপ্তবয়স্ক, বয়স জানা নেই',
    youngest: 18,
    oldest: null,
  },
  { code: 'unknown', en: 'Not known', bn: 'জানা নেই', youngest: null, oldest: null },
])

/** An age band. */
export type AgeBand = CodeOf<typeof ageBands>

/**
 * The narrowest band that certainly holds somebody of these ages.
 *
 * Ages that reach over several bands give "child" or "adult", and ages on both sides of eighteen give "not
 * known", which is then treated as a child.
 */
export function ageBandOf({ youngest, oldest }: AgeBounds): AgeBand {
  if (youngest === null && oldest === null) return 'unknown'
  const from = youngest ?? 0
  const holds = (band: AgeBounds) =>
    from >= (band.youngest ?? 0) && (band.oldest === null || (oldest !== null && oldest <= band.oldest))
  return ageBands.entries.find(holds)?.code ?? 'unknown'
}

/** The bands of those who are certainly children. */
const childBands: readonly AgeBand[] = ['0-4', '5-9', '10-14', '15-17', 'childUnknown']

/** Whether somebody is treated as a child: whoever is one, and in doubt everybody of whom no adult age is known. */
export function countsAsChild(band: string | null, inDoubt = true): boolean {
  if (childBands.some((one) => one === band)) return true
  return inDoubt && (band === null || band === 'unknown')
}
