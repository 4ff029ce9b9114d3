import { type CodeOf, defineCodes } from '../codes.ts'
import { addDays, type PlainDate, plainDate } from '../plain-date.ts'
import type { CriminalMatter } from './criminal-lists.ts'

/** By which rules figures are counted: kept with a year, so that one counted by other rules is told from one counted wrongly. */
export const figuresFormula = '2026-11.2'

/** What Setu begins with: the month in which a reporting year begins, as in the reports on trafficking in persons. */
export const figureRules = { version: '2026-11', yearBegins: 4 }

/** What is counted of a year, in cases and in persons. */
export const figureMeasures = defineCodes('setu:criminal-measure', '2026-11', [
  { code: 'investigationsOpened', en: 'Investigations opened', bn: 'নতুন তদন্ত' },
  {
    code: 'investigationsContinued',
    en: 'Investigations continued from before',
    bn: 'আগের বছর থেকে চলমান তদন্ত',
  },
  { code: 'prosecutionsOpened', en: 'Prosecutions opened', bn: 'নতুন বিচারে সোপর্দ' },
  {
    code: 'prosecutionsContinued',
    en: 'Prosecutions continued from before',
    bn: 'আগের বছর থেকে চলমান বিচার',
  },
  { code: 'convicted', en: 'Convicted', bn: 'দোষী সাব্যস্ত' },
  { code: 'acquitted', en: 'Acquitted', bn: 'খালাস' },
  { code: 'discharged', en: 'Discharged', bn: 'অব্যাহতি' },
  { code: 'endedOtherwise', en: 'Ended by a court in another way', bn: 'আদালতে অন্যভাবে শেষ' },
  { code: 'closedOnReport', en: 'Closed on the police report', bn: 'পুলিশ প্রতিবেদনে শেষ' },
  { code: 'disposed', en: 'Cases disposed of by a court', bn: 'আদালতে নিষ্পত্তি হওয়া মামলা' },
  { code: 'disposedWithConviction', en: 'Of these, with a conviction', bn: 'এর মধ্যে দণ্ড হয়েছে' },
  {
    code: 'sentencedYearOrMore',
    en: 'Sentenced to a year of imprisonment or more',
    bn: 'এক বছর বা বেশি কারাদণ্ড',
  },
  { code: 'sentencedUnderYear', en: 'Sentenced to less than a year', bn: 'এক বছরের কম কারাদণ্ড' },
  { code: 'sentenceSuspended', en: 'Sentence suspended', bn: 'দণ্ড স্থগিত' },
  { code: 'finedOnly', en: 'Fined only', bn: 'কেবল অর্থদণ্ড' },
  { code: 'sentenceNotSaid', en: 'Sentence not written down', bn: 'দণ্ড লেখা নেই' },
  { code: 'officialsProsecuted', en: 'Officials prosecuted', bn: 'বিচারে সোপর্দ সরকারি কর্মচারী' },
  { code: 'officialsConvicted', en: 'Officials convicted', bn: 'দণ্ডিত সরকারি কর্মচারী' },
])

/** What is counted of a year. */
export type FigureMeasure = CodeOf<typeof figureMeasures>

/** From which step to which time is counted. */
export const figureSpans = defineCodes('setu:criminal-span', '2026-11', [
  { code: 'report', en: 'From the report to the police report', bn: 'অভিযোগ থেকে পুলিশ প্রতিবেদন' },
  { code: 'charge', en: 'From the charge sheet to the charge', bn: 'অভিযোগপত্র থেকে অভিযোগ গঠন' },
  { code: 'trial', en: 'From the charge to the judgment', bn: 'অভিযোগ গঠন থেকে রায়' },
  { code: 'whole', en: 'From the report to the judgment', bn: 'অভিযোগ থেকে রায়' },
])

/** From which step to which time is counted. */
export type FigureSpan = CodeOf<typeof figureSpans>

/** Which cases a figure is of: smuggling is no trafficking, and a case may be about both. */
export const figureMatters = ['trafficking', 'smuggling'] as const

/** Which cases a figure is of. */
export type FigureMatter = (typeof figureMatters)[number]

/** A year of twelve months, from its first day to its last. */
export interface ReportingYear {
  readonly from: PlainDate
  readonly to: PlainDate
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The reporting year that begins in a calendar year. */
export function reportingYear(begins: number, year: number): ReportingYear {
  const firstOf = (of: number) => plainDate(`${of}-${two(begins)}-01`)
  return { from: firstOf(year), to: addDays(firstOf(year + 1), -1) }
}

/** In which calendar year the reporting year of a day begins. */
export function reportingYearOf(begins: number, day: PlainDate): number {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month >= begins ? year : year - 1
}

/** A count of cases that are alike in what statistics ask, and of the persons in them. */
export interface FigureCell {
  readonly measure: string
  readonly matter: string
  readonly category: string
  readonly transnational: boolean
  readonly cases: number
  readonly persons: number
}

/** Two measures, never one. */
export interface Figure {
  readonly cases: number
  readonly persons: number
}

const isAbout = (matter: string, wanted: FigureMatter): boolean => {
  const both: CriminalMatter = 'trafficksAndSmuggles'
  return matter === wanted || matter === both
}

/** Adds up one measure over the cells that a test lets through. */
export function figureOf(
  cells: readonly FigureCell[],
  measure: FigureMeasure,
  matter: FigureMatter,
  only: (cell: FigureCell) => boolean = () => true,
): Figure {
  return cells
    .filter((cell) => cell.measure === measure && isAbout(cell.matter, matter) && only(cell))
    .reduce((sum, { cases, persons }) => ({ cases: sum.cases + cases, persons: sum.persons + persons }), {
      cases: 0,
      persons: 0,
    })
}

/** Both conviction rates with their parts; a rate is null where nothing was judged. */
export interface ConvictionRates {
  /** Convicted persons of those convicted, acquitted or discharged. */
  readonly persons: { readonly convicted: number; readonly of: number; readonly rate: number | null }
  /** Cases with a conviction of those that a court disposed of. */
  readonly cases: { readonly convicted: number; readonly of: number; readonly rate: number | null }
}

const shareOf = (convicted: number, of: number) => ({ convicted, of, rate: of === 0 ? null : convicted / of })

/** Both conviction rates of a year: one of persons, one of cases, and never one without the other. */
export function convictionRates(cells: readonly FigureCell[], matter: FigureMatter): ConvictionRates {
  const sum = (measure: FigureMeasure) => figureOf(cells, measure, matter)
  const convicted = sum('convicted').persons
  return {
    persons: shareOf(convicted, convicted + sum('acquitted').persons + sum('discharged').persons),
    cases: shareOf(sum('disposedWithConviction').cases, sum('disposed').cases),
  }
}

/** How many came to the end of a span after so many days, and how many were last seen on the way then. */
export interface FigureWait {
  readonly days: number
  readonly ended: number
  readonly left: number
}

/** After so many days, how many were still on the way of those of whom it is known. */
export interface SurvivalStep {
  readonly days: number
  readonly atRisk: number
  readonly ended: number
  /** The share that takes longer than these days. */
  readonly longer: number
}

/**
 * The share that takes longer, day by day, by the estimate of Kaplan and Meier: whoever is still on the way, or whose case ended
 * in another way, counts for as long as was seen. An average of those who finished would be short wherever many are stuck.
 */
export function survivalOf(waits: readonly FigureWait[]): readonly SurvivalStep[] {
  let atRisk = waits.reduce((sum, { ended, left }) => sum + ended + left, 0)
  let longer = 1
  const steps: SurvivalStep[] = []
  for (const { days, ended, left } of waits.toSorted((one, other) => one.days - other.days)) {
    if (ended > 0) {
      longer *= 1 - ended / atRisk
      steps.push({ days, atRisk, ended, longer })
    }
    atRisk -= ended + left
  }
  return steps
}

/** After how many days a share has come to the end; null where fewer have. */
export function daysUntil(steps: readonly SurvivalStep[], share: number): number | null {
  return steps.find(({ longer }) => longer <= 1 - share + 1e-9)?.days ?? null
}
