import { communicationMeans } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** How a survivor can be reached without putting them in danger. */
export const personContact = defineRecord({
  name: 'personContact',
  table: 'person_contact',
  of: 'case',
  part: 'contact',
  many: false,
  label: { en: 'How to reach the person', bn: 'যোগাযোগের উপায়' },
  fields: {
    safeWay: {
      kind: 'text',
      most: 1000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Safe way to reach', bn: 'যোগাযোগের নিরাপদ উপায়' },
      why: {
        en: 'Who may answer, when, and what must not be said.',
        bn: 'কে ফোন ধরতে পারেন, কখন, আর কী বলা যাবে না।',
      },
    },
    means: {
      kind: 'code',
      from: communicationMeans,
      reach: 'agency',
      label: { en: 'Preferred means', bn: 'পছন্দের মাধ্যম' },
    },
    mayLeaveMessage: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'A message may be left', bn: 'বার্তা রেখে যাওয়া যায়' },
    },
    mobile: {
      kind: 'phone',
      reach: 'sealed',
      htcds: 'prs_MobilePhone',
      label: { en: 'Mobile phone', bn: 'মোবাইল ফোন' },
    },
    homePhone: {
      kind: 'phone',
      reach: 'sealed',
      htcds: 'prs_HomePhone',
      label: { en: 'Other phone', bn: 'অন্য ফোন' },
    },
    email: { kind: 'email', reach: 'sealed', htcds: 'prs_Email', label: { en: 'E-mail', bn: 'ই-মেইল' } },
    street: {
      kind: 'text',
      most: 300,
      reach: 'sealed',
      htcds: 'prs_MailingStreet',
      label: { en: 'Street or village', bn: 'রাস্তা বা গ্রাম' },
    },
    city: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_MailingCity',
      label: { en: 'Town, union or upazila', bn: 'শহর, ইউনিয়ন বা উপজেলা' },
    },
    state: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      htcds: 'prs_MailingState',
      label: { en: 'District or state', bn: 'জেলা বা রাজ্য' },
    },
    postalCode: {
      kind: 'text',
      most: 40,
      reach: 'sealed',
      htcds: 'prs_MailingPostalCode',
      label: { en: 'Postal code', bn: 'ডাক কোড' },
    },
    country: {
      kind: 'country',
      reach: 'sealed',
      htcds: 'prs_MailingCountry',
      label: { en: 'Country', bn: 'দেশ' },
    },
    latitude: {
      kind: 'number',
      least: -90,
      most: 90,
      decimals: true,
      reach: 'sealed',
      htcds: 'prs_MailingLatitude',
      label: { en: 'Latitude', bn: 'অক্ষাংশ' },
    },
    longitude: {
      kind: 'number',
      least: -180,
      most: 180,
      decimals: true,
      reach: 'sealed',
      htcds: 'prs_MailingLongitude',
      label: { en: 'Longitude', bn: 'দ্রাঘিমাংশ' },
    },
  },
  sections: {
    reach: {
      label: { en: 'Safe contact', bn: 'নিরাপদ যোগাযোগ' },
      asks: ['safeWay', 'means', 'mayLeaveMessage', 'mobile', 'homePhone', 'email'],
    },
    address: {
      label: { en: 'Address', bn: 'ঠিকানা' },
      asks: ['street', 'city', 'state', 'postalCode', 'country', 'latitude', 'longitude'],
    },
  },
  list: ['means'],
})

export type PersonContact = Values<typeof personContact>
