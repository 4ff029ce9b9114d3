import { type CodeOf, defineCodes } from '../codes.ts'
import { ageBands } from './age-bands.ts'
import type { DocumentType } from './documents.ts'

/** How long cases are kept, as a set of rules that an administrator may lay down anew. */
export interface RetentionRules {
  readonly version: string
  /** Years after closing. */
  readonly years: number
  /** The file of a child is kept until they are certainly this old, where that is later. */
  readonly childUntilAge: number
  /** The age that is taken for somebody of whom nobody knows it, or only that they are a child. */
  readonly ageWhenUnknown: number
  /** So many days before its time is over a case is shown, so that somebody can say that it is needed. */
  readonly shownBefore: number
  /** What the log says of a case goes so many years after the case was erased … */
  readonly logAfterErasure: number
  /** … and never before it is this many years old. The database keeps it for seven, whatever stands here. */
  readonly logYears: number
  /** What a survivor allowed is kept as proof for so many years after her case went. */
  readonly consentYears: number
  /** Papers that go before their case: for each kind, so many days after the case was closed. */
  readonly papers: Readonly<Partial<Record<DocumentType, number>>>
  /** For each age band the age that somebody of it has at least. */
  readonly youngest: Readonly<Record<string, number>>
}

const unknownAge = 10

/** The rules an installation begins with. How long the law asks differs and changes: each node lays it down itself. */
export const retentionRules: RetentionRules = {
  version: '2026-02',
  years: 5,
  childUntilAge: 23,
  ageWhenUnknown: unknownAge,
  shownBefore: 90,
  logAfterErasure: 2,
  logYears: 10,
  consentYears: 2,
  papers: { familyTracing: 30, counsellingReport: 730 },
  youngest: Object.fromEntries(
    ageBands.entries.map(({ code, youngest }) => [
      code,
      code === 'childUnknown' ? unknownAge : (youngest ?? unknownAge),
    ]),
  ),
}

/** Why a case is kept although its time may be over. */
export const legalHoldReasons = defineCodes('setu:legal-hold-reason', '2026-01', [
  { code: 'courtCase', en: 'A court case or an appeal is open', bn: 'আদালতে মামলা বা আপিল চলছে' },
  { code: 'compensation', en: 'Compensation is still owed', bn: 'ক্ষতিপূরণ এখনো পাওনা' },
  { code: 'complaint', en: 'A complaint is being looked into', bn: 'একটি অভিযোগ খতিয়ে দেখা হচ্ছে' },
  { code: 'lawfulOrder', en: 'A court or an authority ordered it', bn: 'আদালত বা কর্তৃপক্ষের আদেশ আছে' },
  { code: 'survivorsWish', en: 'The person wishes it', bn: 'ব্যক্তি নিজে চান' },
])

/** Why a case is held back from erasure. */
export type LegalHoldReason = CodeOf<typeof legalHoldReasons>
