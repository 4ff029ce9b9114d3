import type { Language, Words } from '@setu/vocabulary'

/** What the public page says. It promises nothing that is not so, and says nothing in its title. */
const tellWords = {
  title: { en: 'Tell us', bn: 'জানান' },
  leave: { en: 'Leave now', bn: 'এখনই বেরিয়ে যান' },
  other: { en: 'বাংলা', bn: 'English' },
  read: { en: 'Read aloud', bn: 'পড়ে শোনান' },
  stop: { en: 'Stop reading', bn: 'পড়া থামান' },
  heading: { en: 'Tell us what you know', bn: 'আপনি যা জানেন, আমাদের জানান' },
  danger: {
    en: 'Is somebody in danger now? Call. Nobody watches this page at night.',
    bn: 'এখনই কেউ বিপদে? ফোন করুন। রাতে এই পাতা কেউ দেখে না।',
  },
  about: {
    en: 'If somebody was taken away, is held, is made to work, or was promised something that seems false, you can tell it here. You need not say who you are.',
    bn: 'কাউকে নিয়ে যাওয়া হয়েছে, আটকে রাখা হয়েছে, জোর করে কাজ করানো হচ্ছে, বা এমন কিছুর লোভ দেখানো হয়েছে যা মিথ্যা মনে হয়: এখানে জানাতে পারেন। আপনি কে, তা বলতে হবে না।',
  },
  next: { en: 'What happens then', bn: 'এরপর কী হয়' },
  nextRead: {
    en: 'People of a protection organisation read it, as a rule within {hours} hours. Nobody else can.',
    bn: 'একটি সুরক্ষা সংস্থার মানুষ এটি পড়েন, সাধারণত {hours} ঘণ্টার মধ্যে। আর কেউ পড়তে পারে না।',
  },
  nextNames: {
    en: 'Whom you name is not accused of anything. If nothing comes of it, all words are deleted after {days} days.',
    bn: 'আপনি যার নাম বলেন, তাকে অভিযুক্ত করা হয় না। কিছু না হলে {days} দিন পর সব কথা মুছে ফেলা হয়।',
  },
  nextLimits: {
    en: 'We cannot promise that help comes. We do not ask who you are and keep no trace of your device; whoever runs your telephone line may still see that you were on this site.',
    bn: 'সাহায্য আসবেই, এমন কথা দিতে পারি না। আপনি কে তা জানতে চাই না, আপনার যন্ত্রের কোনো চিহ্ন রাখি না; তবে যে আপনার ফোনের লাইন চালায়, সে দেখতে পারে আপনি এই সাইটে ছিলেন।',
  },
  subjects: { en: 'What is it about? (one or more)', bn: 'বিষয়টি কী? (এক বা একাধিক)' },
  words: { en: 'What do you know? What, where, when', bn: 'আপনি কী জানেন? কী, কোথায়, কখন' },
  now: { en: 'Is somebody in danger?', bn: 'কেউ কি বিপদে আছেন?' },
  nowYes: { en: 'Yes, now', bn: 'হ্যাঁ, এখনই' },
  nowSoon: { en: 'Perhaps within days', bn: 'হয়তো কয়েক দিনের মধ্যে' },
  nowUnknown: { en: 'No, or I do not know', bn: 'না, বা জানি না' },
  district: { en: 'In which district?', bn: 'কোন জেলায়?' },
  districtUnknown: { en: 'I do not know, or elsewhere', bn: 'জানি না, বা অন্য কোথাও' },
  mentioned: {
    en: 'Names of people it is about, one a line (may be left empty)',
    bn: 'যাদের কথা বলছেন তাদের নাম, প্রতি লাইনে একটি (খালি রাখা যায়)',
  },
  way: {
    en: 'A safe way to answer you (may be left empty)',
    bn: 'আপনাকে উত্তর দেওয়ার নিরাপদ উপায় (খালি রাখা যায়)',
  },
  send: { en: 'Send', bn: 'পাঠান' },
  arrived: { en: 'It has arrived. Thank you.', bn: 'পৌঁছেছে। ধন্যবাদ।' },
  code: { en: 'Your number', bn: 'আপনার নম্বর' },
  codeWhat: {
    en: 'With this number you can see here whether it was read, and add something. We show it once. If somebody could find it, do not keep it.',
    bn: 'এই নম্বর দিয়ে এখানে দেখতে পারবেন এটি পড়া হয়েছে কি না, আর কিছু যোগ করতে পারবেন। এটি একবারই দেখাই। কেউ খুঁজে পেতে পারে মনে হলে রাখবেন না।',
  },
  twice: {
    en: 'This was sent before and has arrived. Its number was shown then.',
    bn: 'এটি আগেই পাঠানো হয়েছে ও পৌঁছেছে। নম্বরটি তখন দেখানো হয়েছিল।',
  },
  ask: { en: 'I have a number', bn: 'আমার একটি নম্বর আছে' },
  askSend: { en: 'See how it stands', bn: 'কী হলো দেখুন' },
  unknown: {
    en: 'This number leads nowhere. Look at the digits once more.',
    bn: 'এই নম্বরে কিছু নেই। সংখ্যাগুলো আরেকবার দেখুন।',
  },
  add: { en: 'Add something', bn: 'কিছু যোগ করুন' },
  addSend: { en: 'Send this too', bn: 'এটিও পাঠান' },
  added: { en: 'That has arrived, too.', bn: 'এটিও পৌঁছেছে।' },
  notAdded: { en: 'Nothing more can be added here.', bn: 'এখানে আর কিছু যোগ করা যায় না।' },
  again: {
    en: 'Very many write just now. Wait a minute and press “Send” again; nothing you wrote is lost. Or call.',
    bn: 'এই মুহূর্তে অনেকে লিখছেন। এক মিনিট পরে আবার “পাঠান” চাপুন; আপনার লেখা হারায়নি। অথবা ফোন করুন।',
  },
  missing: {
    en: 'Please say what it is about, and in a few words what you know.',
    bn: 'বিষয়টি কী বেছে নিন, আর অল্প কথায় লিখুন কী জানেন।',
  },
  closed: {
    en: 'This page takes nothing at the moment. Please call.',
    bn: 'এই পাতায় এখন কিছু নেওয়া হচ্ছে না। অনুগ্রহ করে ফোন করুন।',
  },
  failed: {
    en: 'It did not work, and nothing was kept. Please try again, or call.',
    bn: 'কাজটি হয়নি, কিছু রাখাও হয়নি। আবার চেষ্টা করুন, অথবা ফোন করুন।',
  },
  back: { en: 'Back to the page', bn: 'পাতায় ফিরে যান' },
} as const satisfies Readonly<Record<string, Words>>

type TellWord = keyof typeof tellWords

const digits = '০১২৩৪৫৬৭৮৯'

/** A number as people of this language write it. */
export function numeral(text: string | number, language: Language): string {
  return language === 'bn'
    ? String(text).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
    : String(text)
}

/** A sentence of the page with its gaps filled. */
export function tellSay(
  word: TellWord,
  language: Language,
  gaps: Readonly<Record<string, number>> = {},
): string {
  return tellWords[word][language].replace(/\{(\w+)\}/g, (_, gap: string) =>
    numeral(gaps[gap] ?? '', language),
  )
}
