import type { CriminalCategory, Words } from '@setu/vocabulary'
import type { DayInCourt } from './story.ts'

/** What the bench wrote down; no person is named in any of it. */
export const orderWords: readonly Words[] = [
  {
    en: 'Summons to the absent witnesses to be issued afresh through the officer in charge.',
    bn: 'অনুপস্থিত সাক্ষীদের প্রতি ভারপ্রাপ্ত কর্মকর্তার মাধ্যমে পুনরায় সমন ইস্যু করা হোক।',
  },
  {
    en: 'The prayer for time is allowed as the last chance.',
    bn: 'শেষ সুযোগ হিসেবে সময়ের আবেদন মঞ্জুর।',
  },
  {
    en: 'The examination in chief is recorded; cross-examination on the next date.',
    bn: 'জবানবন্দি লিপিবদ্ধ করা হলো; পরবর্তী তারিখে জেরা।',
  },
  {
    en: 'The trial is held in camera; nobody but the parties is present.',
    bn: 'রুদ্ধদ্বার কক্ষে বিচার; পক্ষগণ ছাড়া কেউ উপস্থিত নেই।',
  },
  {
    en: 'Notice to the absconding accused to be published in two daily papers.',
    bn: 'পলাতক আসামির প্রতি দুটি দৈনিক পত্রিকায় বিজ্ঞপ্তি প্রকাশ করা হোক।',
  },
  {
    en: 'The record has not come from the court of cognizance; a reminder is to be sent.',
    bn: 'আমলি আদালত থেকে নথি আসেনি; তাগিদপত্র পাঠানো হোক।',
  },
]

/** Why days in court come to nothing, of a hundred, and who asks for it. */
export const putOffs: readonly (readonly [
  readonly [why: NonNullable<DayInCourt['why']>, asker: NonNullable<DayInCourt['asker']>],
  number,
])[] = [
  [['witnessAbsent', 'prosecution'], 44],
  [['timePetition', 'defence'], 16],
  [['judgeAbsent', 'nobody'], 11],
  [['accusedNotProduced', 'courtItself'], 7],
  [['courtClosed', 'nobody'], 6],
  [['investigatorAbsent', 'prosecution'], 6],
  [['prosecutorAbsent', 'prosecution'], 4],
  [['recordNotReceived', 'courtItself'], 3],
  [['noTime', 'courtItself'], 2],
  [['stayed', 'defence'], 1],
]

/** What the cases are about, where people were taken, and the section under which they are charged beside the first. */
export const matters: readonly (readonly [
  {
    readonly category: CriminalCategory
    readonly destinations: readonly string[]
    readonly section: string
  },
  number,
])[] = [
  [{ category: 'sex', destinations: ['IN'], section: '11' }, 28],
  [{ category: 'sex', destinations: [], section: '12' }, 12],
  [{ category: 'labour', destinations: ['SA'], section: '9' }, 14],
  [{ category: 'labour', destinations: ['LY', 'IT'], section: '8' }, 14],
  [{ category: 'labour', destinations: ['MY'], section: '9' }, 10],
  [{ category: 'labour', destinations: [], section: '10(1)' }, 6],
  [{ category: 'sexAndLabour', destinations: ['SA', 'OM'], section: '11' }, 6],
  [{ category: 'criminality', destinations: ['MM'], section: '9' }, 5],
  [{ category: 'organ', destinations: ['IN'], section: '8' }, 2],
  [{ category: 'unspecified', destinations: ['IN'], section: '8' }, 5],
]
