import { serviceTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../kit/record.ts'

/** A service that a unit offers, to whom and where. The address of a shelter is kept apart, sealed. */
export const serviceOffer = defineRecord({
  name: 'serviceOffer',
  table: 'service_offer',
  of: 'organisation',
  part: null,
  many: true,
  label: { en: 'Service', bn: 'সেবা' },
  fields: {
    unit: { kind: 'link', to: 'unit', required: true, reach: 'open', label: { en: 'Unit', bn: 'ইউনিট' } },
    service: {
      kind: 'code',
      from: serviceTypes,
      required: true,
      reach: 'open',
      erasure: 'keep',
      label: { en: 'Service', bn: 'সেবা' },
    },
    women: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Women', bn: 'নারী' } },
    men: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Men', bn: 'পুরুষ' } },
    girls: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Girls', bn: 'মেয়েশিশু' } },
    boys: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Boys', bn: 'ছেলেশিশু' } },
    places: {
      kind: 'number',
      least: 0,
      most: 10_000,
      reach: 'agency',
      label: { en: 'Places in all', bn: 'মোট স্থান' },
    },
    free: {
      kind: 'number',
      least: 0,
      most: 10_000,
      reach: 'shared',
      label: { en: 'Places free now', bn: 'এখন খালি স্থান' },
    },
    active: { kind: 'yesNo', required: true, reach: 'open', label: { en: 'Offered now', bn: 'এখন চালু আছে' } },
  },
  sections: {
    service: {
      label: { en: 'Service', bn: 'সেবা' },
      asks: ['unit', 'service', 'women', 'men', 'girls', 'boys', 'places', 'free', 'active'],
    },
  },
  list: ['service', 'unit', 'free'],
})

export type ServiceOffer = Values<typeof serviceOffer>
