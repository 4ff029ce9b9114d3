import { type CodeOf, defineCodes } from '../codes.ts'
import { mayBecome, type Transitions } from '../transitions.ts'

/** How far one organisation's request to another has come. */
export const referralStates = defineCodes('setu:referral-state', '2026-01', [
  { code: 'draft', en: 'Draft', bn: 'খসড়া', phase: 'preparing' },
  { code: 'consentChecked', en: 'Consent checked', bn: 'সম্মতি যাচাই হয়েছে', phase: 'preparing' },
  { code: 'sent', en: 'Sent', bn: 'পাঠানো হয়েছে', phase: 'waiting' },
  { code: 'acknowledged', en: 'Received', bn: 'প্রাপ্তি স্বীকার হয়েছে', phase: 'waiting' },
  { code: 'accepted', en: 'Accepted', bn: 'গৃহীত', phase: 'working' },
  { code: 'declined', en: 'Declined', bn: 'গ্রহণ করা হয়নি', phase: 'over' },
  { code: 'expired', en: 'Expired without an answer', bn: 'উত্তর ছাড়া মেয়াদ শেষ', phase: 'over' },
  { code: 'serviceStarted', en: 'Service started', bn: 'সেবা শুরু হয়েছে', phase: 'working' },
  { code: 'completed', en: 'Completed', bn: 'সেবা সম্পন্ন', phase: 'over' },
  { code: 'partlyCompleted', en: 'Partly completed', bn: 'সেবা আংশিক সম্পন্ন', phase: 'over' },
  { code: 'notReached', en: 'Person not reached', bn: 'ব্যক্তির সঙ্গে যোগাযোগ হয়নি', phase: 'over' },
  { code: 'withdrawnBySurvivor', en: 'Withdrawn by the survivor', bn: 'সারভাইভার প্রত্যাহার করেছেন', phase: 'over' },
  { code: 'recalled', en: 'Recalled by the sender', bn: 'প্রেরক ফিরিয়ে নিয়েছেন', phase: 'over' },
  { code: 'feedbackClosed', en: 'Closed with feedback', bn: 'ফলাফল জেনে সমাপ্ত', phase: 'over' },
])

/** A state of a referral. */
export type ReferralState = CodeOf<typeof referralStates>

/**
 * What may follow each state of a referral.
 *
 * The survivor may withdraw and the sender recall at every step until the service has ended. A refusal is
 * final: a new need is a new referral.
 */
export const referralTransitions: Transitions<ReferralState> = {
  draft: ['consentChecked', 'withdrawnBySurvivor', 'recalled'],
  consentChecked: ['draft', 'sent', 'withdrawnBySurvivor', 'recalled'],
  sent: ['acknowledged', 'accepted', 'declined', 'expired', 'withdrawnBySurvivor', 'recalled'],
  acknowledged: ['accepted', 'declined', 'expired', 'withdrawnBySurvivor', 'recalled'],
  accepted: ['serviceStarted', 'notReached', 'withdrawnBySurvivor', 'recalled'],
  serviceStarted: ['completed', 'partlyCompleted', 'notReached', 'withdrawnBySurvivor', 'recalled'],
  declined: ['feedbackClosed'],
  expired: ['feedbackClosed'],
  completed: ['feedbackClosed'],
  partlyCompleted: ['feedbackClosed'],
  notReached: ['feedbackClosed'],
  withdrawnBySurvivor: ['feedbackClosed'],
  recalled: ['feedbackClosed'],
  feedbackClosed: [],
}

/** Whether a referral in one state may go to another. */
export function referralMayBecome(from: ReferralState, to: ReferralState): boolean {
  return mayBecome(referralTransitions, from, to)
}

/** How soon a referral must be answered. */
export const urgencies = defineCodes('setu:urgency', '2026-01', [
  { code: 'emergency', en: 'Emergency: danger to life, or a child alone', bn: 'জরুরি: প্রাণের ঝুঁকি বা একা শিশু' },
  { code: 'urgent', en: 'Urgent: shelter, crisis or a legal deadline', bn: 'দ্রুত: আশ্রয়, সংকট বা আইনি সময়সীমা' },
  { code: 'standard', en: 'Standard', bn: 'সাধারণ' },
])

/** How soon a referral must be answered. */
export type Urgency = CodeOf<typeof urgencies>

/** Why an organisation cannot take a referral. None of them is about the survivor's worth or story. */
export const declineReasons = defineCodes('setu:decline-reason', '2026-01', [
  { code: 'full', en: 'No place free', bn: 'জায়গা খালি নেই' },
  { code: 'outOfMandate', en: 'Outside what we do', bn: 'আমাদের কাজের আওতার বাইরে' },
  { code: 'outOfArea', en: 'Outside our area', bn: 'আমাদের এলাকার বাইরে' },
  { code: 'sexOrAgePolicy', en: 'We cannot take this sex or age', bn: 'এই লিঙ্গ বা বয়সের জন্য আমাদের ব্যবস্থা নেই' },
  { code: 'safety', en: 'It would not be safe here', bn: 'এখানে নিরাপদ হবে না' },
  { code: 'noFunds', en: 'No funds', bn: 'অর্থের সংস্থান নেই' },
  { code: 'conflictOfInterest', en: 'Conflict of interest', bn: 'স্বার্থের সংঘাত' },
])

/** Why an organisation cannot take a referral. */
export type DeclineReason = CodeOf<typeof declineReasons>

/** Why a case is referred, in the words of HTCDS. */
export const referralReasons = defineCodes('htcds:cas_ReasonForReferral', '2.0', [
  {
    code: 'AdditionalServicesRequired',
    en: 'Further services are needed',
    bn: 'আরও সেবা প্রয়োজন',
    htcds: 'AdditionalServicesRequired',
  },
  {
    code: 'MigrationOrChangeOfLocation',
    en: 'The person is moving',
    bn: 'ব্যক্তি স্থান পরিবর্তন করছেন',
    htcds: 'MigrationOrChangeOfLocation',
  },
  { code: 'Other', en: 'Another reason', bn: 'অন্য কারণ', htcds: 'Other' },
])

/** Why a case is referred, in the words of HTCDS. */
export type ReferralReason = CodeOf<typeof referralReasons>
