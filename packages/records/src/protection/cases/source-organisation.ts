import { htcdsOrganisationTypes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** The organisation that an imported file speaks of. It is a remark in a file, not an entry of the directory. */
export const sourceOrganisation = defineRecord({
  name: 'sourceOrganisation',
  table: 'source_organisation',
  of: 'case',
  part: 'narrative',
  many: false,
  label: { en: 'Organisation in the imported file', bn: 'আমদানি করা ফাইলের সংস্থা' },
  fields: {
    name: { kind: 'text', most: 200, reach: 'sealed', htcds: 'org_Name', label: { en: 'Name', bn: 'নাম' } },
    type: {
      kind: 'code',
      from: htcdsOrganisationTypes,
      reach: 'agency',
      erasure: 'keep',
      htcds: 'org_Type',
      label: { en: 'Type', bn: 'ধরন' },
    },
    street: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      htcds: 'org_ShippingStreet',
      label: { en: 'Street', bn: 'রাস্তা' },
    },
    city: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'org_ShippingCity',
      label: { en: 'City', bn: 'শহর' },
    },
    state: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'org_ShippingState',
      label: { en: 'State or district', bn: 'রাজ্য বা জেলা' },
    },
    postalCode: {
      kind: 'text',
      most: 40,
      reach: 'sealed',
      htcds: 'org_ShippingPostalCode',
      label: { en: 'Postal code', bn: 'ডাক কোড' },
    },
    country: {
      kind: 'country',
      reach: 'sealed',
      htcds: 'org_ShippingCountry',
      label: { en: 'Country', bn: 'দেশ' },
    },
    latitude: {
      kind: 'number',
      least: -90,
      most: 90,
      decimals: true,
      reach: 'sealed',
      htcds: 'org_ShippingLatitude',
      label: { en: 'Latitude', bn: 'অক্ষাংশ' },
    },
    longitude: {
      kind: 'number',
      least: -180,
      most: 180,
      decimals: true,
      reach: 'sealed',
      htcds: 'org_ShippingLongitude',
      label: { en: 'Longitude', bn: 'দ্রাঘিমাংশ' },
    },
    phone: { kind: 'phone', reach: 'sealed', htcds: 'org_Phone', label: { en: 'Phone', bn: 'ফোন' } },
  },
  sections: {
    organisation: {
      label: { en: 'Organisation', bn: 'সংস্থা' },
      asks: [
        'name',
        'type',
        'phone',
        'street',
        'city',
        'state',
        'postalCode',
        'country',
        'latitude',
        'longitude',
      ],
    },
  },
  list: ['type'],
})

export type SourceOrganisation = Values<typeof sourceOrganisation>
