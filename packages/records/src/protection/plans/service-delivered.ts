import { serviceGivers, serviceTypes, serviceUnits } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** A service that was given: which, on what day, how much of it, by whom, and towards which goal. */
export const serviceDelivered = defineRecord({
  name: 'serviceDelivered',
  table: 'service_delivered',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  many: true,
  label: { en: 'Service given', bn: 'প্রদত্ত সেবা' },
  fields: {
    service: {
      kind: 'code',
      from: serviceTypes,
      required: true,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Service', bn: 'সেবা' },
    },
    deliveredOn: {
      kind: 'day',
      usually: 'today',
      required: true,
      reach: 'shared',
      label: { en: 'Day', bn: 'তারিখ' },
    },
    goal: {
      kind: 'link',
      to: 'supportPlan',
      reach: 'agency',
      label: { en: 'Towards the goal', bn: 'যে লক্ষ্যের জন্য' },
    },
    giver: {
      kind: 'code',
      from: serviceGivers,
      reach: 'shared',
      erasure: 'keep',
      label: { en: 'Given by', bn: 'কে দিয়েছেন' },
    },
    quantity: {
      kind: 'number',
      least: 0,
      most: 100_000,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'How many', bn: 'কতটি' },
    },
    unit: {
      kind: 'code',
      from: serviceUnits,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Counted in', bn: 'একক' },
    },
    cost: {
      kind: 'number',
      least: 0,
      most: 100_000_000,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Cost in taka, if known', bn: 'খরচ (টাকা), জানা থাকলে' },
    },
    words: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'How it went', bn: 'কেমন হলো' },
    },
  },
  sections: {
    given: {
      label: { en: 'What was given', bn: 'কী দেওয়া হয়েছে' },
      asks: ['service', 'deliveredOn', 'goal', 'giver', 'quantity', 'unit', 'cost', 'words'],
    },
  },
  list: ['service', 'deliveredOn', 'giver', 'quantity'],
})

export type ServiceDelivered = Values<typeof serviceDelivered>
