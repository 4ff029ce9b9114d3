import { noteKinds } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** A note in a case. Notes are only ever added; a correction is a further note. The kind decides who may read it. */
export const caseNote = defineRecord({
  name: 'caseNote',
  table: 'case_note',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Note', bn: 'নোট' },
  fields: {
    kind: {
      kind: 'code',
      from: noteKinds,
      required: true,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Kind of note', bn: 'নোটের ধরন' },
    },
    happenedOn: { kind: 'day', required: true, reach: 'agency', label: { en: 'Date', bn: 'তারিখ' } },
    words: {
      kind: 'text',
      most: 10_000,
      lines: true,
      required: true,
      reach: 'sealed',
      htcds: 'cco_CaseComment',
      label: { en: 'Note', bn: 'নোট' },
    },
  },
  sections: { note: { label: { en: 'Note', bn: 'নোট' }, asks: ['kind', 'happenedOn', 'words'] } },
  list: ['kind', 'happenedOn'],
})

export type CaseNote = Values<typeof caseNote>
