import type { Words } from '../words.ts'

/** What a survivor is told at once about their rights, point by point. */
export interface RightsNotice {
  readonly version: string
  readonly title: Words
  readonly points: readonly (Words & { readonly key: string })[]
}

/**
 * The rights notice, in words to be read aloud. Whoever identifies or rescues somebody owes it immediately,
 * compensation and legal aid named: PSHTA 2012 (Bangladesh), section 34(2).
 */
export const rightsNotice: RightsNotice = {
  version: '2026-01',
  title: { en: 'Your rights', bn: 'আপনার অধিকার' },
  points: [
    {
      key: 'help',
      en: 'You can get help: a safe place, a doctor, somebody to talk to. It costs you nothing.',
      bn: 'আপনি সাহায্য পেতে পারেন: নিরাপদ জায়গা, চিকিৎসক, কথা বলার মানুষ। এর জন্য আপনার কোনো খরচ নেই।',
    },
    {
      key: 'unconditional',
      en: 'You get help whether or not you talk to the police, and whichever country you come from.',
      bn: 'আপনি পুলিশের সঙ্গে কথা বলুন বা না বলুন, যে দেশেরই হোন, সাহায্য পাবেন।',
    },
    {
      key: 'compensation',
      en: 'You can claim compensation. We can help you to ask for it.',
      bn: 'আপনি ক্ষতিপূরণ চাইতে পারেন। চাইতে আমরা আপনাকে সাহায্য করতে পারি।',
    },
    {
      key: 'legalAid',
      en: 'You can have a lawyer. If you cannot pay, legal aid is free.',
      bn: 'আপনি আইনজীবী পেতে পারেন। খরচ দিতে না পারলে আইনি সহায়তা বিনামূল্যে পাওয়া যায়।',
    },
    {
      key: 'informed',
      en: 'If there is a court case, you are told at least once a month how it stands, if you want to know.',
      bn: 'মামলা হলে, আপনি জানতে চাইলে, মাসে অন্তত একবার তার অবস্থা আপনাকে জানানো হবে।',
    },
    {
      key: 'privacy',
      en: 'Nobody may publish your name or picture. We tell others only what you agree to, unless a life is in danger or a court orders it.',
      bn: 'কেউ আপনার নাম বা ছবি প্রকাশ করতে পারে না। আপনি যেটুকুতে সম্মতি দেন, আমরা অন্যদের শুধু সেটুকুই জানাই; প্রাণের ঝুঁকি থাকলে বা আদালত আদেশ দিলে ব্যতিক্রম হতে পারে।',
    },
    {
      key: 'language',
      en: 'You can speak your own language. You can choose whether a woman or a man talks with you.',
      bn: 'আপনি নিজের ভাষায় কথা বলতে পারেন। আপনার সঙ্গে নারী না পুরুষ কথা বলবেন, তা আপনি বেছে নিতে পারেন।',
    },
    {
      key: 'choice',
      en: 'You may refuse, stop or change your mind at any time, without giving a reason.',
      bn: 'আপনি যেকোনো সময় না বলতে, থামতে বা মত বদলাতে পারেন; কারণ বলতে হবে না।',
    },
    {
      key: 'record',
      en: 'You can see what we keep about you, have mistakes corrected, and see who looked at it.',
      bn: 'আপনার সম্পর্কে আমরা কী রাখি তা আপনি দেখতে, ভুল ঠিক করাতে এবং কে দেখেছেন তা জানতে পারেন।',
    },
    {
      key: 'complaint',
      en: 'You can complain about us, and you will not be treated worse for it.',
      bn: 'আপনি আমাদের বিরুদ্ধে অভিযোগ করতে পারেন; এজন্য আপনার সঙ্গে কোনো খারাপ আচরণ করা হবে না।',
    },
  ],
}
