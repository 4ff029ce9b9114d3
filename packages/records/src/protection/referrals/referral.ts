import { ageBands, declineReasons, referralStates, serviceTypes, sexes, urgencies } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * One organisation asks another to take up a survivor's need. Before acceptance the receiver sees this row
 * and nothing else: service, urgency, sex and age band, language, area.
 */
export const referral = defineRecord({
  name: 'referral',
  table: 'referral',
  of: 'case',
  part: 'status',
  many: true,
  label: { en: 'Referral', bn: 'রেফারেল' },
  fields: {
    code: {
      kind: 'text',
      most: 20,
      required: true,
      reach: 'shared',
      label: { en: 'Referral code', bn: 'রেফারেল কোড' },
    },
    fromUnit: {
      kind: 'link',
      to: 'unit',
      required: true,
      reach: 'shared',
      label: { en: 'From', bn: 'প্রেরক' },
    },
    toOrg: {
      kind: 'link',
      to: 'organisation',
      required: true,
      reach: 'shared',
      label: { en: 'To (organisation)', bn: 'প্রাপক সংস্থা' },
    },
    toUnit: { kind: 'link', to: 'unit', required: true, reach: 'shared', label: { en: 'To', bn: 'প্রাপক' } },
    service: {
      kind: 'code',
      from: serviceTypes,
      required: true,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Service asked for', bn: 'যে সেবা চাওয়া হয়েছে' },
    },
    urgency: {
      kind: 'code',
      from: urgencies,
      required: true,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Urgency', bn: 'জরুরি মাত্রা' },
    },
    state: {
      kind: 'code',
      from: referralStates,
      required: true,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'State', bn: 'অবস্থা' },
    },
    sex: { kind: 'code', from: sexes, reach: 'shared', erasure: 'keep', label: { en: 'Sex', bn: 'লিঙ্গ' } },
    ageBand: {
      kind: 'code',
      from: ageBands,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Age', bn: 'বয়স' },
    },
    language: { kind: 'language', reach: 'shared', label: { en: 'Language', bn: 'ভাষা' } },
    district: { kind: 'place', reach: 'shared', erasure: 'keep', label: { en: 'Area', bn: 'এলাকা' } },
    workerPreference: {
      kind: 'code',
      from: sexes,
      reach: 'shared',
      label: { en: 'Worker preferred', bn: 'কেমন কর্মী পছন্দ' },
    },
    accompanied: {
      kind: 'yesNo',
      reach: 'shared',
      label: { en: 'Someone will come along', bn: 'সঙ্গে কেউ আসবেন' },
    },
    note: {
      kind: 'text',
      most: 2000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What they must know, once they accept', bn: 'গ্রহণ করার পর যা জানা দরকার' },
    },
    sharedName: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Name, where only the name is shared', bn: 'নাম, যেখানে শুধু নাম জানানো হয়' },
    },
    declineReason: {
      kind: 'code',
      from: declineReasons,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Reason for declining', bn: 'ফেরত দেওয়ার কারণ' },
    },
    feedback: {
      kind: 'text',
      most: 2000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Feedback', bn: 'মতামত' },
    },
  },
  sections: {
    need: {
      label: { en: 'Need', bn: 'চাহিদা' },
      asks: [
        'service',
        'urgency',
        'sex',
        'ageBand',
        'language',
        'district',
        'workerPreference',
        'accompanied',
      ],
    },
    parties: { label: { en: 'Who', bn: 'কে' }, asks: ['code', 'fromUnit', 'toOrg', 'toUnit'] },
    answer: {
      label: { en: 'Answer', bn: 'উত্তর' },
      asks: ['state', 'declineReason', 'note', 'sharedName', 'feedback'],
    },
  },
  list: ['code', 'service', 'urgency', 'toOrg', 'state'],
})

export type Referral = Values<typeof referral>
