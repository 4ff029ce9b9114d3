import { employmentKinds, employmentSteps, stoppedReasons } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Work: of what sort, whether one may leave it and is paid, from when to when. */
export const employment = defineRecord({
  name: 'employment',
  table: 'employment',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: employmentSteps,
  many: true,
  label: { en: 'Work', bn: 'কর্মসংস্থান' },
  fields: {
    kind: {
      kind: 'code',
      from: employmentKinds,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'In what way', bn: 'কীভাবে' },
    },
    written: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'With a written contract', bn: 'লিখিত চুক্তি আছে' },
    },
    freeToLeave: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'May leave at any time', bn: 'যেকোনো সময় ছাড়তে পারেন' },
      why: {
        en: 'Work that one cannot leave is what the person came away from.',
        bn: 'যে কাজ ছাড়া যায় না, ব্যক্তি তা থেকেই ফিরেছেন।',
      },
    },
    paidInFull: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'Is paid in full, into own hands', bn: 'পুরো মজুরি নিজের হাতে পান' },
    },
    begunOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Begun on', bn: 'শুরুর তারিখ' } },
    endedOn: { kind: 'day', usually: 'today', reach: 'shared', label: { en: 'Ended on', bn: 'শেষের তারিখ' } },
    whyStopped: {
      kind: 'code',
      from: stoppedReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why it ended', bn: 'কেন শেষ হলো' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Where, and how it goes', bn: 'কোথায়, কেমন চলছে' },
    },
  },
  sections: {
    work: {
      label: { en: 'Work', bn: 'কাজ' },
      asks: ['kind', 'written', 'freeToLeave', 'paidInFull', 'words'],
    },
    course: {
      label: { en: 'From when to when', bn: 'কবে থেকে কবে' },
      asks: ['begunOn', 'endedOn', 'whyStopped'],
    },
  },
  list: ['kind', 'begunOn', 'endedOn'],
})

export type Employment = Values<typeof employment>
