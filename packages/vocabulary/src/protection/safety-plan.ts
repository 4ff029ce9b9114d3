import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** How a safety plan stands. One in force is never changed silently: the next one takes its place. */
export const safetyPlanStates = defineCodes('setu:safety-plan-state', '2026-01', [
  { code: 'draft', en: 'Being made', bn: 'তৈরি হচ্ছে' },
  { code: 'inForce', en: 'In force', bn: 'কার্যকর' },
  { code: 'replaced', en: 'Replaced', bn: 'নতুন পরিকল্পনা এসেছে' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a safety plan. */
export const safetyPlanSteps = defineStates({
  list: safetyPlanStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'inForce',
      en: 'Put the plan in force',
      bn: 'পরিকল্পনা কার্যকর করুন',
      by: ['own', 'supervise'],
      asks: ['agreedOn', 'keptBy'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: ['own', 'supervise'] },
    {
      from: 'inForce',
      to: 'replaced',
      en: 'Set the plan aside',
      bn: 'পরিকল্পনা সরিয়ে রাখুন',
      by: ['own', 'supervise'],
    },
  ],
})

/** Where the person keeps the plan. Paper that the wrong person finds is a danger of its own. */
export const safetyPlanCopies = defineCodes('setu:safety-plan-copy', '2026-01', [
  { code: 'memory', en: 'In memory; nothing is written', bn: 'মনে রেখেছেন; লেখা কিছু নেই' },
  { code: 'hidden', en: 'A copy in a safe place', bn: 'নিরাপদ জায়গায় একটি কপি' },
  { code: 'trusted', en: 'With somebody trusted', bn: 'বিশ্বস্ত কারও কাছে' },
  { code: 'agency', en: 'With us only', bn: 'শুধু আমাদের কাছে' },
])

/** Where the person keeps the plan. */
export type SafetyPlanCopy = CodeOf<typeof safetyPlanCopies>
