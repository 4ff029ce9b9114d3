import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** How the survivor agreed to a plan. A plan that they decline is no plan, and stands as declined. */
export const planAgreements = defineCodes('setu:plan-agreement', '2026-01', [
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'withChanges', en: 'Yes, with changes', bn: 'হ্যাঁ, পরিবর্তনসহ' },
])

/** How the survivor agreed to a plan. */
export type PlanAgreement = CodeOf<typeof planAgreements>

/** How a service plan stands. One that was agreed to is never changed silently: the next one takes its place. */
export const servicePlanStates = defineCodes('setu:service-plan-state', '2026-01', [
  { code: 'draft', en: 'Being made', bn: 'তৈরি হচ্ছে' },
  { code: 'agreed', en: 'Agreed with the survivor', bn: 'সারভাইভারের সঙ্গে স্থির' },
  { code: 'approved', en: 'Approved', bn: 'অনুমোদিত' },
  { code: 'declined', en: 'Declined by the survivor', bn: 'সারভাইভার রাজি নন' },
  { code: 'replaced', en: 'Replaced', bn: 'নতুন পরিকল্পনা এসেছে' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a service plan. */
export const servicePlanSteps = defineStates({
  list: servicePlanStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'agreed',
      en: 'The survivor agrees',
      bn: 'সারভাইভার একমত',
      by: ['own', 'supervise'],
      asks: ['agreement', 'answeredOn', 'reviewOn'],
    },
    {
      from: 'draft',
      to: 'declined',
      en: 'The survivor declines',
      bn: 'সারভাইভার রাজি হননি',
      by: ['own', 'supervise'],
      asks: ['answeredOn'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: ['own', 'supervise'] },
    {
      from: 'agreed',
      to: 'approved',
      en: 'Approve the plan',
      bn: 'পরিকল্পনা অনুমোদন করুন',
      by: ['supervise'],
      notBy: ['agreed'],
    },
    {
      from: 'agreed',
      to: 'draft',
      en: 'Send it back',
      bn: 'ফেরত পাঠান',
      by: ['supervise'],
      asks: ['sentBackBecause'],
    },
    {
      from: 'agreed',
      to: 'replaced',
      en: 'Set the plan aside',
      bn: 'পরিকল্পনা সরিয়ে রাখুন',
      by: ['own', 'supervise'],
    },
    {
      from: 'approved',
      to: 'replaced',
      en: 'Set the plan aside',
      bn: 'পরিকল্পনা সরিয়ে রাখুন',
      by: ['own', 'supervise'],
    },
  ],
})

/** How one goal of a plan stands. */
export const goalStates = defineCodes('setu:goal-state', '2026-01', [
  { code: 'proposed', en: 'Proposed', bn: 'প্রস্তাবিত' },
  { code: 'agreed', en: 'Agreed', bn: 'একমত' },
  { code: 'reached', en: 'Reached', bn: 'অর্জিত' },
  { code: 'notReached', en: 'Not reached', bn: 'অর্জিত হয়নি' },
  { code: 'dropped', en: 'Dropped', bn: 'বাদ' },
])

/** The steps of a goal. Goals that are proposed are agreed to together with their plan. */
export const goalSteps = defineStates({
  list: goalStates,
  begins: 'proposed',
  amends: ['proposed'],
  steps: [
    {
      from: 'proposed',
      to: 'agreed',
      en: 'The survivor agrees to it',
      bn: 'সারভাইভার এতে একমত',
      by: ['own', 'supervise'],
    },
    { from: 'proposed', to: 'dropped', en: 'Leave it out', bn: 'বাদ দিন', by: ['own', 'supervise'] },
    {
      from: 'agreed',
      to: 'reached',
      en: 'The goal is reached',
      bn: 'লক্ষ্য অর্জিত হয়েছে',
      by: ['own', 'supervise'],
      asks: ['actualEnd'],
    },
    {
      from: 'agreed',
      to: 'notReached',
      en: 'It will not be reached',
      bn: 'অর্জিত হবে না',
      by: ['own', 'supervise'],
      asks: ['whyNot'],
    },
  ],
})

/** Who does what a goal asks for, or who gave a service. */
export const serviceGivers = defineCodes('setu:service-giver', '2026-01', [
  { code: 'us', en: 'We ourselves', bn: 'আমরা নিজেরা' },
  { code: 'receiver', en: 'An organisation that accepted a referral', bn: 'রেফারেল গ্রহণকারী সংস্থা' },
  { code: 'person', en: 'The survivor', bn: 'সারভাইভার নিজে' },
  { code: 'family', en: 'Family or community', bn: 'পরিবার বা সমাজ' },
])

/** Who does what a goal asks for, or who gave a service. */
export type ServiceGiver = CodeOf<typeof serviceGivers>

/** Why a goal was not reached. None of them is the survivor's fault. */
export const notReachedReasons = defineCodes('setu:goal-not-reached', '2026-01', [
  { code: 'changedMind', en: 'The survivor wishes something else now', bn: 'সারভাইভার এখন অন্য কিছু চান' },
  { code: 'noService', en: 'Nobody offers the service here', bn: 'এখানে কেউ এই সেবা দেয় না' },
  { code: 'noFunds', en: 'No funds', bn: 'অর্থের সংস্থান নেই' },
  { code: 'notSafe', en: 'It would not be safe', bn: 'নিরাপদ হবে না' },
  { code: 'moved', en: 'The survivor moved', bn: 'সারভাইভার অন্যত্র গেছেন' },
  { code: 'other', en: 'Another reason', bn: 'অন্য কারণ' },
])

/** In what a service is counted. */
export const serviceUnits = defineCodes('setu:service-unit', '2026-01', [
  { code: 'session', en: 'Sessions', bn: 'সেশন' },
  { code: 'visit', en: 'Visits', bn: 'সাক্ষাৎ' },
  { code: 'day', en: 'Days', bn: 'দিন' },
  { code: 'month', en: 'Months', bn: 'মাস' },
  { code: 'item', en: 'Things', bn: 'সামগ্রী' },
  { code: 'course', en: 'Courses', bn: 'কোর্স' },
])
