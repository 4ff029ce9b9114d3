import type { Words } from '../words.ts'

/** What a survivor is told before she is given a window of her own, word for word. */
export interface WindowTexts {
  readonly version: string
  /** What it is. */
  readonly offer: readonly Words[]
  /** What could go wrong if somebody finds it, and what she can do then. */
  readonly dangers: readonly Words[]
  readonly closing: Words
}

/** To be read aloud. A change of any word is a new version. */
export const windowTexts: WindowTexts = {
  version: '2026-11',
  offer: [
    {
      en: 'You can have a page of your own. On any phone you see there who has looked at what is written about you, and what you agreed to. You can take an agreement back there, at once.',
      bn: 'আপনি নিজের একটি পাতা পেতে পারেন। যেকোনো ফোনে সেখানে দেখবেন, আপনার সম্পর্কে যা লেখা আছে তা কে দেখেছে, আর আপনি কিসে রাজি হয়েছেন। সেখানে আপনি সম্মতি সঙ্গে সঙ্গে ফিরিয়ে নিতে পারেন।',
    },
    {
      en: 'It opens with sixteen numbers on a paper and six numbers that only you know. The paper says nothing else.',
      bn: 'এটি খোলে কাগজের ষোলোটি সংখ্যা আর ছয়টি সংখ্যা দিয়ে, যা কেবল আপনি জানেন। কাগজে আর কিছু লেখা থাকে না।',
    },
  ],
  dangers: [
    {
      en: 'Whoever has the paper and knows your six numbers can read what you can read: your name, how to reach you, and which offices help you. Keep the two apart. Never write the six numbers down.',
      bn: 'যার কাছে কাগজটি আছে আর যে আপনার ছয়টি সংখ্যা জানে, সে আপনি যা পড়তে পারেন তা-ই পড়তে পারবে: আপনার নাম, যোগাযোগের উপায়, কোন কোন অফিস আপনাকে সাহায্য করে। দুটি আলাদা রাখুন। ছয়টি সংখ্যা কখনো লিখে রাখবেন না।',
    },
    {
      en: 'Somebody could look over your shoulder, or make you open it. If that could happen where you live, it is safer not to have it.',
      bn: 'কেউ আপনার কাঁধের ওপর দিয়ে দেখতে পারে, বা জোর করে খোলাতে পারে। আপনি যেখানে থাকেন সেখানে এমন হতে পারলে, এটি না রাখাই নিরাপদ।',
    },
    {
      en: 'If you lose the paper or somebody saw it, tell me, or press “Keep it shut”. Then nobody can open it until we two open it again.',
      bn: 'কাগজ হারালে বা কেউ দেখে ফেললে আমাকে বলুন, অথবা “বন্ধ করে রাখুন” চাপুন। তখন আমরা দুজনে আবার না খোলা পর্যন্ত কেউ খুলতে পারবে না।',
    },
  ],
  closing: {
    en: 'You need not have it. You get the same help without it, and you can give it up at any time.',
    bn: 'এটি না নিলেও চলে। না নিলেও একই সাহায্য পাবেন, আর যেকোনো সময় ছেড়ে দিতে পারেন।',
  },
}

/** PINs that whoever finds the receipt tries first: one digit, a row of digits, two or three of them again and again. */
export function weakPin(digits: string): boolean {
  if (/^(.{1,3})\1+$/.test(digits)) return true
  const steps = [...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** What a visitor to the demonstration may try: made-up digits that open a made-up case, and nothing anywhere else. */
export const demoWindow = { receipt: '4417052986310275', pin: '802946' } as const
