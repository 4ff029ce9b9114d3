import {
  appointmentAnswers,
  appointmentPlaces,
  appointmentReasons,
  appointmentSteps,
  contactChannels,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** An appointment with a survivor: when, where in a word, and the neutral words that she agreed to. */
export const appointment = defineRecord({
  name: 'appointment',
  table: 'appointment',
  of: 'case',
  part: 'narrative',
  states: appointmentSteps,
  many: true,
  label: { en: 'Appointment', bn: 'সাক্ষাতের সময়' },
  fields: {
    at: { kind: 'moment', reach: 'agency', label: { en: 'When', bn: 'কখন' } },
    place: {
      kind: 'code',
      from: appointmentPlaces,
      reach: 'agency',
      label: { en: 'Where', bn: 'কোথায়' },
    },
    words: {
      kind: 'text',
      most: 300,
      lines: true,
      reach: 'sealed',
      label: { en: 'What may stand there, in neutral words', bn: 'নিরপেক্ষ কথায় কী লেখা থাকতে পারে' },
      why: {
        en: 'Somebody may read along, so the two of you agree on words that give nothing away: no place, no office, no reason.',
        bn: 'কেউ সঙ্গে পড়ে ফেলতে পারে, তাই সারভাইভারের সঙ্গে এমন কথা ঠিক করুন যাতে কিছু বোঝা যায় না: জায়গা, অফিস বা কারণ নয়।',
      },
    },
    channel: {
      kind: 'code',
      from: contactChannels,
      reach: 'agency',
      label: { en: 'How the survivor is reminded', bn: 'সারভাইভারকে কীভাবে মনে করানো হবে' },
      why: {
        en: 'A person reminds the day before, in this way and in no other; a text goes out by itself where the survivor chose one. Where it is left open, nobody does.',
        bn: 'আগের দিন একজন মানুষ কেবল এই উপায়ে মনে করিয়ে দেন; সারভাইভার বার্তা বেছে নিলে সেটি নিজে থেকে যায়। খালি থাকলে কেউ মনে করান না।',
      },
    },
    remindedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Reminded on', bn: 'মনে করানো হয়েছে' },
    },
    answer: {
      kind: 'code',
      from: appointmentAnswers,
      reach: 'agency',
      label: { en: 'The survivor’s answer', bn: 'সারভাইভারের উত্তর' },
    },
    newAt: { kind: 'moment', reach: 'agency', label: { en: 'The new time', bn: 'নতুন সময়' } },
    whyNot: {
      kind: 'code',
      from: appointmentReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why not', bn: 'কেন নয়' },
    },
  },
  sections: {
    when: { label: { en: 'Appointment', bn: 'সাক্ষাতের সময়' }, asks: ['at', 'place', 'words', 'channel'] },
    after: {
      label: { en: 'What became of it', bn: 'কী হলো' },
      asks: ['remindedOn', 'answer', 'newAt', 'whyNot'],
      withSteps: true,
    },
  },
  list: ['at', 'place', 'answer'],
})

export type Appointment = Values<typeof appointment>
