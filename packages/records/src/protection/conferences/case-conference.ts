import {
  conferenceCancellations,
  conferencePosts,
  conferenceReasons,
  conferenceSteps,
  conferenceTopics,
  conferenceWays,
  conferenceWishes,
  decisionDropped,
  decisionOwners,
  decisionSteps,
  invitationSteps,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** A meeting about a case of those who work on it: what it speaks of, what the survivor wishes, and its minutes. */
export const caseConference = defineRecord({
  name: 'caseConference',
  table: 'case_conference',
  of: 'case',
  part: 'narrative',
  states: conferenceSteps,
  many: true,
  label: { en: 'Case conference', bn: 'কেস কনফারেন্স' },
  fields: {
    plannedOn: { kind: 'day', reach: 'agency', label: { en: 'Planned for', bn: 'নির্ধারিত তারিখ' } },
    reason: {
      kind: 'code',
      from: conferenceReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why', bn: 'কেন' },
    },
    means: { kind: 'code', from: conferenceWays, reach: 'agency', label: { en: 'How', bn: 'কীভাবে' } },
    topics: {
      kind: 'codes',
      from: conferenceTopics,
      reach: 'agency',
      label: { en: 'What is spoken of', bn: 'যা নিয়ে আলোচনা' },
      why: {
        en: 'Nobody is invited who may not hear all of it. Take a topic out, or ask the survivor.',
        bn: 'যিনি সবটা শুনতে পারেন না তাঁকে আমন্ত্রণ করা হয় না। কোনো বিষয় বাদ দিন, অথবা সারভাইভারকে জিজ্ঞাসা করুন।',
      },
    },
    wish: {
      kind: 'code',
      from: conferenceWishes,
      reach: 'agency',
      label: { en: 'What the survivor wishes', bn: 'সারভাইভার যা চান' },
    },
    ownViews: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'The survivor’s views, in their words', bn: 'সারভাইভারের মতামত, নিজের কথায়' },
    },
    agenda: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Agenda', bn: 'আলোচ্যসূচি' },
    },
    heldOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Held on', bn: 'অনুষ্ঠানের তারিখ' } },
    minutes: {
      kind: 'text',
      most: 8000,
      lines: true,
      reach: 'sealed',
      label: { en: 'Minutes', bn: 'কার্যবিবরণী' },
    },
    whyCancelled: {
      kind: 'code',
      from: conferenceCancellations,
      reach: 'agency',
      label: { en: 'Why it is not held', bn: 'কেন হচ্ছে না' },
    },
  },
  sections: {
    plan: {
      label: { en: 'The conference', bn: 'কনফারেন্স' },
      asks: ['plannedOn', 'reason', 'means', 'topics', 'agenda'],
    },
    survivor: { label: { en: 'The survivor', bn: 'সারভাইভার' }, asks: ['wish', 'ownViews'] },
    held: {
      label: { en: 'What came of it', bn: 'ফলাফল' },
      withSteps: true,
      asks: ['heldOn', 'minutes', 'whyCancelled'],
    },
  },
  list: ['plannedOn', 'reason', 'heldOn'],
})

const conference = {
  kind: 'link',
  to: 'caseConference',
  reach: 'agency',
  label: { en: 'Conference', bn: 'কনফারেন্স' },
} as const

/** Somebody asked to a case conference: of one's own office by their post, of another by the referral that it took on. */
export const conferenceGuest = defineRecord({
  name: 'conferenceGuest',
  table: 'conference_guest',
  of: 'case',
  part: 'narrative',
  states: invitationSteps,
  many: true,
  label: { en: 'Invitation', bn: 'আমন্ত্রণ' },
  fields: {
    conference,
    post: {
      kind: 'code',
      from: conferencePosts,
      reach: 'agency',
      label: { en: 'Of our own office', bn: 'আমাদের কার্যালয়ের' },
    },
    referral: {
      kind: 'link',
      to: 'referral',
      reach: 'agency',
      label: { en: 'Of an office that took a referral on', bn: 'রেফারেল গ্রহণকারী কার্যালয়ের' },
      why: {
        en: 'Only an office that may hear everything that is spoken of.',
        bn: 'কেবল সেই কার্যালয় যারা আলোচনার সবটা শুনতে পারে।',
      },
    },
  },
  sections: {
    who: { label: { en: 'Who is asked', bn: 'কাকে ডাকা হচ্ছে' }, asks: ['conference', 'post', 'referral'] },
  },
  list: ['post'],
})

/** What a case conference decided, who carries it out and by when. */
export const conferenceDecision = defineRecord({
  name: 'conferenceDecision',
  table: 'conference_decision',
  of: 'case',
  part: 'narrative',
  states: decisionSteps,
  many: true,
  label: { en: 'Decision', bn: 'সিদ্ধান্ত' },
  fields: {
    conference,
    words: {
      kind: 'text',
      most: 2000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What was decided', bn: 'কী সিদ্ধান্ত হলো' },
    },
    owner: {
      kind: 'code',
      from: decisionOwners,
      reach: 'agency',
      label: { en: 'Who carries it out', bn: 'কে করবেন' },
    },
    referral: {
      kind: 'link',
      to: 'referral',
      reach: 'agency',
      label: { en: 'Which office', bn: 'কোন কার্যালয়' },
    },
    dueOn: { kind: 'day', reach: 'agency', label: { en: 'By which day', bn: 'কোন তারিখের মধ্যে' } },
    doneOn: { kind: 'day', usually: 'today', reach: 'agency', label: { en: 'Done on', bn: 'সম্পন্নের তারিখ' } },
    whyDropped: {
      kind: 'code',
      from: decisionDropped,
      reach: 'agency',
      label: { en: 'Why it is not done', bn: 'কেন করা হচ্ছে না' },
    },
  },
  sections: {
    decision: {
      label: { en: 'The decision', bn: 'সিদ্ধান্ত' },
      asks: ['conference', 'words', 'owner', 'referral', 'dueOn'],
    },
    end: { label: { en: 'What came of it', bn: 'ফলাফল' }, withSteps: true, asks: ['doneOn', 'whyDropped'] },
  },
  list: ['owner', 'dueOn'],
})

export type CaseConference = Values<typeof caseConference>
export type ConferenceGuest = Values<typeof conferenceGuest>
export type ConferenceDecision = Values<typeof conferenceDecision>
