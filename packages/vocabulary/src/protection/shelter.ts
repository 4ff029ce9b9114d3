import { type CodeOf, defineCodes, entryOf, isCode } from '../codes.ts'
import { daysBetween, type PlainDate, parsePlainDate } from '../plain-date.ts'
import { defineStates } from '../steps.ts'

/** For whom a place in a home is. */
export const placeGroups = defineCodes('setu:place-group', '2026-11', [
  { code: 'women', en: 'Women', bn: 'নারী', child: false },
  { code: 'men', en: 'Men', bn: 'পুরুষ', child: false },
  { code: 'girls', en: 'Girls', bn: 'মেয়েশিশু', child: true },
  { code: 'boys', en: 'Boys', bn: 'ছেলেশিশু', child: true },
])

/** For whom a place in a home is. */
export type PlaceGroup = CodeOf<typeof placeGroups>

/** On what somebody's stay in a home rests. With `paper` there is an order or a decision that has a number. */
export const legalBases = defineCodes('setu:legal-basis', '2026-11', [
  { code: 'ownConsent', en: 'The person’s own consent', bn: 'ব্যক্তির নিজের সম্মতি', paper: false },
  { code: 'guardianConsent', en: 'A guardian’s consent', bn: 'অভিভাবকের সম্মতি', paper: false },
  { code: 'courtOrder', en: 'Order of a court', bn: 'আদালতের আদেশ', paper: true },
  { code: 'safeCustody', en: 'Order of safe custody', bn: 'নিরাপদ হেফাজতের আদেশ', paper: true },
  { code: 'childBoard', en: 'Decision of a child welfare board', bn: 'শিশুকল্যাণ বোর্ডের সিদ্ধান্ত', paper: true },
])

/** On what a stay rests. */
export type LegalBasis = CodeOf<typeof legalBases>

/** Why somebody cannot leave a home when they wish to. */
export const notFreeReasons = defineCodes('setu:not-free-to-leave', '2026-11', [
  { code: 'ordered', en: 'The order says so', bn: 'আদেশে তা-ই বলা আছে' },
  {
    code: 'childInCare',
    en: 'A child in care, who leaves with somebody',
    bn: 'তত্ত্বাবধানে থাকা শিশু, কারও সঙ্গে বের হয়',
  },
  {
    code: 'dangerOutside',
    en: 'There is danger outside, and the person agrees',
    bn: 'বাইরে বিপদ আছে, আর তিনি একমত',
  },
  { code: 'other', en: 'Another reason', bn: 'অন্য কারণ' },
])

/** Where somebody goes who leaves a home. */
export const stayDestinations = defineCodes('setu:stay-destination', '2026-11', [
  { code: 'family', en: 'To their family', bn: 'পরিবারের কাছে' },
  { code: 'ownHome', en: 'To a home of their own', bn: 'নিজের ঘরে' },
  { code: 'relatives', en: 'To relatives or friends', bn: 'আত্মীয় বা বন্ধুর কাছে' },
  { code: 'fosterCare', en: 'To foster care', bn: 'পালক পরিবারে' },
  { code: 'otherShelter', en: 'To another shelter', bn: 'অন্য আশ্রয়কেন্দ্রে' },
  { code: 'hospital', en: 'To a hospital', bn: 'হাসপাতালে' },
  { code: 'otherCountry', en: 'To their own or another country', bn: 'নিজ দেশে বা অন্য দেশে' },
  { code: 'unknown', en: 'Not known', bn: 'জানা নেই' },
])

/** Why a stay ended. */
export const leavingReasons = defineCodes('setu:stay-end', '2026-11', [
  { code: 'wished', en: 'The person wished to go', bn: 'ব্যক্তি যেতে চেয়েছেন' },
  { code: 'ready', en: 'Shelter is no longer needed', bn: 'আশ্রয়ের আর প্রয়োজন নেই' },
  { code: 'orderEnded', en: 'The order ended', bn: 'আদেশের মেয়াদ শেষ' },
  { code: 'moved', en: 'Moved to a place that suits better', bn: 'আরও উপযুক্ত জায়গায় গেছেন' },
  { code: 'leftUnsaid', en: 'Left without saying so', bn: 'না জানিয়ে চলে গেছেন' },
  { code: 'notSafe', en: 'It was not safe here any more', bn: 'এখানে আর নিরাপদ ছিল না' },
  { code: 'homeClosed', en: 'The home closed', bn: 'কেন্দ্রটি বন্ধ হয়েছে' },
  { code: 'died', en: 'The person died', bn: 'ব্যক্তি মারা গেছেন' },
])

/** Why a home does not take somebody. */
export const stayRefusals = defineCodes('setu:stay-refusal', '2026-11', [
  { code: 'full', en: 'No place left', bn: 'কোনো স্থান খালি নেই' },
  { code: 'notThisGroup', en: 'Not for this sex or age', bn: 'এই লিঙ্গ বা বয়সের জন্য নয়' },
  { code: 'noOrder', en: 'The order is missing', bn: 'আদেশ নেই' },
  { code: 'notSafe', en: 'Not safe for the person or for others', bn: 'ব্যক্তি বা অন্যদের জন্য নিরাপদ নয়' },
  { code: 'needsOtherCare', en: 'Needs care that we cannot give', bn: 'যে যত্ন দরকার তা আমরা দিতে পারি না' },
  { code: 'other', en: 'Another reason', bn: 'অন্য কারণ' },
])

/** How a stay in a home stands. */
export const stayStates = defineCodes('setu:stay-state', '2026-11', [
  { code: 'requested', en: 'A place is asked for', bn: 'স্থান চাওয়া হয়েছে' },
  { code: 'admitted', en: 'Staying', bn: 'থাকছেন' },
  { code: 'left', en: 'Left', bn: 'চলে গেছেন' },
  { code: 'refused', en: 'Not taken', bn: 'নেওয়া হয়নি' },
  { code: 'dropped', en: 'Not needed any more', bn: 'আর দরকার নেই' },
])

/** How a stay in a home stands. */
export type StayState = CodeOf<typeof stayStates>

/** The steps of a stay. What a home of the node does with its own places, only those who run it do. */
export const staySteps = defineStates({
  list: stayStates,
  begins: 'requested',
  amends: ['requested', 'admitted'],
  steps: [
    {
      from: 'requested',
      to: 'admitted',
      en: 'Admit',
      bn: 'ভর্তি করুন',
      by: ['own', 'supervise', 'home'],
      asks: ['placeFor', 'legalBasis', 'admittedOn', 'reviewOn', 'freeToLeave'],
    },
    {
      from: 'requested',
      to: 'refused',
      en: 'Cannot take',
      bn: 'নেওয়া যাচ্ছে না',
      by: ['own', 'supervise', 'home'],
      asks: ['refusedBecause'],
    },
    {
      from: 'requested',
      to: 'dropped',
      en: 'Take the request back',
      bn: 'অনুরোধ ফিরিয়ে নিন',
      by: ['own', 'supervise'],
    },
    {
      from: 'admitted',
      to: 'left',
      en: 'The person leaves',
      bn: 'ব্যক্তি চলে যাচ্ছেন',
      by: ['own', 'supervise', 'home'],
      asks: ['leftOn', 'leftTo', 'leftBecause'],
    },
  ],
})

/** What somebody who answers for a stay has to look at. */
export const stayFlags = defineCodes('setu:stay-flag', '2026-11', [
  {
    code: 'heldWithoutBasis',
    en: 'An adult is kept without an order or consent',
    bn: 'আদেশ বা সম্মতি ছাড়া একজন প্রাপ্তবয়স্ককে রাখা হয়েছে',
  },
  { code: 'paperMissing', en: 'The number of the order is missing', bn: 'আদেশের নম্বর লেখা নেই' },
  {
    code: 'reasonMissing',
    en: 'Not free to leave, and no reason is given',
    bn: 'যেতে বাধা আছে, কিন্তু কারণ লেখা নেই',
  },
  { code: 'reviewLate', en: 'The stay was not looked at in time', bn: 'থাকার পর্যালোচনার সময় পেরিয়েছে' },
  { code: 'longStay', en: 'Longer than the rule foresees', bn: 'নিয়মে যত দিন বলা আছে তার বেশি' },
  {
    code: 'childUndecided',
    en: 'A child stays on, and nobody decided what is best',
    bn: 'শিশু থেকে যাচ্ছে, কিন্তু কী সবচেয়ে ভালো তা ঠিক হয়নি',
  },
  { code: 'childAmongAdults', en: 'A child in a place for adults', bn: 'প্রাপ্তবয়স্কদের স্থানে একজন শিশু' },
])

/** Something about a stay that somebody has to look at. */
export type StayFlag = CodeOf<typeof stayFlags>

/** What is known of a stay, as far as its flags go. */
export interface StayFacts {
  readonly state: string | null
  readonly legalBasis: unknown
  readonly placeFor: unknown
  readonly admittedOn: unknown
  readonly reviewOn: unknown
  readonly freeToLeave: unknown
  readonly whyNotFree: unknown
  /** Whether the number of the order is written down; nothing for those who are not told. */
  readonly paper: boolean | null
  /** Whether it was decided that a child stays, in their best interests. */
  readonly decided: boolean
}

/** Whether a stay rests on an order or a decision with a number. */
export function restsOnPaper(basis: unknown): boolean {
  return legalBases.entries.some(({ code, paper }) => paper && code === basis)
}

const agreedTo = (basis: unknown): boolean => basis === 'ownConsent'

function heldWithoutBasis({ legalBasis, freeToLeave }: StayFacts): boolean {
  if (restsOnPaper(legalBasis)) return false
  return !agreedTo(legalBasis) || freeToLeave === false
}

/** How many days somebody has stayed; the day of arrival is the first. */
export function daysStayed(admittedOn: PlainDate, until: PlainDate): number {
  return daysBetween(admittedOn, until) + 1
}

/**
 * What has to be looked at in a stay that goes on. A person prompts nobody by being there: each flag says what is
 * missing or late, and a person decides. Whoever is not told the age (`child` null) is told nothing that follows from it.
 */
export function flagsOfStay(
  stay: StayFacts,
  {
    child,
    today,
    longest,
    childLongest,
  }: {
    readonly child: boolean | null
    readonly today: PlainDate
    readonly longest: number
    /** After how many days a child stays on only where that was decided. */
    readonly childLongest: number
  },
): StayFlag[] {
  if (stay.state !== 'admitted') return []
  const { reviewOn, placeFor } = stay
  const since = parsePlainDate(String(stay.admittedOn))
  const found: readonly (readonly [StayFlag, boolean])[] = [
    ['heldWithoutBasis', child === false && heldWithoutBasis(stay)],
    [
      'childAmongAdults',
      child === true && isCode(placeGroups, placeFor) && !entryOf(placeGroups, placeFor).child,
    ],
    [
      'childUndecided',
      child === true && !stay.decided && since !== null && daysStayed(since, today) > childLongest,
    ],
    ['paperMissing', stay.paper === false && restsOnPaper(stay.legalBasis)],
    ['reasonMissing', stay.freeToLeave === false && (stay.whyNotFree ?? null) === null],
    ['reviewLate', typeof reviewOn !== 'string' || reviewOn < today],
    ['longStay', since !== null && daysStayed(since, today) > longest],
  ]
  return found.flatMap(([flag, so]) => (so ? [flag] : []))
}
