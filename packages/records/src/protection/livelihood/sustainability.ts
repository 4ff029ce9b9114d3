import {
  sustainabilityItems,
  sustainabilityLevels,
  sustainabilityOccasions,
  sustainabilitySteps,
  sustainabilityVersions,
} from '@setu/vocabulary'
import type { Field } from '../../kit/field.ts'
import { defineRecord, type Values } from '../../kit/record.ts'

const item = (en: string, bn: string) =>
  ({
    kind: 'code',
    from: sustainabilityLevels,
    reach: 'agency',
    erasure: 'keep',
    label: { en, bn },
  }) as const satisfies Field

const labelled = (wanted: (typeof sustainabilityItems)['entries'][number]['code']) => {
  const found = sustainabilityItems.entries.find(({ code }) => code === wanted)
  return item(found?.en ?? wanted, found?.bn ?? wanted)
}

const amount = (en: string, bn: string) =>
  ({ kind: 'money', reach: 'agency', erasure: 'keep', label: { en, bn } }) as const satisfies Field

/**
 * How firmly somebody stands, side by side: money, people around, and within. At intake it is what later answers are
 * compared with. A version of the questions names the items that it asks; the sides are never added up.
 */
export const sustainability = defineRecord({
  name: 'sustainability',
  table: 'sustainability',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: sustainabilitySteps,
  many: true,
  label: { en: 'How firmly somebody stands', bn: 'জীবন কতটা স্থিতিশীল' },
  fields: {
    questions: {
      kind: 'code',
      from: sustainabilityVersions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Version of the questions', bn: 'প্রশ্নের সংস্করণ' },
    },
    occasion: {
      kind: 'code',
      from: sustainabilityOccasions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Of when it speaks', bn: 'কোন সময়ের কথা' },
    },
    takenOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Day', bn: 'তারিখ' } },
    followUp: {
      kind: 'link',
      to: 'followUp',
      reach: 'agency',
      label: { en: 'At the follow-up', bn: 'যে ফলো-আপে' },
    },
    income: amount('Own income in a month, in taka', 'নিজের মাসিক আয় (টাকা)'),
    savings: amount('Savings, in taka', 'সঞ্চয় (টাকা)'),
    debt: amount('Debt, in taka', 'ঋণ (টাকা)'),
    incomeCovers: labelled('incomeCovers'),
    workSteady: labelled('workSteady'),
    debtBorne: labelled('debtBorne'),
    putsAside: labelled('putsAside'),
    decidesMoney: labelled('decidesMoney'),
    homeStays: labelled('homeStays'),
    familyAccepts: labelled('familyAccepts'),
    partOfLife: labelled('partOfLife'),
    servicesReached: labelled('servicesReached'),
    papersHeld: labelled('papersHeld'),
    sleepsWell: labelled('sleepsWell'),
    feelsSafe: labelled('feelsSafe'),
    trustsSomeone: labelled('trustsSomeone'),
    free: labelled('free'),
    hopes: labelled('hopes'),
    words: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      label: { en: 'In the survivor’s words', bn: 'সারভাইভারের কথায়' },
    },
  },
  sections: {
    when: {
      label: { en: 'Of when', bn: 'কোন সময়ের' },
      asks: ['occasion', 'takenOn', 'followUp', 'questions'],
    },
    economic: {
      label: { en: 'Earning and money', bn: 'আয় ও টাকা' },
      asks: [
        'income',
        'savings',
        'debt',
        'incomeCovers',
        'workSteady',
        'debtBorne',
        'putsAside',
        'decidesMoney',
      ],
    },
    social: {
      label: { en: 'People and place', bn: 'মানুষ ও পরিবেশ' },
      asks: ['homeStays', 'familyAccepts', 'partOfLife', 'servicesReached', 'papersHeld'],
    },
    psychosocial: {
      label: { en: 'Within', bn: 'মনের দিক' },
      asks: ['sleepsWell', 'feelsSafe', 'trustsSomeone', 'free', 'hopes', 'words'],
    },
  },
  list: ['occasion', 'takenOn', 'income', 'savings'],
})

export type Sustainability = Values<typeof sustainability>
