import type { Language } from '../codes.ts'
import { filled, listed, type Words } from '../words.ts'
import type { ConsentPurpose } from './consent.ts'
import type { Part } from './parts.ts'
import type { ServiceType } from './services.ts'

/** What somebody is asked, word for word, and which version of the words they heard. */
export interface ConsentTexts {
  readonly version: string
  /** Read before the first question. */
  readonly opening: Words
  /** One question a purpose. Slots: who would be told, what, and what they would do with it. */
  readonly questions: Readonly<Record<ConsentPurpose, Words>>
  /** Read after every question. */
  readonly closing: Words
}

/** The questions of consent, in words to be read aloud. A change of any word is a new version. */
export const consentTexts: ConsentTexts = {
  version: '2026-01',
  opening: {
    en: 'I will ask you some questions, one by one. You can say yes to some and no to others. You will get the same help whatever you say.',
    bn: 'আমি আপনাকে একটি একটি করে কয়েকটি প্রশ্ন করব। আপনি কোনোটিতে হ্যাঁ, কোনোটিতে না বলতে পারেন। আপনি যা-ই বলুন, একই সাহায্য পাবেন।',
  },
  questions: {
    services: {
      en: 'Do you want us to help you with the services we talked about?',
      bn: 'আমরা যে সেবাগুলোর কথা বলেছি, সেগুলো দিয়ে আমরা আপনাকে সাহায্য করি, আপনি কি তা চান?',
    },
    storeIdentity: {
      en: 'May we keep your name and who you are? They are locked away, and only the people who help you can open them.',
      bn: 'আমরা কি আপনার নাম ও পরিচয় রাখতে পারি? এগুলো তালাবদ্ধ থাকবে, শুধু যাঁরা আপনাকে সাহায্য করেন তাঁরাই খুলতে পারবেন।',
    },
    contact: {
      en: 'May we contact you in the way you told us is safe?',
      bn: 'যে উপায় নিরাপদ বলে আপনি জানিয়েছেন, সেই উপায়ে কি আমরা আপনার সঙ্গে যোগাযোগ করতে পারি?',
    },
    shareService: {
      en: 'May we tell {recipient} about {what}, so that they can {do}?',
      bn: 'আমরা কি {recipient}-কে {what} জানাতে পারি, যাতে তাঁরা {do} পারেন?',
    },
    sharePolice: {
      en: 'May we tell {recipient} about {what}, so that they can look into what was done to you? They will not be told how to reach you: they ask us, and we ask you.',
      bn: 'আমরা কি {recipient}-কে {what} জানাতে পারি, যাতে আপনার সঙ্গে যা করা হয়েছে তাঁরা তার তদন্ত করতে পারেন? আপনার সঙ্গে যোগাযোগের উপায় তাঁদের জানানো হবে না: তাঁরা আমাদের জিজ্ঞেস করবেন, আমরা আপনাকে জিজ্ঞেস করব।',
    },
    shareLegalAid: {
      en: 'May we tell {recipient} about {what}, so that a lawyer can advise you and speak for you?',
      bn: 'আমরা কি {recipient}-কে {what} জানাতে পারি, যাতে একজন আইনজীবী আপনাকে পরামর্শ দিতে ও আপনার হয়ে কথা বলতে পারেন?',
    },
    repatriation: {
      en: 'May we tell {recipient} about {what}, so that they can prepare your return? You decide again before you travel.',
      bn: 'আমরা কি {recipient}-কে {what} জানাতে পারি, যাতে তাঁরা আপনার ফেরার ব্যবস্থা করতে পারেন? যাত্রার আগে আপনি আবার সিদ্ধান্ত নেবেন।',
    },
    transferCase: {
      en: 'May we hand your case to {recipient}, so that they go on helping you in our place?',
      bn: 'আমরা কি আপনার কেস {recipient}-এর কাছে হস্তান্তর করতে পারি, যাতে আমাদের বদলে তাঁরা আপনাকে সাহায্য করে যান?',
    },
    familyContact: {
      en: 'May we contact {recipient} of your family and tell them only {what}?',
      bn: 'আমরা কি আপনার পরিবারের {recipient}-এর সঙ্গে যোগাযোগ করে শুধু {what} জানাতে পারি?',
    },
    travelPhoto: {
      en: 'May we take a photo of you for a travel document, and use it for nothing else?',
      bn: 'আমরা কি শুধু ভ্রমণ দলিলের জন্য আপনার একটি ছবি তুলতে পারি? ছবিটি অন্য কোনো কাজে ব্যবহার হবে না।',
    },
    statistics: {
      en: 'May we count you, without your name, when we say how many people needed help?',
      bn: 'কত মানুষের সাহায্য প্রয়োজন হয়েছে তা জানাতে আমরা কি নাম ছাড়া আপনাকে গণনায় ধরতে পারি?',
    },
    research: {
      en: 'May {recipient} use {what}, without your name, to learn how to help others better?',
      bn: 'অন্যদের আরও ভালোভাবে সাহায্য করার উপায় জানতে {recipient} কি নাম ছাড়া {what} ব্যবহার করতে পারে?',
    },
    media: {
      en: 'Do you want to speak to {recipient}? What is published cannot be taken back. You lose nothing if you say no.',
      bn: 'আপনি কি {recipient}-এর সঙ্গে কথা বলতে চান? একবার প্রকাশ হলে তা আর ফেরানো যায় না। না বললে আপনার কোনো ক্ষতি হবে না।',
    },
    regionalRegister: {
      en: 'May we count you, under a random code and without your name, in the figures that neighbouring countries keep together?',
      bn: 'প্রতিবেশী দেশগুলোর যৌথ পরিসংখ্যানে আমরা কি নাম ছাড়া, একটি দৈবচয়িত কোডে আপনাকে গণনায় ধরতে পারি?',
    },
    survivorVoice: {
      en: 'Would you like {recipient} to invite you when people who lived through the same meet and speak up?',
      bn: 'একই অভিজ্ঞতার মানুষেরা একত্র হয়ে মতামত জানালে {recipient} আপনাকে আমন্ত্রণ জানাক, আপনি কি তা চান?',
    },
  },
  closing: {
    en: 'You can change your mind at any time. Tell us and we stop. What somebody has already read cannot be unread.',
    bn: 'আপনি যেকোনো সময় মত বদলাতে পারেন। আমাদের জানালেই আমরা থামব। যা কেউ ইতিমধ্যে পড়েছেন, তা আর ফেরানো যাবে না।',
  },
}

/** The parts of a case as one says them to the person whose case it is. */
export const partsSaid: Readonly<Record<Part, Words>> = {
  identity: { en: 'your name and identity', bn: 'আপনার নাম-পরিচয়' },
  contact: { en: 'how to reach you safely', bn: 'আপনার সঙ্গে নিরাপদে যোগাযোগের উপায়' },
  facts: { en: 'what happened and in which district', bn: 'কী ঘটেছে ও কোন জেলায়' },
  protection: { en: 'the help you need and your risks', bn: 'আপনার প্রয়োজন ও ঝুঁকি' },
  narrative: { en: 'what you told us in your own words', bn: 'আপনি নিজের ভাষায় যা বলেছেন' },
  family: { en: 'what is needed to find your family', bn: 'আপনার পরিবারকে খুঁজে পেতে যা প্রয়োজন' },
  health: { en: 'your health', bn: 'আপনার স্বাস্থ্যের বিষয়' },
  legal: { en: 'your legal matters', bn: 'আপনার আইনি বিষয়' },
  status: { en: 'how far the help has come', bn: 'সাহায্য কত দূর এগিয়েছে' },
  trail: { en: 'who looked at your case', bn: 'কে আপনার কেস দেখেছেন' },
}

/** What a service does for somebody, as it stands after "so that they can" and "যাতে তাঁরা … পারেন". */
export const servicesSaid: Readonly<Record<ServiceType, Words>> = {
  shelter: { en: 'give you a safe place to stay', bn: 'আপনাকে থাকার নিরাপদ জায়গা দিতে' },
  medical: { en: 'treat you', bn: 'আপনার চিকিৎসা করতে' },
  reproductiveHealth: {
    en: 'look after your sexual and reproductive health',
    bn: 'আপনার যৌন ও প্রজনন স্বাস্থ্যের যত্ন নিতে',
  },
  psychosocial: { en: 'listen and support you', bn: 'আপনার কথা শুনতে ও মানসিক সহায়তা দিতে' },
  psychiatric: { en: 'give you a doctor’s care for your mind', bn: 'আপনাকে মানসিক চিকিৎসা দিতে' },
  legalAid: { en: 'give you legal help', bn: 'আপনাকে আইনি সহায়তা দিতে' },
  policeLiaison: { en: 'protect you and take up your complaint', bn: 'আপনাকে সুরক্ষা দিতে ও আপনার অভিযোগ নিতে' },
  documentation: { en: 'get your papers', bn: 'আপনার কাগজপত্রের ব্যবস্থা করতে' },
  familyTracing: { en: 'find your family and talk with them', bn: 'আপনার পরিবারকে খুঁজতে ও তাঁদের সঙ্গে কথা বলতে' },
  education: { en: 'help you go on learning', bn: 'আপনার পড়াশোনায় সাহায্য করতে' },
  vocationalTraining: { en: 'teach you a trade', bn: 'আপনাকে কাজ শেখাতে' },
  livelihood: { en: 'help you earn a living', bn: 'আপনার জীবিকার ব্যবস্থায় সাহায্য করতে' },
  employment: { en: 'help you find work', bn: 'আপনাকে কাজ খুঁজে পেতে সাহায্য করতে' },
  socialProtection: { en: 'enrol you for public support', bn: 'আপনাকে সরকারি ভাতা কর্মসূচিতে যুক্ত করতে' },
  financialLiteracy: { en: 'teach you about managing money', bn: 'আপনাকে টাকার হিসাব রাখতে শেখাতে' },
  debtCounselling: { en: 'help you with your debt', bn: 'ঋণের বিষয়ে আপনাকে সাহায্য করতে' },
  repatriation: { en: 'help you return home', bn: 'আপনাকে দেশে ফিরতে সাহায্য করতে' },
  witnessSupport: { en: 'stand by you if you speak in court', bn: 'আদালতে কথা বললে আপনার পাশে থাকতে' },
  childcare: { en: 'look after your children', bn: 'আপনার সন্তানদের দেখাশোনা করতে' },
  disabilitySupport: { en: 'support you with your disability', bn: 'প্রতিবন্ধিতার ক্ষেত্রে আপনাকে সহায়তা দিতে' },
  interpretation: { en: 'interpret for you', bn: 'আপনার কথা অনুবাদ করতে' },
  materialSupport: {
    en: 'give you food, clothes and other things you need',
    bn: 'আপনাকে খাবার, কাপড় ও প্রয়োজনীয় জিনিস দিতে',
  },
  peerGroup: {
    en: 'invite you to a group of people who lived through the same',
    bn: 'একই অভিজ্ঞতার মানুষদের দলে আপনাকে আমন্ত্রণ জানাতে',
  },
  compensation: { en: 'claim compensation for you', bn: 'আপনার জন্য ক্ষতিপূরণ দাবি করতে' },
}

/** What a consent is about, for its question. */
export interface Asked {
  readonly purpose: ConsentPurpose
  readonly recipient?: string
  readonly what?: readonly Part[]
  readonly service?: ServiceType
}

/** The question for one consent as it is read aloud, with the name, the parts and the service in place. */
export function consentQuestion({ purpose, recipient, what, service }: Asked, language: Language): string {
  const parts = what?.map((part) => partsSaid[part][language])
  return filled(consentTexts.questions[purpose][language], {
    ...(recipient !== undefined && { recipient }),
    ...(parts !== undefined && { what: listed(parts, language) }),
    ...(service !== undefined && { do: servicesSaid[service][language] }),
  })
}
