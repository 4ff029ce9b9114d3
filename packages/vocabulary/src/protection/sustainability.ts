import { type CodeOf, defineCodes, isCode } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** The three sides of a life that holds. They are never added up: one that is weak is not made good by another. */
export const sustainabilitySides = defineCodes('setu:sustainability-side', '2026-01', [
  { code: 'economic', en: 'Economic', bn: 'অর্থনৈতিক' },
  { code: 'social', en: 'Social', bn: 'সামাজিক' },
  { code: 'psychosocial', en: 'Psychosocial', bn: 'মনোসামাজিক' },
])

/** A side of a life that holds. */
export type SustainabilitySide = CodeOf<typeof sustainabilitySides>

/** How far something is so, as the survivor says. Whoever does not wish to answer is not counted as a no. */
export const sustainabilityLevels = defineCodes('setu:sustainability-level', '2026-01', [
  { code: 'no', en: 'No', bn: 'না', counts: 0 },
  { code: 'little', en: 'A little', bn: 'কিছুটা', counts: 1 },
  { code: 'mostly', en: 'Mostly', bn: 'অনেকটা', counts: 2 },
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ', counts: 3 },
  { code: 'notWished', en: 'Did not wish to answer', bn: 'উত্তর দিতে চাননি', counts: null },
])

/** Every item that any version of the questions has asked; a version names those it asks. */
export const sustainabilityItems = defineCodes('setu:sustainability-item', '2026-01', [
  { code: 'incomeCovers', en: 'Income covers what is needed', bn: 'আয়ে প্রয়োজন মেটে', side: 'economic' },
  { code: 'workSteady', en: 'Work is steady and fair', bn: 'কাজ নিয়মিত ও ন্যায্য', side: 'economic' },
  { code: 'debtBorne', en: 'Debt can be borne', bn: 'ঋণ সামলানো যায়', side: 'economic' },
  { code: 'putsAside', en: 'Something can be put aside', bn: 'কিছু সঞ্চয় করা যায়', side: 'economic' },
  {
    code: 'decidesMoney',
    en: 'Decides about own earnings',
    bn: 'নিজের আয়ের সিদ্ধান্ত নিজে নেন',
    side: 'economic',
  },
  { code: 'homeStays', en: 'Has a home that can stay', bn: 'স্থায়ী বাসস্থান আছে', side: 'social' },
  { code: 'familyAccepts', en: 'Family accepts them', bn: 'পরিবার মেনে নিয়েছে', side: 'social' },
  {
    code: 'partOfLife',
    en: 'Takes part in the life around them',
    bn: 'আশপাশের জীবনে অংশ নেন',
    side: 'social',
  },
  {
    code: 'servicesReached',
    en: 'Clinic, school, offices can be reached',
    bn: 'চিকিৎসা, স্কুল, অফিসে যেতে পারেন',
    side: 'social',
  },
  { code: 'papersHeld', en: 'Holds own papers', bn: 'নিজের কাগজপত্র নিজের কাছে', side: 'social' },
  { code: 'sleepsWell', en: 'Sleeps and gets through the day', bn: 'ঘুম হয়, দিন চলে', side: 'psychosocial' },
  { code: 'feelsSafe', en: 'Feels safe', bn: 'নিরাপদ বোধ করেন', side: 'psychosocial' },
  { code: 'trustsSomeone', en: 'Has somebody to turn to', bn: 'ভরসা করার মতো কেউ আছেন', side: 'psychosocial' },
  { code: 'free', en: 'Is free of blame and talk', bn: 'দোষারোপ ও কটুকথা থেকে মুক্ত', side: 'psychosocial' },
  { code: 'hopes', en: 'Has plans of their own', bn: 'নিজের পরিকল্পনা আছে', side: 'psychosocial' },
])

/** An item of the questions. */
export type SustainabilityItem = CodeOf<typeof sustainabilityItems>

/** One version of the questions: which items, and how many of a side must be answered for it to have a measure. */
export interface SustainabilityVersion {
  readonly version: string
  readonly en: string
  readonly bn: string
  readonly items: readonly SustainabilityItem[]
  readonly least: number
}

/** The versions of the questions, the newest last. What was asked by an older one is read by that one. */
export const sustainabilityQuestions: readonly [SustainabilityVersion, ...SustainabilityVersion[]] = [
  {
    version: '2026-01',
    en: 'Fifteen questions of January 2026',
    bn: 'জানুয়ারি ২০২৬-এর পনেরোটি প্রশ্ন',
    items: sustainabilityItems.entries.map(({ code }) => code),
    least: 4,
  },
]

/** The versions as a list to keep with the answers. */
export const sustainabilityVersions = defineCodes(
  'setu:sustainability-questions',
  '2026-01',
  sustainabilityQuestions.map(({ version, en, bn }) => ({ code: version, en, bn })),
)

/** One side as it stands: how many items were answered, and its measure from nought to one where enough were. */
export interface SideStanding {
  readonly side: SustainabilitySide
  readonly answered: number
  readonly of: number
  readonly measure: number | null
}

/**
 * The three sides by one version of the questions. There is no number for all three, and none for a side of which
 * too little was answered.
 */
export function standingOf(version: string, answers: Readonly<Record<string, unknown>>): SideStanding[] {
  const asked = sustainabilityQuestions.find((one) => one.version === version)
  if (asked === undefined) return []
  return sustainabilitySides.entries.map(({ code: side }) => {
    const items = sustainabilityItems.entries.filter(
      (item) => item.side === side && asked.items.includes(item.code),
    )
    const counts = items.flatMap(({ code }) => countOf(answers[code]))
    const sum = counts.reduce((total, count) => total + count, 0)
    const measure = counts.length < asked.least ? null : sum / (3 * counts.length)
    return { side, answered: counts.length, of: items.length, measure }
  })
}

function countOf(level: unknown): number[] {
  if (!isCode(sustainabilityLevels, level)) return []
  const counts = sustainabilityLevels.entries.find(({ code }) => code === level)?.counts ?? null
  return counts === null ? [] : [counts]
}

/** Whether the answers are what things are compared with, or what came later. */
export const sustainabilityOccasions = defineCodes('setu:sustainability-occasion', '2026-01', [
  { code: 'baseline', en: 'As it was at intake', bn: 'প্রাথমিক গ্রহণের সময়' },
  { code: 'outcome', en: 'As it is now', bn: 'এখন যেমন' },
])

/** How a look at how somebody stands goes. One that is made is not changed; a wrong baseline is replaced, and seen. */
export const sustainabilityStates = defineCodes('setu:sustainability-state', '2026-01', [
  { code: 'draft', en: 'Being written', bn: 'লেখা হচ্ছে' },
  { code: 'made', en: 'Made', bn: 'সম্পন্ন' },
  { code: 'replaced', en: 'Replaced', bn: 'নতুন এসেছে' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a look at how somebody stands. */
export const sustainabilitySteps = defineStates({
  list: sustainabilityStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'made',
      en: 'Finish it',
      bn: 'শেষ করুন',
      by: ['own', 'supervise'],
      asks: ['occasion', 'takenOn', 'questions'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: ['own', 'supervise'] },
    {
      from: 'made',
      to: 'replaced',
      en: 'Set it aside as wrong',
      bn: 'ভুল বলে সরিয়ে রাখুন',
      by: ['own', 'supervise'],
    },
  ],
})
