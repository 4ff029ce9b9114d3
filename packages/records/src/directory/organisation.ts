import { organisationTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../kit/record.ts'

/** An agency that works on cases, commands units and employs the people with accounts. */
export const organisation = defineRecord({
  name: 'organisation',
  table: 'organisation',
  of: 'node',
  part: null,
  many: true,
  label: { en: 'Organisation', bn: 'সংস্থা' },
  fields: {
    nameEn: {
      kind: 'text',
      most: 200,
      required: true,
      reach: 'open',
      erasure: 'keep',
      label: { en: 'Name in English', bn: 'ইংরেজি নাম' },
    },
    nameBn: {
      kind: 'text',
      most: 200,
      required: true,
      reach: 'open',
      erasure: 'keep',
      label: { en: 'Name in Bangla', bn: 'বাংলা নাম' },
    },
    type: {
      kind: 'code',
      from: organisationTypes,
      required: true,
      reach: 'open',
      erasure: 'keep',
      label: { en: 'Type', bn: 'ধরন' },
    },
    district: {
      kind: 'place',
      reach: 'open',
      erasure: 'keep',
      label: { en: 'District of the office', bn: 'কার্যালয়ের জেলা' },
    },
    phone: { kind: 'phone', reach: 'open', label: { en: 'Office phone', bn: 'কার্যালয়ের ফোন' } },
    active: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Active', bn: 'সক্রিয়' } },
  },
  sections: {
    organisation: {
      label: { en: 'Organisation', bn: 'সংস্থা' },
      asks: ['nameEn', 'nameBn', 'type', 'district', 'phone', 'active'],
    },
  },
  list: ['nameEn', 'type', 'district'],
})

export type Organisation = Values<typeof organisation>
