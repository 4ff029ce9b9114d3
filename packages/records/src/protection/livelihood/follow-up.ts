import {
  contactChannels,
  followUpRefusals,
  followUpSteps,
  housingOutcomes,
  livingOutcomes,
  notMetReasons,
  renewedDangerSigns,
  safetyOutcomes,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** One follow-up after reintegration began: when it is due, and what was found. */
export const followUp = defineRecord({
  name: 'followUp',
  table: 'follow_up',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: followUpSteps,
  many: true,
  label: { en: 'Follow-up', bn: 'ফলো-আপ' },
  fields: {
    months: {
      kind: 'number',
      least: 0,
      most: 120,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'After so many months', bn: 'কত মাস পরে' },
    },
    dueOn: { kind: 'day', reach: 'agency', label: { en: 'Due on', bn: 'নির্ধারিত তারিখ' } },
    metOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Day', bn: 'তারিখ' } },
    channel: {
      kind: 'code',
      from: contactChannels,
      reach: 'agency',
      label: { en: 'How', bn: 'কীভাবে' },
    },
    housing: {
      kind: 'code',
      from: housingOutcomes,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Housing', bn: 'বাসস্থান' },
    },
    living: {
      kind: 'code',
      from: livingOutcomes,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Income', bn: 'আয়' },
    },
    safety: {
      kind: 'code',
      from: safetyOutcomes,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Safe, in the survivor’s words', bn: 'সারভাইভারের কথায় কতটা নিরাপদ' },
    },
    signs: {
      kind: 'codes',
      from: renewedDangerSigns,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Signs of renewed danger', bn: 'আবার বিপদের লক্ষণ' },
      why: { en: 'Any of them asks for a new look at the risks.', bn: 'যেকোনোটি থাকলে ঝুঁকি আবার দেখতে হবে।' },
    },
    whyNot: {
      kind: 'code',
      from: notMetReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why not', bn: 'কেন নয়' },
    },
    declines: {
      kind: 'code',
      from: followUpRefusals,
      reach: 'agency',
      label: { en: 'What is declined', bn: 'কী চান না' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'In the survivor’s words', bn: 'সারভাইভারের কথায়' },
    },
  },
  sections: {
    when: { label: { en: 'When', bn: 'কবে' }, asks: ['dueOn', 'months'] },
    found: {
      label: { en: 'How it is', bn: 'কেমন আছেন' },
      asks: ['metOn', 'channel', 'housing', 'living', 'safety', 'signs', 'words', 'whyNot', 'declines'],
    },
  },
  list: ['months', 'dueOn', 'metOn', 'housing', 'living', 'safety'],
})

export type FollowUp = Values<typeof followUp>
