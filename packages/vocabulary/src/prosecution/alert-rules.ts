import { type CodeOf, defineCodes } from '../codes.ts'
import type { DaysAllowed } from '../directory/calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { OfficeTask } from './criminal-offices.ts'
import type { LawLimitKind } from './law.ts'

/** What somebody is told of a criminal case, so that a case that stalls is seen on the day it does. */
export const alertKinds = defineCodes('setu:criminal-alert', '2026-11', [
  { code: 'investigationClock', en: 'Investigation is running out of time', bn: 'তদন্তের সময় ফুরিয়ে আসছে' },
  { code: 'extensionRequest', en: 'Last day to ask for more time', bn: 'সময় বাড়ানোর আবেদনের শেষ দিন' },
  { code: 'extensionClock', en: 'The extension is running out', bn: 'বর্ধিত সময় ফুরিয়ে আসছে' },
  { code: 'noReport', en: 'No police report yet', bn: 'এখনও পুলিশ প্রতিবেদন নেই' },
  { code: 'finalReportFiled', en: 'A final report was filed', bn: 'চূড়ান্ত প্রতিবেদন দাখিল হয়েছে' },
  { code: 'chargeNotFramed', en: 'Charge not framed', bn: 'অভিযোগ গঠন হয়নি' },
  { code: 'trialClock', en: 'Trial is running out of time', bn: 'বিচারের সময় ফুরিয়ে আসছে' },
  { code: 'overrunReport', en: 'Report on the delay due', bn: 'বিলম্বের প্রতিবেদন দেওয়ার দিন' },
  { code: 'adjournedInRow', en: 'Put off several times in a row', bn: 'পরপর কয়েকবার মুলতবি' },
  { code: 'adjournedOften', en: 'Put off many times', bn: 'বহুবার মুলতবি' },
  { code: 'adjournedAlike', en: 'Put off again for the same reason', bn: 'একই কারণে আবার মুলতবি' },
  { code: 'witnessAbsent', en: 'A witness stays away', bn: 'সাক্ষী আসছেন না' },
  { code: 'witnessesAbsent', en: 'Most witnesses stay away', bn: 'বেশির ভাগ সাক্ষী আসছেন না' },
  { code: 'investigatorMoved', en: 'The investigating officer was moved', bn: 'তদন্তকারী কর্মকর্তা বদলি হয়েছেন' },
  { code: 'noHearing', en: 'No hearing entered', bn: 'কোনো শুনানি লেখা হয়নি' },
  { code: 'appealWindow', en: 'The time to appeal is running out', bn: 'আপিলের সময় ফুরিয়ে আসছে' },
  { code: 'compensationUnpaid', en: 'Compensation not paid', bn: 'ক্ষতিপূরণ দেওয়া হয়নি' },
  { code: 'assistanceUnanswered', en: 'No answer from another country', bn: 'অন্য দেশের উত্তর আসেনি' },
])

/** A kind of alert. */
export type AlertKind = CodeOf<typeof alertKinds>

/** The time limits of the law of a case. One that is not known here is null, and no alert is ever reckoned from it. */
export type CriminalLimits = Readonly<Record<Exclude<LawLimitKind, 'victimInformation'>, DaysAllowed | null>>

/** When each alert is given: configuration, not law. Marks are counted in the unit of the limit that they watch. */
export interface AlertRules {
  readonly version: string
  readonly investigationMarks: readonly number[]
  /** Before the end of an extension; nought is its last day. */
  readonly extensionMarks: readonly number[]
  /** More working days than these without a police report. */
  readonly noReportAfter: number
  /** More days than these from the charge sheet to the framing of the charge. */
  readonly chargeNotFramedAfter: number
  readonly trialMarks: readonly number[]
  readonly adjournedInRow: number
  readonly adjournedOften: number
  readonly adjournedAlike: number
  readonly witnessAbsent: number
  /** At how many hearings more than half of those summoned stayed away. */
  readonly witnessesAbsent: number
  readonly noHearingAfter: number
  readonly appealMarks: readonly number[]
  readonly compensationUnpaidAfter: number
  /** After so many days without a word to a request that was sent to another country. */
  readonly assistanceMarks: readonly number[]
  /** Which offices of a case are told. */
  readonly to: Readonly<Record<AlertKind, readonly OfficeTask[]>>
  /** After so many days in which nobody there has said anything to it, those who answer for the whole are told too. */
  readonly answerWithin: number
  readonly escalatesTo: readonly OfficeTask[]
}

/** What Setu begins with: the thresholds of practice, to be adopted or changed by those who answer for prosecutions. */
export const alertRules: AlertRules = {
  version: '2026-11',
  investigationMarks: [60, 75, 84],
  extensionMarks: [10, 3, 0],
  noReportAfter: 120,
  chargeNotFramedAfter: 90,
  trialMarks: [90, 150],
  adjournedInRow: 3,
  adjournedOften: 5,
  adjournedAlike: 2,
  witnessAbsent: 2,
  witnessesAbsent: 3,
  noHearingAfter: 45,
  appealMarks: [20, 28],
  compensationUnpaidAfter: 60,
  assistanceMarks: [60, 120, 180],
  to: {
    investigationClock: ['investigation', 'monitoring'],
    extensionRequest: ['investigation', 'monitoring'],
    extensionClock: ['investigation', 'monitoring'],
    noReport: ['monitoring'],
    finalReportFiled: ['legalAid', 'prosecution'],
    chargeNotFramed: ['prosecution'],
    trialClock: ['prosecution', 'court', 'monitoring'],
    overrunReport: ['prosecution', 'court', 'monitoring'],
    adjournedInRow: ['prosecution', 'legalAid'],
    adjournedOften: ['prosecution', 'legalAid'],
    adjournedAlike: ['prosecution', 'legalAid'],
    witnessAbsent: ['prosecution', 'legalAid'],
    witnessesAbsent: ['prosecution', 'legalAid'],
    investigatorMoved: ['prosecution'],
    noHearing: ['prosecution'],
    appealWindow: ['prosecution', 'legalAid'],
    compensationUnpaid: ['legalAid', 'prosecution'],
    assistanceUnanswered: ['centralAuthority', 'prosecution'],
  },
  answerWithin: 7,
  escalatesTo: ['monitoring'],
}

/** An alert of a criminal case that lies ahead, or whose day has come. */
export interface PlannedAlert {
  readonly kind: AlertKind
  /** Which of several of its kind: days that have passed or are left, or how often something happened. */
  readonly mark: number
  /** The day that it is counted from; with kind, mark and subject, what makes it this one and no other. */
  readonly since: PlainDate
  /** The number of a witness, or why hearings were put off. */
  readonly subject: string | null
  readonly on: PlainDate
  /** The day on which there was no longer any cause; null while there is. */
  readonly until: PlainDate | null
  /** The accused whom it concerns; none where it concerns the case. */
  readonly accused: readonly string[]
}
