import { startUpKinds, startUpSteps, stoppedReasons } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Support to begin earning: with what, when it was given, and whether what was begun still runs. */
export const startUp = defineRecord({
  name: 'startUp',
  table: 'start_up',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: startUpSteps,
  many: true,
  label: { en: 'Start-up support', bn: 'উদ্যোগ সহায়তা' },
  fields: {
    kind: {
      kind: 'code',
      from: startUpKinds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'With what', bn: 'কী দিয়ে' },
    },
    goal: {
      kind: 'link',
      to: 'supportPlan',
      reach: 'agency',
      label: { en: 'Towards the goal', bn: 'যে লক্ষ্যের জন্য' },
    },
    givenOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Given on', bn: 'দেওয়ার তারিখ' } },
    begunOn: {
      kind: 'day',
      usually: 'today',
      reach: 'shared',
      label: { en: 'Earning since', bn: 'আয় শুরুর তারিখ' },
    },
    endedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'shared',
      label: { en: 'Stopped on', bn: 'বন্ধের তারিখ' },
    },
    whyStopped: {
      kind: 'code',
      from: stoppedReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why it stopped', bn: 'কেন বন্ধ হলো' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What is planned, and how it goes', bn: 'কী পরিকল্পনা, কেমন চলছে' },
    },
  },
  sections: {
    support: { label: { en: 'Support', bn: 'সহায়তা' }, asks: ['kind', 'goal', 'words'] },
    course: {
      label: { en: 'How it went', bn: 'কেমন হলো' },
      asks: ['givenOn', 'begunOn', 'endedOn', 'whyStopped'],
    },
  },
  list: ['kind', 'givenOn', 'begunOn', 'endedOn'],
})

export type StartUp = Values<typeof startUp>
