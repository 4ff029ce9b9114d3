import { riskAssessmentSteps, riskLevels, riskOccasions } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

const level = (en: string, bn: string) =>
  ({ kind: 'code', from: riskLevels, reach: 'shared', erasure: 'keep', label: { en, bn } }) as const

const words = (en: string, bn: string) =>
  ({ kind: 'text', most: 4000, lines: true, reach: 'sealed', label: { en, bn } }) as const

/**
 * One look at all risks, each judged by itself so that a high one is never averaged away. The levels are coded
 * facts of protection; what they rest on is told in words that only those who work on the case open.
 */
export const riskAssessment = defineRecord({
  name: 'riskAssessment',
  table: 'risk_assessment',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: riskAssessmentSteps,
  many: true,
  label: { en: 'Risk assessment', bn: 'ঝুঁকি মূল্যায়ন' },
  fields: {
    assessedOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Day', bn: 'তারিখ' } },
    occasion: {
      kind: 'code',
      from: riskOccasions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why now', bn: 'এখন কেন' },
    },
    safetyPlanFits: {
      kind: 'yesNo',
      reach: 'agency',
      label: {
        en: 'The safety plan was gone through and still fits',
        bn: 'নিরাপত্তা পরিকল্পনা দেখা হয়েছে, তা এখনো উপযুক্ত',
      },
    },
    ownView: words(
      'How safe the person feels, in their own words',
      'নিজেকে কতটা নিরাপদ মনে করেন, তাঁর নিজের কথায়',
    ),
    traffickerContact: level('Contact from traffickers', 'পাচারকারীর যোগাযোগ'),
    traffickerContactWords: words('What it rests on: contact', 'কীসের ভিত্তিতে: যোগাযোগ'),
    family: level('Family', 'পরিবার'),
    familyWords: words('What it rests on: family', 'কীসের ভিত্তিতে: পরিবার'),
    community: level('Community', 'সমাজ'),
    communityWords: words('What it rests on: community', 'কীসের ভিত্তিতে: সমাজ'),
    selfHarm: level('Self-harm', 'নিজের ক্ষতি করা'),
    selfHarmWords: words('What it rests on: self-harm', 'কীসের ভিত্তিতে: নিজের ক্ষতি করা'),
    health: level('Health', 'স্বাস্থ্য'),
    healthWords: words('What it rests on: health', 'কীসের ভিত্তিতে: স্বাস্থ্য'),
    debt: level('Debt', 'ঋণ'),
    debtWords: words('What it rests on: debt', 'কীসের ভিত্তিতে: ঋণ'),
    documents: level('Papers', 'কাগজপত্র'),
    documentsWords: words('What it rests on: papers', 'কীসের ভিত্তিতে: কাগজপত্র'),
    legalExposure: level('Legal trouble', 'আইনি ঝুঁকি'),
    legalExposureWords: words('What it rests on: legal trouble', 'কীসের ভিত্তিতে: আইনি ঝুঁকি'),
    onlineExposure: level('Exposure online', 'অনলাইনে প্রকাশ'),
    onlineExposureWords: words('What it rests on: exposure online', 'কীসের ভিত্তিতে: অনলাইনে প্রকাশ'),
  },
  sections: {
    now: { label: { en: 'Today', bn: 'আজ' }, asks: ['assessedOn', 'occasion', 'ownView', 'safetyPlanFits'] },
    people: {
      label: { en: 'From other people', bn: 'অন্যদের দিক থেকে' },
      asks: [
        'traffickerContact',
        'traffickerContactWords',
        'family',
        'familyWords',
        'community',
        'communityWords',
      ],
    },
    person: {
      label: { en: 'Body, mind and money', bn: 'শরীর, মন ও অর্থ' },
      asks: ['selfHarm', 'selfHarmWords', 'health', 'healthWords', 'debt', 'debtWords'],
    },
    exposure: {
      label: { en: 'Papers, law and the internet', bn: 'কাগজ, আইন ও ইন্টারনেট' },
      asks: [
        'documents',
        'documentsWords',
        'legalExposure',
        'legalExposureWords',
        'onlineExposure',
        'onlineExposureWords',
      ],
    },
  },
  list: ['assessedOn', 'occasion'],
})

export type RiskAssessment = Values<typeof riskAssessment>
