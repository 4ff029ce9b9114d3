import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** Ways to reach somebody that they agreed to. Nobody is looked for in any other way. */
export const contactChannels = defineCodes('setu:contact-channel', '2026-01', [
  { code: 'safeWay', en: 'The safe way that is written down', bn: 'লেখা থাকা নিরাপদ উপায়ে' },
  { code: 'ownPhone', en: 'A call to their own telephone', bn: 'নিজের ফোনে কল' },
  { code: 'ownMessage', en: 'A neutral message to their own telephone', bn: 'নিজের ফোনে নিরপেক্ষ বার্তা' },
  { code: 'trusted', en: 'Somebody they trust', bn: 'তাঁর বিশ্বস্ত কেউ' },
  { code: 'meeting', en: 'A place that was agreed on', bn: 'আগে ঠিক করা জায়গায়' },
  { code: 'visit', en: 'A visit at home', bn: 'বাড়িতে সাক্ষাৎ' },
  { code: 'group', en: 'The survivors’ group', bn: 'সারভাইভারদের দল' },
])

/** A way to reach somebody that they agreed to. */
export type ContactChannel = CodeOf<typeof contactChannels>

/** How a follow-up stands. */
export const followUpStates = defineCodes('setu:follow-up-state', '2026-01', [
  { code: 'planned', en: 'Planned', bn: 'পরিকল্পিত' },
  { code: 'reached', en: 'Reached', bn: 'যোগাযোগ হয়েছে' },
  { code: 'notReached', en: 'Not reached', bn: 'যোগাযোগ হয়নি' },
  { code: 'declined', en: 'The survivor declined', bn: 'সারভাইভার চাননি' },
  { code: 'dropped', en: 'No longer held', bn: 'আর করা হবে না' },
])

const insiders = ['own', 'supervise'] as const
const outcome = ['metOn', 'housing', 'living', 'safety', 'signs'] as const

/** The steps of a follow-up. Whoever was not reached may still be. */
export const followUpSteps = defineStates({
  list: followUpStates,
  begins: 'planned',
  amends: ['planned'],
  steps: [
    {
      from: 'planned',
      to: 'reached',
      en: 'We spoke: write down how it is',
      bn: 'কথা হয়েছে: অবস্থা লিখুন',
      by: insiders,
      asks: outcome,
      takes: ['channel', 'words'],
    },
    {
      from: 'planned',
      to: 'notReached',
      en: 'Not reached',
      bn: 'যোগাযোগ হয়নি',
      by: insiders,
      asks: ['metOn', 'whyNot'],
    },
    {
      from: 'planned',
      to: 'declined',
      en: 'The survivor does not want it',
      bn: 'সারভাইভার চান না',
      by: insiders,
      asks: ['metOn', 'declines'],
    },
    {
      from: 'planned',
      to: 'dropped',
      en: 'It is not held any more',
      bn: 'আর করা হবে না',
      by: insiders,
      asks: ['whyNot'],
    },
    {
      from: 'notReached',
      to: 'reached',
      en: 'We spoke after all: write down how it is',
      bn: 'পরে কথা হয়েছে: অবস্থা লিখুন',
      by: insiders,
      asks: outcome,
      takes: ['channel', 'words'],
    },
  ],
})

/** Where somebody lives, at a follow-up. */
export const housingOutcomes = defineCodes('setu:housing-outcome', '2026-01', [
  { code: 'safe', en: 'A safe home that can stay', bn: 'নিরাপদ ও স্থায়ী বাসস্থান' },
  { code: 'uncertain', en: 'A home, but not for long', bn: 'বাসস্থান আছে, বেশিদিনের নয়' },
  { code: 'crowded', en: 'With others, crowded', bn: 'অন্যদের সঙ্গে, গাদাগাদি' },
  { code: 'unsafe', en: 'Not safe there', bn: 'সেখানে নিরাপদ নয়' },
  { code: 'none', en: 'Nowhere to stay', bn: 'থাকার জায়গা নেই' },
])

/** How somebody gets by, at a follow-up. */
export const livingOutcomes = defineCodes('setu:living-outcome', '2026-01', [
  { code: 'enough', en: 'Income covers what is needed', bn: 'আয়ে প্রয়োজন মেটে' },
  { code: 'partly', en: 'Income covers part of it', bn: 'আয়ে আংশিক মেটে' },
  { code: 'others', en: 'Others provide', bn: 'অন্যরা চালান' },
  { code: 'learning', en: 'At school or in training', bn: 'পড়াশোনা বা প্রশিক্ষণে' },
  { code: 'none', en: 'No income', bn: 'আয় নেই' },
])

/** How safe somebody is, as they say it, at a follow-up. */
export const safetyOutcomes = defineCodes('setu:safety-outcome', '2026-01', [
  { code: 'safe', en: 'Safe', bn: 'নিরাপদ' },
  { code: 'mostly', en: 'Mostly safe', bn: 'মোটামুটি নিরাপদ' },
  { code: 'unsafe', en: 'Not safe', bn: 'নিরাপদ নয়' },
])

/** Signs that somebody may be drawn in again. Each asks for a new look at the risks. */
export const renewedDangerSigns = defineCodes('setu:renewed-danger', '2026-01', [
  { code: 'contact', en: 'Brokers or traffickers made contact', bn: 'দালাল বা পাচারকারী যোগাযোগ করেছে' },
  { code: 'offer', en: 'An offer of work far away that does not sound right', bn: 'দূরে সন্দেহজনক কাজের প্রস্তাব' },
  { code: 'debt', en: 'Pressed to pay a debt', bn: 'ঋণ শোধের চাপ' },
  { code: 'controlled', en: 'Others hold papers, telephone or earnings', bn: 'কাগজ, ফোন বা আয় অন্যের হাতে' },
  { code: 'marriage', en: 'Pressed to marry', bn: 'বিয়ের চাপ' },
  { code: 'threat', en: 'Threats to them or the family', bn: 'তাঁকে বা পরিবারকে হুমকি' },
  {
    code: 'movedSuddenly',
    en: 'Moved suddenly, and cannot say where',
    bn: 'হঠাৎ সরে গেছেন, কোথায় বলতে পারেন না',
  },
  { code: 'none', en: 'None of these', bn: 'এর কোনোটিই নয়' },
])

/** Why a follow-up did not come about. */
export const notMetReasons = defineCodes('setu:follow-up-not-met', '2026-01', [
  { code: 'noAnswer', en: 'No answer', bn: 'সাড়া মেলেনি' },
  { code: 'moved', en: 'Moved', bn: 'স্থানান্তরিত' },
  { code: 'notSafe', en: 'It was not safe to ask', bn: 'খোঁজ নেওয়া নিরাপদ ছিল না' },
  { code: 'ourSide', en: 'We could not', bn: 'আমাদের পক্ষে সম্ভব হয়নি' },
  { code: 'notNeeded', en: 'It is not needed any more', bn: 'আর প্রয়োজন নেই' },
  { code: 'died', en: 'The person died', bn: 'ব্যক্তি মারা গেছেন' },
])

/** What a survivor declines with a follow-up. */
export const followUpRefusals = defineCodes('setu:follow-up-refusal', '2026-01', [
  { code: 'thisOne', en: 'Only this one', bn: 'শুধু এবার' },
  { code: 'allLater', en: 'This one and all later ones', bn: 'এবারেরটি ও পরের সব' },
])

/** What came of trying to reach somebody. */
export const attemptResults = defineCodes('setu:attempt-result', '2026-01', [
  { code: 'reached', en: 'Reached', bn: 'যোগাযোগ হয়েছে' },
  { code: 'noAnswer', en: 'No answer', bn: 'সাড়া মেলেনি' },
  { code: 'someoneElse', en: 'Somebody else answered; nothing was said', bn: 'অন্য কেউ ধরেছেন; কিছু বলা হয়নি' },
  { code: 'notSafe', en: 'It was not safe to go on', bn: 'এগোনো নিরাপদ ছিল না' },
  { code: 'gone', en: 'The number or place is no longer theirs', bn: 'নম্বর বা জায়গাটি আর তাঁর নয়' },
])

/** What came of trying to reach somebody. */
export type AttemptResult = CodeOf<typeof attemptResults>

/** Whether what was seen at a follow-up asks for a new look at the risks. */
export function showsDanger(outcome: {
  readonly signs: readonly unknown[]
  readonly safety: unknown
  readonly housing: unknown
}): boolean {
  return (
    outcome.signs.some((sign) => sign !== 'none') ||
    outcome.safety === 'unsafe' ||
    outcome.housing === 'unsafe'
  )
}
