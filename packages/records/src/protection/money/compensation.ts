import { compensationSources, compensationSteps, currencies } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Compensation that a court ordered, a settlement agreed on or the state granted, and whether it reached the survivor. */
export const compensation = defineRecord({
  name: 'compensation',
  table: 'compensation',
  of: 'case',
  part: 'narrative',
  states: compensationSteps,
  many: true,
  label: { en: 'Compensation', bn: 'ক্ষতিপূরণ' },
  fields: {
    source: {
      kind: 'code',
      from: compensationSources,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'From where', bn: 'কোথা থেকে' },
    },
    claimed: { kind: 'money', reach: 'agency', erasure: 'keep', label: { en: 'Claimed', bn: 'দাবিকৃত অঙ্ক' } },
    currency: {
      kind: 'code',
      from: currencies,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Currency, if not taka', bn: 'মুদ্রা, টাকা না হলে' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What it rests on', bn: 'কীসের ভিত্তিতে' },
    },
    amount: {
      kind: 'money',
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Ordered or agreed', bn: 'আদেশ বা সম্মত অঙ্ক' },
    },
    decidedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Decided on', bn: 'সিদ্ধান্তের তারিখ' },
    },
    received: {
      kind: 'money',
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Received in part', bn: 'আংশিক প্রাপ্ত' },
    },
    receivedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'That part received on', bn: 'আংশিক প্রাপ্তির তারিখ' },
    },
    allReceivedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'All of it received on', bn: 'সবটা প্রাপ্তির তারিখ' },
    },
    paper: { kind: 'link', to: 'caseDocument', reach: 'agency', label: { en: 'Paper', bn: 'কাগজ' } },
  },
  sections: {
    claim: { label: { en: 'The claim', bn: 'দাবি' }, asks: ['source', 'claimed', 'currency', 'words'] },
    outcome: {
      label: { en: 'What came of it', bn: 'কী হলো' },
      asks: ['amount', 'decidedOn', 'received', 'receivedOn', 'allReceivedOn', 'paper'],
    },
  },
  list: ['source', 'amount', 'received'],
})

export type Compensation = Values<typeof compensation>
