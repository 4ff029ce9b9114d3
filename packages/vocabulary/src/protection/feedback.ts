import { defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** What a survivor says of how they were met, when a case is about to end. Nothing depends on it. */
export const feedbackLevels = defineCodes('setu:feedback-level', '2026-01', [
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'partly', en: 'Partly', bn: 'আংশিক' },
  { code: 'no', en: 'No', bn: 'না' },
  { code: 'notWished', en: 'Did not wish to answer', bn: 'উত্তর দিতে চাননি' },
])

/** Why nobody asks a survivor what they think of us. */
export const feedbackNotAsked = defineCodes('setu:feedback-not-asked', '2026-01', [
  { code: 'notSafe', en: 'It would not be safe', bn: 'নিরাপদ হবে না' },
  { code: 'notReached', en: 'The person could not be reached', bn: 'ব্যক্তির সঙ্গে যোগাযোগ হয়নি' },
  { code: 'died', en: 'The person died', bn: 'ব্যক্তি মারা গেছেন' },
])

/** How an invitation to say something of us stands. */
export const feedbackStates = defineCodes('setu:feedback-state', '2026-01', [
  { code: 'invited', en: 'Invited', bn: 'মতামত চাওয়া হয়েছে' },
  { code: 'answered', en: 'Answered', bn: 'মতামত দিয়েছেন' },
  { code: 'declined', en: 'Declined', bn: 'দিতে চাননি' },
  { code: 'notAsked', en: 'Not asked', bn: 'জিজ্ঞাসা করা হয়নি' },
])

/** The steps of feedback. It is never the caseworker who writes the answer down: nobody says of somebody to their face. */
export const feedbackSteps = defineStates({
  list: feedbackStates,
  begins: 'invited',
  amends: [],
  steps: [
    {
      from: 'invited',
      to: 'answered',
      en: 'Write the answer down',
      bn: 'মতামত লিখুন',
      by: ['supervise'],
      asks: ['heardOn', 'respected', 'helped', 'informed', 'complains'],
      takes: ['wouldChange'],
    },
    {
      from: 'invited',
      to: 'declined',
      en: 'The survivor declines',
      bn: 'সারভাইভার চান না',
      by: ['own', 'supervise'],
    },
    {
      from: 'invited',
      to: 'notAsked',
      en: 'The survivor is not asked',
      bn: 'জিজ্ঞাসা করা হবে না',
      by: ['own', 'supervise'],
      asks: ['whyNotAsked'],
    },
  ],
})
