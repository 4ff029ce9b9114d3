import { courtLinkEnds, courtLinkSteps, courtParts, courtWishes } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * That a survivor has to do with a criminal case, by its code. It stays on this side: those who investigate, prosecute or
 * judge learn nothing of it, and what reaches us from there are events without a name. Whether the survivor takes part is
 * sealed.
 */
export const courtLink = defineRecord({
  name: 'courtLink',
  table: 'court_link',
  of: 'case',
  part: 'narrative',
  states: courtLinkSteps,
  many: true,
  label: { en: 'Criminal case of the survivor', bn: 'সারভাইভারের মামলা' },
  fields: {
    criminalCode: {
      kind: 'text',
      most: 20,
      reach: 'agency',
      label: { en: 'Code of the criminal case', bn: 'মামলার কোড' },
      why: {
        en: 'It stands on what the lawyer or the police gave the survivor. Nobody there is told that you wrote it down here.',
        bn: 'আইনজীবী বা পুলিশ সারভাইভারকে যা দিয়েছেন তাতে এটি লেখা থাকে। এখানে লেখার কথা সেখানে কেউ জানতে পারেন না।',
      },
    },
    agreedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Agreed with the survivor on', bn: 'সারভাইভারের সঙ্গে যেদিন ঠিক হয়েছে' },
    },
    wish: {
      kind: 'code',
      from: courtWishes,
      reach: 'agency',
      label: { en: 'What the survivor wishes to be told', bn: 'সারভাইভার যা জানতে চান' },
      why: {
        en: 'By law a survivor is told at least once a month how the case stands. Nobody is made to hear it.',
        bn: 'আইনে সারভাইভারকে মাসে অন্তত একবার মামলার অগ্রগতি জানাতে হয়। কাউকে শুনতে বাধ্য করা হয় না।',
      },
    },
    taking: {
      kind: 'code',
      from: courtParts,
      reach: 'sealed',
      label: { en: 'Whether the survivor takes part', bn: 'সারভাইভার অংশ নেবেন কি না' },
      why: {
        en: 'A no changes nothing about our help. Police and committees never see it.',
        bn: '“না” বললেও আমাদের সহায়তা বদলায় না। পুলিশ বা কমিটি কখনো এটি দেখে না।',
      },
    },
    linkCode: {
      kind: 'text',
      most: 20,
      reach: 'agency',
      label: { en: 'Code of this link', bn: 'এই সংযোগের কোড' },
    },
    whyEnded: {
      kind: 'code',
      from: courtLinkEnds,
      reach: 'agency',
      label: { en: 'Why it has ended', bn: 'কেন শেষ হয়েছে' },
    },
  },
  sections: {
    link: {
      label: { en: 'The criminal case', bn: 'মামলা' },
      asks: ['criminalCode', 'agreedOn', 'wish', 'taking'],
    },
    course: {
      label: { en: 'How it went on', bn: 'পরে যা হয়েছে' },
      withSteps: true,
      asks: ['linkCode', 'whyEnded'],
    },
  },
  list: ['linkCode', 'criminalCode', 'wish'],
})

export type CourtLink = Values<typeof courtLink>
