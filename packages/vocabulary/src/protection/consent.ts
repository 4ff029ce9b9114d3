import { type CodeOf, defineCodes } from '../codes.ts'
import type { TimeAllowed } from '../directory/calendar.ts'
import { addDays, addMonths, type PlainDate } from '../plain-date.ts'
import type { KindOfWork, Part } from './parts.ts'

/**
 * What a survivor may agree to, one by one. Nothing is agreed to until they say so, and a refusal never
 * means less help. `recipient` says that the consent names whom; `child` that a child may be asked at all.
 */
export const consentPurposes = defineCodes('setu:consent-purpose', '2026-01', [
  { code: 'services', en: 'Receive services', bn: 'সেবা নেওয়া', recipient: false, child: true },
  {
    code: 'storeIdentity',
    en: 'Keep my name and identity',
    bn: 'আমার নাম ও পরিচয় সংরক্ষণ',
    recipient: false,
    child: true,
  },
  { code: 'contact', en: 'Contact me', bn: 'আমার সঙ্গে যোগাযোগ', recipient: false, child: true },
  {
    code: 'shareService',
    en: 'Share with a named service',
    bn: 'নির্দিষ্ট সেবাদাতাকে জানানো',
    recipient: true,
    child: true,
  },
  { code: 'sharePolice', en: 'Share with the police', bn: 'পুলিশকে জানানো', recipient: true, child: true },
  {
    code: 'shareLegalAid',
    en: 'Share with legal aid',
    bn: 'আইনি সহায়তাকারীকে জানানো',
    recipient: true,
    child: true,
  },
  {
    code: 'repatriation',
    en: 'Share with repatriation authorities',
    bn: 'প্রত্যাবাসন কর্তৃপক্ষকে জানানো',
    recipient: true,
    child: true,
  },
  {
    code: 'transferCase',
    en: 'Hand my case to another organisation',
    bn: 'আমার কেস অন্য সংস্থার কাছে হস্তান্তর',
    recipient: true,
    child: true,
  },
  {
    code: 'familyContact',
    en: 'Contact my family',
    bn: 'আমার পরিবারের সঙ্গে যোগাযোগ',
    recipient: true,
    child: true,
  },
  {
    code: 'travelPhoto',
    en: 'Photo for a travel document',
    bn: 'ভ্রমণ দলিলের জন্য ছবি',
    recipient: false,
    child: true,
  },
  {
    code: 'statistics',
    en: 'Be counted without my name',
    bn: 'নাম ছাড়া পরিসংখ্যানে গণনা',
    recipient: false,
    child: true,
  },
  { code: 'research', en: 'Research', bn: 'গবেষণা', recipient: true, child: true },
  { code: 'media', en: 'Media', bn: 'গণমাধ্যম', recipient: true, child: false },
  {
    code: 'regionalRegister',
    en: 'Regional count under a random code',
    bn: 'দৈবচয়িত কোডে আঞ্চলিক গণনা',
    recipient: false,
    child: false,
  },
  {
    code: 'survivorVoice',
    en: 'Survivor voice activities',
    bn: 'সারভাইভারদের মতামতমূলক কার্যক্রম',
    recipient: true,
    child: true,
  },
])

/** A purpose a survivor may agree to. */
export type ConsentPurpose = CodeOf<typeof consentPurposes>

/**
 * Purposes for which a survivor names a person or a group that is no office in Setu, and what may at most be told
 * to them. They are named in words; nobody reads a case through it.
 */
export const namedInWords: Readonly<Partial<Record<ConsentPurpose, readonly Part[]>>> = {
  familyContact: ['status', 'contact', 'facts', 'health'],
  research: ['facts', 'protection'],
  media: [],
  survivorVoice: [],
}

/** Where a consent stands. Only `given` opens anything. */
export const consentStatuses = defineCodes('setu:consent-status', '2026-01', [
  { code: 'given', en: 'Given', bn: 'সম্মতি দিয়েছেন' },
  { code: 'refused', en: 'Refused', bn: 'সম্মতি দেননি' },
  { code: 'withdrawn', en: 'Withdrawn', bn: 'সম্মতি প্রত্যাহার করেছেন' },
  { code: 'expired', en: 'Expired', bn: 'মেয়াদ শেষ' },
  { code: 'noneRecorded', en: 'None recorded', bn: 'কোনো সম্মতি নথিভুক্ত নেই' },
])

/** Where a consent stands. */
export type ConsentStatus = CodeOf<typeof consentStatuses>

/** How a consent was given. `witness` says that somebody else must have been present. */
export const consentMedia = defineCodes('setu:consent-medium', '2026-01', [
  { code: 'signature', en: 'Signed', bn: 'স্বাক্ষর', witness: false },
  { code: 'thumbprint', en: 'Thumbprint', bn: 'টিপসই', witness: true },
  { code: 'spoken', en: 'Spoken, with a witness', bn: 'সাক্ষীর সামনে মৌখিক', witness: true },
  { code: 'audio', en: 'Spoken and recorded', bn: 'মৌখিক ও অডিও রেকর্ড', witness: false },
  { code: 'screen', en: 'On the screen', bn: 'পর্দায়', witness: false },
])

/** How a consent was given. */
export type ConsentMedium = CodeOf<typeof consentMedia>

/** What sharing with an office is called among the purposes, by what the office does. */
export const purposeOfWork: Readonly<Record<KindOfWork, ConsentPurpose>> = {
  care: 'shareService',
  livelihood: 'shareService',
  legal: 'shareLegalAid',
  police: 'sharePolice',
  return: 'repatriation',
  none: 'shareService',
}

/** The last day on which a yes may hold; a time in hours ends with the day on which it was given. */
export function lastDayOfConsent({ amount, unit }: TimeAllowed, given: PlainDate): PlainDate {
  if (unit === 'calendarMonths') return addMonths(given, amount)
  return unit === 'hours' ? given : addDays(given, amount)
}
