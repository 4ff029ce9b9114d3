import {
  leavingReasons,
  legalBases,
  notFreeReasons,
  placeGroups,
  stayDestinations,
  stayRefusals,
  staySteps,
} from '@setu/vocabulary'
import { defineRecord } from '../../kit/record.ts'

const day = (en: string, bn: string) =>
  ({ kind: 'day', usually: 'today', reach: 'agency', label: { en, bn } }) as const

/**
 * A stay in a home: asked for, begun on a legal basis, looked at again by a day, ended. Which home it is stands in the
 * directory, never where it is; a home that is not on this node is named in sealed words.
 */
export const shelterStay = defineRecord({
  name: 'shelterStay',
  table: 'shelter_stay',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: staySteps,
  many: true,
  label: { en: 'Stay in a home', bn: 'আশ্রয়কেন্দ্রে থাকা' },
  fields: {
    home: {
      kind: 'link',
      to: 'serviceOffer',
      reach: 'agency',
      label: { en: 'Home', bn: 'আশ্রয়কেন্দ্র' },
      why: {
        en: 'Homes of your organisation, and those that accepted a referral.',
        bn: 'আপনার সংস্থার কেন্দ্র, আর যারা রেফারেল গ্রহণ করেছে।',
      },
    },
    elsewhere: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'A home that is not in the list', bn: 'তালিকায় নেই এমন কেন্দ্র' },
    },
    placeFor: {
      kind: 'code',
      from: placeGroups,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Place for', bn: 'কার জন্য স্থান' },
    },
    legalBasis: {
      kind: 'code',
      from: legalBases,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'On what the stay rests', bn: 'কিসের ভিত্তিতে থাকা' },
      why: {
        en: 'Nobody is kept in a home without a basis in law or their own agreement.',
        bn: 'আইনি ভিত্তি বা নিজের সম্মতি ছাড়া কাউকে আশ্রয়কেন্দ্রে রাখা যায় না।',
      },
    },
    paperNumber: {
      kind: 'text',
      most: 100,
      reach: 'sealed',
      label: { en: 'Number of the order or decision', bn: 'আদেশ বা সিদ্ধান্তের নম্বর' },
    },
    paperOn: {
      kind: 'day',
      reach: 'agency',
      label: { en: 'Day of the order or decision', bn: 'আদেশ বা সিদ্ধান্তের তারিখ' },
    },
    admittedOn: day('Stays since', 'কবে থেকে থাকছেন'),
    reviewOn: {
      kind: 'day',
      reach: 'agency',
      label: { en: 'Looked at again by', bn: 'আবার দেখার তারিখ' },
    },
    freeToLeave: {
      kind: 'yesNo',
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Free to leave at any time', bn: 'যেকোনো সময় যেতে পারেন' },
    },
    whyNotFree: {
      kind: 'code',
      from: notFreeReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'If not, why not', bn: 'না হলে, কেন নয়' },
    },
    ownView: {
      kind: 'text',
      most: 4000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What the person says about staying here', bn: 'এখানে থাকা নিয়ে ব্যক্তি যা বলেন' },
    },
    refusedBecause: {
      kind: 'code',
      from: stayRefusals,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why not', bn: 'কেন নয়' },
    },
    leftOn: day('Left on', 'যাওয়ার তারিখ'),
    leftTo: {
      kind: 'code',
      from: stayDestinations,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Where to', bn: 'কোথায়' },
    },
    leftBecause: {
      kind: 'code',
      from: leavingReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why the stay ends', bn: 'থাকা শেষ হওয়ার কারণ' },
    },
  },
  sections: {
    place: { label: { en: 'Place', bn: 'স্থান' }, asks: ['home', 'elsewhere', 'placeFor'] },
    basis: {
      label: { en: 'What it rests on', bn: 'ভিত্তি' },
      asks: ['legalBasis', 'paperNumber', 'paperOn', 'freeToLeave', 'whyNotFree'],
    },
    time: { label: { en: 'Time', bn: 'সময়' }, asks: ['admittedOn', 'reviewOn', 'ownView'] },
    end: {
      label: { en: 'End', bn: 'শেষ' },
      asks: ['refusedBecause', 'leftOn', 'leftTo', 'leftBecause'],
      withSteps: true,
    },
  },
  list: ['placeFor', 'legalBasis', 'admittedOn', 'reviewOn', 'leftOn'],
})
