import { brokenReasons, livesWith, reintegrationSteps } from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/** The way back into a life of one's own: with whom, since when, and whether it held. */
export const reintegration = defineRecord({
  name: 'reintegration',
  table: 'reintegration',
  of: 'case',
  part: 'protection',
  sealedIn: 'narrative',
  states: reintegrationSteps,
  many: true,
  label: { en: 'Reintegration', bn: 'পুনঃএকত্রীকরণ' },
  fields: {
    livesWith: {
      kind: 'code',
      from: livesWith,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Lives with', bn: 'যাঁদের সঙ্গে থাকেন' },
    },
    district: { kind: 'place', reach: 'agency', erasure: 'keep', label: { en: 'District', bn: 'জেলা' } },
    ownWish: {
      kind: 'yesNo',
      reach: 'agency',
      label: { en: 'It is the survivor’s own wish', bn: 'এটি সারভাইভারের নিজের ইচ্ছা' },
    },
    begunOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Begun on', bn: 'শুরুর তারিখ' },
    },
    whyBroken: {
      kind: 'code',
      from: brokenReasons,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'Why it did not hold', bn: 'কেন টেকেনি' },
    },
    words: {
      kind: 'text',
      most: 10_000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What was agreed, in the survivor’s words', bn: 'কী ঠিক হয়েছে, সারভাইভারের কথায়' },
    },
  },
  sections: {
    back: {
      label: { en: 'Back into a life of one’s own', bn: 'নিজের জীবনে ফেরা' },
      asks: ['livesWith', 'district', 'ownWish', 'begunOn', 'words'],
    },
    end: { label: { en: 'If it did not hold', bn: 'না টিকলে' }, asks: ['whyBroken'] },
  },
  list: ['livesWith', 'begunOn'],
})

export type Reintegration = Values<typeof reintegration>
