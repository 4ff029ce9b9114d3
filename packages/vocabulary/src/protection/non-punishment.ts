import { type CodeOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** What survivors are accused of for things that they were made to do, or that followed from being trafficked. */
export const accusedOffences = defineCodes('setu:accused-offence', '2026-01', [
  { code: 'illegalEntry', en: 'Crossing a border without leave', bn: 'অনুমতি ছাড়া সীমান্ত পার হওয়া' },
  { code: 'illegalStay', en: 'Staying in a country without leave', bn: 'অনুমতি ছাড়া কোনো দেশে থাকা' },
  { code: 'falsePapers', en: 'False or another person’s papers', bn: 'ভুয়া বা অন্যের কাগজপত্র' },
  { code: 'workWithoutPermit', en: 'Work without a permit', bn: 'অনুমতি ছাড়া কাজ' },
  { code: 'leftEmployer', en: 'Leaving an employer', bn: 'নিয়োগকর্তাকে ছেড়ে যাওয়া' },
  { code: 'prostitution', en: 'Prostitution or soliciting', bn: 'যৌনকর্ম বা তার আহ্বান' },
  { code: 'onlineFraud', en: 'Online fraud, as in a scam compound', bn: 'অনলাইন প্রতারণা, যেমন প্রতারণা-কেন্দ্রে' },
  { code: 'drugs', en: 'Carrying or making drugs', bn: 'মাদক বহন বা তৈরি' },
  { code: 'smuggling', en: 'Smuggling goods', bn: 'পণ্য চোরাচালান' },
  { code: 'theft', en: 'Theft or pickpocketing', bn: 'চুরি বা পকেটমারি' },
  { code: 'begging', en: 'Begging or vagrancy', bn: 'ভিক্ষা বা ভবঘুরে হওয়া' },
  { code: 'recruiting', en: 'Recruiting or guarding others', bn: 'অন্যদের সংগ্রহ বা পাহারা দেওয়া' },
  { code: 'violence', en: 'Violence under threat', bn: 'হুমকির মুখে সহিংসতা' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** How the offence hangs together with being trafficked. Of a child no force has to be shown. */
export const offenceLinks = defineCodes('setu:offence-link', '2026-01', [
  { code: 'forced', en: 'Was made to do it', bn: 'করতে বাধ্য করা হয়েছে' },
  { code: 'consequence', en: 'It followed from being trafficked', bn: 'পাচারের ফলে ঘটেছে' },
  { code: 'noOtherWay', en: 'Had no other way to get out', bn: 'বেরিয়ে আসার অন্য উপায় ছিল না' },
  { code: 'child', en: 'Was a child', bn: 'শিশু ছিলেন' },
  { code: 'notClear', en: 'Not clear yet', bn: 'এখনো স্পষ্ট নয়' },
])

/** Who accuses a survivor, or who decided on the claim. */
export const claimAuthorities = defineCodes('setu:claim-authority', '2026-01', [
  { code: 'police', en: 'Police', bn: 'পুলিশ' },
  { code: 'borderGuard', en: 'Border guards', bn: 'সীমান্তরক্ষী বাহিনী' },
  { code: 'immigration', en: 'Immigration', bn: 'ইমিগ্রেশন' },
  { code: 'prosecutor', en: 'Prosecutor', bn: 'সরকারি কৌঁসুলি' },
  { code: 'court', en: 'Court', bn: 'আদালত' },
  { code: 'employer', en: 'Employer or agent', bn: 'নিয়োগকর্তা বা এজেন্ট' },
  { code: 'other', en: 'Somebody else', bn: 'অন্য কেউ' },
])

/** How far the accusation has gone. */
export const accusationStages = defineCodes('setu:accusation-stage', '2026-01', [
  { code: 'feared', en: 'Feared or threatened', bn: 'আশঙ্কা বা হুমকি' },
  { code: 'held', en: 'Held', bn: 'আটক' },
  { code: 'accused', en: 'Accused', bn: 'অভিযুক্ত' },
  { code: 'charged', en: 'Charged', bn: 'অভিযোগ গঠিত' },
  { code: 'convicted', en: 'Convicted', bn: 'দণ্ডিত' },
  { code: 'sentenceServed', en: 'Sentence served', bn: 'সাজা ভোগ শেষ' },
])

/** What supports a claim. */
export const claimGrounds = defineCodes('setu:claim-ground', '2026-01', [
  { code: 'identified', en: 'Identified as a survivor', bn: 'সারভাইভার হিসেবে শনাক্ত' },
  { code: 'indicators', en: 'Signs found at a screening', bn: 'স্ক্রিনিংয়ে পাওয়া লক্ষণ' },
  { code: 'papers', en: 'Papers or messages', bn: 'কাগজপত্র বা বার্তা' },
  { code: 'witness', en: 'A witness', bn: 'সাক্ষী' },
  { code: 'medical', en: 'A medical report', bn: 'চিকিৎসা প্রতিবেদন' },
  { code: 'others', en: 'Others were made to do the same there', bn: 'সেখানে অন্যদেরও একই কাজে বাধ্য করা হয়েছে' },
  { code: 'child', en: 'Was a child', bn: 'শিশু ছিলেন' },
  { code: 'ownWords', en: 'What the person says', bn: 'ব্যক্তির নিজের কথা' },
])

/** Who speaks for a claim before an authority. */
export const claimSupporters = defineCodes('setu:claim-supporter', '2026-01', [
  { code: 'us', en: 'We ourselves', bn: 'আমরা নিজেরা' },
  { code: 'legalAid', en: 'Legal aid', bn: 'আইনি সহায়তাকারী' },
  { code: 'ownLawyer', en: 'The person’s own lawyer', bn: 'ব্যক্তির নিজের আইনজীবী' },
  { code: 'mission', en: 'Embassy or consulate', bn: 'দূতাবাস বা কনস্যুলেট' },
  { code: 'socialServices', en: 'Social services', bn: 'সমাজসেবা' },
  { code: 'humanRights', en: 'A human-rights commission', bn: 'মানবাধিকার কমিশন' },
])

/**
 * Who is told of a claim, and what a survivor has to have agreed to before: to tell somebody of it is to tell them who
 * is a survivor.
 */
export const claimHearers = defineCodes('setu:claim-hearer', '2026-01', [
  { code: 'survivor', en: 'The survivor knows how it stands', bn: 'সারভাইভার অগ্রগতি জানেন', agreed: null },
  { code: 'management', en: 'Whoever leads our office', bn: 'আমাদের কার্যালয়ের প্রধান', agreed: null },
  { code: 'lawyer', en: 'Lawyer or legal aid', bn: 'আইনজীবী বা আইনি সহায়তাকারী', agreed: 'shareLegalAid' },
  { code: 'court', en: 'Court, through the lawyer', bn: 'আদালত, আইনজীবীর মাধ্যমে', agreed: 'shareLegalAid' },
  { code: 'police', en: 'Police', bn: 'পুলিশ', agreed: 'sharePolice' },
  { code: 'prosecutor', en: 'Prosecutor', bn: 'সরকারি কৌঁসুলি', agreed: 'sharePolice' },
  { code: 'mission', en: 'Embassy or consulate', bn: 'দূতাবাস বা কনস্যুলেট', agreed: 'repatriation' },
])

/** What is done next about a claim. */
export const claimNextSteps = defineCodes('setu:claim-next-step', '2026-01', [
  { code: 'findLawyer', en: 'Find a lawyer', bn: 'আইনজীবী খোঁজা' },
  { code: 'visit', en: 'Visit where the person is held', bn: 'যেখানে আটক আছেন সেখানে দেখা করা' },
  { code: 'gather', en: 'Gather what supports the claim', bn: 'দাবির সমর্থনে তথ্য জোগাড়' },
  { code: 'letter', en: 'Write a letter', bn: 'চিঠি লেখা' },
  { code: 'petition', en: 'File a petition', bn: 'আবেদন দাখিল' },
  { code: 'meet', en: 'Meet the authority', bn: 'কর্তৃপক্ষের সঙ্গে দেখা করা' },
  { code: 'hearing', en: 'Go along to the hearing', bn: 'শুনানিতে সঙ্গে যাওয়া' },
  { code: 'ask', en: 'Ask how it stands', bn: 'অগ্রগতি জানতে চাওয়া' },
])

/** Who takes the next step. */
export const claimOwners = defineCodes('setu:claim-owner', '2026-01', [
  { code: 'caseworker', en: 'Caseworker', bn: 'কেস ওয়ার্কার' },
  { code: 'supervisor', en: 'Supervisor', bn: 'সুপারভাইজার' },
])

/** What came of a claim that was accepted. */
export const claimOutcomes = defineCodes('setu:claim-outcome', '2026-01', [
  { code: 'notPursued', en: 'Nothing was begun', bn: 'কোনো ব্যবস্থা নেওয়া হয়নি' },
  { code: 'released', en: 'Released', bn: 'মুক্তি' },
  { code: 'chargeDropped', en: 'The charge was dropped', bn: 'অভিযোগ প্রত্যাহার' },
  { code: 'discharged', en: 'Discharged', bn: 'অব্যাহতি' },
  { code: 'acquitted', en: 'Acquitted', bn: 'খালাস' },
  { code: 'setAside', en: 'The sentence was set aside', bn: 'সাজা বাতিল' },
  { code: 'fineWaived', en: 'A fine was waived', bn: 'জরিমানা মওকুফ' },
])

/** Why a claim is taken back. */
export const claimWithdrawals = defineCodes('setu:claim-withdrawal', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor wishes it', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'inError', en: 'It was written down in error', bn: 'ভুল করে লেখা হয়েছে' },
  { code: 'nobodyAccuses', en: 'Nobody accuses the person any more', bn: 'এখন আর কেউ অভিযোগ করছে না' },
])

/** How a claim of non-punishment stands. */
export const claimStates = defineCodes('setu:non-punishment-state', '2026-01', [
  { code: 'raised', en: 'Raised', bn: 'উত্থাপিত' },
  { code: 'supported', en: 'Supported', bn: 'সমর্থিত' },
  { code: 'accepted', en: 'Accepted', bn: 'গৃহীত' },
  { code: 'notAccepted', en: 'Not accepted', bn: 'গৃহীত হয়নি' },
  { code: 'contested', en: 'Contested', bn: 'আপত্তি জানানো হয়েছে' },
  { code: 'lost', en: 'Not accepted in the end', bn: 'শেষ পর্যন্ত গৃহীত হয়নি' },
  { code: 'withdrawn', en: 'Taken back', bn: 'প্রত্যাহার' },
])

/** How a claim stands. */
export type ClaimState = CodeOf<typeof claimStates>

/** In which states a claim goes on. One that was not accepted goes on, too, while there is time to contest it. */
export const openClaimStates: readonly ClaimState[] = ['raised', 'supported', 'contested']

/** Whether a claim goes on: it waits for an answer, or a no to it can still be contested. */
export function claimGoesOn(state: string | null, contestUntil: unknown, today: string): boolean {
  if (state === 'notAccepted') return typeof contestUntil === 'string' && contestUntil >= today
  return openClaimStates.some((open) => open === state)
}

const workers = ['own', 'supervise'] as const
const decided = ['decidedBy', 'decidedOn'] as const
const again = ['contestBy', 'contestedOn'] as const

/**
 * The steps of a claim. That it was accepted keeps a name in for good, and taking it back lets it out: somebody else
 * than who raised it does either.
 */
export const claimSteps = defineStates({
  list: claimStates,
  begins: 'raised',
  amends: ['raised', 'supported', 'contested'],
  steps: [
    {
      from: 'raised',
      to: 'supported',
      en: 'It is supported',
      bn: 'সমর্থন করা হয়েছে',
      by: workers,
      asks: ['grounds', 'supportedBy', 'supportedOn'],
      takes: ['argument', 'letter'],
    },
    ...(['raised', 'supported'] as const).flatMap((from) => [
      {
        from,
        to: 'accepted' as const,
        en: 'It was accepted',
        bn: 'গৃহীত হয়েছে',
        by: workers,
        asks: [...decided, 'outcome'],
        notBy: ['raised'] as const,
      },
      {
        from,
        to: 'notAccepted' as const,
        en: 'It was not accepted',
        bn: 'গৃহীত হয়নি',
        by: workers,
        asks: decided,
        takes: ['contestUntil'],
      },
    ]),
    {
      from: 'notAccepted',
      to: 'contested',
      en: 'Contest it',
      bn: 'আপত্তি জানান',
      by: workers,
      asks: again.slice(1),
    },
    {
      from: 'contested',
      to: 'accepted',
      en: 'It was accepted after all',
      bn: 'শেষে গৃহীত হয়েছে',
      by: workers,
      asks: [again[0], 'outcome'],
      notBy: ['raised'],
    },
    {
      from: 'contested',
      to: 'lost',
      en: 'It was not accepted in the end',
      bn: 'শেষ পর্যন্ত গৃহীত হয়নি',
      by: workers,
      asks: [again[0]],
    },
    ...(['raised', 'supported', 'contested'] as const).map((from) => ({
      from,
      to: 'withdrawn' as const,
      en: 'Take it back',
      bn: 'প্রত্যাহার করুন',
      by: ['supervise'] as const,
      asks: ['whyWithdrawn'],
      notBy: ['raised'] as const,
    })),
  ],
})
