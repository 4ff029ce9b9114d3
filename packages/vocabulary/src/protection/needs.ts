import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** What a person needs for themselves. */
export const individualNeeds = defineCodes('setu:need-individual', '2026-01', [
  { code: 'physicalHealth', en: 'Care for the body', bn: 'শারীরিক চিকিৎসা' },
  { code: 'mentalHealth', en: 'Care for mind and sleep', bn: 'মানসিক সুস্থতা ও ঘুম' },
  { code: 'reproductiveHealth', en: 'Sexual and reproductive health', bn: 'যৌন ও প্রজনন স্বাস্থ্য' },
  { code: 'disability', en: 'Support with a disability', bn: 'প্রতিবন্ধিতায় সহায়তা' },
  { code: 'safety', en: 'A safe place', bn: 'নিরাপদ জায়গা' },
  { code: 'papers', en: 'Papers', bn: 'কাগজপত্র' },
  { code: 'legalHelp', en: 'Legal help', bn: 'আইনি সহায়তা' },
  { code: 'schooling', en: 'School', bn: 'পড়াশোনা' },
  { code: 'skills', en: 'A skill to earn with', bn: 'আয়ের জন্য দক্ষতা' },
  { code: 'work', en: 'Work', bn: 'কাজ' },
  { code: 'language', en: 'An interpreter', bn: 'দোভাষী' },
  { code: 'dailyNeeds', en: 'Food, clothes, things of daily life', bn: 'খাবার, কাপড়, দৈনন্দিন জিনিস' },
  { code: 'company', en: 'People who went through the same', bn: 'একই অভিজ্ঞতার মানুষের সঙ্গ' },
])

/** What the household that somebody lives in, or goes back to, needs. */
export const householdNeeds = defineCodes('setu:need-household', '2026-01', [
  { code: 'income', en: 'Income', bn: 'আয়' },
  { code: 'debt', en: 'A way out of debt', bn: 'ঋণ থেকে মুক্তি' },
  { code: 'housing', en: 'Housing', bn: 'বাসস্থান' },
  { code: 'violence', en: 'Safety from violence at home', bn: 'ঘরের সহিংসতা থেকে নিরাপত্তা' },
  { code: 'acceptance', en: 'To be taken in and not blamed', bn: 'দোষ না দিয়ে গ্রহণ করা' },
  { code: 'childcare', en: 'Care for children', bn: 'সন্তানদের দেখাশোনা' },
  { code: 'careOfOthers', en: 'Care for others who depend on them', bn: 'নির্ভরশীল অন্যদের যত্ন' },
])

/** What the place that somebody lives in, or goes back to, lacks. */
export const communityNeeds = defineCodes('setu:need-community', '2026-01', [
  { code: 'clinic', en: 'Health care within reach', bn: 'নাগালের মধ্যে স্বাস্থ্যসেবা' },
  { code: 'school', en: 'School within reach', bn: 'নাগালের মধ্যে স্কুল' },
  { code: 'jobs', en: 'Decent work nearby', bn: 'কাছাকাছি ভালো কাজ' },
  { code: 'police', en: 'Police or a court that listens', bn: 'কথা শোনে এমন পুলিশ বা আদালত' },
  { code: 'stigma', en: 'An end to talk and blame', bn: 'কটুকথা ও দোষারোপ বন্ধ হওয়া' },
  { code: 'recruiters', en: 'Safety from recruiters', bn: 'দালালদের থেকে নিরাপত্তা' },
  { code: 'socialProtection', en: 'A way into social protection', bn: 'সামাজিক নিরাপত্তা কর্মসূচিতে প্রবেশ' },
])

/** How a look at what is needed stands. */
export const needsAssessmentStates = defineCodes('setu:needs-assessment-state', '2026-01', [
  { code: 'draft', en: 'Being written', bn: 'লেখা হচ্ছে' },
  { code: 'made', en: 'Made', bn: 'সম্পন্ন' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a look at what is needed. One that is made is never changed: the next look is a new one. */
export const needsAssessmentSteps = defineStates({
  list: needsAssessmentStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'made',
      en: 'Finish the assessment',
      bn: 'মূল্যায়ন শেষ করুন',
      by: ['own', 'supervise'],
      asks: ['assessedOn', 'services'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: ['own', 'supervise'] },
  ],
})

/** Whether somebody wished to speak of their health. Nobody has to. */
export const healthSpoken = defineCodes('setu:health-spoken', '2026-01', [
  { code: 'spoken', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'notAsked', en: 'Not asked yet', bn: 'এখনো জিজ্ঞাসা করা হয়নি' },
  { code: 'notWished', en: 'Did not wish to', bn: 'বলতে চাননি' },
])

/** Whether somebody wished to speak of their health. */
export type HealthSpoken = CodeOf<typeof healthSpoken>
