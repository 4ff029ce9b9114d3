import { type CodeOf, defineCodes } from '../codes.ts'
import type { PlainDate } from '../plain-date.ts'

/** What the picture of a network is made of. There is no kind for a survivor, and none for somebody merely mentioned. */
export const networkKinds = defineCodes('setu:network-node', '2026-11', [
  { code: 'person', en: 'Person', bn: 'ব্যক্তি' },
  { code: 'company', en: 'Company or agency', bn: 'কোম্পানি বা এজেন্সি' },
  { code: 'phone', en: 'Phone', bn: 'ফোন' },
  { code: 'account', en: 'Account or wallet', bn: 'ব্যাংক হিসাব বা মোবাইল ওয়ালেট' },
  { code: 'vehicle', en: 'Vehicle or boat', bn: 'যানবাহন বা নৌযান' },
  { code: 'place', en: 'Place', bn: 'স্থান' },
  { code: 'criminalCase', en: 'Criminal case', bn: 'ফৌজদারি মামলা' },
])

/** What something in a network is. */
export type NetworkKind = CodeOf<typeof networkKinds>

/** How far it has come with a person or a company; only the last of them is guilt. */
export const standings = defineCodes('setu:network-standing', '2026-11', [
  { code: 'ofInterest', en: 'Of interest to an investigation', bn: 'তদন্তে আগ্রহের ব্যক্তি' },
  { code: 'accused', en: 'Accused', bn: 'অভিযুক্ত' },
  { code: 'charged', en: 'Charged by a court', bn: 'আদালতে অভিযোগ গঠিত' },
  { code: 'convicted', en: 'Convicted, final', bn: 'চূড়ান্তভাবে দোষী সাব্যস্ত' },
])

/** How far it has come with a person or a company. */
export type Standing = CodeOf<typeof standings>

/** How two things of a network belong together. */
export const networkTies = defineCodes('setu:network-tie', '2026-11', [
  { code: 'associate', en: 'knows', bn: 'পরিচিত' },
  { code: 'family', en: 'is related to', bn: 'আত্মীয়' },
  { code: 'memberOf', en: 'belongs to', bn: 'সদস্য' },
  { code: 'worksFor', en: 'works for', bn: 'কাজ করেন' },
  { code: 'directs', en: 'directs', bn: 'পরিচালনা করেন' },
  { code: 'owns', en: 'owns', bn: 'মালিক' },
  { code: 'uses', en: 'uses', bn: 'ব্যবহার করেন' },
  { code: 'foundAt', en: 'was at', bn: 'ছিলেন' },
  { code: 'paid', en: 'paid', bn: 'অর্থ দিয়েছেন' },
  { code: 'partyTo', en: 'is accused in', bn: 'মামলায় অভিযুক্ত' },
  { code: 'linked', en: 'is linked to', bn: 'সংযুক্ত' },
])

/** How two things of a network belong together. */
export type NetworkTie = CodeOf<typeof networkTies>

const anything: readonly NetworkKind[] = networkKinds.entries.map(({ code }) => code)
const somebody: readonly NetworkKind[] = ['person', 'company']

/** From what to what a tie may lead. */
export const tieEnds: Readonly<
  Record<NetworkTie, { readonly from: readonly NetworkKind[]; readonly to: readonly NetworkKind[] }>
> = {
  associate: { from: ['person'], to: ['person'] },
  family: { from: ['person'], to: ['person'] },
  memberOf: { from: somebody, to: ['company'] },
  worksFor: { from: ['person'], to: ['company'] },
  directs: { from: somebody, to: ['company'] },
  owns: { from: somebody, to: ['company', 'account', 'vehicle'] },
  uses: { from: somebody, to: ['phone', 'account', 'vehicle', 'place'] },
  foundAt: { from: ['person', 'company', 'phone', 'vehicle'], to: ['place'] },
  paid: { from: somebody, to: somebody },
  partyTo: { from: somebody, to: ['criminalCase'] },
  linked: { from: anything, to: anything },
}

/** Whether a tie may lead from something of one kind to something of another. */
export function mayTie(tie: NetworkTie, from: NetworkKind, to: NetworkKind): boolean {
  return tieEnds[tie].from.includes(from) && tieEnds[tie].to.includes(to)
}

/** How far a source can be relied on: the letters of the grading that police services share (Admiralty system). */
export const sourceReliabilities = defineCodes('admiralty:reliability', '2026-11', [
  { code: 'A', en: 'A – completely reliable', bn: 'সম্পূর্ণ নির্ভরযোগ্য' },
  { code: 'B', en: 'B – usually reliable', bn: 'সাধারণত নির্ভরযোগ্য' },
  { code: 'C', en: 'C – fairly reliable', bn: 'মোটামুটি নির্ভরযোগ্য' },
  { code: 'D', en: 'D – not usually reliable', bn: 'সাধারণত নির্ভরযোগ্য নয়' },
  { code: 'E', en: 'E – unreliable', bn: 'নির্ভরযোগ্য নয়' },
  { code: 'F', en: 'F – cannot be judged', bn: 'বিচার করা যায় না' },
])

/** How far a source can be relied on. */
export type SourceReliability = CodeOf<typeof sourceReliabilities>

/** How likely the information is: the numbers of the same grading. */
export const informationCredibilities = defineCodes('admiralty:credibility', '2026-11', [
  { code: '1', en: '1 – confirmed by others', bn: 'অন্য সূত্রে নিশ্চিত' },
  { code: '2', en: '2 – probably true', bn: 'সম্ভবত সত্য' },
  { code: '3', en: '3 – possibly true', bn: 'হয়তো সত্য' },
  { code: '4', en: '4 – doubtful', bn: 'সন্দেহজনক' },
  { code: '5', en: '5 – improbable', bn: 'সম্ভাবনা কম' },
  { code: '6', en: '6 – cannot be judged', bn: 'বিচার করা যায় না' },
])

/** How likely the information is. */
export type InformationCredibility = CodeOf<typeof informationCredibilities>

/** The sex of a person, as far as it is known. */
export type NetworkSex = 'female' | 'male' | 'other'

/** One thing of a network, as it is told to those who may see it. */
export interface NetworkNode {
  readonly id: string
  readonly kind: NetworkKind
  /** What it is called, first as it is mostly said, then otherwise and in other scripts. */
  readonly names: readonly string[]
  /** Of a person or a company; null for a thing. */
  readonly standing: Standing | null
  readonly sex: NetworkSex | null
  readonly birthYear: number | null
  /** ISO 3166-1 alpha-2: of a person's nationality, else where it is registered or lies. */
  readonly country: string | null
  /** Of a phone, an account, a vehicle, a registration, a case. */
  readonly number: string | null
  /** The bank or wallet of an account, the court of a case, the district of a place. */
  readonly within: string | null
}

/** A tie between two things of a network, and how well it is known. */
export interface NetworkLink {
  readonly id: string
  readonly tie: NetworkTie
  readonly from: string
  readonly to: string
  /** In which part, where that is known: a role of an accused, a kinship, a post. */
  readonly role: string | null
  readonly since: PlainDate | null
  readonly until: PlainDate | null
  readonly reliability: SourceReliability
  readonly credibility: InformationCredibility
}

/** Things and the ties between them. */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly links: readonly NetworkLink[]
}
