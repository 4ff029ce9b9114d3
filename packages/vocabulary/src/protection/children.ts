import { type CodeOf, codesOf, defineCodes } from '../codes.ts'
import { defineStates } from '../steps.ts'

/** What a guardian is to a child. A husband is none, whatever a paper says. */
export const guardianRelations = defineCodes('setu:guardian-relation', '2026-11', [
  { code: 'parent', en: 'Mother or father', bn: 'মা বা বাবা' },
  { code: 'grandparent', en: 'Grandparent', bn: 'দাদা-দাদি বা নানা-নানি' },
  { code: 'sibling', en: 'Grown-up sister or brother', bn: 'প্রাপ্তবয়স্ক বোন বা ভাই' },
  { code: 'relative', en: 'Another relative', bn: 'অন্য আত্মীয়' },
  { code: 'courtAppointed', en: 'Appointed by a court', bn: 'আদালত নিযুক্ত' },
  { code: 'probationOfficer', en: 'Probation officer', bn: 'প্রবেশন কর্মকর্তা' },
  { code: 'institution', en: 'An institution that cares for the child', bn: 'যে প্রতিষ্ঠান শিশুর যত্ন নেয়' },
  { code: 'forTheCase', en: 'Guardian for the court case', bn: 'মামলার জন্য অভিভাবক' },
])

/** What is asked before somebody may act for a child. Each is answered by itself, by a named person. */
export const guardianQuestions = defineCodes('setu:guardian-question', '2026-11', [
  {
    code: 'suspected',
    en: 'Is suspected of having to do with what happened to the child',
    bn: 'শিশুর সঙ্গে যা ঘটেছে তাতে জড়িত বলে সন্দেহ আছে',
  },
  {
    code: 'gains',
    en: 'Gains from the child’s work, marriage or silence',
    bn: 'শিশুর কাজ, বিয়ে বা চুপ থাকায় লাভবান হন',
  },
  { code: 'harmed', en: 'Hurt or neglected the child', bn: 'শিশুকে আঘাত বা অবহেলা করেছেন' },
  {
    code: 'pressed',
    en: 'Presses the child to be silent or to settle',
    bn: 'শিশুকে চুপ থাকতে বা আপস করতে চাপ দেন',
  },
  {
    code: 'dependsOnSuspect',
    en: 'Lives with or depends on a suspect',
    bn: 'সন্দেহভাজনের সঙ্গে থাকেন বা তার ওপর নির্ভরশীল',
  },
  { code: 'childAfraid', en: 'The child is afraid of them', bn: 'শিশু তাঁকে ভয় পায়' },
])

/** A question that is asked of a guardian. */
export type GuardianQuestion = CodeOf<typeof guardianQuestions>

/** What was found. What is not known is no "no": in doubt the child is protected. */
export const guardianFindings = defineCodes('setu:guardian-finding', '2026-11', [
  { code: 'no', en: 'No', bn: 'না' },
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'notKnown', en: 'Not known', bn: 'জানা নেই' },
])

/** Why somebody is a child's guardian no more. */
export const guardianEnds = defineCodes('setu:guardian-end', '2026-11', [
  { code: 'another', en: 'Somebody else is guardian now', bn: 'এখন অন্য কেউ অভিভাবক' },
  { code: 'ofAge', en: 'The child is of age', bn: 'শিশু প্রাপ্তবয়স্ক হয়েছে' },
  { code: 'withdrew', en: 'They do not wish to be it', bn: 'তিনি আর থাকতে চান না' },
  { code: 'courtEnded', en: 'A court ended it', bn: 'আদালত শেষ করেছে' },
  { code: 'died', en: 'They died', bn: 'তিনি মারা গেছেন' },
])

/** On what it rests that a guardian is a suspect. What it is in words stays sealed. */
export const guardianSuspicions = defineCodes('setu:guardian-suspicion', '2026-11', [
  { code: 'childSaid', en: 'The child said so', bn: 'শিশু বলেছে' },
  { code: 'police', en: 'The police or a court', bn: 'পুলিশ বা আদালত' },
  { code: 'somebodySaid', en: 'Somebody else said so', bn: 'অন্য কেউ বলেছেন' },
  { code: 'seen', en: 'We saw signs of it', bn: 'আমরা লক্ষণ দেখেছি' },
])

/** How somebody stands as the guardian of a child. */
export const guardianStates = defineCodes('setu:guardian-state', '2026-11', [
  { code: 'named', en: 'Named, not checked yet', bn: 'নাম এসেছে, যাচাই হয়নি' },
  { code: 'acts', en: 'Acts for the child', bn: 'শিশুর পক্ষে কাজ করেন' },
  { code: 'unfit', en: 'Has a conflict of interest', bn: 'স্বার্থের সংঘাত আছে' },
  { code: 'suspect', en: 'A suspect', bn: 'সন্দেহভাজন' },
  { code: 'ended', en: 'Not guardian any more', bn: 'আর অভিভাবক নন' },
])

/** How somebody stands as the guardian of a child. */
export type GuardianState = CodeOf<typeof guardianStates>

const both = ['own', 'supervise'] as const
const suspecting = {
  en: 'They are a suspect: what they agreed to ends',
  bn: 'তিনি সন্দেহভাজন: তাঁর দেওয়া সম্মতি শেষ',
  by: both,
  asks: ['suspectedBecause'],
} as const

/** The steps of a guardian. Whoever is called a suspect is so at once; only a supervisor, and another person, says otherwise. */
export const guardianSteps = defineStates({
  list: guardianStates,
  begins: 'named',
  amends: ['named'],
  steps: [
    {
      from: 'named',
      to: 'acts',
      en: 'Checked: may act for the child',
      bn: 'যাচাই হয়েছে: শিশুর পক্ষে কাজ করতে পারেন',
      by: both,
      asks: ['relation', ...codesOf(guardianQuestions), 'checkedOn'],
    },
    { from: 'named', to: 'unfit', en: 'There is a conflict of interest', bn: 'স্বার্থের সংঘাত আছে', by: both },
    { from: 'named', to: 'suspect', ...suspecting },
    { from: 'acts', to: 'suspect', ...suspecting },
    { from: 'unfit', to: 'suspect', ...suspecting },
    {
      from: 'acts',
      to: 'unfit',
      en: 'A conflict of interest was found',
      bn: 'স্বার্থের সংঘাত পাওয়া গেছে',
      by: both,
    },
    { from: 'unfit', to: 'named', en: 'Check again', bn: 'আবার যাচাই করুন', by: ['supervise'], notBy: ['unfit'] },
    {
      from: 'suspect',
      to: 'named',
      en: 'No suspect any more: check again',
      bn: 'আর সন্দেহভাজন নন: আবার যাচাই করুন',
      by: ['supervise'],
      notBy: ['suspect'],
    },
    {
      from: 'acts',
      to: 'ended',
      en: 'Not guardian any more',
      bn: 'আর অভিভাবক নন',
      by: both,
      asks: ['endedBecause'],
    },
    {
      from: 'named',
      to: 'ended',
      en: 'Not guardian any more',
      bn: 'আর অভিভাবক নন',
      by: both,
      asks: ['endedBecause'],
    },
  ],
})

/** Whether a child of this age says yes or no themselves, beside their guardian: all but the smallest. */
export function asksAssent(band: string | null): boolean {
  return band !== '0-4'
}

/** How a child was heard. */
export const viewsHeard = defineCodes('setu:child-view-heard', '2026-11', [
  { code: 'alone', en: 'Alone with somebody the child trusts', bn: 'শিশু যাঁকে বিশ্বাস করে তাঁর সঙ্গে একা' },
  { code: 'withSupport', en: 'With somebody at their side', bn: 'পাশে কেউ ছিলেন' },
  { code: 'otherWays', en: 'By play, drawing or signs', bn: 'খেলা, আঁকা বা ইশারায়' },
  { code: 'notWished', en: 'The child did not wish to speak', bn: 'শিশু কথা বলতে চায়নি' },
  { code: 'tooYoung', en: 'Too young to say', bn: 'বলার মতো বয়স হয়নি' },
])

/** Where a child can live. Neither marriage nor adoption nor work is one of them. */
export const careOptions = defineCodes('setu:care-option', '2026-11', [
  { code: 'family', en: 'Back to the family', bn: 'পরিবারে ফেরা', toFamily: true },
  { code: 'kin', en: 'With relatives', bn: 'আত্মীয়ের কাছে', toFamily: true },
  { code: 'foster', en: 'Foster care', bn: 'পালক পরিবার', toFamily: false },
  { code: 'home', en: 'Stay in a home', bn: 'আশ্রয়কেন্দ্রে থাকা', toFamily: false },
  {
    code: 'supportedLiving',
    en: 'Live by themselves with support',
    bn: 'সহায়তা নিয়ে নিজে থাকা',
    toFamily: false,
  },
  { code: 'repatriation', en: 'Return to their country', bn: 'নিজ দেশে ফেরা', toFamily: false },
])

/** Where a child can live. */
export type CareOption = CodeOf<typeof careOptions>

/** Who takes part in a decision on a child's best interests. */
export const panelMembers = defineCodes('setu:best-interests-panel', '2026-11', [
  { code: 'caseworker', en: 'Caseworker', bn: 'কেস ওয়ার্কার' },
  { code: 'supervisor', en: 'Supervisor', bn: 'সুপারভাইজার' },
  { code: 'probationOfficer', en: 'Probation officer', bn: 'প্রবেশন কর্মকর্তা' },
  { code: 'childBoard', en: 'Child welfare board', bn: 'শিশুকল্যাণ বোর্ড' },
  { code: 'counsellor', en: 'Counsellor', bn: 'কাউন্সেলর' },
  { code: 'lawyer', en: 'Lawyer of the child', bn: 'শিশুর আইনজীবী' },
  { code: 'outsider', en: 'Somebody from another organisation', bn: 'অন্য সংস্থার কেউ' },
])

/** How an assessment of a child's best interests stands. */
export const assessmentStates = defineCodes('setu:best-interests-assessment-state', '2026-11', [
  { code: 'draft', en: 'Being written', bn: 'লেখা হচ্ছে' },
  { code: 'made', en: 'Made', bn: 'সম্পন্ন' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of an assessment of a child's best interests. */
export const assessmentSteps = defineStates({
  list: assessmentStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'made',
      en: 'Finish the assessment',
      bn: 'নিরূপণ শেষ করুন',
      by: both,
      asks: ['assessedOn', 'viewHeard', 'familyAgrees', 'familyCan', 'recommends'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: both },
  ],
})

/** How a determination of a child's best interests stands. */
export const determinationStates = defineCodes('setu:best-interests-determination-state', '2026-11', [
  { code: 'draft', en: 'Being written', bn: 'লেখা হচ্ছে' },
  { code: 'proposed', en: 'Proposed; somebody else decides', bn: 'প্রস্তাবিত; অন্য কেউ সিদ্ধান্ত নেবেন' },
  { code: 'decided', en: 'Decided', bn: 'সিদ্ধান্ত হয়েছে' },
  { code: 'replaced', en: 'Replaced', bn: 'নতুন সিদ্ধান্ত এসেছে' },
  { code: 'dropped', en: 'Dropped', bn: 'বাতিল' },
])

/** The steps of a determination: whoever proposes it does not decide it. */
export const determinationSteps = defineStates({
  list: determinationStates,
  begins: 'draft',
  amends: ['draft'],
  steps: [
    {
      from: 'draft',
      to: 'proposed',
      en: 'Propose it',
      bn: 'প্রস্তাব দিন',
      by: both,
      asks: ['panelOn', 'panel', 'options', 'decision', 'viewHeard', 'reviewOn'],
    },
    { from: 'draft', to: 'dropped', en: 'Drop this draft', bn: 'এই খসড়া বাতিল করুন', by: both },
    {
      from: 'proposed',
      to: 'decided',
      en: 'Decide so',
      bn: 'এই সিদ্ধান্ত নিন',
      by: ['supervise'],
      notBy: ['proposed'],
    },
    { from: 'proposed', to: 'draft', en: 'Send it back', bn: 'ফেরত পাঠান', by: ['supervise'] },
    { from: 'decided', to: 'replaced', en: 'Set it aside', bn: 'সরিয়ে রাখুন', by: ['supervise'] },
  ],
})

/** What may not happen to a child before their best interests were looked into. */
export const childActs = defineCodes('setu:child-act', '2026-11', [
  { code: 'traceFamily', en: 'Looking for the family', bn: 'পরিবার খোঁজা' },
  { code: 'goToFamily', en: 'Handing the child to the family', bn: 'পরিবারের কাছে দেওয়া' },
  { code: 'stayLonger', en: 'A longer stay in a home', bn: 'আশ্রয়কেন্দ্রে আরও থাকা' },
  { code: 'repatriate', en: 'Return to their country', bn: 'নিজ দেশে ফেরা' },
])

/** What may not happen to a child before their best interests were looked into. */
export type ChildAct = CodeOf<typeof childActs>

/** What an act asks for: an assessment that was made, or a decision; of some only after so many days away from the family. */
export interface ChildGate {
  readonly act: ChildAct
  readonly needs: 'assessment' | 'determination'
  readonly afterDays: number
}

/** The rules for children: defaults to adopt or change, not law. */
export interface ChildRules {
  readonly version: string
  /** Whoever may be a child is treated as one until their age was assessed. */
  readonly doubtIsChild: boolean
  readonly gates: readonly ChildGate[]
}

/** The rules for children Setu begins with. */
export const childRules: ChildRules = {
  version: '2026-01',
  doubtIsChild: true,
  gates: [
    { act: 'traceFamily', needs: 'assessment', afterDays: 0 },
    { act: 'goToFamily', needs: 'assessment', afterDays: 0 },
    { act: 'goToFamily', needs: 'determination', afterDays: 30 },
    { act: 'stayLonger', needs: 'determination', afterDays: 90 },
    { act: 'repatriate', needs: 'determination', afterDays: 0 },
  ],
}

/** What was looked into for a child. */
export interface BestInterests {
  readonly assessed: boolean
  /** What was decided, where something was. */
  readonly decision: CareOption | null
}

/** Which decisions an act stands on: a child goes to the family only where that was decided. */
const decidedFor: Readonly<Record<ChildAct, readonly CareOption[]>> = {
  traceFamily: codesOf(careOptions),
  goToFamily: ['family', 'kin'],
  stayLonger: ['home'],
  repatriate: ['repatriation'],
}

/** What is still missing for an act after so many days; nothing where the gates are open. */
export function missingFor(
  rules: ChildRules,
  act: ChildAct,
  days: number,
  { assessed, decision }: BestInterests,
): ChildGate['needs'] | null {
  const gates = rules.gates.filter((gate) => gate.act === act && days >= gate.afterDays)
  const decided = decision !== null && decidedFor[act].includes(decision)
  const shut = gates.filter(({ needs }) => !(needs === 'determination' ? decided : assessed || decided))
  if (shut.length === 0) return null
  return shut.some(({ needs }) => needs === 'determination') ? 'determination' : 'assessment'
}

/** After how many days a child stays in a home only where that was decided. */
export function longestUndecided({ gates }: ChildRules): number {
  const days = gates.filter(({ act }) => act === 'stayLonger').map(({ afterDays }) => afterDays)
  return Math.min(...days, Number.MAX_SAFE_INTEGER)
}
