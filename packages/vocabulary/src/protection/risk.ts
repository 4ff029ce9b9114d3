import { type CodeOf, defineCodes } from '../codes.ts'

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
