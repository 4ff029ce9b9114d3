import { demoWindow, entryOf, isCode, type Language, roles } from '@setu/vocabulary'
import type { DemoEntry } from '../demo/index.ts'
import type { Words } from './refuse.ts'

/** Said at every start on the embedded database: what it is for, what it is not for, and what it cannot promise. */
export const embeddedBanner: Words = {
  en: [
    '  Setu runs on its embedded database: for trying out, for training, for one careful office.',
    '  It is not for real work between agencies. It can lose the last changes when the power fails;',
    '  for real work give it PostgreSQL (DATABASE_URL) and make backups (setu backup).',
  ].join('\n'),
  bn: [
    '  সেতু তার নিজের ভেতরের ডেটাবেসে চলছে: দেখে নেওয়া, প্রশিক্ষণ ও একটি সতর্ক দপ্তরের জন্য।',
    '  একাধিক সংস্থার আসল কাজের জন্য এটি নয়। বিদ্যুৎ চলে গেলে শেষের কিছু পরিবর্তন হারাতে পারে;',
    '  আসল কাজের জন্য PostgreSQL দিন (DATABASE_URL) এবং ব্যাকআপ রাখুন (setu backup)।',
  ].join('\n'),
}

export const demoBanner: Words = {
  en: '  This is the demonstration. Every person in it is fictitious, and it takes no real data.',
  bn: '  এটি প্রদর্শনী। এখানকার প্রত্যেক ব্যক্তি কাল্পনিক, আর এতে কোনো বাস্তব তথ্য নেওয়া হয় না।',
}

export function readyLine(address: string): Words {
  return { en: `Setu is ready: ${address}`, bn: `সেতু প্রস্তুত: ${address}` }
}

export function firstRunLine(address: string): Words {
  return { en: `Nobody works here yet. Begin at ${address}`, bn: `এখানে এখনো কেউ নেই। শুরু করুন: ${address}` }
}

export const withoutPages: Words = {
  en: 'The web app has not been built, so only the API is served; `npm start` builds it.',
  bn: 'ওয়েব অ্যাপ তৈরি হয়নি, তাই শুধু API চলছে; `npm start` সেটি তৈরি করে।',
}

export const loadingLine: Words = {
  en: 'Making the demonstration; this is done once and takes a moment …',
  bn: 'প্রদর্শনী তৈরি হচ্ছে; এটি একবারই হয়, একটু সময় লাগে …',
}

export const entriesLine: Words = {
  en: 'Come in as one of these people; each link works until Setu is stopped:',
  bn: 'এঁদের একজন হয়ে প্রবেশ করুন; সেতু বন্ধ না হওয়া পর্যন্ত প্রতিটি লিংক কাজ করবে:',
}

/** With what a visitor opens the window of a survivor of the demonstration. */
export function ownWindowLine(origin: string): Words {
  const { receipt, pin } = demoWindow
  const numbers = receipt.replace(/(.{4})(?=.)/g, '$1 ')
  return {
    en: `  A survivor’s own window: ${origin}/own, with ${numbers} and the PIN ${pin}`,
    bn: `  একজন সারভাইভারের নিজের জানালা: ${origin}/own, সংখ্যা ${numbers}, পিন ${pin}`,
  }
}

/** One line for each person as whom a newcomer may come in. */
export function entryLine(
  { role, name, post, organisation }: DemoEntry,
  address: string,
  language: Language,
): string {
  const label = isCode(roles, role) ? entryOf(roles, role)[language] : role
  const work = post[language] === label ? '' : `, ${post[language]}`
  return `  ${label} · ${name}${work}, ${organisation[language]} · ${address}`
}

/** Said every few seconds while the demonstration is loaded; nobody is served before it is whole. */
export function progressLine(told: number, of: number): Words {
  return {
    en: `  Loading the demonstration: ${told} of ${of} cases`,
    bn: `  প্রদর্শনী তৈরি হচ্ছে: ${of}টি কেসের মধ্যে ${told}টি`,
  }
}
