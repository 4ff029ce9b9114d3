import { type CodeOf, defineCodes } from '../codes.ts'

/**
 * The whole of what an automatic reminder ever says: no name, no office, no place, no hour, no reason. Each fits into one
 * message. A change of any word is a new version, since a survivor chose among these.
 */
export const reminderTexts = defineCodes('setu:reminder-text', '2026-11', [
  { code: 'asAgreed', en: 'Tomorrow, as we said.', bn: 'কথামতো, আগামীকাল।' },
  { code: 'doNotForget', en: 'Please do not forget tomorrow.', bn: 'আগামীকালের কথা ভুলবেন না।' },
  { code: 'seeYou', en: 'See you tomorrow!', bn: 'কাল দেখা হবে!' },
])

/** One of the fixed texts. */
export type ReminderText = CodeOf<typeof reminderTexts>

/** When automatic reminders may go out, and how often one is tried: rules that each node lays down. */
export interface TextRules {
  readonly version: string
  /** The hours of the day, as people here live it, between which a telephone may sound. */
  readonly from: number
  readonly until: number
  /** So often it is tried where the operator says "later", with so many minutes between. */
  readonly tries: number
  readonly waitMinutes: number
  /** The texts that are offered here. */
  readonly offers: readonly ReminderText[]
}

/** The rules an installation begins with: by day only, and all texts. */
export const textRules: TextRules = {
  version: '2026-11',
  from: 10,
  until: 18,
  tries: 8,
  waitMinutes: 15,
  offers: ['asAgreed', 'doNotForget', 'seeYou'],
}

/** How an automatic reminder stands. A text that was handed over may still not arrive. */
export const textStates = defineCodes('setu:reminder-text-state', '2026-11', [
  { code: 'waiting', en: 'Goes out by itself', bn: 'নিজে থেকে যাবে' },
  { code: 'handing', en: 'Is being handed over', bn: 'পাঠানো হচ্ছে' },
  { code: 'handed', en: 'Handed to the telephone operator', bn: 'ফোন অপারেটরের কাছে দেওয়া হয়েছে' },
  { code: 'unknown', en: 'Nobody knows whether it went out', bn: 'গেছে কি না জানা নেই' },
  { code: 'unsent', en: 'Not sent', bn: 'পাঠানো হয়নি' },
])

/** Why no automatic reminder goes out, or did not. */
export const textHindrances = defineCodes('setu:reminder-text-hindrance', '2026-11', [
  { code: 'closed', en: 'The case is closed', bn: 'কেসটি বন্ধ' },
  { code: 'windowFrozen', en: 'The survivor’s own window is shut', bn: 'সারভাইভারের নিজের জানালা বন্ধ' },
  {
    code: 'nearSuspect',
    en: 'Somebody near this child may be a suspect',
    bn: 'শিশুটির কাছের কেউ সন্দেহভাজন হতে পারেন',
  },
  {
    code: 'noMessages',
    en: 'It is written down that no message may be left',
    bn: 'লেখা আছে যে কোনো বার্তা রাখা যাবে না',
  },
  {
    code: 'notAgreed',
    en: 'The safety plan does not name a neutral message as a way to reach the survivor',
    bn: 'নিরাপত্তা পরিকল্পনায় যোগাযোগের উপায় হিসেবে নিরপেক্ষ বার্তার কথা নেই',
  },
  {
    code: 'gatewayOff',
    en: 'No texts are sent from here at present',
    bn: 'এখান থেকে এখন কোনো বার্তা পাঠানো হয় না',
  },
  {
    code: 'otherKey',
    en: 'The number cannot be opened here any more and must be asked again',
    bn: 'নম্বরটি এখানে আর খোলা যায় না, আবার জেনে নিতে হবে',
  },
  { code: 'stopped', en: 'The survivor does not want texts any more', bn: 'সারভাইভার আর বার্তা চান না' },
  {
    code: 'restored',
    en: 'The data came back from a backup, and the survivor must be asked again',
    bn: 'তথ্য ব্যাকআপ থেকে ফিরেছে, সারভাইভারকে আবার জিজ্ঞেস করতে হবে',
  },
  { code: 'over', en: 'There was nothing to remind of any more', bn: 'মনে করানোর আর কিছু ছিল না' },
  { code: 'refused', en: 'The telephone operator refused it', bn: 'ফোন অপারেটর নেয়নি' },
  {
    code: 'tooLate',
    en: 'The telephone operator could not be reached in time',
    bn: 'সময়মতো ফোন অপারেটরকে পাওয়া যায়নি',
  },
  {
    code: 'cutOff',
    en: 'The connection broke while it was handed over',
    bn: 'পাঠানোর সময় সংযোগ কেটে গেছে',
  },
])

/** Why no automatic reminder goes out. */
export type TextHindrance = CodeOf<typeof textHindrances>

/** Where one of these stands nobody may choose texts; where another does, nothing goes out until it is gone. */
export const forbidTexts: readonly TextHindrance[] = [
  'closed',
  'windowFrozen',
  'nearSuspect',
  'noMessages',
  'gatewayOff',
]

const banglaDigits = '০১২৩৪৫৬৭৮৯'

/**
 * A telephone number as an operator takes it, with its country: the usual ways to write one of Bangladesh are understood,
 * one of another country begins with a plus. `null` where it is no number that a text can go to.
 */
export function textNumber(given: string): string | null {
  const plain = given
    .replace(/[০-৯]/g, (digit) => String(banglaDigits.indexOf(digit)))
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+')
  if (/^(\+?88)?01[3-9]\d{8}$/.test(plain)) return `+880${plain.slice(-10)}`
  if (plain.startsWith('+880')) return null
  return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : null
}
