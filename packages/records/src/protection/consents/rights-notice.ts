import { rightsNoticeMeans } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** That a survivor was told their rights: when, in which language, by what means, under which version of the text. */
export const rightsNotice = defineRecord({
  name: 'rightsNotice',
  table: 'rights_notice',
  of: 'case',
  part: 'status',
  many: true,
  label: { en: 'Rights notice', bn: 'অধিকার জানানো' },
  fields: {
    givenOn: { kind: 'day', required: true, reach: 'agency', label: { en: 'Told on', bn: 'জানানোর তারিখ' } },
    means: {
      kind: 'code',
      from: rightsNoticeMeans,
      required: true,
      reach: 'agency',
      label: { en: 'How', bn: 'কীভাবে' },
    },
    language: { kind: 'language', required: true, reach: 'agency', label: { en: 'Language', bn: 'ভাষা' } },
    textVersion: {
      kind: 'text',
      most: 40,
      required: true,
      reach: 'agency',
      label: { en: 'Version of the text', bn: 'পাঠ্যের সংস্করণ' },
    },
    understood: {
      kind: 'yesNo',
      required: true,
      reach: 'agency',
      label: { en: 'The person said it back in their own words', bn: 'ব্যক্তি নিজের ভাষায় বুঝিয়ে বলেছেন' },
    },
  },
  sections: {
    notice: {
      label: { en: 'Rights notice', bn: 'অধিকার জানানো' },
      asks: ['givenOn', 'means', 'language', 'textVersion', 'understood'],
    },
  },
  list: ['givenOn', 'language'],
})

export type RightsNotice = Values<typeof rightsNotice>
