import {
  assessmentSteps,
  careOptions,
  determinationSteps,
  guardianFindings,
  panelMembers,
  viewsHeard,
} from '@setu/vocabulary'
import { defineRecord } from '../../kit/record.ts'

const words = (en: string, bn: string) =>
  ({ kind: 'text', most: 10_000, lines: true, reach: 'sealed', label: { en, bn } }) as const

const heard = {
  kind: 'code',
  from: viewsHeard,
  reach: 'agency',
  erasure: 'keep',
  label: { en: 'How the child was heard', bn: 'শিশুর কথা কীভাবে শোনা হয়েছে' },
} as const

/** What is best for a child now, before any next step: what they say themselves, their safety, and who can care for them. */
export const bestInterestsAssessment = defineRecord({
  name: 'bestInterestsAssessment',
  table: 'best_interests_assessment',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: assessmentSteps,
  many: true,
  label: { en: 'Best interests, assessed', bn: 'সর্বোত্তম কল্যাণ নিরূপণ' },
  fields: {
    assessedOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Day', bn: 'তারিখ' } },
    viewHeard: heard,
    view: words('What the child says, in their own words', 'শিশু নিজের কথায় যা বলে'),
    familyAgrees: {
      kind: 'code',
      from: guardianFindings,
      reach: 'agency',
      label: { en: 'The family wants the child back', bn: 'পরিবার শিশুকে ফেরত চায়' },
      why: { en: 'To be wanted is not to be safe.', bn: 'চাওয়া মানেই নিরাপদ নয়।' },
    },
    familyCan: {
      kind: 'code',
      from: guardianFindings,
      reach: 'agency',
      label: { en: 'The child would be safe and cared for there', bn: 'সেখানে শিশু নিরাপদ ও যত্নে থাকবে' },
    },
    familyWords: words('About the family', 'পরিবার সম্পর্কে'),
    recommends: {
      kind: 'codes',
      from: careOptions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What would be good', bn: 'কী ভালো হবে' },
    },
    becauseWords: words('Why', 'কেন'),
  },
  sections: {
    child: { label: { en: 'The child', bn: 'শিশু' }, asks: ['assessedOn', 'viewHeard', 'view'] },
    family: { label: { en: 'The family', bn: 'পরিবার' }, asks: ['familyAgrees', 'familyCan', 'familyWords'] },
    what: { label: { en: 'What would be good', bn: 'কী ভালো হবে' }, asks: ['recommends', 'becauseWords'] },
  },
  list: ['assessedOn', 'recommends'],
})

/** What several people decided to be best for a child, from which options; whoever proposes it does not decide it. */
export const bestInterestsDetermination = defineRecord({
  name: 'bestInterestsDetermination',
  table: 'best_interests_determination',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: determinationSteps,
  many: true,
  label: { en: 'Best interests, decided', bn: 'সর্বোত্তম কল্যাণের সিদ্ধান্ত' },
  fields: {
    panelOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Day', bn: 'তারিখ' } },
    panel: {
      kind: 'codes',
      from: panelMembers,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Who took part', bn: 'কারা ছিলেন' },
    },
    viewHeard: heard,
    view: words('What the child says to it', 'শিশু এ নিয়ে যা বলে'),
    options: {
      kind: 'codes',
      from: careOptions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What was considered', bn: 'যা যা ভাবা হয়েছে' },
    },
    decision: {
      kind: 'code',
      from: careOptions,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What is best for the child', bn: 'শিশুর জন্য যা সবচেয়ে ভালো' },
    },
    becauseWords: words('Why', 'কেন'),
    reviewOn: { kind: 'day', reach: 'agency', label: { en: 'Looked at again by', bn: 'আবার দেখার তারিখ' } },
  },
  sections: {
    panel: { label: { en: 'Who and when', bn: 'কারা ও কবে' }, asks: ['panelOn', 'panel', 'viewHeard', 'view'] },
    decision: {
      label: { en: 'Decision', bn: 'সিদ্ধান্ত' },
      asks: ['options', 'decision', 'becauseWords', 'reviewOn'],
    },
  },
  list: ['panelOn', 'decision', 'reviewOn'],
})
