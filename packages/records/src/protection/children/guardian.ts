import {
  guardianEnds,
  guardianFindings,
  guardianRelations,
  guardianSteps,
  guardianSuspicions,
} from '@setu/vocabulary'
import { defineRecord } from '../../kit/record.ts'

const finding = (en: string, bn: string) =>
  ({ kind: 'code', from: guardianFindings, reach: 'agency', label: { en, bn } }) as const

/**
 * Somebody who may act for a child, once they were asked about: each question is answered by itself, and the answers bear
 * the name of whoever took the step. Who they are is sealed.
 */
export const guardian = defineRecord({
  name: 'guardian',
  table: 'guardian',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: guardianSteps,
  many: true,
  label: { en: 'Guardian', bn: 'অভিভাবক' },
  fields: {
    relation: {
      kind: 'code',
      from: guardianRelations,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What they are to the child', bn: 'শিশুর কে হন' },
    },
    name: { kind: 'text', most: 200, reach: 'sealed', label: { en: 'Name', bn: 'নাম' } },
    reached: {
      kind: 'text',
      most: 500,
      reach: 'sealed',
      label: { en: 'How they are reached safely', bn: 'নিরাপদে যোগাযোগের উপায়' },
    },
    suspected: finding(
      'Is suspected of having to do with what happened to the child',
      'শিশুর সঙ্গে যা ঘটেছে তাতে জড়িত বলে সন্দেহ আছে',
    ),
    gains: finding('Gains from the child’s work, marriage or silence', 'শিশুর কাজ, বিয়ে বা চুপ থাকায় লাভবান হন'),
    harmed: finding('Hurt or neglected the child', 'শিশুকে আঘাত বা অবহেলা করেছেন'),
    pressed: finding('Presses the child to be silent or to settle', 'শিশুকে চুপ থাকতে বা আপস করতে চাপ দেন'),
    dependsOnSuspect: finding('Lives with or depends on a suspect', 'সন্দেহভাজনের সঙ্গে থাকেন বা তার ওপর নির্ভরশীল'),
    childAfraid: finding('The child is afraid of them', 'শিশু তাঁকে ভয় পায়'),
    restsOn: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What the answers rest on', bn: 'উত্তরগুলো কিসের ভিত্তিতে' },
    },
    checkedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Checked on', bn: 'যাচাইয়ের তারিখ' },
    },
    suspectedBecause: {
      kind: 'code',
      from: guardianSuspicions,
      reach: 'agency',
      label: { en: 'On what it rests that they are a suspect', bn: 'কিসের ভিত্তিতে তিনি সন্দেহভাজন' },
      why: {
        en: 'What they agreed to for the child ends at once, and referrals that stood on it stop.',
        bn: 'শিশুর হয়ে তাঁর দেওয়া সম্মতি সঙ্গে সঙ্গে শেষ হবে, তার ওপর দাঁড়ানো রেফারেলও থামবে।',
      },
    },
    endedBecause: {
      kind: 'code',
      from: guardianEnds,
      reach: 'agency',
      label: { en: 'Why not any more', bn: 'কেন আর নন' },
    },
  },
  sections: {
    who: { label: { en: 'Who it is', bn: 'কে' }, asks: ['relation', 'name', 'reached'] },
    check: {
      label: { en: 'Conflict of interest', bn: 'স্বার্থের সংঘাত' },
      asks: [
        'suspected',
        'gains',
        'harmed',
        'pressed',
        'dependsOnSuspect',
        'childAfraid',
        'restsOn',
        'checkedOn',
      ],
    },
    end: { label: { en: 'End', bn: 'শেষ' }, asks: ['suspectedBecause', 'endedBecause'], withSteps: true },
  },
  list: ['relation', 'checkedOn'],
})
