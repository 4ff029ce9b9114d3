import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** What somebody learns to earn a living with. */
export const trainingKinds = defineCodes('setu:training-kind', '2026-01', [
  { code: 'sewing', en: 'Sewing and embroidery', bn: 'সেলাই ও সূচিকর্ম' },
  { code: 'food', en: 'Cooking and food', bn: 'রান্না ও খাদ্য প্রক্রিয়াকরণ' },
  { code: 'farming', en: 'Farming, poultry, fish', bn: 'কৃষি, হাঁস-মুরগি, মাছ চাষ' },
  { code: 'crafts', en: 'Handicraft', bn: 'হস্তশিল্প' },
  { code: 'beauty', en: 'Beauty and care', bn: 'রূপচর্চা ও পরিচর্যা' },
  { code: 'electrical', en: 'Electrical work and repair', bn: 'বৈদ্যুতিক কাজ ও মেরামত' },
  { code: 'driving', en: 'Driving', bn: 'গাড়ি চালানো' },
  { code: 'computer', en: 'Computer and office work', bn: 'কম্পিউটার ও অফিসের কাজ' },
  { code: 'care', en: 'Care of children, the old and the sick', bn: 'শিশু, বৃদ্ধ ও অসুস্থের সেবা' },
  { code: 'trade', en: 'Running a small business', bn: 'ক্ষুদ্র ব্যবসা পরিচালনা' },
  { code: 'literacy', en: 'Reading, writing, reckoning', bn: 'পড়া, লেখা ও হিসাব' },
  { code: 'money', en: 'Managing money', bn: 'টাকাপয়সা সামলানো' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** What came of a training. */
export const trainingResults = defineCodes('setu:training-result', '2026-01', [
  { code: 'certificate', en: 'Finished with a certificate', bn: 'সনদসহ সমাপ্ত' },
  { code: 'finished', en: 'Finished without a certificate', bn: 'সনদ ছাড়া সমাপ্ত' },
  { code: 'notPassed', en: 'Finished, not passed yet', bn: 'সমাপ্ত, এখনো উত্তীর্ণ নন' },
])

/** Why somebody stopped something before its end. None of them is a fault. */
export const stoppedReasons = defineCodes('setu:livelihood-stopped', '2026-01', [
  { code: 'foundBetter', en: 'Something better was found', bn: 'আরও ভালো কিছু পাওয়া গেছে' },
  { code: 'changedMind', en: 'The survivor wishes something else', bn: 'সারভাইভার অন্য কিছু চান' },
  { code: 'family', en: 'Family or care of others', bn: 'পরিবার বা অন্যদের দেখাশোনা' },
  { code: 'health', en: 'Health', bn: 'স্বাস্থ্য' },
  { code: 'notSafe', en: 'It was not safe', bn: 'নিরাপদ ছিল না' },
  { code: 'noMoney', en: 'It did not pay, or money ran out', bn: 'আয় হয়নি বা টাকা ফুরিয়েছে' },
  { code: 'badTerms', en: 'Bad treatment or pay withheld', bn: 'দুর্ব্যবহার বা মজুরি আটকে রাখা' },
  { code: 'ended', en: 'It came to its end', bn: 'মেয়াদ শেষ হয়েছে' },
  { code: 'other', en: 'Another reason', bn: 'অন্য কারণ' },
])

const insiders = ['own', 'supervise'] as const

/** How a training stands. */
export const trainingStates = defineCodes('setu:training-state', '2026-01', [
  { code: 'planned', en: 'Planned', bn: 'পরিকল্পিত' },
  { code: 'underWay', en: 'Under way', bn: 'চলছে' },
  { code: 'finished', en: 'Finished', bn: 'সমাপ্ত' },
  { code: 'leftOff', en: 'Left off', bn: 'মাঝপথে বন্ধ' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a training. */
export const trainingSteps = defineStates({
  list: trainingStates,
  begins: 'planned',
  amends: ['planned'],
  steps: [
    { from: 'planned', to: 'underWay', en: 'It begins', bn: 'শুরু হলো', by: insiders, asks: ['begunOn'] },
    { from: 'planned', to: 'dropped', en: 'Drop it', bn: 'বাতিল করুন', by: insiders },
    {
      from: 'underWay',
      to: 'finished',
      en: 'It is finished',
      bn: 'সমাপ্ত হয়েছে',
      by: insiders,
      asks: ['endedOn', 'result'],
    },
    {
      from: 'underWay',
      to: 'leftOff',
      en: 'It was left off',
      bn: 'মাঝপথে বন্ধ হয়েছে',
      by: insiders,
      asks: ['endedOn', 'whyStopped'],
    },
  ],
})

/** With what somebody is helped to begin earning. The money itself is asked for, and approved, under money. */
export const startUpKinds = defineCodes('setu:start-up-kind', '2026-01', [
  { code: 'tools', en: 'Tools or a machine', bn: 'যন্ত্রপাতি' },
  { code: 'stock', en: 'Goods to sell', bn: 'বিক্রির পণ্য' },
  { code: 'animals', en: 'Animals', bn: 'গবাদিপশু বা হাঁস-মুরগি' },
  { code: 'land', en: 'Land on lease, seed', bn: 'জমি ইজারা, বীজ' },
  { code: 'place', en: 'A shop or place to work', bn: 'দোকান বা কাজের জায়গা' },
  { code: 'grant', en: 'A grant in money', bn: 'নগদ অনুদান' },
  { code: 'loan', en: 'A way to a fair loan', bn: 'ন্যায্য ঋণের ব্যবস্থা' },
  { code: 'licence', en: 'Licence or registration', bn: 'লাইসেন্স বা নিবন্ধন' },
])

/** How support to begin with stands, and whether what was begun still runs. */
export const startUpStates = defineCodes('setu:start-up-state', '2026-01', [
  { code: 'planned', en: 'Planned', bn: 'পরিকল্পিত' },
  { code: 'given', en: 'Given', bn: 'দেওয়া হয়েছে' },
  { code: 'running', en: 'The business runs', bn: 'ব্যবসা চলছে' },
  { code: 'stopped', en: 'Stopped', bn: 'বন্ধ' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of support to begin with. */
export const startUpSteps = defineStates({
  list: startUpStates,
  begins: 'planned',
  amends: ['planned'],
  steps: [
    { from: 'planned', to: 'given', en: 'It was given', bn: 'দেওয়া হলো', by: insiders, asks: ['givenOn'] },
    { from: 'planned', to: 'dropped', en: 'Drop it', bn: 'বাতিল করুন', by: insiders },
    { from: 'given', to: 'running', en: 'It runs', bn: 'ব্যবসা চলছে', by: insiders, asks: ['begunOn'] },
    {
      from: 'given',
      to: 'stopped',
      en: 'It did not begin',
      bn: 'শুরু হয়নি',
      by: insiders,
      asks: ['whyStopped'],
    },
    {
      from: 'running',
      to: 'stopped',
      en: 'It stopped',
      bn: 'বন্ধ হয়েছে',
      by: insiders,
      asks: ['endedOn', 'whyStopped'],
    },
    { from: 'stopped', to: 'running', en: 'It runs again', bn: 'আবার চলছে', by: insiders },
  ],
})

/** In what way somebody works. */
export const employmentKinds = defineCodes('setu:employment-kind', '2026-01', [
  { code: 'wage', en: 'For a wage', bn: 'মজুরি বা বেতনে' },
  { code: 'daily', en: 'By the day', bn: 'দিনমজুরিতে' },
  { code: 'own', en: 'Own business', bn: 'নিজের ব্যবসা' },
  { code: 'piece', en: 'Piecework at home', bn: 'ঘরে বসে চুক্তির কাজ' },
  { code: 'family', en: 'In the family’s business or on its land', bn: 'পারিবারিক ব্যবসা বা জমিতে' },
  { code: 'apprentice', en: 'As an apprentice', bn: 'শিক্ষানবিশ' },
])

/** How work stands. */
export const employmentStates = defineCodes('setu:employment-state', '2026-01', [
  { code: 'found', en: 'Found', bn: 'পাওয়া গেছে' },
  { code: 'working', en: 'Working', bn: 'কাজ করছেন' },
  { code: 'ended', en: 'Ended', bn: 'শেষ' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of work. Nobody counts as working before somebody asked whether they may leave and are paid. */
export const employmentSteps = defineStates({
  list: employmentStates,
  begins: 'found',
  amends: ['found'],
  steps: [
    {
      from: 'found',
      to: 'working',
      en: 'The work begins',
      bn: 'কাজ শুরু হলো',
      by: insiders,
      asks: ['begunOn', 'freeToLeave', 'paidInFull'],
    },
    { from: 'found', to: 'dropped', en: 'Drop it', bn: 'বাতিল করুন', by: insiders },
    {
      from: 'working',
      to: 'ended',
      en: 'The work ended',
      bn: 'কাজ শেষ হলো',
      by: insiders,
      asks: ['endedOn', 'whyStopped'],
    },
  ],
})

/** With whom somebody lives who has gone back to a life of their own. */
export const livesWith = defineCodes('setu:lives-with', '2026-01', [
  { code: 'parents', en: 'Parents', bn: 'মা-বাবা' },
  { code: 'partner', en: 'Husband, wife or partner', bn: 'স্বামী, স্ত্রী বা সঙ্গী' },
  { code: 'kin', en: 'Other relatives', bn: 'অন্য আত্মীয়' },
  { code: 'alone', en: 'Alone or with own children', bn: 'একা বা নিজ সন্তানদের সঙ্গে' },
  { code: 'group', en: 'With others in rented rooms', bn: 'অন্যদের সঙ্গে ভাড়া ঘরে' },
  { code: 'employer', en: 'Where they work', bn: 'কাজের জায়গায়' },
  { code: 'fosterCare', en: 'Foster or kinship care', bn: 'পালক বা আত্মীয়ের তত্ত্বাবধানে' },
])

/** With whom somebody lives. */
export type LivesWith = CodeOf<typeof livesWith>

/** How the way back into a life of one's own stands. */
export const reintegrationStates = defineCodes('setu:reintegration-state', '2026-01', [
  { code: 'planned', en: 'Being prepared', bn: 'প্রস্তুতি চলছে' },
  { code: 'begun', en: 'Begun', bn: 'শুরু হয়েছে' },
  { code: 'settled', en: 'Settled', bn: 'থিতু হয়েছেন' },
  { code: 'broken', en: 'It did not hold', bn: 'টেকেনি' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of reintegration. Its beginning makes the follow-up calendar. */
export const reintegrationSteps = defineStates({
  list: reintegrationStates,
  begins: 'planned',
  amends: ['planned'],
  steps: [
    {
      from: 'planned',
      to: 'begun',
      en: 'Reintegration begins',
      bn: 'পুনঃএকত্রীকরণ শুরু হলো',
      by: insiders,
      asks: ['begunOn', 'livesWith'],
    },
    { from: 'planned', to: 'dropped', en: 'Drop it', bn: 'বাতিল করুন', by: insiders },
    { from: 'begun', to: 'settled', en: 'The survivor has settled', bn: 'সারভাইভার থিতু হয়েছেন', by: insiders },
    {
      from: 'begun',
      to: 'broken',
      en: 'It did not hold',
      bn: 'টেকেনি',
      by: insiders,
      asks: ['whyBroken'],
    },
  ],
})

/** Why somebody could not stay where they had gone back to. */
export const brokenReasons = defineCodes('setu:reintegration-broken', '2026-01', [
  { code: 'notSafe', en: 'It was not safe', bn: 'নিরাপদ ছিল না' },
  { code: 'notAccepted', en: 'Blamed or turned away', bn: 'দোষারোপ বা প্রত্যাখ্যান' },
  { code: 'noLiving', en: 'No living to be made', bn: 'জীবিকার উপায় ছিল না' },
  { code: 'ownWish', en: 'The survivor chose otherwise', bn: 'সারভাইভার অন্য সিদ্ধান্ত নিয়েছেন' },
  { code: 'other', en: 'Another reason', bn: 'অন্য কারণ' },
])
