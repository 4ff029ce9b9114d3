import { type CodeOf, defineCodes } from '../codes.ts'
import { mayBecome, type Transitions } from '../transitions.ts'

/** How far the work with a survivor has come. */
export const caseStates = defineCodes('setu:case-state', '2026-01', [
  { code: 'intake', en: 'Intake', bn: 'প্রাথমিক গ্রহণ', htcds: 'Active' },
  { code: 'assessed', en: 'Assessed', bn: 'চাহিদা ও ঝুঁকি নিরূপিত', htcds: 'Active' },
  { code: 'planned', en: 'Planned', bn: 'সেবা পরিকল্পনা হয়েছে', htcds: 'Active' },
  { code: 'active', en: 'Services under way', bn: 'সেবা চলমান', htcds: 'Active' },
  { code: 'followUp', en: 'Follow-up', bn: 'ফলো-আপ', htcds: 'FollowUp' },
  { code: 'onHold', en: 'On hold', bn: 'স্থগিত', htcds: 'Active' },
  { code: 'transferred', en: 'Handed over', bn: 'হস্তান্তরিত', htcds: 'ClosedReferred' },
  { code: 'closed', en: 'Closed', bn: 'সমাপ্ত', htcds: 'Closed' },
])

/** A state of a case. */
export type CaseState = CodeOf<typeof caseStates>

/**
 * What may follow each state of a case.
 *
 * A closed case can always be reopened. A case that was handed over is taken up by its new owner wherever
 * the work stands.
 */
export const caseTransitions: Transitions<CaseState> = {
  intake: ['assessed', 'onHold', 'transferred', 'closed'],
  assessed: ['planned', 'onHold', 'transferred', 'closed'],
  planned: ['active', 'assessed', 'onHold', 'transferred', 'closed'],
  active: ['followUp', 'assessed', 'planned', 'onHold', 'transferred', 'closed'],
  followUp: ['active', 'assessed', 'planned', 'onHold', 'transferred', 'closed'],
  onHold: ['intake', 'assessed', 'planned', 'active', 'followUp', 'transferred', 'closed'],
  transferred: ['intake', 'assessed', 'planned', 'active', 'followUp'],
  closed: ['intake', 'assessed', 'active', 'followUp'],
}

/** Whether a case in one state may go to another, its requirements apart. */
export function caseMayBecome(from: CaseState, to: CaseState): boolean {
  return mayBecome(caseTransitions, from, to)
}

/** What must be so before a case moves on. A supervisor may let the ones marked so wait, with a reason. */
export const caseRequirements = defineCodes('setu:case-requirement', '2026-01', [
  {
    code: 'ageBand',
    en: 'Age band, and how sure it is, is recorded',
    bn: 'বয়সসীমা ও তা কতটা নিশ্চিত তা লেখা হয়েছে',
    supervisorMayWaive: false,
  },
  { code: 'sex', en: 'Sex or gender is recorded', bn: 'লিঙ্গ লেখা হয়েছে', supervisorMayWaive: false },
  { code: 'language', en: 'Language is recorded', bn: 'ভাষা লেখা হয়েছে', supervisorMayWaive: false },
  {
    code: 'safeContact',
    en: 'There is a safe way to reach the person',
    bn: 'যোগাযোগের নিরাপদ উপায় জানা আছে',
    supervisorMayWaive: true,
  },
  {
    code: 'rightsNotice',
    en: 'The person was told their rights',
    bn: 'তাঁকে তাঁর অধিকার জানানো হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'serviceConsent',
    en: 'The person agreed to receive services',
    bn: 'তিনি সেবা নিতে সম্মতি দিয়েছেন',
    supervisorMayWaive: false,
  },
  {
    code: 'immediateSafety',
    en: 'Immediate safety was checked',
    bn: 'তাৎক্ষণিক নিরাপত্তা যাচাই করা হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'guardianOfChild',
    en: 'A child has a guardian without a conflict of interest',
    bn: 'শিশুর এমন অভিভাবক আছেন যাঁর স্বার্থের সংঘাত নেই',
    supervisorMayWaive: true,
  },
  {
    code: 'riskAssessed',
    en: 'Risks were assessed',
    bn: 'ঝুঁকি মূল্যায়ন করা হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'needsAssessed',
    en: 'Needs were assessed',
    bn: 'চাহিদা নিরূপণ করা হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'planAnswered',
    en: 'The person gave their answer to the service plan',
    bn: 'সেবা পরিকল্পনা সম্পর্কে তিনি মতামত দিয়েছেন',
    supervisorMayWaive: false,
  },
  {
    code: 'planApproved',
    en: 'The service plan is approved, where the organisation asks for it',
    bn: 'সংস্থা চাইলে সেবা পরিকল্পনা অনুমোদিত হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'safetyPlan',
    en: 'There is a safety plan wherever risk is medium or higher',
    bn: 'ঝুঁকি মাঝারি বা বেশি হলে নিরাপত্তা পরিকল্পনা আছে',
    supervisorMayWaive: false,
  },
  {
    code: 'noHighRisk',
    en: 'No high risk is open',
    bn: 'কোনো উচ্চ ঝুঁকি অমীমাংসিত নেই',
    supervisorMayWaive: true,
  },
  {
    code: 'noPendingReferral',
    en: 'No referral is pending',
    bn: 'কোনো রেফারেল অমীমাংসিত নেই',
    supervisorMayWaive: true,
  },
  {
    code: 'followUpsDone',
    en: 'Follow-ups are done, or the survivor declined them',
    bn: 'খোঁজ নেওয়া শেষ, অথবা সারভাইভার তা চাননি',
    supervisorMayWaive: true,
  },
  {
    code: 'safelyTraced',
    en: 'Enough safe attempts to reach the person were made',
    bn: 'নিরাপদে যোগাযোগের যথেষ্ট চেষ্টা হয়েছে',
    supervisorMayWaive: true,
  },
  {
    code: 'childSolution',
    en: 'A child has a lasting solution',
    bn: 'শিশুর জন্য স্থায়ী সমাধান হয়েছে',
    supervisorMayWaive: true,
  },
  {
    code: 'compensationPaid',
    en: 'No compensation order is unpaid',
    bn: 'ক্ষতিপূরণের কোনো আদেশ অপরিশোধিত নেই',
    supervisorMayWaive: true,
  },
  {
    code: 'noOpenClaim',
    en: 'No claim of non-punishment is open',
    bn: 'শাস্তি থেকে অব্যাহতির কোনো দাবি অমীমাংসিত নেই',
    supervisorMayWaive: true,
  },
  {
    code: 'noOpenCourtLink',
    en: 'The case is tied to no criminal case any more',
    bn: 'কেসটি আর কোনো মামলার সঙ্গে যুক্ত নেই',
    supervisorMayWaive: false,
  },
  {
    code: 'documentsReturned',
    en: "The person's documents were given back",
    bn: 'তাঁর কাগজপত্র ফেরত দেওয়া হয়েছে',
    supervisorMayWaive: true,
  },
  {
    code: 'closureReason',
    en: 'A reason for closing is given',
    bn: 'সমাপ্তির কারণ দেওয়া হয়েছে',
    supervisorMayWaive: false,
  },
  {
    code: 'supervisorAgreed',
    en: 'A supervisor agreed',
    bn: 'সুপারভাইজার একমত হয়েছেন',
    supervisorMayWaive: false,
  },
  {
    code: 'feedbackInvited',
    en: 'The person was invited to say what they think of us',
    bn: 'তাঁর মতামত চাওয়া হয়েছে',
    supervisorMayWaive: true,
  },
  {
    code: 'personTold',
    en: 'The person was told',
    bn: 'তাঁকে জানানো হয়েছে',
    supervisorMayWaive: true,
  },
  {
    code: 'transferConsent',
    en: 'The person agreed to the handover',
    bn: 'তিনি হস্তান্তরে সম্মতি দিয়েছেন',
    supervisorMayWaive: false,
  },
  {
    code: 'newOwnerAccepted',
    en: 'The receiving organisation accepted the case',
    bn: 'গ্রহণকারী সংস্থা কেসটি গ্রহণ করেছে',
    supervisorMayWaive: false,
  },
  { code: 'reason', en: 'A reason is given', bn: 'কারণ দেওয়া হয়েছে', supervisorMayWaive: false },
])

/** Something that must be so before a case moves on. */
export type CaseRequirement = CodeOf<typeof caseRequirements>

/**
 * What only records show, in cases that have them: nobody says so any more. What was said of older cases, before
 * there were such records, still counts.
 */
export const shownByRecordsOnly: ReadonlySet<CaseRequirement> = new Set([
  'riskAssessed',
  'safetyPlan',
  'noHighRisk',
  'needsAssessed',
  'planAnswered',
  'planApproved',
  'followUpsDone',
  'safelyTraced',
  'compensationPaid',
  'noOpenClaim',
  'noOpenCourtLink',
  'guardianOfChild',
])

const intakeDone: readonly CaseRequirement[] = [
  'ageBand',
  'sex',
  'language',
  'safeContact',
  'rightsNotice',
  'serviceConsent',
  'immediateSafety',
  'guardianOfChild',
]

/** What entering each state asks for, wherever the case comes from. */
const toEnter: Readonly<Record<CaseState, readonly CaseRequirement[]>> = {
  intake: [],
  assessed: [...intakeDone, 'riskAssessed', 'needsAssessed'],
  planned: ['planAnswered', 'safetyPlan'],
  active: [],
  followUp: [],
  onHold: ['reason'],
  transferred: ['transferConsent', 'newOwnerAccepted'],
  closed: [
    'closureReason',
    'noHighRisk',
    'noPendingReferral',
    'followUpsDone',
    'safelyTraced',
    'childSolution',
    'compensationPaid',
    'noOpenClaim',
    'noOpenCourtLink',
    'documentsReturned',
    'supervisorAgreed',
    'feedbackInvited',
    'personTold',
  ],
}

/** What must be so before a case goes from one state to another; null when it may not go there at all. */
export function caseRequirementsFor(from: CaseState, to: CaseState): readonly CaseRequirement[] | null {
  if (!caseMayBecome(from, to)) return null
  if (from === 'closed') return ['reason', ...toEnter[to]]
  // A plan is approved before its services begin; whoever comes back to services under way had theirs approved.
  return from === 'planned' && to === 'active' ? ['planApproved'] : toEnter[to]
}

/** The state a case is given when it comes from an HTCDS file. */
export const caseStateFromHtcds = {
  Active: 'active',
  FollowUp: 'followUp',
  Closed: 'closed',
  ClosedReferred: 'transferred',
} as const satisfies Readonly<Record<string, CaseState>>
