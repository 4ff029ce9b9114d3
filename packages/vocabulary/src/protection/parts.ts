import { type CodeOf, defineCodes } from '../codes.ts'

/** The parts of a case. Consent, reading and keys go by part, never by whole file. */
export const parts = defineCodes('setu:part', '2026-01', [
  {
    code: 'identity',
    en: 'Names, photo and identity papers',
    bn: 'নাম, ছবি ও পরিচয়পত্র',
    sealed: true,
    reason: true,
  },
  {
    code: 'contact',
    en: 'Phone, address and safe ways to reach',
    bn: 'ফোন, ঠিকানা ও নিরাপদ যোগাযোগের উপায়',
    sealed: true,
    reason: true,
  },
  {
    code: 'facts',
    en: 'Coded facts: age band, sex, nationality, what happened and where',
    bn: 'সাংকেতিক তথ্য: বয়সসীমা, লিঙ্গ, জাতীয়তা, কী ঘটেছে ও কোথায়',
    sealed: false,
    reason: false,
  },
  {
    code: 'protection',
    en: 'Risks, needs and services',
    bn: 'ঝুঁকি, চাহিদা ও সেবা',
    sealed: false,
    reason: false,
  },
  {
    code: 'narrative',
    en: 'Safety plan, notes and the survivor’s own words',
    bn: 'নিরাপত্তা পরিকল্পনা, নোট ও সারভাইভারের নিজের কথা',
    sealed: true,
    reason: false,
  },
  { code: 'family', en: 'Family particulars for tracing', bn: 'পরিবার খোঁজার তথ্য', sealed: true, reason: true },
  {
    code: 'health',
    en: 'Medical and psychosocial care',
    bn: 'চিকিৎসা ও মনোসামাজিক সেবা',
    sealed: true,
    reason: true,
  },
  {
    code: 'legal',
    en: 'Legal advice, statements and compensation',
    bn: 'আইনি পরামর্শ, জবানবন্দি ও ক্ষতিপূরণ',
    sealed: true,
    reason: true,
  },
  {
    code: 'status',
    en: 'State, deadlines and counts',
    bn: 'অবস্থা, সময়সীমা ও সংখ্যা',
    sealed: false,
    reason: false,
  },
  { code: 'trail', en: 'Who looked at this case', bn: 'কে এই কেস দেখেছেন', sealed: false, reason: false },
])

/**
 * A part of a case. In the list, `sealed` parts are encrypted under a key of their own, and reading a part
 * marked `reason` carries a reason that the survivor can see.
 */
export type Part = CodeOf<typeof parts>

/** What somebody is to a case. Who may see which part depends on it, never on rank. */
export const relations = defineCodes('setu:relation', '2026-01', [
  { code: 'own', en: 'Works on this case', bn: 'এই কেসে কাজ করেন' },
  { code: 'supervise', en: 'Supervises this case', bn: 'এই কেস তত্ত্বাবধান করেন' },
  { code: 'office', en: 'Same organisation', bn: 'একই সংস্থার কর্মী' },
  { code: 'named', en: 'Accepted a referral', bn: 'রেফারেল গ্রহণ করেছেন' },
  { code: 'offered', en: 'Has a referral to answer', bn: 'যাঁর কাছে রেফারেলের উত্তর অপেক্ষমাণ' },
  { code: 'linked', en: 'Works on the criminal case', bn: 'সংশ্লিষ্ট মামলায় কাজ করেন' },
  { code: 'repatriating', en: 'Repatriation desk', bn: 'প্রত্যাবাসন ডেস্ক' },
  { code: 'verifying', en: 'Verifies home and nationality', bn: 'ঠিকানা ও নাগরিকত্ব যাচাই করেন' },
  { code: 'emergency', en: 'Emergency access', bn: 'জরুরি প্রবেশাধিকার' },
  { code: 'compelled', en: 'Court order or legal duty', bn: 'আদালতের আদেশ বা আইনি বাধ্যবাধকতা' },
  { code: 'self', en: 'The survivor', bn: 'সারভাইভার নিজে' },
  { code: 'stranger', en: 'Nobody to this case', bn: 'এই কেসের সঙ্গে সম্পর্ক নেই' },
])

/** What somebody is to a case. */
export type Relation = CodeOf<typeof relations>

/** The kinds of work organisations do. An organisation is never sent a part its kind of work has no use for. */
export const kindsOfWork = defineCodes('setu:kind-of-work', '2026-01', [
  { code: 'care', en: 'Care: health, shelter, psychosocial', bn: 'যত্ন: স্বাস্থ্য, আশ্রয়, মনোসামাজিক' },
  { code: 'legal', en: 'Legal aid', bn: 'আইনি সহায়তা' },
  { code: 'police', en: 'Police and investigation', bn: 'পুলিশ ও তদন্ত' },
  { code: 'livelihood', en: 'Livelihood, training, education', bn: 'জীবিকা, প্রশিক্ষণ, শিক্ষা' },
  { code: 'return', en: 'Return and repatriation', bn: 'ফেরা ও প্রত্যাবাসন' },
  { code: 'none', en: 'No work with survivors', bn: 'সারভাইভারদের সঙ্গে কাজ নেই' },
])

/** A kind of work an organisation does. */
export type KindOfWork = CodeOf<typeof kindsOfWork>

/**
 * The parts that the survivor can be asked to share with each kind of work: the most there can be, whatever
 * a form or a setting says. Nobody outside the owning organisation is sent the protection narrative.
 */
export const shareableParts: Readonly<Record<KindOfWork, readonly Part[]>> = {
  care: ['identity', 'contact', 'facts', 'protection', 'health'],
  legal: ['identity', 'contact', 'facts', 'health', 'legal'],
  police: ['identity', 'facts'],
  livelihood: ['identity', 'contact'],
  return: ['identity', 'facts'],
  none: [],
}

const askedInEmergency: readonly Part[] = ['identity', 'contact', 'protection', 'health']

/** What each kind of work can ask for in an emergency: never more than it may ever see. */
export function emergencyParts(work: KindOfWork): readonly Part[] {
  return work === 'care' || work === 'police'
    ? shareableParts[work].filter((part) => askedInEmergency.includes(part))
    : []
}

/** The longest that an emergency access lasts, in hours. */
export const emergencyHours = 4
