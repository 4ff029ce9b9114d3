import { feedbackLevels, feedbackNotAsked, feedbackSteps } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

const level = (en: string, bn: string) =>
  ({ kind: 'code', from: feedbackLevels, reach: 'agency', erasure: 'keep', label: { en, bn } }) as const

/** What a survivor says of how they were met. They are invited to at the end of a case; somebody else than their caseworker asks. */
export const survivorFeedback = defineRecord({
  name: 'survivorFeedback',
  table: 'survivor_feedback',
  of: 'case',
  part: 'narrative',
  states: feedbackSteps,
  many: true,
  label: { en: 'Feedback of the survivor', bn: 'সারভাইভারের মতামত' },
  fields: {
    invitedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Invited on', bn: 'মতামত চাওয়ার তারিখ' },
      why: {
        en: 'Somebody else than the caseworker asks. Help does not depend on the answer.',
        bn: 'কেস ওয়ার্কার নন, অন্য কেউ জিজ্ঞাসা করেন। উত্তর যা-ই হোক, সহায়তা তার ওপর নির্ভর করে না।',
      },
    },
    heardOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Heard on', bn: 'শোনার তারিখ' } },
    respected: level('Was met with respect', 'সম্মান পেয়েছেন'),
    helped: level('Got the help that was needed', 'প্রয়োজনীয় সহায়তা পেয়েছেন'),
    informed: level('Decided for themselves', 'নিজের সিদ্ধান্ত নিজে নিয়েছেন'),
    complains: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'Wishes to complain', bn: 'অভিযোগ করতে চান' },
      why: {
        en: 'Say that a complaint is heard by somebody independent, and takes nothing away.',
        bn: 'জানান যে অভিযোগ স্বাধীন কেউ শোনেন, এবং এতে কোনো সহায়তা কমে না।',
      },
    },
    wouldChange: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: {
        en: 'What should be otherwise, in the survivor’s words',
        bn: 'কী অন্যরকম হওয়া উচিত, সারভাইভারের কথায়',
      },
    },
    whyNotAsked: {
      kind: 'code',
      from: feedbackNotAsked,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why nobody asks', bn: 'কেন জিজ্ঞাসা করা হবে না' },
    },
  },
  sections: {
    invited: { label: { en: 'Invitation', bn: 'মতামত চাওয়া' }, asks: ['invitedOn'] },
    answer: {
      label: { en: 'The answer', bn: 'মতামত' },
      asks: ['heardOn', 'respected', 'helped', 'informed', 'complains', 'wouldChange', 'whyNotAsked'],
      withSteps: true,
    },
  },
  list: ['invitedOn', 'heardOn'],
})

export type SurvivorFeedback = Values<typeof survivorFeedback>
