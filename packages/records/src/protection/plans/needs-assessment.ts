import {
  communityNeeds,
  healthSpoken,
  householdNeeds,
  individualNeeds,
  needsAssessmentSteps,
  serviceTypes,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

const words = (en: string, bn: string) =>
  ({ kind: 'text', most: 10_000, lines: true, reach: 'sealed', label: { en, bn } }) as const

/**
 * What is needed: by the person, in their household, in their community, as HTCDS 2.0 orders it. The standard has
 * example questions for it and no fields, so none of it goes out in a file.
 */
export const needsAssessment = defineRecord({
  name: 'needsAssessment',
  table: 'needs_assessment',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: needsAssessmentSteps,
  many: true,
  label: { en: 'Needs', bn: 'চাহিদা নিরূপণ' },
  fields: {
    assessedOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Day', bn: 'তারিখ' } },
    individual: {
      kind: 'codes',
      from: individualNeeds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'The person needs', bn: 'ব্যক্তির প্রয়োজন' },
    },
    healthSpoken: {
      kind: 'code',
      from: healthSpoken,
      reach: 'agency',
      label: { en: 'Wished to speak of health', bn: 'স্বাস্থ্য নিয়ে কথা বলতে চেয়েছেন' },
      why: { en: 'Nobody has to say anything about their health.', bn: 'স্বাস্থ্য নিয়ে কিছু বলা বাধ্যতামূলক নয়।' },
    },
    individualWords: words('In the person’s words', 'ব্যক্তির নিজের কথায়'),
    strengths: words('What the person is good at and can build on', 'ব্যক্তি কীসে দক্ষ, কী কাজে লাগাতে পারেন'),
    household: {
      kind: 'codes',
      from: householdNeeds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'The household needs', bn: 'পরিবারের প্রয়োজন' },
    },
    householdWords: words('About the household', 'পরিবার সম্পর্কে'),
    community: {
      kind: 'codes',
      from: communityNeeds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'The community lacks', bn: 'সমাজে যা নেই' },
    },
    communityWords: words('About the community', 'সমাজ সম্পর্কে'),
    services: {
      kind: 'codes',
      from: serviceTypes,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Services that would help', bn: 'যেসব সেবা কাজে আসবে' },
    },
  },
  sections: {
    person: {
      label: { en: 'The person', bn: 'ব্যক্তি' },
      asks: ['assessedOn', 'individual', 'healthSpoken', 'individualWords', 'strengths'],
    },
    around: {
      label: { en: 'Household and community', bn: 'পরিবার ও সমাজ' },
      asks: ['household', 'householdWords', 'community', 'communityWords'],
    },
    services: { label: { en: 'Services', bn: 'সেবা' }, asks: ['services'] },
  },
  list: ['assessedOn', 'services'],
})

export type NeedsAssessment = Values<typeof needsAssessment>
