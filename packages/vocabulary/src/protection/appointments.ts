import { defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** Where an appointment with a survivor is held. No address is written down. */
export const appointmentPlaces = defineCodes('setu:appointment-place', '2026-11', [
  { code: 'ourOffice', en: 'At our office', bn: 'আমাদের অফিসে' },
  { code: 'otherOffice', en: 'At another office', bn: 'অন্য একটি অফিসে' },
  { code: 'agreedPlace', en: 'At the place that was agreed on', bn: 'আগে ঠিক করা জায়গায়' },
  { code: 'telephone', en: 'By telephone', bn: 'ফোনে' },
  { code: 'visit', en: 'Where the survivor is', bn: 'তিনি যেখানে আছেন সেখানে' },
])

/** What a survivor says to an appointment. */
export const appointmentAnswers = defineCodes('setu:appointment-answer', '2026-11', [
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'anotherDay', en: 'Another day', bn: 'অন্য দিন' },
  { code: 'no', en: 'No', bn: 'না' },
])

/** Why an appointment did not come about. */
export const appointmentReasons = defineCodes('setu:appointment-not-kept', '2026-11', [
  { code: 'didNotCome', en: 'The person did not come, or did not answer', bn: 'আসেননি বা সাড়া দেননি' },
  { code: 'survivorWishes', en: 'The survivor does not want it', bn: 'সারভাইভার চান না' },
  { code: 'notSafe', en: 'It was not safe', bn: 'নিরাপদ ছিল না' },
  { code: 'ourSide', en: 'We could not', bn: 'আমাদের পক্ষে সম্ভব হয়নি' },
  { code: 'notNeeded', en: 'It is not needed any more', bn: 'আর প্রয়োজন নেই' },
])

/** How an appointment stands. */
export const appointmentStates = defineCodes('setu:appointment-state', '2026-11', [
  { code: 'proposed', en: 'Proposed', bn: 'প্রস্তাবিত' },
  { code: 'agreed', en: 'Agreed', bn: 'ঠিক হয়েছে' },
  { code: 'kept', en: 'Kept', bn: 'হয়েছে' },
  { code: 'missed', en: 'Missed', bn: 'হয়নি' },
  { code: 'moved', en: 'Moved to another day', bn: 'অন্য দিনে নেওয়া হয়েছে' },
  { code: 'cancelled', en: 'Cancelled', bn: 'বাতিল' },
])

const by = ['own', 'supervise'] as const
const kept = { to: 'kept', en: 'We met', bn: 'দেখা হয়েছে', by } as const
const moved = { to: 'moved', en: 'Take another day', bn: 'অন্য দিন নিন', by, asks: ['newAt'] } as const
const cancelled = { to: 'cancelled', en: 'Cancel it', bn: 'বাতিল করুন', by, asks: ['whyNot'] } as const

/** The steps of an appointment. A survivor who is not ready is asked for another day; nobody has to come. */
export const appointmentSteps = defineStates({
  list: appointmentStates,
  begins: 'proposed',
  amends: ['proposed', 'agreed'],
  steps: [
    { from: 'proposed', to: 'agreed', en: 'The survivor agrees', bn: 'সারভাইভার রাজি', by },
    { from: 'proposed', ...kept },
    { from: 'proposed', ...moved },
    { from: 'proposed', ...cancelled },
    { from: 'agreed', ...kept },
    { from: 'agreed', to: 'missed', en: 'We did not meet', bn: 'দেখা হয়নি', by, asks: ['whyNot'] },
    { from: 'agreed', ...moved },
    { from: 'agreed', ...cancelled },
  ],
})
