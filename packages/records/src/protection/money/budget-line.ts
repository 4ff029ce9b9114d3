import { defineRecord, type Values } from '../../kit/record.ts'

/** A line of a programme or donor that money is paid from. It names no survivor. */
export const budgetLine = defineRecord({
  name: 'budgetLine',
  table: 'budget_line',
  of: 'organisation',
  part: null,
  many: true,
  label: { en: 'Budget line', bn: 'বাজেট খাত' },
  fields: {
    code: { kind: 'text', most: 40, required: true, reach: 'agency', label: { en: 'Code', bn: 'কোড' } },
    nameEn: {
      kind: 'text',
      most: 120,
      required: true,
      reach: 'agency',
      label: { en: 'Name in English', bn: 'ইংরেজি নাম' },
    },
    nameBn: {
      kind: 'text',
      most: 120,
      required: true,
      reach: 'agency',
      label: { en: 'Name in Bangla', bn: 'বাংলা নাম' },
    },
    donor: {
      kind: 'text',
      most: 120,
      reach: 'agency',
      label: { en: 'Programme or donor', bn: 'কর্মসূচি বা দাতা' },
    },
    closedOn: { kind: 'day', reach: 'agency', label: { en: 'Closed on', bn: 'বন্ধের তারিখ' } },
  },
  sections: {
    line: {
      label: { en: 'Line', bn: 'খাত' },
      asks: ['code', 'nameEn', 'nameBn', 'donor', 'closedOn'],
    },
  },
  list: ['code', 'nameEn', 'nameBn', 'donor'],
})

export type BudgetLine = Values<typeof budgetLine>
