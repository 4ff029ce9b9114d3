import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** Why those who work on a case meet about it. */
export const conferenceReasons = defineCodes('setu:conference-reason', '2026-01', [
  { code: 'planReview', en: 'Review of the plan', bn: 'পরিকল্পনা পর্যালোচনা' },
  { code: 'risk', en: 'A risk that rose', bn: 'ঝুঁকি বেড়েছে' },
  { code: 'child', en: 'Best interests of a child', bn: 'শিশুর সর্বোত্তম কল্যাণ' },
  { code: 'return', en: 'Return or reintegration', bn: 'প্রত্যাবর্তন বা পুনঃএকত্রীকরণ' },
  { code: 'handover', en: 'A handover', bn: 'হস্তান্তর' },
  { code: 'disagreement', en: 'Offices see it differently', bn: 'কার্যালয়গুলোর মতভেদ' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** What a conference speaks of, and of which part of the case that is: whoever is invited may hear that part. */
export const conferenceTopics = defineCodes('setu:conference-topic', '2026-01', [
  { code: 'services', en: 'Services and the plan', bn: 'সেবা ও পরিকল্পনা', part: 'protection' },
  { code: 'risk', en: 'Risks', bn: 'ঝুঁকি', part: 'protection' },
  { code: 'facts', en: 'What happened, in codes', bn: 'কী ঘটেছে, সাংকেতিকভাবে', part: 'facts' },
  { code: 'health', en: 'Health', bn: 'স্বাস্থ্য', part: 'health' },
  { code: 'legal', en: 'Legal steps', bn: 'আইনি পদক্ষেপ', part: 'legal' },
  { code: 'contact', en: 'How to reach the person', bn: 'যোগাযোগের উপায়', part: 'contact' },
  {
    code: 'safetyPlan',
    en: 'The safety plan and the survivor’s own words',
    bn: 'নিরাপত্তা পরিকল্পনা ও সারভাইভারের নিজের কথা',
    part: 'narrative',
  },
  { code: 'family', en: 'The family', bn: 'পরিবার', part: 'family' },
])

/** What a conference speaks of. */
export type ConferenceTopic = CodeOf<typeof conferenceTopics>

/** How people meet. */
export const conferenceWays = defineCodes('setu:conference-way', '2026-01', [
  { code: 'room', en: 'In one room', bn: 'এক কক্ষে' },
  { code: 'phone', en: 'By phone', bn: 'ফোনে' },
  { code: 'screen', en: 'On a screen', bn: 'পর্দায়' },
])

/** What the survivor wishes of a conference about them. They are asked before it is held. */
export const conferenceWishes = defineCodes('setu:conference-wish', '2026-01', [
  { code: 'comes', en: 'Comes', bn: 'আসবেন' },
  { code: 'partly', en: 'Comes for a part of it', bn: 'কিছু অংশে থাকবেন' },
  { code: 'sends', en: 'Sends somebody they trust', bn: 'বিশ্বস্ত কাউকে পাঠাবেন' },
  { code: 'wordsOnly', en: 'Gives their views beforehand', bn: 'আগে মতামত জানাবেন' },
  { code: 'stays', en: 'Does not wish to take part', bn: 'অংশ নিতে চান না' },
  { code: 'against', en: 'Is against it', bn: 'এতে আপত্তি আছে' },
])

/** Somebody of one’s own office who is asked to come. */
export const conferencePosts = defineCodes('setu:conference-post', '2026-01', [
  { code: 'caseworker', en: 'Caseworker', bn: 'কেস ওয়ার্কার' },
  { code: 'supervisor', en: 'Supervisor', bn: 'সুপারভাইজার' },
  { code: 'counsellor', en: 'Counsellor', bn: 'কাউন্সেলর' },
  { code: 'shelterManager', en: 'Shelter manager', bn: 'আশ্রয়কেন্দ্র ব্যবস্থাপক' },
  { code: 'childProtection', en: 'Child protection officer', bn: 'শিশু সুরক্ষা কর্মকর্তা' },
  { code: 'interpreter', en: 'Interpreter', bn: 'দোভাষী' },
  { code: 'trusted', en: 'Somebody the survivor brings', bn: 'সারভাইভারের সঙ্গে আসা ব্যক্তি' },
])

/** Why a conference is not held. */
export const conferenceCancellations = defineCodes('setu:conference-cancelled', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'notSafe', en: 'It was not safe', bn: 'নিরাপদ ছিল না' },
  { code: 'settled', en: 'Settled without it', bn: 'বৈঠক ছাড়াই মীমাংসা' },
  { code: 'putOff', en: 'Put off', bn: 'পিছিয়ে দেওয়া' },
])

/** Why something that was decided is not done. */
export const decisionDropped = defineCodes('setu:decision-dropped', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'overtaken', en: 'Things have changed', bn: 'পরিস্থিতি বদলেছে' },
  { code: 'notPossible', en: 'It was not possible', bn: 'সম্ভব হয়নি' },
])

/** Who carries out what was decided. */
export const decisionOwners = defineCodes('setu:decision-owner', '2026-01', [
  { code: 'caseworker', en: 'Caseworker', bn: 'কেস ওয়ার্কার' },
  { code: 'supervisor', en: 'Supervisor', bn: 'সুপারভাইজার' },
  { code: 'office', en: 'Another office', bn: 'অন্য কার্যালয়' },
])

/** How a conference stands. */
export const conferenceStates = defineCodes('setu:conference-state', '2026-01', [
  { code: 'planned', en: 'Planned', bn: 'পরিকল্পিত' },
  { code: 'held', en: 'Held', bn: 'অনুষ্ঠিত' },
  { code: 'cancelled', en: 'Not held', bn: 'হয়নি' },
])

const workers = ['own', 'supervise'] as const

/** The steps of a conference. Its minutes are what was held, and are not written anew. */
export const conferenceSteps = defineStates({
  list: conferenceStates,
  begins: 'planned',
  amends: ['planned'],
  steps: [
    {
      from: 'planned',
      to: 'held',
      en: 'It was held',
      bn: 'অনুষ্ঠিত হয়েছে',
      by: workers,
      asks: ['heldOn', 'wish', 'minutes'],
      takes: ['ownViews'],
    },
    {
      from: 'planned',
      to: 'cancelled',
      en: 'It is not held',
      bn: 'হচ্ছে না',
      by: workers,
      asks: ['whyCancelled'],
    },
  ],
})

/** How an invitation stands. */
export const invitationStates = defineCodes('setu:invitation-state', '2026-01', [
  { code: 'invited', en: 'Invited', bn: 'আমন্ত্রিত' },
  { code: 'came', en: 'Came', bn: 'এসেছেন' },
  { code: 'away', en: 'Did not come', bn: 'আসেননি' },
  { code: 'takenBack', en: 'Taken back', bn: 'প্রত্যাহার' },
])

/** The steps of an invitation. */
export const invitationSteps = defineStates({
  list: invitationStates,
  begins: 'invited',
  amends: [],
  steps: [
    { from: 'invited', to: 'came', en: 'Came', bn: 'এসেছেন', by: workers },
    { from: 'invited', to: 'away', en: 'Did not come', bn: 'আসেননি', by: workers },
    { from: 'invited', to: 'takenBack', en: 'Take the invitation back', bn: 'আমন্ত্রণ প্রত্যাহার', by: workers },
  ],
})

/** How something that was decided stands. */
export const decisionStates = defineCodes('setu:decision-state', '2026-01', [
  { code: 'decided', en: 'To be done', bn: 'করতে হবে' },
  { code: 'done', en: 'Done', bn: 'সম্পন্ন' },
  { code: 'dropped', en: 'Not done', bn: 'করা হয়নি' },
])

/** The steps of a decision. */
export const decisionSteps = defineStates({
  list: decisionStates,
  begins: 'decided',
  amends: ['decided'],
  steps: [
    { from: 'decided', to: 'done', en: 'It is done', bn: 'সম্পন্ন হয়েছে', by: workers, asks: ['doneOn'] },
    {
      from: 'decided',
      to: 'dropped',
      en: 'It is not done',
      bn: 'করা হচ্ছে না',
      by: workers,
      asks: ['whyDropped'],
    },
  ],
})
