import { type CodeOf, defineCodes } from '../codes.ts'
import type { Institution, TimeAllowed } from '../directory/calendar.ts'
import type { Words } from '../words.ts'
import type { IccsCode, PalermoAct, PalermoMeans, PalermoPurpose } from './palermo.ts'

/** Whether what is written down of a law was read in its text or in a close report of it. */
export const lawMarks = defineCodes('setu:law-mark', '2026-11', [
  { code: 'verified', en: 'Verified', bn: 'যাচাই করা' },
  { code: 'unverified', en: 'Not verified yet', bn: 'এখনো যাচাই হয়নি' },
])

/** Whether a law holds today, as far as is known. */
export const lawStatuses = defineCodes('setu:law-status', '2026-11', [
  { code: 'inForce', en: 'In force', bn: 'বলবৎ' },
  { code: 'repealed', en: 'Repealed; holds for earlier offences', bn: 'রহিত; আগের অপরাধে প্রযোজ্য' },
  { code: 'statusUnknown', en: 'Present status not known', bn: 'বর্তমান অবস্থা জানা নেই' },
])

/** What kind of wrong an offence is, for the statistics that keep them apart. */
export const offenceCategories = defineCodes('setu:offence-category', '2026-11', [
  { code: 'trafficking', en: 'Trafficking in persons', bn: 'মানব পাচার' },
  { code: 'smuggling', en: 'Smuggling of migrants', bn: 'অভিবাসী চোরাচালান' },
  { code: 'related', en: 'Related offence', bn: 'সংশ্লিষ্ট অপরাধ' },
])

/** The time limits that a law may lay down. */
export const lawLimits = defineCodes('setu:law-limit', '2026-11', [
  { code: 'investigation', en: 'Investigation', bn: 'তদন্ত' },
  {
    code: 'extensionRequest',
    en: 'Asking for a longer investigation, before it ends',
    bn: 'তদন্ত শেষ হওয়ার আগে সময় বাড়ানোর আবেদন',
  },
  { code: 'extension', en: 'Longer investigation', bn: 'তদন্তের বাড়তি সময়' },
  { code: 'trial', en: 'Trial, from the framing of charges', bn: 'অভিযোগ গঠন থেকে বিচার' },
  { code: 'overrunReport', en: 'Report on a trial that took longer', bn: 'বিচারে দেরির প্রতিবেদন' },
  { code: 'appeal', en: 'Appeal', bn: 'আপিল' },
  { code: 'victimInformation', en: 'Telling the victim how the case stands', bn: 'সারভাইভারকে মামলার অবস্থা জানানো' },
])

/** Whom a definition of trafficking protects. */
export const lawCovers = defineCodes('setu:law-covers', '2026-11', [
  { code: 'everybody', en: 'Everybody', bn: 'সবাই' },
  { code: 'womenAndChildren', en: 'Women and children only', bn: 'কেবল নারী ও শিশু' },
])

/** The gravest punishment that a provision allows. */
export const gravestPenalties = defineCodes('setu:gravest-penalty', '2026-11', [
  { code: 'death', en: 'Death', bn: 'মৃত্যুদণ্ড' },
  { code: 'life', en: 'Imprisonment for life', bn: 'যাবজ্জীবন কারাদণ্ড' },
  { code: 'years', en: 'Imprisonment for years', bn: 'মেয়াদি কারাদণ্ড' },
  { code: 'fine', en: 'A fine', bn: 'অর্থদণ্ড' },
])

/** How sure a provision is. */
export type LawMark = CodeOf<typeof lawMarks>
/** Whether a law holds today. */
export type LawStatus = CodeOf<typeof lawStatuses>
/** What kind of wrong an offence is. */
export type OffenceCategory = CodeOf<typeof offenceCategories>
/** A time limit that a law may lay down. */
export type LawLimitKind = CodeOf<typeof lawLimits>

/** What each thing that is said of a law rests on. */
export interface Rests {
  readonly mark: LawMark
  readonly source: string
}

/** The three elements of article 3, as one provision has them. */
export interface Elements {
  readonly acts: readonly PalermoAct[]
  readonly means: readonly PalermoMeans[]
  readonly purposes: readonly PalermoPurpose[]
}

/** A law's definition of trafficking; null wherever it is not known what the law says. */
export interface LawDefinition extends Elements, Rests {
  readonly section: string | null
  readonly covers: CodeOf<typeof lawCovers> | null
  /** Under which age somebody is a child. */
  readonly childUnder: number | null
  /** Whether a means must be proved of a child too. */
  readonly childNeedsMeans: boolean | null
  /** Whether consent of an adult is of no account once a means was used. */
  readonly consentIrrelevant: boolean | null
}

/** A punishment; null where nothing is laid down or it is not known. */
export interface Penalty {
  readonly gravest: CodeOf<typeof gravestPenalties> | null
  readonly minMonths: number | null
  readonly maxMonths: number | null
  readonly minFine: number | null
  readonly maxFine: number | null
  /** A fine may stand in place of imprisonment. */
  readonly fineInstead: boolean | null
}

/** How an offence is dealt with; null where it is not known. */
export interface OffenceProcedure extends Rests {
  readonly cognizable: boolean | null
  readonly bailable: boolean | null
  readonly compoundable: boolean | null
}

/** One offence of a law. */
export interface LawOffence extends Elements, Rests {
  /** The section, or null where only its substance is known. */
  readonly section: string | null
  readonly title: Words
  readonly category: OffenceCategory
  readonly meansNeededFor: 'everybody' | 'adults' | 'nobody' | null
  readonly penalty: Penalty | null
  readonly procedure: OffenceProcedure | null
  readonly iccs: IccsCode | null
}

/** A time limit. An amount that is not known is null, and nothing ever takes its place. */
export interface LawLimit extends Rests {
  readonly kind: LawLimitKind
  readonly section: string | null
  readonly amount: number | null
  readonly unit: Exclude<TimeAllowed['unit'], 'hours'>
  readonly institution: Institution
}

/** One edition of one law, as data. */
export interface LawText extends Rests {
  /** ISO 3166-1 alpha-2. */
  readonly jurisdiction: string
  readonly code: string
  readonly edition: string
  readonly title: Words
  /** The law that defines trafficking there, or an instrument beside it. */
  readonly scope: 'trafficking' | 'instrument'
  /** First and last day on which an offence under it can have been committed; a first day of null is not known. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly status: LawStatus
  /** ISO 4217, of every fine in it. */
  readonly currency: string
  /** What somebody who applies it must know. */
  readonly note: Words | null
  readonly definition: LawDefinition | null
  readonly offences: readonly LawOffence[]
  readonly limits: readonly LawLimit[]
}

/** The name under which cases keep the edition that they are judged by. */
export function lawName({ jurisdiction, code, edition }: LawText): string {
  return `${jurisdiction}.${code}.${edition}`
}

/** Which offence of a law is meant, also where no section is known. */
export function offenceKey({ section, title }: Pick<LawOffence, 'section' | 'title'>): string {
  return section ?? title.en
}
