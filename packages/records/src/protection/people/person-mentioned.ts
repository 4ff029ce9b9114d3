import { perpetratorRoles } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * Someone whom a survivor or a file names as having had a part in it. Mentioned, never accused: this row
 * feeds no network and expires with the file.
 */
export const personMentioned = defineRecord({
  name: 'personMentioned',
  table: 'person_mentioned',
  of: 'case',
  part: 'narrative',
  many: true,
  label: { en: 'Person mentioned', bn: 'উল্লিখিত ব্যক্তি' },
  fields: {
    roles: {
      kind: 'codes',
      from: perpetratorRoles,
      reach: 'agency',
      htcds: 'per_RoleInProcess',
      label: { en: 'Part in it, as told', bn: 'ভূমিকা, যেমন বলা হয়েছে' },
    },
    details: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'per_RoleDetails',
      label: { en: 'Details', bn: 'বিবরণ' },
    },
    organisation: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'per_Organisation',
      label: { en: 'Organisation', bn: 'প্রতিষ্ঠান' },
    },
  },
  sections: {
    mention: { label: { en: 'As told', bn: 'যেমন বলা হয়েছে' }, asks: ['roles', 'details', 'organisation'] },
  },
  list: ['roles'],
})

export type PersonMentioned = Values<typeof personMentioned>
