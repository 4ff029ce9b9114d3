import { type CodeOf, defineCodes } from '../codes.ts'

/**
 * The steps by which one sees how far the work with survivors has come: what counts as having reached each, from where that
 * is known, and from which step its days are counted. No step is a condition of another: help never waits for one.
 */
export const oversightSteps = defineCodes('setu:oversight-step', '2026-11', [
  {
    code: 'presumed',
    en: 'Presumed trafficked',
    bn: 'পাচারের শিকার বলে ধারণা',
    since: 'opened',
    means: {
      en: 'Formal identification has begun: somebody wrote down that the person is presumed trafficked.',
      bn: 'আনুষ্ঠানিক শনাক্তকরণ শুরু হয়েছে: ব্যক্তি পাচারের শিকার বলে ধারণা করা হচ্ছে, তা কেউ লিখেছেন।',
    },
    source: { en: 'the identification of the case, its first day', bn: 'কেসের শনাক্তকরণ, তার প্রথম দিন' },
  },
  {
    code: 'identified',
    en: 'Identified',
    bn: 'শনাক্ত হয়েছেন',
    since: 'presumed',
    means: {
      en: 'A body that may decide has decided that the person was trafficked, on appeal too.',
      bn: 'সিদ্ধান্ত নেওয়ার ক্ষমতাসম্পন্ন কর্তৃপক্ষ সিদ্ধান্ত দিয়েছে যে ব্যক্তি পাচারের শিকার, আপিলেও।',
    },
    source: {
      en: 'the identification of the case, the day of the decision',
      bn: 'কেসের শনাক্তকরণ, সিদ্ধান্তের দিন',
    },
  },
  {
    code: 'consented',
    en: 'Agreed to services',
    bn: 'সেবা নিতে সম্মত',
    since: 'opened',
    means: {
      en: 'The survivor agreed to receive services, for the first time. A consent that was withdrawn later counts as well.',
      bn: 'সারভাইভার প্রথমবার সেবা নিতে সম্মতি দিয়েছেন। পরে প্রত্যাহার করা সম্মতিও গণনায় থাকে।',
    },
    source: { en: 'the consents of the case, the day it was given', bn: 'কেসের সম্মতি, সম্মতি দেওয়ার দিন' },
  },
  {
    code: 'planAgreed',
    en: 'Plan agreed',
    bn: 'পরিকল্পনায় সম্মতি',
    since: 'consented',
    means: {
      en: 'The survivor agreed to a service plan, with or without changes.',
      bn: 'সারভাইভার পরিবর্তনসহ বা ছাড়া একটি সেবা পরিকল্পনায় সম্মত হয়েছেন।',
    },
    source: {
      en: 'the steps of the service plans, the first that was agreed',
      bn: 'সেবা পরিকল্পনার ধাপ, প্রথম সম্মতির দিন',
    },
  },
  {
    code: 'servicesBegun',
    en: 'Services begun',
    bn: 'সেবা শুরু',
    since: 'planAgreed',
    means: {
      en: 'A first service was given, or an agency that accepted a referral began its service. Where that was before the plan, no day is counted.',
      bn: 'প্রথম সেবা দেওয়া হয়েছে, অথবা রেফারেল গ্রহণকারী সংস্থা সেবা শুরু করেছে। পরিকল্পনার আগে হলে কোনো দিন গণনা হয় না।',
    },
    source: {
      en: 'services given, and services of referrals that started',
      bn: 'দেওয়া সেবা এবং রেফারেলের শুরু হওয়া সেবা',
    },
  },
  {
    code: 'reintegrated',
    en: 'Reintegration begun',
    bn: 'পুনঃএকত্রীকরণ শুরু',
    since: 'servicesBegun',
    means: {
      en: 'The survivor went to live where they chose, and the follow-ups of the reintegration began.',
      bn: 'সারভাইভার নিজের পছন্দের জায়গায় থাকতে শুরু করেছেন এবং পুনঃএকত্রীকরণের খোঁজখবর শুরু হয়েছে।',
    },
    source: { en: 'the reintegrations of the case, the day it began', bn: 'কেসের পুনঃএকত্রীকরণ, শুরুর দিন' },
  },
  {
    code: 'closed',
    en: 'Closed',
    bn: 'সমাপ্ত',
    since: 'opened',
    means: {
      en: 'The case is closed, for a reason that was written down. One that was opened again counts as not closed; a handover is not a closing.',
      bn: 'লিখিত কারণসহ কেস সমাপ্ত। আবার খোলা কেস সমাপ্ত ধরা হয় না; হস্তান্তর সমাপ্তি নয়।',
    },
    source: { en: 'the case, the day it was closed', bn: 'কেস, সমাপ্তির দিন' },
  },
])

/** A step of the oversight. */
export type OversightStep = CodeOf<typeof oversightSteps>

/** By what the numbers of the oversight are told apart. */
export const oversightBy = defineCodes('setu:oversight-by', '2026-11', [
  { code: 'unit', en: 'unit', bn: 'ইউনিট' },
  { code: 'organisation', en: 'organisation', bn: 'সংস্থা' },
  { code: 'district', en: 'district of the office', bn: 'অফিসের জেলা' },
  { code: 'year', en: 'year of opening', bn: 'কেস খোলার বছর' },
])

/** By what a number is told apart. */
export type OversightBy = CodeOf<typeof oversightBy>

/** From how many people on a number is told to those who do not work the cases, and to what it is rounded. */
export interface TellingRules {
  readonly version: string
  /** Inside one organisation, and by place or time over all. */
  readonly least: number
  /** Where organisations stand beside one another. */
  readonly leastBetween: number
  readonly roundedTo: number
}

/** The rules an installation begins with. The database never goes below five, whatever is laid down. */
export const tellingRules: TellingRules = { version: '2026-11', least: 5, leastBetween: 10, roundedTo: 5 }
