import {
  serviceGivers,
  stoppedReasons,
  trainingKinds,
  trainingResults,
  trainingSteps,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** A training towards a living: what, with whom, from when to when, and what came of it. */
export const training = defineRecord({
  name: 'training',
  table: 'training',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: trainingSteps,
  many: true,
  label: { en: 'Training', bn: 'প্রশিক্ষণ' },
  fields: {
    kind: {
      kind: 'code',
      from: trainingKinds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'In what', bn: 'কী বিষয়ে' },
    },
    giver: {
      kind: 'code',
      from: serviceGivers,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Given by', bn: 'কে দিচ্ছেন' },
    },
    goal: {
      kind: 'link',
      to: 'supportPlan',
      reach: 'agency',
      label: { en: 'Towards the goal', bn: 'যে লক্ষ্যের জন্য' },
    },
    provider: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Name of the school or trainer', bn: 'প্রতিষ্ঠান বা প্রশিক্ষকের নাম' },
      why: {
        en: 'Whoever knows the place can find the person, so it is kept shut.',
        bn: 'জায়গা জানলে ব্যক্তিকে খুঁজে পাওয়া যায়, তাই এটি বন্ধ রাখা হয়।',
      },
    },
    begunOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Begun on', bn: 'শুরুর তারিখ' } },
    endedOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Ended on', bn: 'শেষের তারিখ' } },
    result: {
      kind: 'code',
      from: trainingResults,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Result', bn: 'ফলাফল' },
    },
    whyStopped: {
      kind: 'code',
      from: stoppedReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why it was left off', bn: 'কেন বন্ধ হলো' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'How it goes', bn: 'কেমন চলছে' },
    },
  },
  sections: {
    training: {
      label: { en: 'Training', bn: 'প্রশিক্ষণ' },
      asks: ['kind', 'giver', 'goal', 'provider', 'words'],
    },
    course: {
      label: { en: 'From when to when', bn: 'কবে থেকে কবে' },
      asks: ['begunOn', 'endedOn', 'result', 'whyStopped'],
    },
  },
  list: ['kind', 'giver', 'begunOn', 'endedOn', 'result'],
})

export type Training = Values<typeof training>
