import { planAgreements, servicePlanSteps } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

const words = (en: string, bn: string) =>
  ({ kind: 'text', most: 10_000, lines: true, reach: 'sealed', label: { en, bn } }) as const

/**
 * The service plan as a whole: what the survivor said to it, and when it is looked at again. What is to be reached
 * and done stands in its goals, which are the support plans of HTCDS.
 */
export const servicePlan = defineRecord({
  name: 'servicePlan',
  table: 'service_plan',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: servicePlanSteps,
  many: true,
  label: { en: 'Service plan', bn: 'সেবা পরিকল্পনা' },
  fields: {
    wishes: words(
      'What the survivor wants to reach, in their own words',
      'সারভাইভার কী অর্জন করতে চান, তাঁর নিজের কথায়',
    ),
    agreement: {
      kind: 'code',
      from: planAgreements,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'The survivor agrees', bn: 'সারভাইভার একমত' },
      why: {
        en: 'Help does not depend on the answer.',
        bn: 'উত্তর যা-ই হোক, সহায়তা তার ওপর নির্ভর করে না।',
      },
    },
    changes: words('What the survivor wanted otherwise', 'সারভাইভার যা অন্যভাবে চেয়েছেন'),
    answeredOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Answered on', bn: 'মত দেওয়ার তারিখ' },
    },
    reviewOn: { kind: 'day', reach: 'agency', label: { en: 'Looked at again on', bn: 'আবার দেখার তারিখ' } },
    sentBackBecause: words('What is still missing', 'এখনো যা বাকি'),
  },
  sections: {
    wishes: { label: { en: 'In the survivor’s words', bn: 'সারভাইভারের কথায়' }, asks: ['wishes'] },
    answer: {
      label: { en: 'The answer', bn: 'মতামত' },
      asks: ['agreement', 'changes', 'answeredOn', 'reviewOn', 'sentBackBecause'],
    },
  },
  list: ['agreement', 'answeredOn', 'reviewOn'],
})

export type ServicePlan = Values<typeof servicePlan>
