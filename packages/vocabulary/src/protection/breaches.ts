import { type CodeOf, defineCodes } from '../codes.ts'
import type { HoursAllowed } from '../directory/calendar.ts'
import type { Role } from '../directory/roles.ts'

/** What can go wrong with what is kept about people. */
export const breachKinds = defineCodes('setu:breach', '2026-01', [
  {
    code: 'lostDevice',
    en: 'A phone or computer is lost or stolen',
    bn: 'ফোন বা কম্পিউটার হারিয়েছে বা চুরি হয়েছে',
  },
  { code: 'lostPaper', en: 'Papers are lost or stolen', bn: 'কাগজপত্র হারিয়েছে বা চুরি হয়েছে' },
  { code: 'sentWrong', en: 'Something went to the wrong person', bn: 'ভুল মানুষের কাছে কিছু গেছে' },
  { code: 'seenByOthers', en: 'Somebody saw what was not theirs to see', bn: 'যাঁর দেখার কথা নয় তিনি দেখেছেন' },
  { code: 'accountUsed', en: 'Somebody used another’s account', bn: 'কেউ অন্যের অ্যাকাউন্ট ব্যবহার করেছেন' },
  { code: 'madePublic', en: 'Something became public', bn: 'কিছু প্রকাশ হয়ে গেছে' },
  { code: 'brokenInto', en: 'Somebody broke into the system', bn: 'কেউ ব্যবস্থায় অনুপ্রবেশ করেছে' },
  { code: 'gone', en: 'Records are gone or cannot be reached', bn: 'তথ্য হারিয়ে গেছে বা পাওয়া যাচ্ছে না' },
  { code: 'changed', en: 'Records were changed wrongly', bn: 'তথ্য ভুলভাবে বদলানো হয়েছে' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** What can go wrong with what is kept. */
export type BreachKind = CodeOf<typeof breachKinds>

/** The kinds of data that something went wrong with. */
export const breachData = defineCodes('setu:breach-data', '2026-01', [
  { code: 'identity', en: 'Names and papers', bn: 'নাম ও কাগজপত্র' },
  { code: 'contact', en: 'Where and how to reach somebody', bn: 'যোগাযোগের ঠিকানা ও উপায়' },
  { code: 'facts', en: 'What happened to somebody', bn: 'কী ঘটেছিল' },
  { code: 'protection', en: 'Risks, plans and notes', bn: 'ঝুঁকি, পরিকল্পনা ও নোট' },
  { code: 'health', en: 'Health', bn: 'স্বাস্থ্য' },
  { code: 'legal', en: 'Legal matters', bn: 'আইনি বিষয়' },
  { code: 'family', en: 'Family', bn: 'পরিবার' },
  { code: 'staff', en: 'People who work here', bn: 'এখানকার কর্মী' },
  { code: 'keys', en: 'Passwords or keys', bn: 'পাসওয়ার্ড বা চাবি' },
  { code: 'notKnown', en: 'Not known yet', bn: 'এখনো জানা নেই' },
])

/** A kind of data that something went wrong with. */
export type BreachData = CodeOf<typeof breachData>

/** What may come of it for the people whom the data is about. */
export const breachRisks = defineCodes('setu:breach-risk', '2026-01', [
  { code: 'none', en: 'No risk to people', bn: 'মানুষের কোনো ঝুঁকি নেই' },
  { code: 'possible', en: 'People may be at risk', bn: 'মানুষের ঝুঁকি থাকতে পারে' },
  { code: 'high', en: 'People are at high risk', bn: 'মানুষ গুরুতর ঝুঁকিতে' },
])

/** The risk to people. */
export type BreachRisk = CodeOf<typeof breachRisks>

/** Why the risk is judged as it is. */
export const breachReasons = defineCodes('setu:breach-reason', '2026-01', [
  { code: 'readable', en: 'It can be read by whoever has it', bn: 'যার হাতে আছে সে পড়তে পারে' },
  { code: 'whereabouts', en: 'It says where somebody is', bn: 'কে কোথায় আছেন তা বোঝা যায়' },
  { code: 'offendersMayHave', en: 'Those who harmed them may have it', bn: 'ক্ষতিকারীদের হাতে থাকতে পারে' },
  { code: 'children', en: 'Children are among them', bn: 'তাঁদের মধ্যে শিশু আছে' },
  { code: 'manyPeople', en: 'It is about many people', bn: 'অনেক মানুষের তথ্য' },
  { code: 'notBack', en: 'It is not back', bn: 'এখনো ফেরত পাওয়া যায়নি' },
  { code: 'sealed', en: 'It is sealed and cannot be read', bn: 'সিল করা, পড়া যায় না' },
  { code: 'backUnread', en: 'It is back and nobody read it', bn: 'ফেরত এসেছে, কেউ পড়েনি' },
  { code: 'nobodyNamed', en: 'Nobody can be recognised', bn: 'কাউকে চেনা যায় না' },
])

/** Why the risk is judged as it is. */
export type BreachReason = CodeOf<typeof breachReasons>

/** What is done so that it does not get worse. */
export const breachSteps = defineCodes('setu:breach-step', '2026-01', [
  { code: 'moveToSafety', en: 'Somebody was brought to safety', bn: 'কাউকে নিরাপদ স্থানে নেওয়া হয়েছে' },
  { code: 'endSessions', en: 'Sessions were ended', bn: 'চালু থাকা প্রবেশ বন্ধ করা হয়েছে' },
  { code: 'newSecrets', en: 'Passwords or keys were changed', bn: 'পাসওয়ার্ড বা চাবি বদলানো হয়েছে' },
  { code: 'wipeDevice', en: 'The device was wiped or locked', bn: 'যন্ত্রটি মুছে ফেলা বা বন্ধ করা হয়েছে' },
  { code: 'askedBack', en: 'It was asked back or deleted', bn: 'ফেরত চাওয়া বা মুছে ফেলা হয়েছে' },
  { code: 'takenDown', en: 'It was taken down', bn: 'প্রকাশ থেকে সরানো হয়েছে' },
  { code: 'restored', en: 'Records were restored', bn: 'তথ্য ফিরিয়ে আনা হয়েছে' },
  { code: 'police', en: 'It was reported to the police', bn: 'পুলিশকে জানানো হয়েছে' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** A step that keeps it from getting worse. */
export type BreachStep = CodeOf<typeof breachSteps>

/** Whom it may have to be told. */
export const breachTold = defineCodes('setu:breach-told', '2026-01', [
  { code: 'regulator', en: 'The authority for data protection', bn: 'উপাত্ত সুরক্ষা কর্তৃপক্ষ' },
  { code: 'partner', en: 'A partner organisation', bn: 'সহযোগী সংস্থা' },
  { code: 'survivor', en: 'The person, through their caseworker', bn: 'ব্যক্তি নিজে, তাঁর কেস ওয়ার্কারের মাধ্যমে' },
])

/** Whom it may have to be told. */
export type BreachTold = CodeOf<typeof breachTold>

/** Why somebody is not told. */
export const notToldReasons = defineCodes('setu:not-told', '2026-01', [
  { code: 'noRisk', en: 'There is no risk to them', bn: 'তাঁদের কোনো ঝুঁকি নেই' },
  { code: 'notSafe', en: 'Telling would put them in danger', bn: 'জানালে তাঁরা বিপদে পড়বেন' },
  { code: 'notReached', en: 'They cannot be reached safely', bn: 'নিরাপদে যোগাযোগ করা যায় না' },
  { code: 'knowsAlready', en: 'They know already', bn: 'তাঁরা আগে থেকেই জানেন' },
  { code: 'notAsked', en: 'No rule asks for it', bn: 'কোনো নিয়মে জানানোর কথা নেই' },
])

/** Why somebody is not told. */
export type NotToldReason = CodeOf<typeof notToldReasons>

/** How long each step may take after something was noticed; what nobody has laid down is not known. */
export interface BreachClocks {
  readonly version: string
  readonly assess: HoursAllowed | null
  readonly regulator: HoursAllowed | null
  readonly partner: HoursAllowed | null
  readonly survivor: HoursAllowed | null
}

/** The clocks Setu begins with. How long the law gives differs and changes: each node writes it down itself. */
export const breachClocks: BreachClocks = {
  version: '2026-01',
  assess: { amount: 24, unit: 'hours' },
  regulator: null,
  partner: null,
  survivor: null,
}

/** What falls due for an office and not for a case. */
export const dutyKinds = defineCodes('setu:duty', '2026-01', [
  { code: 'assessBreach', en: 'Judge an incident with data', bn: 'উপাত্ত-সংক্রান্ত ঘটনা মূল্যায়ন' },
  { code: 'tellRegulator', en: 'Tell the authority of an incident', bn: 'ঘটনাটি কর্তৃপক্ষকে জানানো' },
  { code: 'tellPartner', en: 'Tell a partner of an incident', bn: 'ঘটনাটি সহযোগী সংস্থাকে জানানো' },
  { code: 'reviewAccess', en: 'Look over who has access', bn: 'কার কী প্রবেশাধিকার আছে তা দেখা' },
  { code: 'lookIntoComplaint', en: 'Look into what somebody said', bn: 'কারও বলা কথা খতিয়ে দেখা' },
  { code: 'answerComplaint', en: 'Answer what somebody said', bn: 'কারও বলা কথার উত্তর দেওয়া' },
  { code: 'tellAnswer', en: 'Bring somebody an answer', bn: 'কাউকে উত্তর পৌঁছে দেওয়া' },
  { code: 'triageTip', en: 'Look at a tip', bn: 'একটি খবর দেখা' },
  { code: 'completeScreening', en: 'Complete a screening', bn: 'প্রাথমিক যাচাই শেষ করা' },
  { code: 'answerScreening', en: 'Take up somebody who was screened', bn: 'যাচাই করা একজনের দায়িত্ব নেওয়া' },
])

/** Something that falls due for an office. */
export type DutyKind = CodeOf<typeof dutyKinds>

/** Who in the organisation is told when a duty is late; all else goes to those who supervise the unit. */
export const escalatesTo: Readonly<Partial<Record<string, Role>>> = {
  assessBreach: 'programmeManager',
  tellRegulator: 'programmeManager',
  tellPartner: 'programmeManager',
  reviewAccess: 'dataProtectionOfficer',
} satisfies Partial<Record<DutyKind, Role>>
