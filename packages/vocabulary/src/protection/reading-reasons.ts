import { type CodeOf, defineCodes } from '../codes.ts'

/** Why somebody opens a sealed part of a case. The survivor can see it. */
export const readingReasons = defineCodes('setu:reading-reason', '2026-01', [
  { code: 'planningCare', en: 'Planning or giving care', bn: 'সেবা পরিকল্পনা বা প্রদান' },
  { code: 'contacting', en: 'Contacting the person', bn: 'ব্যক্তির সঙ্গে যোগাযোগ' },
  { code: 'safety', en: 'Checking safety', bn: 'নিরাপত্তা যাচাই' },
  { code: 'makingReferral', en: 'Making or answering a referral', bn: 'রেফারেল পাঠানো বা উত্তর দেওয়া' },
  {
    code: 'duplicateCheck',
    en: 'Checking whether there is a case already',
    bn: 'আগে থেকে কেস আছে কি না যাচাই',
  },
  { code: 'documents', en: 'Preparing papers', bn: 'কাগজপত্র প্রস্তুত' },
  { code: 'legalWork', en: 'Legal work', bn: 'আইনি কাজ' },
  { code: 'familyTracing', en: 'Tracing family', bn: 'পরিবারের সন্ধান' },
  { code: 'correction', en: 'Correcting the record', bn: 'তথ্য সংশোধন' },
  { code: 'supervision', en: 'Supervision', bn: 'তত্ত্বাবধান' },
  { code: 'survivorAsked', en: 'The person asked for it', bn: 'ব্যক্তি নিজে চেয়েছেন' },
])

/** Why somebody opens a sealed part. */
export type ReadingReason = CodeOf<typeof readingReasons>

/** Why somebody opens a case that is not on their own caseload. */
export const outsideReasons = defineCodes('setu:outside-reason', '2026-01', [
  { code: 'coveringForColleague', en: 'Covering for a colleague', bn: 'সহকর্মীর বদলে কাজ' },
  { code: 'supervision', en: 'Supervision', bn: 'তত্ত্বাবধান' },
  { code: 'emergency', en: 'Danger to life', bn: 'প্রাণের ঝুঁকি' },
  { code: 'complaint', en: 'Looking into a complaint', bn: 'অভিযোগ খতিয়ে দেখা' },
  { code: 'rightsRequest', en: 'Answering the person’s own request', bn: 'ব্যক্তির নিজের অনুরোধের উত্তর' },
  { code: 'courtOrder', en: 'Court order', bn: 'আদালতের আদেশ' },
  { code: 'dataProtection', en: 'Data-protection review', bn: 'উপাত্ত সুরক্ষা পর্যালোচনা' },
  { code: 'duplicateCheck', en: 'Checking for the same case twice', bn: 'একই কেস দুবার আছে কি না যাচাই' },
])

/** Why somebody opens a case not their own. */
export type OutsideReason = CodeOf<typeof outsideReasons>

/** Why somebody must see a case at once that is not theirs to see. */
export const emergencyReasons = defineCodes('setu:emergency-reason', '2026-01', [
  { code: 'dangerToLife', en: 'Danger to life', bn: 'প্রাণের ঝুঁকি' },
  { code: 'childInDanger', en: 'A child in danger', bn: 'শিশু বিপদে' },
  { code: 'hurtOrIll', en: 'Badly hurt or ill', bn: 'গুরুতর আহত বা অসুস্থ' },
  { code: 'missing', en: 'Gone missing', bn: 'নিখোঁজ' },
  { code: 'takenAgain', en: 'May be taken again right now', bn: 'এখনই আবার পাচারের আশঙ্কা' },
])

/** Why somebody asks for emergency access. */
export type EmergencyReason = CodeOf<typeof emergencyReasons>

/** Why the keys of a case are renewed. */
export const renewalReasons = defineCodes('setu:renewal-reason', '2026-01', [
  {
    code: 'keyMayBeKnown',
    en: 'Somebody may have a key who should not',
    bn: 'যাঁর থাকার কথা নয় তাঁর কাছে চাবি থাকতে পারে',
  },
  { code: 'deviceLost', en: 'A device was lost or taken', bn: 'কোনো যন্ত্র হারিয়েছে বা খোয়া গেছে' },
  { code: 'colleagueLeft', en: 'A colleague left', bn: 'একজন সহকর্মী চলে গেছেন' },
  { code: 'usual', en: 'It is time again', bn: 'নিয়মিত নবায়ন' },
])

/** Why somebody renews the keys of a case. */
export type RenewalReason = CodeOf<typeof renewalReasons>

/** Why a case is erased. */
export const erasureReasons = defineCodes('setu:erasure-reason', '2026-01', [
  { code: 'survivorsWish', en: 'The person wishes it', bn: 'ব্যক্তি নিজে চান' },
  { code: 'retentionOver', en: 'The time for keeping it is over', bn: 'সংরক্ষণের মেয়াদ শেষ' },
  { code: 'courtOrder', en: 'Court order', bn: 'আদালতের আদেশ' },
  { code: 'openedByMistake', en: 'Opened by mistake', bn: 'ভুল করে খোলা' },
])

/** Why somebody asks for a case to be erased. */
export type ErasureReason = CodeOf<typeof erasureReasons>
