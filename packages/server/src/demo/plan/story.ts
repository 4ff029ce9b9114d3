import type { CaseRecordName } from '@setu/records'
import type { CaseOpen, ConsentsRecord, OwnServiceAdd } from '@setu/records/api'
import type {
  AgeBand,
  CaseRequirement,
  CaseState,
  DeclineReason,
  NoteKind,
  Part,
  PlainDate,
  ReadingReason,
  ReferralState,
  ServiceType,
  TaskKind,
  Urgency,
} from '@setu/vocabulary'
import type { DemoPerson, DemoUnit } from '../directory.ts'

/** How a referral of the demonstration ends, or where it stands on the day of loading. */
export type ReferralEnd = Exclude<ReferralState, 'draft' | 'consentChecked'>

/** What is wanted of a referral; who plans the case finds out when all of it happened. */
export interface ReferralBrief {
  readonly service: ServiceType
  readonly to: string
  readonly urgency: Urgency
  readonly end: ReferralEnd
  readonly declineReason?: DeclineReason
  /** For those that wait or are under way: so many hours before the loading it was sent. */
  readonly sentHoursAgo?: number
}

/** A handover of a whole case to another organisation. */
export interface TransferBrief {
  readonly to: string
  readonly end: 'offered' | 'accepted' | 'declined' | 'recalled'
}

/** Where the path of a case has led. A reopened case is active or followed up again. */
export type Path = CaseState | 'reopened'

/** What is wanted of a case. */
export interface CaseBrief {
  readonly key: string
  readonly unit: string
  readonly worker: string
  readonly profile: string
  readonly path: Path
  readonly urgency: Urgency
  readonly openedHoursAgo: number
  readonly referrals: readonly ReferralBrief[]
  readonly transfer?: TransferBrief
  /** The survivor says no to the police of this unit. */
  readonly refuses?: string
  /** A colleague was given the case too and has not yet said whether they know anyone in it. */
  readonly alsoGiven?: string
  /** Open tasks, by the days from the day of loading on which they fall due. */
  readonly tasks?: readonly (readonly [TaskKind, number])[]
  /** A band of ages in place of a drawn one. */
  readonly age?: AgeBand
}

/** The answers of one conversation about consent. */
export type Answers = Omit<ConsentsRecord, 'command'>

/** One thing that somebody does in a case. */
export type Act =
  | {
      readonly act: 'open'
      readonly unit: string
      readonly values: Omit<CaseOpen, 'command' | 'id' | 'unit' | 'conflict'>
    }
  | {
      readonly act: 'check'
      readonly checks: readonly {
        readonly id: string
        readonly requirement: CaseRequirement
        readonly waived: boolean
      }[]
    }
  | {
      readonly act: 'state'
      readonly to: CaseState
      readonly reason?: string
      readonly holdUntil?: PlainDate
    }
  | { readonly act: 'note'; readonly id: string; readonly kind: NoteKind; readonly words: string }
  | {
      readonly act: 'record'
      readonly record: Exclude<CaseRecordName, 'personIdentity' | 'personContact' | 'caseFacts'>
      readonly id: string
      readonly values: Readonly<Record<string, unknown>>
    }
  | {
      readonly act: 'recordStep'
      readonly record: CaseRecordName
      readonly id: string
      readonly to: string
      readonly values?: Readonly<Record<string, unknown>>
    }
  | { readonly act: 'closureReason'; readonly words: string }
  | { readonly act: 'task'; readonly id: string; readonly kind: TaskKind; readonly dueOn: PlainDate }
  | { readonly act: 'taskDone'; readonly id: string }
  | { readonly act: 'consents'; readonly answers: Answers }
  | { readonly act: 'withdraw'; readonly consent: string }
  | {
      readonly act: 'send'
      readonly referral: string
      readonly to: DemoUnit
      readonly service: ServiceType
      readonly urgency: Urgency
      readonly words: string
    }
  | {
      readonly act: 'step'
      readonly referral: string
      readonly to: Exclude<ReferralEnd, 'sent' | 'expired' | 'withdrawnBySurvivor'>
      readonly declineReason?: DeclineReason
      readonly words?: string
    }
  | {
      readonly act: 'session'
      readonly referral: string
      readonly id: string
      readonly told: Omit<OwnServiceAdd, 'command' | 'id'>
    }
  | { readonly act: 'look'; readonly part: Part; readonly reason: ReadingReason }
  | { readonly act: 'offer'; readonly transfer: string; readonly to: DemoUnit }
  | {
      readonly act: 'answer'
      readonly transfer: string
      readonly to: 'accepted' | 'declined' | 'recalled'
    }
  | { readonly act: 'assign'; readonly id: string; readonly to: DemoPerson }

/** What one person does in a case at one moment, or what the clock does when nobody did anything. */
export interface Turn {
  readonly at: Date
  readonly by: DemoPerson | 'the clock'
  readonly acts: readonly Act[]
}

/** A case as it was worked, from its opening to the day of loading. */
export interface Story {
  readonly key: string
  readonly id: string
  readonly org: string
  /** The unit in which it began, by its key in the directory. */
  readonly unit: string
  readonly path: Path
  readonly referralEnds: readonly ReferralEnd[]
  readonly turns: readonly Turn[]
}
