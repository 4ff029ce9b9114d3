import type { AccusedKeep, CriminalChange, CriminalOpen, HearingKeep, Sentence } from '@setu/records/api'
import type {
  CriminalFactKind,
  CriminalStage,
  CustodyState,
  FinalReportKind,
  OfficeTask,
  PlainDate,
} from '@setu/vocabulary'

/** How a criminal case goes, and where it stands on the day of loading. */
export type CriminalPath =
  | 'reported'
  | 'petition'
  | 'investigating'
  | 'closedByReport'
  | 'naraji'
  | 'narajiHeard'
  | 'sheeted'
  | 'cognizance'
  | 'trial'
  | 'acquitted'
  | 'compromised'
  | 'discharged'
  | 'convicted'
  | 'convictionAppealed'
  | 'upheld'
  | 'turned'
  | 'executed'

/** When the offence was: it chooses the law. Most offences lie within the three years. */
export type CriminalEra = 'before2012' | 'in2014' | 'usual' | 'since2026'

/** The tribunal with which a case lies, with the offices there. */
export type Bench = 'dhaka' | 'khulna'

/** What is wanted of one criminal case. */
export interface CriminalBrief {
  readonly key: string
  readonly path: CriminalPath
  readonly bench: Bench
  /** The key of the unit that investigates, and the district in which it happened. */
  readonly unit: string
  readonly district: string
  readonly era: CriminalEra
  /** One of the accused dies before judgment. */
  readonly death?: true
  /** It is before the court on the day of loading, so that the cause list of that day is never empty. */
  readonly today?: true
}

/** Whose office writes something down. */
export type Desk = 'investigation' | 'prosecution' | 'court'

type Given<Body, Key extends keyof Body> = Omit<Body, Key | 'command'>

/** What a criminal case is known by and what it is about. */
export type CriminalKnown = Given<CriminalChange, 'base'>

/** A day in court, as it was or as it was set. */
export type DayInCourt = Given<HearingKeep, 'base' | 'id' | 'court' | 'next'>

type Acted =
  | { readonly act: 'open'; readonly facts: Given<CriminalOpen, 'id' | 'unit'> }
  | { readonly act: 'accused'; readonly id: string; readonly values: Given<AccusedKeep, 'base' | 'id'> }
  | {
      readonly act: 'offence'
      readonly id: string
      readonly accused: string
      readonly law: string
      readonly section: string
      readonly stage: CriminalStage
      readonly paper: string | null
    }
  /** An office is brought in: the key of its unit, and its task. */
  | { readonly act: 'office'; readonly id: string; readonly unit: string; readonly task: OfficeTask }
  | { readonly act: 'change'; readonly facts: CriminalKnown }
  | {
      readonly act: 'stage'
      readonly accused: string
      readonly offence: string
      readonly to: CriminalStage
      readonly paper: string | null
      readonly report?: FinalReportKind
      readonly sentence?: Sentence
    }
  | {
      readonly act: 'custody'
      readonly accused: string
      readonly to: CustodyState
      readonly paper: string | null
    }
  /** Its own day is the one in court; the act's is the one on which it was written down or set. */
  | { readonly act: 'hearing'; readonly id: string; readonly day: DayInCourt }
  | {
      readonly act: 'fact'
      readonly id: string
      readonly kind: CriminalFactKind
      readonly accused: string | null
    }

/** Something that an office wrote down of a criminal case, on the day that stands on its paper. */
export type CriminalAct = Acted & { readonly on: PlainDate; readonly by: Desk }

/** A criminal case of the demonstration: all that was written down of it, in the order of days. */
export interface CriminalStory extends CriminalBrief {
  readonly id: string
  /** The court with which it lies. */
  readonly court: string
  readonly acts: readonly CriminalAct[]
}
