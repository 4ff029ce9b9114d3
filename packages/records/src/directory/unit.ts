import { defineRecord, type Values } from '../kit/record.ts'

/** A team, not a whole organisation: the smallest group that holds a key together. */
export const unit = defineRecord({
  name: 'unit',
  table: 'unit',
  of: 'organisation',
  part: null,
  many: true,
  label: { en: 'Unit', bn: 'ইউনিট' },
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
    district: { kind: 'place', reach: 'open', erasure: 'keep', label: { en: 'District', bn: 'জেলা' } },
    active: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Active', bn: 'সক্রিয়' } },
  },
  sections: {
    unit: { label: { en: 'Unit', bn: 'ইউনিট' }, asks: ['nameEn', 'nameBn', 'district', 'active'] },
  },
  list: ['nameEn', 'district'],
})

export type Unit = Values<typeof unit>
