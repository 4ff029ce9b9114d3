import { traffickingEventTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** Recruitment, transit or exploitation at one place and time: the legs of a journey. */
export const traffickingEvent = defineRecord({
  name: 'traffickingEvent',
  table: 'trafficking_event',
  of: 'case',
  part: 'facts',
  many: true,
  label: { en: 'Recruitment, transit, exploitation', bn: 'সংগ্রহ, পথ, শোষণ' },
  fields: {
    type: {
      kind: 'code',
      from: traffickingEventTypes,
      reach: 'shared',
      erasure: 'keep',
      htcds: 'hte_Type',
      label: { en: 'What happened', bn: 'কী ঘটেছিল' },
    },
    happened: {
      kind: 'partialDate',
      reach: 'shared',
      erasure: 'coarsen',
      htcds: 'hte_Date',
      label: { en: 'When, as far as known', bn: 'কখন, যতটুকু জানা আছে' },
    },
    country: {
      kind: 'country',
      reach: 'shared',
      erasure: 'keep',
      htcds: 'hte_Country',
      label: { en: 'Country', bn: 'দেশ' },
    },
    state: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'hte_State',
      label: { en: 'State or district', bn: 'রাজ্য বা জেলা' },
    },
    city: { kind: 'text', most: 200, reach: 'sealed', htcds: 'hte_City', label: { en: 'Town', bn: 'শহর' } },
    street: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      htcds: 'hte_Street',
      label: { en: 'Street', bn: 'রাস্তা' },
    },
    postalCode: {
      kind: 'text',
      most: 40,
      reach: 'sealed',
      htcds: 'hte_PostalCode',
      label: { en: 'Postal code', bn: 'ডাক কোড' },
    },
    latitude: {
      kind: 'number',
      least: -90,
      most: 90,
      decimals: true,
      reach: 'sealed',
      htcds: 'hte_Latitude',
      label: { en: 'Latitude', bn: 'অক্ষাংশ' },
    },
    longitude: {
      kind: 'number',
      least: -180,
      most: 180,
      decimals: true,
      reach: 'sealed',
      htcds: 'hte_Longitude',
      label: { en: 'Longitude', bn: 'দ্রাঘিমাংশ' },
    },
    description: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      htcds: 'hte_Description',
      label: { en: 'What the person told', bn: 'ব্যক্তি যা বলেছেন' },
    },
  },
  sections: {
    event: {
      label: { en: 'What, when, where', bn: 'কী, কখন, কোথায়' },
      asks: ['type', 'happened', 'country', 'state', 'city', 'street', 'postalCode', 'latitude', 'longitude'],
    },
    told: { label: { en: 'In words', bn: 'কথায়' }, asks: ['description'] },
  },
  list: ['type', 'happened', 'country'],
})

export type TraffickingEvent = Values<typeof traffickingEvent>
