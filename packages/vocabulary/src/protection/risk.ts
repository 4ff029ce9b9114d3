import { type CodeOf, codesOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'
import type { CaseEventKind } from './case-events.ts'

/** How great a risk is, as the caseworker and the survivor judge it together. */
export const riskLevels = defineCodes('setu:risk-level', '2026-01', [
  { code: 'low', en: 'Low', bn: 'কম' },
  { code: 'medium', en: 'Medium', bn: 'মাঝারি' },
  { code: 'high', en: 'High', bn: 'বেশি' },
  { code: 'imminent', en: 'Imminent', bn: 'আসন্ন' },
])

/** How great a risk is. */
export type RiskLevel = CodeOf<typeof riskLevels>

/** Where a risk comes from. Each is judged apart, so that one high risk is never averaged away. */
export const riskDomains = defineCodes('setu:risk-domain', '2026-01', [
  { code: 'traffickerContact', en: 'Contact from traffickers', bn: 'পাচারকারীর যোগাযোগ' },
  { code: 'family', en: 'Family', bn: 'পরিবার' },
  { code: 'debt', en: 'Debt', bn: 'ঋণ' },
  { code: 'selfHarm', en: 'Self-harm', bn: 'নিজের ক্ষতি করা' },
  { code: 'health', en: 'Health', bn: 'স্বাস্থ্য' },
  { code: 'community', en: 'Community', bn: 'সমাজ' },
  { code: 'documents', en: 'Papers', bn: 'কাগজপত্র' },
  { code: 'legalExposure', en: 'Legal trouble', bn: 'আইনি ঝুঁকি' },
  { code: 'onlineExposure', en: 'Exposure online', bn: 'অনলাইনে প্রকাশ' },
])

/** Where a risk comes from. */
export type RiskDomain = CodeOf<typeof riskDomains>

/** How a look at the risks stands. One that is made is never changed: the next look is a new one. */
export const riskAssessmentStates = defineCodes('setu:risk-assessment-state', '2026-01', [
  { code: 'draft', en: 'Being written', bn: 'লেখা হচ্ছে' },
  { code: 'made', en: 'Made', bn: 'সম্পন্ন' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a look at the risks. */
export const riskAssessmentSteps = defineStates({
  list: riskAssessmentStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'made',
      en: 'Finish the assessment',
      bn: 'মূল্যায়ন শেষ করুন',
      by: ['own', 'supervise'],
      asks: ['assessedOn', ...codesOf(riskDomains)],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: ['own', 'supervise'] },
  ],
})

/** Why the risks are looked at: the rule asks, or something happened. */
export const riskOccasions = defineCodes('setu:risk-occasion', '2026-01', [
  { code: 'first', en: 'For the first time', bn: 'প্রথমবার' },
  { code: 'dueAgain', en: 'It was due again', bn: 'আবার মূল্যায়নের সময় হয়েছে' },
  { code: 'contact', en: 'A trafficker made contact', bn: 'পাচারকারী যোগাযোগ করেছে' },
  { code: 'move', en: 'The person moves or returns', bn: 'ব্যক্তি স্থান বদলাচ্ছেন বা ফিরছেন' },
  { code: 'hearing', en: 'A hearing or release in the court case', bn: 'মামলার শুনানি বা আসামির মুক্তি' },
  { code: 'notReached', en: 'The person could not be reached', bn: 'ব্যক্তির সঙ্গে যোগাযোগ করা যায়নি' },
  { code: 'told', en: 'The person told something new', bn: 'ব্যক্তি নতুন কিছু জানিয়েছেন' },
  { code: 'other', en: 'Something else happened', bn: 'অন্য কিছু ঘটেছে' },
])

/** Why the risks are looked at. */
export type RiskOccasion = CodeOf<typeof riskOccasions>

/** What happens in a case after which its risks are looked at again soon, whenever they were due. */
export const asksForLook: readonly CaseEventKind[] = [
  'caseReopened',
  'transferAccepted',
  'windowFrozen',
  'contactMissed',
  'renewedDanger',
  'reintegrationBroken',
  'emergencyAccess',
  'contested',
  'guardianSuspected',
]

const riskOrder: readonly RiskLevel[] = codesOf(riskLevels)

/** The greatest of some levels of risk, or null where none was judged. */
export function greatestRisk(levels: readonly (RiskLevel | null)[]): RiskLevel | null {
  return riskOrder.findLast((level) => levels.includes(level)) ?? null
}

/** Whether a level asks for a safety plan. */
export function needsSafetyPlan(level: RiskLevel | null): boolean {
  return level !== null && level !== 'low'
}

/** Whether a case with such a risk stays open. */
export function isHighRisk(level: RiskLevel | null): boolean {
  return level === 'high' || level === 'imminent'
}

/** How far identification has come. None of these decides who gets help. */
export const identificationStatuses = defineCodes('setu:identification-status', '2026-01', [
  { code: 'presumed', en: 'Presumed', bn: 'প্রাথমিকভাবে ধারণা করা হয়েছে', htcds: 'PossibleVictimOfTrafficking' },
  { code: 'identified', en: 'Identified', bn: 'শনাক্ত হয়েছে', htcds: 'ActualVictimOfTrafficking' },
  { code: 'notIdentified', en: 'Not identified', bn: 'শনাক্ত হয়নি', htcds: 'NotAVictimOfTrafficking' },
  {
    code: 'inconclusive',
    en: 'Inconclusive',
    bn: 'সিদ্ধান্তে পৌঁছানো যায়নি',
    htcds: 'PossibleVictimOfTrafficking',
  },
])

/** How far identification has come. */
export type IdentificationStatus = CodeOf<typeof identificationStatuses>
