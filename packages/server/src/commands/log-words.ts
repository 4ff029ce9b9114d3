import type { LogFaultKind, TombstoneFault } from '../platform/index.ts'
import type { Words } from './refuse.ts'

/** What is wrong with a log, in the operator's language; the place of the first entry follows. */
export const logFaultWords: Readonly<Record<LogFaultKind, Words>> = {
  unreadable: { en: 'a line cannot be read', bn: 'একটি লাইন পড়া যাচ্ছে না' },
  otherKey: { en: 'the log’s key is not the one that is trusted', bn: 'লগের চাবি বিশ্বস্ত চাবি নয়' },
  gap: { en: 'an entry is missing or out of its place', bn: 'একটি ভুক্তি নেই বা নিজের জায়গায় নেই' },
  twice: { en: 'an entry stands twice', bn: 'একটি ভুক্তি দুইবার আছে' },
  changed: { en: 'an entry was changed after it was sealed', bn: 'সিল করার পরে একটি ভুক্তি বদলানো হয়েছে' },
  gone: { en: 'the content of an entry is gone before its time', bn: 'মেয়াদের আগেই একটি ভুক্তির বিষয়বস্তু নেই' },
  backdated: {
    en: 'an entry says that it was sealed before the one ahead of it',
    bn: 'একটি ভুক্তি তার আগেরটির চেয়ে আগে সিল করা বলে দাবি করছে',
  },
  rewritten: { en: 'an entry is not the one that a witness saw', bn: 'একটি ভুক্তি সাক্ষীর দেখা ভুক্তি নয়' },
  rootDiffers: {
    en: 'the entries are not those of a signed checkpoint',
    bn: 'ভুক্তিগুলো স্বাক্ষরিত চেকপয়েন্টের ভুক্তি নয়',
  },
  forged: { en: 'a checkpoint is not signed by the log', bn: 'একটি চেকপয়েন্টে লগের স্বাক্ষর নেই' },
  cut: { en: 'the log is shorter than it has been', bn: 'লগটি আগের চেয়ে ছোট' },
  unsealed: { en: 'an event stands outside the log', bn: 'একটি ঘটনা লগের বাইরে আছে' },
}

/** Why a witness's list of what was erased cannot be used. */
export const tombstoneFaultWords: Readonly<Record<TombstoneFault, Words>> = {
  unreachable: { en: 'this witness cannot be reached', bn: 'এই সাক্ষীর কাছে পৌঁছানো যাচ্ছে না' },
  unknown: { en: 'this witness has seen nothing of this log', bn: 'এই সাক্ষী এই লগের কিছুই দেখেনি' },
  forged: { en: 'what it holds is not signed by this log', bn: 'এর কাছে যা আছে তাতে এই লগের স্বাক্ষর নেই' },
  incomplete: {
    en: 'its list is not the whole one that the log signed',
    bn: 'এর তালিকা লগের স্বাক্ষরিত পুরো তালিকা নয়',
  },
}
