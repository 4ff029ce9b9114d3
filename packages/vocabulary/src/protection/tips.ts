import { type CodeOf, defineCodes } from '../codes.ts'
import type { DaysAllowed, HoursAllowed } from '../directory/calendar.ts'
import type { Transitions } from '../transitions.ts'
import type { Words } from '../words.ts'

/** How a tip came in. */
export const tipChannels = defineCodes('setu:tip-channel', '2026-11', [
  { code: 'hotline', en: 'Hotline', bn: 'হটলাইন' },
  { code: 'walkIn', en: 'Somebody came in', bn: 'কেউ সরাসরি এসেছেন' },
  { code: 'community', en: 'From the community or a committee', bn: 'এলাকা বা কমিটি থেকে' },
  { code: 'border', en: 'At the border or a port', bn: 'সীমান্ত বা বন্দরে' },
  { code: 'consulate', en: 'Embassy or consulate', bn: 'দূতাবাস বা কনস্যুলেট' },
  { code: 'survivor', en: 'Another survivor', bn: 'অন্য একজন সারভাইভার' },
  { code: 'publicPage', en: 'Public page', bn: 'সবার জন্য খোলা পাতা' },
])

/** How a tip came in. */
export type TipChannel = CodeOf<typeof tipChannels>

/** What a tip is about, in words that accuse nobody. */
export const tipSubjects = defineCodes('setu:tip-subject', '2026-11', [
  { code: 'offeredWork', en: 'A promise of work that seems false', bn: 'কাজের প্রস্তাব, যা মিথ্যা মনে হয়' },
  { code: 'missing', en: 'Somebody left and cannot be reached', bn: 'কেউ গেছেন, আর যোগাযোগ করা যাচ্ছে না' },
  {
    code: 'heldOrForced',
    en: 'Somebody is held, or made to work',
    bn: 'কাউকে আটকে রাখা হয়েছে বা জোর করে কাজ করানো হচ্ছে',
  },
  { code: 'childAlone', en: 'A child alone or with strangers', bn: 'একা বা অচেনা মানুষের সঙ্গে শিশু' },
  { code: 'crossing', en: 'People being taken across a border', bn: 'সীমান্ত পার করে মানুষ নেওয়া হচ্ছে' },
  { code: 'marriage', en: 'A marriage that seems false or forced', bn: 'মিথ্যা বা জোর করে বিয়ে মনে হয়' },
  { code: 'online', en: 'Something seen online', bn: 'অনলাইনে দেখা কিছু' },
  { code: 'myself', en: 'Myself: I need help', bn: 'আমি নিজে: আমার সাহায্য দরকার' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** What a tip is about. */
export type TipSubject = CodeOf<typeof tipSubjects>

/** How far a tip has come. */
export const tipStates = defineCodes('setu:tip-state', '2026-11', [
  { code: 'new', en: 'New', bn: 'নতুন' },
  { code: 'triaged', en: 'Looked at', bn: 'দেখা হয়েছে' },
  { code: 'handedOn', en: 'Handed to another unit', bn: 'অন্য ইউনিটকে দেওয়া হয়েছে' },
  { code: 'screening', en: 'Screening begun', bn: 'প্রাথমিক যাচাই শুরু হয়েছে' },
  { code: 'closed', en: 'Closed', bn: 'শেষ' },
])

/** How far a tip has come. */
export type TipState = CodeOf<typeof tipStates>

/** What may follow each state of a tip. One that was handed on begins anew where it went. */
export const tipTransitions: Transitions<TipState> = {
  new: ['triaged'],
  triaged: ['screening', 'handedOn', 'closed'],
  handedOn: ['triaged'],
  screening: ['closed'],
  closed: [],
}

/** Why a tip is closed. None of these says anything about whoever gave it. */
export const tipClosings = defineCodes('setu:tip-closing', '2026-11', [
  { code: 'otherHelp', en: 'Another service helps', bn: 'অন্য সেবা সাহায্য করছে' },
  { code: 'caseOpened', en: 'A case was opened', bn: 'কেস খোলা হয়েছে' },
  { code: 'notTrafficking', en: 'It is about something else', bn: 'বিষয়টি অন্য কিছু' },
  { code: 'tooLittle', en: 'Too little to go on', bn: 'এগোনোর মতো তথ্য নেই' },
  { code: 'knownAlready', en: 'Known already', bn: 'আগে থেকেই জানা' },
  { code: 'noMessage', en: 'No message in it', bn: 'এতে কোনো খবর নেই' },
])

/** Why a tip is closed. */
export type TipClosing = CodeOf<typeof tipClosings>

/** What somebody with a receipt is told: nothing that would say to a stranger what this is about. */
export const tipStanding: Readonly<Record<TipState | 'gone', Words>> = {
  new: { en: 'Your message has arrived.', bn: 'আপনার বার্তা এসে পৌঁছেছে।' },
  triaged: { en: 'Your message has been read.', bn: 'আপনার বার্তা পড়া হয়েছে।' },
  handedOn: { en: 'Your message has been read.', bn: 'আপনার বার্তা পড়া হয়েছে।' },
  screening: { en: 'Somebody is looking after it.', bn: 'একজন বিষয়টি দেখছেন।' },
  closed: { en: 'We have finished with your message. Thank you.', bn: 'আপনার বার্তার কাজ শেষ হয়েছে। ধন্যবাদ।' },
  gone: {
    en: 'Your message was deleted, as we promised. Thank you.',
    bn: 'কথা দেওয়া অনুযায়ী আপনার বার্তা মুছে ফেলা হয়েছে। ধন্যবাদ।',
  },
}

/** A number to call, as people know it. */
export interface HelpNumber {
  readonly number: string
  readonly name: Words
}

/** How long a tip may wait and how long it is kept without a case, and whom the public page says to call. */
export interface TipRules {
  readonly version: string
  readonly triage: HoursAllowed
  readonly keepWithoutCase: DaysAllowed
  readonly keepScreeningWithoutCase: DaysAllowed
  readonly numbers: readonly HelpNumber[]
}

/** What Setu begins with: defaults to adopt or change. The numbers are those of Bangladesh. */
export const tipRules: TipRules = {
  version: '2026-11',
  triage: { amount: 24, unit: 'hours' },
  keepWithoutCase: { amount: 90, unit: 'calendarDays' },
  keepScreeningWithoutCase: { amount: 365, unit: 'calendarDays' },
  numbers: [
    { number: '999', name: { en: 'Emergency', bn: 'জরুরি সেবা' } },
    { number: '109', name: { en: 'Violence against women and children', bn: 'নারী ও শিশু নির্যাতন প্রতিরোধ' } },
    { number: '1098', name: { en: 'Children', bn: 'শিশু সহায়তা' } },
    { number: '16430', name: { en: 'Legal aid', bn: 'আইনি সহায়তা' } },
    { number: '16135', name: { en: 'Migrants', bn: 'প্রবাস বন্ধু' } },
  ],
}
