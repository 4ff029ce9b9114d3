import { documentTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * A paper kept with a case: a picture of it, or a PDF. The kind decides who may read it, and it is nobody's outside
 * the office until it is said of this one paper that it goes along with its part.
 */
export const caseDocument = defineRecord({
  name: 'caseDocument',
  table: 'case_document',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Paper', bn: 'কাগজপত্র' },
  fields: {
    kind: {
      kind: 'code',
      from: documentTypes,
      required: true,
      reach: 'agency',
      label: { en: 'What it is', bn: 'কী ধরনের কাগজ' },
    },
    issuedOn: { kind: 'day', reach: 'agency', label: { en: 'Date on it', bn: 'কাগজে লেখা তারিখ' } },
    words: {
      kind: 'text',
      most: 500,
      lines: true,
      reach: 'sealed',
      label: { en: 'What it says', bn: 'কী লেখা আছে' },
    },
    goesAlong: {
      kind: 'yesNo',
      required: true,
      reach: 'agency',
      label: {
        en: 'Those who may read this part may read it too',
        bn: 'এই অংশ যাঁরা দেখতে পারেন, তাঁরা কাগজটিও দেখতে পারেন',
      },
    },
  },
  sections: {
    paper: { label: { en: 'Paper', bn: 'কাগজপত্র' }, asks: ['kind', 'issuedOn', 'words', 'goesAlong'] },
  },
  list: ['kind', 'issuedOn'],
})

export type CaseDocument = Values<typeof caseDocument>
