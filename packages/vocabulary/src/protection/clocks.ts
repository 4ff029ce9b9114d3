import type { DaysAllowed, HoursAllowed, TimeAllowed } from '../directory/calendar.ts'
import type { ConsentPurpose } from './consent.ts'
import type { Urgency } from './referral-states.ts'
import type { RiskLevel } from './risk.ts'

const hours = (amount: number): HoursAllowed => ({ amount, unit: 'hours' })
const days = (amount: number): DaysAllowed => ({ amount, unit: 'calendarDays' })
const workingDays = (amount: number): DaysAllowed => ({ amount, unit: 'workingDays' })
const months = (amount: number): DaysAllowed => ({ amount, unit: 'calendarMonths' })

/** What the receiving organisation owes at each step of a referral, and when a referral lapses. */
export type ReferralStep = 'acknowledge' | 'answer' | 'start' | 'feedback' | 'expire'

/** How long each step of a referral may take, by urgency. */
export interface ServiceLevels {
  readonly version: string
  /** The moment from which all of them count. */
  readonly countedFrom: 'sent'
  readonly levels: Readonly<Record<Urgency, Readonly<Record<ReferralStep, TimeAllowed>>>>
}

/**
 * The service levels Setu begins with: defaults for a steering group to adopt or change, not law. Nought
 * calendar days is the same day.
 */
export const serviceLevels: ServiceLevels = {
  version: '2026-01',
  countedFrom: 'sent',
  levels: {
    emergency: {
      acknowledge: hours(1),
      answer: hours(2),
      start: days(0),
      feedback: hours(24),
      expire: hours(24),
    },
    urgent: {
      acknowledge: hours(24),
      answer: hours(48),
      start: hours(72),
      feedback: days(7),
      expire: days(7),
    },
    standard: {
      acknowledge: workingDays(2),
      answer: workingDays(5),
      start: days(14),
      feedback: days(30),
      expire: days(30),
    },
  },
}

/** How long each step of the work with a survivor may take. Defaults to adopt or change, not law. */
export interface CaseClocks {
  readonly version: string
  readonly triageTip: TimeAllowed
  readonly startScreening: TimeAllowed
  readonly completeScreening: TimeAllowed
  readonly completeIntake: TimeAllowed
  readonly assessRisk: TimeAllowed
  readonly assessNeeds: TimeAllowed
  readonly makePlan: TimeAllowed
  /** Where a plan is approved by a supervisor before services begin, it does not lie for longer than this. */
  readonly approvePlan: TimeAllowed
  /** After money was paid, what shows that it arrived is kept. */
  readonly keepReceipt: TimeAllowed
  /** A plan is gone through again with the survivor, where they and the caseworker set no earlier day. */
  readonly reviewPlan: TimeAllowed
  /** After a risk was judged medium or greater, a safety plan is made or gone through again. */
  readonly makeSafetyPlan: TimeAllowed
  /** After something happened that may change the risks, they are looked at again. */
  readonly lookAfterEvent: TimeAllowed
  /** A home answers a request for a place. */
  readonly answerShelter: TimeAllowed
  /** Somebody who stays in a home longer than this is looked at by those who supervise. */
  readonly longStay: DaysAllowed
  readonly identify: TimeAllowed
  /** Time to recover before anybody asks for a decision about the police or a return. */
  readonly reflect: TimeAllowed
  readonly reassessRisk: Readonly<Record<RiskLevel, TimeAllowed>>
  /** A survivor linked to an open criminal case is told how it stands at least this often. */
  readonly informOfProceedings: TimeAllowed
  readonly consentLasts: TimeAllowed
  /**
   * So many days before a consent ends the survivor is asked again, except where it was given for one occasion. One
   * that is given for no longer than that is asked about on its last day.
   */
  readonly askAgain: { readonly daysBefore: number; readonly notFor: readonly ConsentPurpose[] }
  readonly stableBeforeClosure: TimeAllowed
  /** Before a person counts as unreachable: so many safe attempts, spread over at least so long. */
  readonly unreachable: { readonly attempts: number; readonly over: TimeAllowed }
  /** Follow-ups missed one after another before somebody is safely looked for. */
  readonly missedBeforeTracing: number
  /** After how many months of reintegration it is asked what became of it. */
  readonly outcomeMonths: readonly number[]
}

/** The case clocks Setu begins with. The monthly duty to inform is PSHTA 2012 (Bangladesh), section 34(1). */
export const caseClocks: CaseClocks = {
  version: '2026-03',
  triageTip: hours(24),
  startScreening: hours(24),
  completeScreening: hours(72),
  completeIntake: hours(24),
  assessRisk: hours(72),
  assessNeeds: days(7),
  makePlan: days(14),
  approvePlan: workingDays(3),
  keepReceipt: days(7),
  reviewPlan: days(90),
  makeSafetyPlan: hours(24),
  lookAfterEvent: hours(72),
  answerShelter: hours(24),
  longStay: days(180),
  identify: days(30),
  reflect: days(30),
  reassessRisk: { low: days(30), medium: days(30), high: days(7), imminent: days(1) },
  informOfProceedings: months(1),
  consentLasts: months(12),
  askAgain: { daysBefore: 30, notFor: ['transferCase', 'travelPhoto', 'media'] },
  stableBeforeClosure: days(90),
  unreachable: { attempts: 3, over: days(30) },
  missedBeforeTracing: 2,
  outcomeMonths: [3, 6, 12, 24],
}

/** What a supervisor approves before it counts: organisations by their ids. None does until it is laid down. */
export interface Approvals {
  readonly version: string
  readonly servicePlan: readonly string[]
}

/** The approvals Setu begins with. */
export const approvals: Approvals = { version: '2026-01', servicePlan: [] }

/** When somebody is asked how they are, counted from the day they went home. */
export const followUpSchedule: { readonly version: string; readonly after: readonly TimeAllowed[] } = {
  version: '2026-01',
  after: [hours(72), ...[7, 14, 21, 28, 42, 56, 70, 84].map(days), ...[4, 5, 6, 9, 12, 18, 24].map(months)],
}

/** How long a relation to a case outlasts what brought it about, and how long an exceptional one lasts. */
export const accessClocks: {
  readonly version: string
  readonly ownAfterClosure: TimeAllowed
  readonly namedAfterCompletion: TimeAllowed
  readonly emergency: TimeAllowed
  readonly verifying: TimeAllowed
} = {
  version: '2026-01',
  ownAfterClosure: days(30),
  namedAfterCompletion: days(30),
  emergency: hours(4),
  verifying: days(60),
}

/** When a promise is brought back to mind, and when those who supervise are told that it was not kept. */
export interface ReminderRules {
  readonly version: string
  /** So long before the promise is due. */
  readonly remindBefore: HoursAllowed
  /** After as much time again as the promise was given, and no later than this. */
  readonly escalateAtMost: HoursAllowed
}

/** The reminders Setu begins with: defaults to adopt or change. */
export const reminders: ReminderRules = {
  version: '2026-01',
  remindBefore: hours(24),
  escalateAtMost: hours(24),
}
