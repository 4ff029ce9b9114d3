import { contactChannels, safetyPlanCopies, safetyPlanSteps } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

const words = (en: string, bn: string) =>
  ({ kind: 'text', most: 4000, lines: true, reach: 'sealed', label: { en, bn } }) as const

/** What the person does, and whom and where they turn to, when danger comes near: made by them, with us. */
export const safetyPlan = defineRecord({
  name: 'safetyPlan',
  table: 'safety_plan',
  of: 'case',
  part: 'narrative',
  states: safetyPlanSteps,
  many: true,
  label: { en: 'Safety plan', bn: 'নিরাপত্তা পরিকল্পনা' },
  fields: {
    triggers: words('Signs that danger is near', 'বিপদ কাছে আসার লক্ষণ'),
    safePeople: words('People who are safe to turn to', 'যাঁদের কাছে যাওয়া নিরাপদ'),
    safePlaces: words('Places that are safe to go to', 'যেখানে যাওয়া নিরাপদ'),
    codeWord: {
      kind: 'text',
      most: 120,
      reach: 'sealed',
      label: { en: 'Code word', bn: 'সংকেত-শব্দ' },
      why: {
        en: 'Said on the telephone, it means: come, or call for help.',
        bn: 'ফোনে এই শব্দ বললে বোঝায়: আসুন, অথবা সাহায্য ডাকুন।',
      },
    },
    contactChannel: words('How we stay in touch in danger', 'বিপদের সময় যোগাযোগের উপায়'),
    channels: {
      kind: 'codes',
      from: contactChannels,
      reach: 'agency',
      label: { en: 'If we lose touch, we may try', bn: 'যোগাযোগ হারালে আমরা যেভাবে চেষ্টা করতে পারি' },
      why: {
        en: 'Nothing else is tried, and nobody is told why.',
        bn: 'এর বাইরে চেষ্টা হবে না, কাউকে কারণ বলা হবে না।',
      },
    },
    documentSafety: words('Where papers and money are safe', 'কাগজপত্র ও টাকা কোথায় নিরাপদ'),
    phoneSafety: words('How the telephone stays safe', 'ফোন কীভাবে নিরাপদ থাকবে'),
    childPlan: words('What is done for children', 'সন্তানদের জন্য কী করা হবে'),
    keptBy: {
      kind: 'code',
      from: safetyPlanCopies,
      reach: 'agency',
      label: { en: 'Where the person keeps it', bn: 'ব্যক্তি এটি কোথায় রাখেন' },
      why: {
        en: 'Paper that the wrong person finds is a danger of its own.',
        bn: 'লেখা কাগজ ভুল মানুষের হাতে পড়লে সেটিই বিপদ।',
      },
    },
    agreedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Gone through together on', bn: 'একসঙ্গে দেখা হয়েছে' },
    },
  },
  sections: {
    danger: { label: { en: 'In danger', bn: 'বিপদে' }, asks: ['triggers', 'safePeople', 'safePlaces'] },
    reach: {
      label: { en: 'Staying in touch', bn: 'যোগাযোগ' },
      asks: ['codeWord', 'contactChannel', 'channels', 'phoneSafety', 'documentSafety', 'childPlan'],
    },
    kept: { label: { en: 'Agreed', bn: 'একমত' }, asks: ['agreedOn', 'keptBy'] },
  },
  list: ['agreedOn', 'keptBy'],
})

export type SafetyPlan = Values<typeof safetyPlan>
