import {
  accusationStages,
  accusedOffences,
  claimAuthorities,
  claimGrounds,
  claimHearers,
  claimNextSteps,
  claimOutcomes,
  claimOwners,
  claimSteps,
  claimSupporters,
  claimWithdrawals,
  offenceLinks,
} from '@setu/vocabulary'
import { defineRecord, type Values } from '../../kit/record.ts'

/**
 * A survivor's claim that an offence they are accused of was forced on them, or followed from being trafficked. While
 * it goes on, nobody publishes them as accused. The number under which they are accused is sealed; the code of the
 * claim is what an authority is told in place of a name.
 */
export const nonPunishmentClaim = defineRecord({
  name: 'nonPunishmentClaim',
  table: 'non_punishment_claim',
  of: 'case',
  part: 'narrative',
  states: claimSteps,
  many: true,
  label: { en: 'Claim of non-punishment', bn: 'শাস্তি থেকে অব্যাহতির দাবি' },
  fields: {
    offences: {
      kind: 'codes',
      from: accusedOffences,
      reach: 'agency',
      label: { en: 'Accused of', bn: 'যে অভিযোগ' },
    },
    link: {
      kind: 'code',
      from: offenceLinks,
      reach: 'agency',
      label: { en: 'How it came to it', bn: 'কীভাবে ঘটেছে' },
      why: {
        en: 'Nobody is punished for what they were made to do. Of a child no force has to be shown.',
        bn: 'যা করতে বাধ্য করা হয়েছে তার জন্য কেউ শাস্তি পান না। শিশুর ক্ষেত্রে বলপ্রয়োগ প্রমাণ করতে হয় না।',
      },
    },
    accusedBy: {
      kind: 'code',
      from: claimAuthorities,
      reach: 'agency',
      label: { en: 'Accused by', bn: 'অভিযোগকারী' },
    },
    accusedIn: { kind: 'country', reach: 'agency', label: { en: 'In which country', bn: 'কোন দেশে' } },
    stage: {
      kind: 'code',
      from: accusationStages,
      reach: 'agency',
      label: { en: 'How far it has gone', bn: 'কতদূর এগিয়েছে' },
    },
    raisedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Raised on', bn: 'উত্থাপনের তারিখ' },
    },
    words: {
      kind: 'text',
      most: 8000,
      lines: true,
      reach: 'sealed',
      label: { en: 'What happened, in the survivor’s words', bn: 'কী ঘটেছে, সারভাইভারের কথায়' },
    },
    caseNumber: {
      kind: 'text',
      most: 120,
      reach: 'sealed',
      label: { en: 'Number of the criminal case', bn: 'ফৌজদারি মামলার নম্বর' },
      why: {
        en: 'With the name as it is written there, it keeps the person from being published as accused.',
        bn: 'সেখানে লেখা নামের সঙ্গে এটি থাকলে ব্যক্তিকে অভিযুক্ত হিসেবে প্রকাশ করা যায় না।',
      },
    },
    accusedAs: {
      kind: 'text',
      most: 200,
      reach: 'sealed',
      label: { en: 'Name as written in the accusation', bn: 'অভিযোগে যেভাবে নাম লেখা' },
    },
    told: {
      kind: 'codes',
      from: claimHearers,
      reach: 'agency',
      label: { en: 'Who is told of the claim', bn: 'দাবির কথা কে জানেন' },
      why: {
        en: 'Whoever hears of it learns that the person is a survivor: only those whom they agreed to.',
        bn: 'যিনি শোনেন তিনি জেনে যান যে ব্যক্তি একজন সারভাইভার: কেবল যাঁদের জানাতে তিনি সম্মতি দিয়েছেন।',
      },
    },
    nextStep: {
      kind: 'code',
      from: claimNextSteps,
      reach: 'agency',
      label: { en: 'Next step', bn: 'পরবর্তী পদক্ষেপ' },
    },
    nextOwner: {
      kind: 'code',
      from: claimOwners,
      reach: 'agency',
      label: { en: 'Who takes it', bn: 'কে করবেন' },
    },
    nextBy: {
      kind: 'day',
      reach: 'agency',
      label: { en: 'By which day', bn: 'কোন তারিখের মধ্যে' },
    },
    grounds: { kind: 'codes', from: claimGrounds, reach: 'agency', label: { en: 'Grounds', bn: 'ভিত্তি' } },
    supportedBy: {
      kind: 'code',
      from: claimSupporters,
      reach: 'agency',
      label: { en: 'Who supports it', bn: 'কে সমর্থন করেন' },
    },
    supportedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Supported on', bn: 'সমর্থনের তারিখ' },
    },
    argument: {
      kind: 'text',
      most: 8000,
      lines: true,
      reach: 'sealed',
      label: { en: 'The argument', bn: 'যুক্তি' },
    },
    letter: { kind: 'link', to: 'caseDocument', reach: 'agency', label: { en: 'Letter', bn: 'চিঠি' } },
    decidedBy: {
      kind: 'code',
      from: claimAuthorities,
      reach: 'agency',
      label: { en: 'Decided by', bn: 'কার সিদ্ধান্ত' },
    },
    decidedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Decided on', bn: 'সিদ্ধান্তের তারিখ' },
    },
    contestUntil: {
      kind: 'day',
      reach: 'agency',
      label: { en: 'Can be contested until', bn: 'যে তারিখ পর্যন্ত আপত্তি করা যায়' },
    },
    contestedOn: {
      kind: 'day',
      usually: 'today',
      reach: 'agency',
      label: { en: 'Contested on', bn: 'আপত্তির তারিখ' },
    },
    contestBy: {
      kind: 'code',
      from: claimAuthorities,
      reach: 'agency',
      label: { en: 'Decided by, when contested', bn: 'আপত্তির পর কার সিদ্ধান্ত' },
    },
    outcome: {
      kind: 'code',
      from: claimOutcomes,
      reach: 'agency',
      erasure: 'keep',
      label: { en: 'What came of it', bn: 'ফলাফল' },
    },
    whyWithdrawn: {
      kind: 'code',
      from: claimWithdrawals,
      reach: 'agency',
      label: { en: 'Why it is taken back', bn: 'কেন প্রত্যাহার' },
    },
    claimCode: {
      kind: 'text',
      most: 12,
      reach: 'agency',
      label: { en: 'Code of the claim', bn: 'দাবির কোড' },
    },
  },
  sections: {
    accusation: {
      label: { en: 'The accusation', bn: 'অভিযোগ' },
      asks: ['offences', 'link', 'accusedBy', 'accusedIn', 'stage', 'raisedOn', 'words'],
    },
    named: {
      label: { en: 'How the person is named there', bn: 'সেখানে ব্যক্তির নাম' },
      asks: ['caseNumber', 'accusedAs'],
    },
    next: {
      label: { en: 'What is done', bn: 'যা করা হবে' },
      asks: ['nextStep', 'nextOwner', 'nextBy', 'told'],
    },
    course: {
      label: { en: 'Support and answer', bn: 'সমর্থন ও উত্তর' },
      withSteps: true,
      asks: [
        'grounds',
        'supportedBy',
        'supportedOn',
        'argument',
        'letter',
        'decidedBy',
        'decidedOn',
        'contestUntil',
        'contestedOn',
        'contestBy',
        'outcome',
        'whyWithdrawn',
        'claimCode',
      ],
    },
  },
  list: ['offences', 'raisedOn', 'nextStep', 'nextBy', 'claimCode'],
})

export type NonPunishmentClaim = Values<typeof nonPunishmentClaim>
