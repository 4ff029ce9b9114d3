import { type CodeOf, defineCodes } from '../codes.ts'
import type { DaysAllowed } from '../directory/calendar.ts'

/** What a survivor complains of. */
export const complaintKinds = defineCodes('setu:complaint', '2026-01', [
  { code: 'treatedBadly', en: 'Was treated badly', bn: 'খারাপ ব্যবহার করা হয়েছে' },
  { code: 'refusedHelp', en: 'Was refused help', bn: 'সাহায্য দেওয়া হয়নি' },
  { code: 'toldOthers', en: 'Something was told to others', bn: 'কথা অন্যদের বলে দেওয়া হয়েছে' },
  { code: 'pressed', en: 'Was pressed to agree', bn: 'রাজি হতে চাপ দেওয়া হয়েছে' },
  { code: 'askedForMoney', en: 'Was asked for money or a favour', bn: 'টাকা বা সুবিধা চাওয়া হয়েছে' },
  { code: 'harassed', en: 'Was touched, harassed or threatened', bn: 'স্পর্শ, হয়রানি বা হুমকি' },
  { code: 'differently', en: 'Was treated differently from others', bn: 'অন্যদের থেকে আলাদা আচরণ করা হয়েছে' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** What a survivor complains of. */
export type ComplaintKind = CodeOf<typeof complaintKinds>

/** What was found when a complaint was looked into. */
export const complaintOutcomes = defineCodes('setu:complaint-outcome', '2026-01', [
  { code: 'upheld', en: 'It was so', bn: 'অভিযোগ সঠিক' },
  { code: 'partlyUpheld', en: 'Part of it was so', bn: 'অভিযোগ আংশিক সঠিক' },
  { code: 'notFound', en: 'It could not be found out', bn: 'নিশ্চিত হওয়া যায়নি' },
  { code: 'notUpheld', en: 'It was not so', bn: 'অভিযোগ সঠিক নয়' },
])

/** What was found. */
export type ComplaintOutcome = CodeOf<typeof complaintOutcomes>

/** How long each step of a complaint may take. */
export interface ComplaintClocks {
  readonly version: string
  readonly lookInto: DaysAllowed
  readonly answer: DaysAllowed
  readonly tell: DaysAllowed
}

/** The clocks Setu begins with: defaults to adopt or change, not law. */
export const complaintClocks: ComplaintClocks = {
  version: '2026-01',
  lookInto: { amount: 3, unit: 'calendarDays' },
  answer: { amount: 30, unit: 'calendarDays' },
  tell: { amount: 7, unit: 'calendarDays' },
}

/** Duties that nobody but their holder may know of: not the unit, not those who supervise it. */
export const quietDuties: readonly string[] = ['lookIntoComplaint', 'answerComplaint', 'tellAnswer']
