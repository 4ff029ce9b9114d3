import { parseCaseCode } from '../case-code.ts'
import { type CodeOf, defineCodes } from '../codes.ts'
import { criminalPrefix } from '../prosecution/criminal-lists.ts'
import { defineStates } from '../steps.ts'

/** The code of a criminal case as people write it down; null when it is none, or was misread. */
export function criminalCodeIn(text: string): string | null {
  const said = text.trim().toUpperCase()
  const code = said.startsWith(criminalPrefix) ? parseCaseCode(said.slice(criminalPrefix.length)) : null
  return code === null ? null : `${criminalPrefix}${code}`
}

/** Of what a survivor wishes to be told while a criminal case goes on. */
export const courtWishes = defineCodes('setu:court-wish', '2026-11', [
  { code: 'everything', en: 'How it stands, every month', bn: 'প্রতি মাসে মামলার অগ্রগতি' },
  { code: 'dangerOnly', en: 'Only what may be dangerous', bn: 'শুধু যা বিপদের কারণ হতে পারে' },
])

/** Of what a survivor wishes to be told. */
export type CourtWish = CodeOf<typeof courtWishes>

/** Whether a survivor takes part in a criminal case. It changes, and is for nobody but those who work with them. */
export const courtParts = defineCodes('setu:court-part', '2026-11', [
  { code: 'willing', en: 'Willing to take part', bn: 'অংশ নিতে ইচ্ছুক' },
  { code: 'unsure', en: 'Not sure', bn: 'নিশ্চিত নন' },
  { code: 'no', en: 'Does not wish to', bn: 'চান না' },
])

/** Why a survivor’s case is tied to a criminal case no longer. */
export const courtLinkEnds = defineCodes('setu:court-link-end', '2026-11', [
  { code: 'caseOver', en: 'The criminal case is over', bn: 'মামলা শেষ হয়েছে' },
  { code: 'survivorsWish', en: 'The survivor wishes it', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'wrongCase', en: 'It was another case', bn: 'এটি অন্য মামলা ছিল' },
  { code: 'consentEnded', en: 'Consent to be reached has ended', bn: 'যোগাযোগের সম্মতি শেষ হয়েছে' },
])

/** How a link to a criminal case stands. */
export const courtLinkStates = defineCodes('setu:court-link-state', '2026-11', [
  { code: 'linked', en: 'Tied to the criminal case', bn: 'মামলার সঙ্গে যুক্ত' },
  { code: 'ended', en: 'No longer tied', bn: 'আর যুক্ত নয়' },
])

/** The steps of a link: it is made with the survivor, and ended. */
export const courtLinkSteps = defineStates({
  list: courtLinkStates,
  begins: 'linked',
  amends: ['linked'],
  steps: [
    {
      from: 'linked',
      to: 'ended',
      en: 'End the link',
      bn: 'সংযোগ শেষ করুন',
      by: ['own', 'supervise'],
      asks: ['whyEnded'],
    },
  ],
})

/** What a survivor was told of a criminal case. */
export const courtTellings = defineCodes('setu:court-telling', '2026-11', [
  { code: 'standing', en: 'How the case stands', bn: 'মামলার বর্তমান অবস্থা' },
  { code: 'hearing', en: 'A day in court', bn: 'আদালতে যাওয়ার তারিখ' },
  { code: 'released', en: 'Bail or release', bn: 'জামিন বা মুক্তি' },
  { code: 'escaped', en: 'Somebody has escaped or absconded', bn: 'কেউ পালিয়ে গেছেন' },
  { code: 'judged', en: 'A judgment', bn: 'রায়' },
  { code: 'rights', en: 'Compensation, legal aid and other rights', bn: 'ক্ষতিপূরণ, আইনি সহায়তা ও অন্যান্য অধিকার' },
  { code: 'nothingNew', en: 'That there is nothing new', bn: 'নতুন কিছু নেই' },
])

/** What reaches whoever works with a survivor from a criminal case: what happened, and no word of whom. */
export const courtEvents = defineCodes('setu:court-event', '2026-11', [
  { code: 'onBail', en: 'Somebody is out on bail', bn: 'কেউ জামিনে মুক্ত' },
  { code: 'released', en: 'Somebody was released', bn: 'কেউ মুক্তি পেয়েছেন' },
  { code: 'escaped', en: 'Somebody has escaped', bn: 'কেউ হেফাজত থেকে পালিয়েছেন' },
  { code: 'absconding', en: 'Somebody has absconded', bn: 'কেউ পলাতক' },
  { code: 'acquitted', en: 'An acquittal', bn: 'খালাসের রায়' },
  { code: 'discharged', en: 'A discharge', bn: 'অব্যাহতি' },
  { code: 'appealed', en: 'A judgment is appealed', bn: 'রায়ের বিরুদ্ধে আপিল' },
  { code: 'summoned', en: 'A survivor is summoned to a day in court', bn: 'একজন সারভাইভারকে আদালতে ডাকা হয়েছে' },
  { code: 'dayMoved', en: 'The day in court is now another one', bn: 'আদালতে যাওয়ার তারিখ বদলেছে' },
  { code: 'putOff', en: 'The day in court was put off', bn: 'আদালতের তারিখ মুলতবি হয়েছে' },
])

/** What reaches whoever works with a survivor from a criminal case. */
export type CourtEvent = CodeOf<typeof courtEvents>
