import { type CodeOf, defineCodes } from '../codes.ts'
import type { PlainDate } from '../plain-date.ts'
import type { OfficeTask } from './criminal-offices.ts'

/** What one country asks of another in a criminal case. */
export const assistanceKinds = defineCodes('setu:assistance', '2026-11', [
  { code: 'legalAssistance', en: 'Legal assistance', bn: 'পারস্পরিক আইনি সহায়তা' },
  { code: 'extradition', en: 'Extradition', bn: 'প্রত্যর্পণ' },
])

/** What one country asks of another. */
export type AssistanceKind = CodeOf<typeof assistanceKinds>

/** What is to be done abroad. The evidence itself is no part of Setu. */
export const assistanceAsked = defineCodes('setu:assistance-asked', '2026-11', [
  { code: 'testimony', en: 'Hear a witness, also by video', bn: 'সাক্ষীর জবানবন্দি, ভিডিওসহ' },
  { code: 'documents', en: 'Documents and records', bn: 'দলিল ও নথি' },
  { code: 'bankRecords', en: 'Bank records', bn: 'ব্যাংক হিসাবের তথ্য' },
  { code: 'telecomRecords', en: 'Telephone and internet records', bn: 'টেলিফোন ও ইন্টারনেটের তথ্য' },
  { code: 'search', en: 'Search and seizure', bn: 'তল্লাশি ও জব্দ' },
  { code: 'service', en: 'Service of papers', bn: 'কাগজপত্র জারি' },
  { code: 'freezing', en: 'Freezing of proceeds', bn: 'অপরাধলব্ধ সম্পদ অবরুদ্ধকরণ' },
  { code: 'confiscation', en: 'Confiscation', bn: 'বাজেয়াপ্তকরণ' },
  { code: 'locating', en: 'Finding where a suspect is', bn: 'সন্দেহভাজনের অবস্থান নির্ণয়' },
  { code: 'surrender', en: 'Surrender of the accused', bn: 'অভিযুক্তকে হস্তান্তর' },
])

/** Something that is to be done abroad. */
export type AssistanceAsked = CodeOf<typeof assistanceAsked>

/** How far a request to another country has come. */
export const assistanceStages = defineCodes('setu:assistance-stage', '2026-11', [
  { code: 'proposed', en: 'Proposed', bn: 'প্রস্তাবিত' },
  { code: 'withAuthority', en: 'With the central authority', bn: 'কেন্দ্রীয় কর্তৃপক্ষের কাছে' },
  { code: 'sent', en: 'Sent', bn: 'পাঠানো হয়েছে' },
  { code: 'acknowledged', en: 'Acknowledged', bn: 'প্রাপ্তি স্বীকার' },
  { code: 'infoRequested', en: 'More information asked for', bn: 'আরও তথ্য চাওয়া হয়েছে' },
  { code: 'executed', en: 'Executed', bn: 'সম্পাদিত' },
  { code: 'refused', en: 'Refused', bn: 'প্রত্যাখ্যাত' },
  { code: 'lapsed', en: 'Lapsed', bn: 'তামাদি' },
])

/** How far a request to another country has come. */
export type AssistanceStage = CodeOf<typeof assistanceStages>

const proposers: readonly OfficeTask[] = ['investigation', 'prosecution']
const authority: readonly OfficeTask[] = ['centralAuthority']

/** A step of a request, and at which tasks it is taken. */
export interface AssistanceStep {
  readonly from: AssistanceStage
  readonly to: AssistanceStage
  readonly by: readonly OfficeTask[]
}

const ends: readonly AssistanceStage[] = ['executed', 'refused', 'lapsed']

/** Every step that a request may take. Only the central authority speaks with the other country. */
export const assistanceSteps: readonly AssistanceStep[] = [
  { from: 'proposed', to: 'withAuthority', by: proposers },
  { from: 'proposed', to: 'lapsed', by: proposers },
  { from: 'withAuthority', to: 'proposed', by: authority },
  { from: 'withAuthority', to: 'sent', by: authority },
  { from: 'withAuthority', to: 'lapsed', by: authority },
  { from: 'sent', to: 'acknowledged', by: authority },
  { from: 'sent', to: 'infoRequested', by: authority },
  ...ends.map((to) => ({ from: 'sent' as const, to, by: authority })),
  { from: 'acknowledged', to: 'infoRequested', by: authority },
  ...ends.map((to) => ({ from: 'acknowledged' as const, to, by: authority })),
  { from: 'infoRequested', to: 'sent', by: authority },
  { from: 'infoRequested', to: 'refused', by: authority },
  { from: 'infoRequested', to: 'lapsed', by: authority },
]

/** Whether nothing more is expected of the other country. */
export function assistanceOver(stage: AssistanceStage): boolean {
  return ends.includes(stage)
}

/** Where a request may go from here by one of these tasks. */
export function assistanceNext(
  from: AssistanceStage,
  tasks: readonly OfficeTask[],
): readonly AssistanceStage[] {
  return assistanceSteps
    .filter((step) => step.from === from && step.by.some((task) => tasks.includes(task)))
    .map(({ to }) => to)
}

/** On what a request rests. */
export const treatyBases = defineCodes('setu:treaty-basis', '2026-11', [
  {
    code: 'untoc',
    en: 'UN Convention against Transnational Organized Crime',
    bn: 'আন্তঃদেশীয় সংঘবদ্ধ অপরাধবিরোধী জাতিসংঘ কনভেনশন',
  },
  {
    code: 'saarcAssistance',
    en: 'SAARC Convention on Mutual Assistance in Criminal Matters',
    bn: 'ফৌজদারি বিষয়ে পারস্পরিক সহায়তার সার্ক কনভেনশন',
  },
  {
    code: 'saarcTrafficking',
    en: 'SAARC Convention on trafficking in women and children (2002)',
    bn: 'নারী ও শিশু পাচার বিষয়ক সার্ক কনভেনশন (২০০২)',
  },
  {
    code: 'bimstecAssistance',
    en: 'BIMSTEC Convention on Mutual Legal Assistance',
    bn: 'পারস্পরিক আইনি সহায়তার বিমসটেক কনভেনশন',
  },
  { code: 'bilateralTreaty', en: 'Treaty between the two countries', bn: 'দ্বিপক্ষীয় চুক্তি' },
  { code: 'memorandum', en: 'Memorandum of understanding', bn: 'সমঝোতা স্মারক' },
  { code: 'reciprocity', en: 'Assurance of reciprocity', bn: 'পারস্পরিকতার আশ্বাস' },
])

/** On what a request rests. */
export type TreatyBasis = CodeOf<typeof treatyBases>

/** What a lawyer must look at before a request is sent on a basis. */
export const basisDoubts = defineCodes('setu:basis-doubt', '2026-11', [
  {
    code: 'notParty',
    en: 'The other country is reported not to be a party',
    bn: 'অন্য দেশটি পক্ষ নয় বলে জানা যায়',
  },
  {
    code: 'forceNotKnown',
    en: 'It is not known here whether it is in force',
    bn: 'এটি বলবৎ কি না এখানে জানা নেই',
  },
  {
    code: 'womenAndChildren',
    en: 'Covers women and children in prostitution only',
    bn: 'কেবল যৌন শোষণের শিকার নারী ও শিশুর জন্য',
  },
  {
    code: 'partyNotKnown',
    en: 'It is not known here whether the other country is a party',
    bn: 'অন্য দেশটি পক্ষ কি না এখানে জানা নেই',
  },
])

/** What a lawyer must look at before a request is sent on a basis. */
export type BasisDoubt = CodeOf<typeof basisDoubts>

const saarc = ['AF', 'BD', 'BT', 'IN', 'LK', 'MV', 'NP', 'PK']
const bimstec = ['BD', 'BT', 'IN', 'LK', 'MM', 'NP', 'TH']

/**
 * What is open about a basis for a request to a country; a doubt never stops a request, since the central authority judges it.
 * Iran is reported as no party to the UN convention; the BIMSTEC convention was signed on 30 March 2022, and that of SAARC in 2008: whether
 * either is in force has not been read. The SAARC Convention of 2002 covers prostitution of women and children only (article I).
 */
export function doubtsOf(basis: TreatyBasis, country: string): readonly BasisDoubt[] {
  switch (basis) {
    case 'untoc':
      return country === 'IR' ? ['notParty'] : []
    case 'saarcTrafficking':
      return saarc.includes(country) ? ['womenAndChildren'] : ['notParty', 'womenAndChildren']
    case 'saarcAssistance':
      return saarc.includes(country) ? ['forceNotKnown'] : ['notParty', 'forceNotKnown']
    case 'bimstecAssistance':
      return bimstec.includes(country) ? ['forceNotKnown'] : ['notParty', 'forceNotKnown']
    case 'bilateralTreaty':
    case 'memorandum':
      return ['partyNotKnown']
    case 'reciprocity':
      return []
    default:
      return basis satisfies never
  }
}

/** One sending of a request, as its clock needs to know it. */
export interface AssistanceFacts {
  readonly country: string
  readonly sent: PlainDate
  /** The day on which the other country said anything, or the request ended; null while it says nothing. */
  readonly answered: PlainDate | null
}
