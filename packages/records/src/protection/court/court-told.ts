import { contactChannels, courtTellings } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** That a survivor was told how a criminal case stands: what, when and in which way. It is the proof that the duty was kept. */
export const courtTold = defineRecord({
  name: 'courtTold',
  table: 'court_told',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Told about the criminal case', bn: 'মামলার বিষয়ে জানানো' },
  fields: {
    toldOn: {
      kind: 'day',
      usually: 'today',
      required: true,
      reach: 'agency',
      label: { en: 'Day', bn: 'তারিখ' },
    },
    channel: {
      kind: 'code',
      from: contactChannels,
      required: true,
      reach: 'agency',
      label: { en: 'How', bn: 'কীভাবে' },
      why: {
        en: 'Only in a way that the survivor agreed to, and in neutral words: somebody may read or listen along.',
        bn: 'শুধু সারভাইভার যে উপায়ে রাজি হয়েছেন, এবং নিরপেক্ষ কথায়: কেউ সঙ্গে পড়তে বা শুনতে পারে।',
      },
    },
    what: {
      kind: 'codes',
      from: courtTellings,
      required: true,
      reach: 'agency',
      label: { en: 'What the survivor was told', bn: 'সারভাইভারকে যা জানানো হয়েছে' },
    },
    criminalCode: {
      kind: 'text',
      most: 20,
      reach: 'agency',
      label: { en: 'Code of the criminal case', bn: 'মামলার কোড' },
      why: {
        en: 'Only where the survivor is tied to several: without it, what happened stays to be told.',
        bn: 'সারভাইভার একাধিক মামলার সঙ্গে যুক্ত থাকলেই শুধু: কোড না থাকলে যা ঘটেছে তা জানানো বাকি থাকে।',
      },
    },
    language: { kind: 'language', reach: 'agency', label: { en: 'In which language', bn: 'কোন ভাষায়' } },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What the survivor said to it', bn: 'সারভাইভার কী বলেছেন' },
    },
  },
  sections: {
    told: {
      label: { en: 'What was told', bn: 'যা জানানো হয়েছে' },
      asks: ['toldOn', 'channel', 'what', 'criminalCode', 'language', 'words'],
    },
  },
  list: ['toldOn', 'channel', 'what'],
})

export type CourtTold = Values<typeof courtTold>
