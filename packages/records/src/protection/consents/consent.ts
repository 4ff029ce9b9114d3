import { consentMedia, consentPurposes, consentStatuses, parts } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * What a survivor allows: one purpose, some parts of the file, one recipient, for a time, under one version
 * of the text. Nothing recorded means no.
 */
export const consent = defineRecord({
  name: 'consent',
  table: 'consent',
  of: 'case',
  part: 'status',
  many: true,
  label: { en: 'Consent', bn: 'সম্মতি' },
  fields: {
    purpose: {
      kind: 'code',
      from: consentPurposes,
      required: true,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Purpose', bn: 'উদ্দেশ্য' },
    },
    parts: {
      kind: 'codes',
      from: parts,
      required: true,
      reach: 'agency',
      label: { en: 'What may be told', bn: 'কী বলা যাবে' },
    },
    recipientUnit: { kind: 'link', to: 'unit', reach: 'agency', label: { en: 'With whom', bn: 'কার সঙ্গে' } },
    recipientWords: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'With whom, in words', bn: 'কার সঙ্গে, কথায়' },
    },
    state: {
      kind: 'code',
      from: consentStatuses,
      required: true,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Answer', bn: 'উত্তর' },
    },
    givenOn: {
      kind: 'day',
      required: true,
      reach: 'agency',
      label: { en: 'Answered on', bn: 'উত্তরের তারিখ' },
    },
    validUntil: { kind: 'day', required: true, reach: 'agency', label: { en: 'Until', bn: 'যত দিন পর্যন্ত' } },
    medium: {
      kind: 'code',
      from: consentMedia,
      required: true,
      reach: 'agency',
      label: { en: 'How it was given', bn: 'কীভাবে দেওয়া হয়েছে' },
    },
    language: { kind: 'language', required: true, reach: 'agency', label: { en: 'Language', bn: 'ভাষা' } },
    textVersion: {
      kind: 'text',
      most: 40,
      required: true,
      reach: 'agency',
      label: { en: 'Version of the text', bn: 'পাঠ্যের সংস্করণ' },
    },
    interpreter: {
      kind: 'yesNo',
      required: true,
      reach: 'agency',
      label: { en: 'An interpreter helped', bn: 'দোভাষী সাহায্য করেছেন' },
    },
    guardianAgreed: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'The guardian agreed (child)', bn: 'অভিভাবক সম্মত (শিশু)' },
    },
    childAssent: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'The child agreed themselves', bn: 'শিশু নিজে সম্মত' },
    },
  },
  sections: {
    answer: {
      label: { en: 'Answer', bn: 'উত্তর' },
      asks: ['purpose', 'parts', 'recipientUnit', 'recipientWords', 'state', 'givenOn', 'validUntil'],
    },
    how: {
      label: { en: 'How it was asked', bn: 'কীভাবে জিজ্ঞাসা করা হয়েছে' },
      asks: ['medium', 'language', 'textVersion', 'interpreter', 'guardianAgreed', 'childAssent'],
    },
  },
  list: ['purpose', 'recipientUnit', 'state', 'validUntil'],
})

export type Consent = Values<typeof consent>
