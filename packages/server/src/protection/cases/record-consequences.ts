import type { CaseRecordName } from '@setu/records'
import type { CaseEventKind } from '@setu/vocabulary'
import type { Work } from '../../platform/index.ts'
import { followAppointment, promiseAppointment } from '../appointments/follow-appointment.ts'
import { followAssessment, followDetermination, followGuardian } from '../children/follow-children.ts'
import { claimedWith, followClaim, followClaimWritten, needClaimInOrder } from '../claims/follow-claim.ts'
import {
  followConference,
  followConferenceWritten,
  followDecision,
  followDecisionWritten,
  followInvitation,
  needConferenceInOrder,
  needDecisionInOrder,
  needGuestInOrder,
} from '../conferences/follow-conference.ts'
import {
  followLink,
  followLinkWritten,
  followTelling,
  linkedWith,
  needLinkInOrder,
  needTellingInOrder,
  toldWith,
} from '../court/follow-court.ts'
import { followFeedback, promiseHearing } from '../feedback/follow-feedback.ts'
import { needAgreedWay } from '../livelihood/contact-store.ts'
import { followAttempt } from '../livelihood/follow-attempt.ts'
import { followFollowUp, followReintegration, promiseFollowUp } from '../livelihood/follow-calendar.ts'
import { followSustainability, questionsNow } from '../livelihood/follow-sustainability.ts'
import { askedFor, followCompensation, followPayment, promiseApproval } from '../money/follow-payment.ts'
import { followGoal, followNeeds, followServicePlan } from '../plans/follow-plan.ts'
import { followRisk } from '../risk/follow-risk.ts'
import { followSafetyPlan } from '../risk/follow-safety-plan.ts'
import { followStay, followStayWritten, needStayInOrder } from '../shelter/follow-stay.ts'
import type { CaseRef } from './record-store.ts'
import type { Stepped, Writing } from './stepped.ts'

/** What the timeline calls a step that has a name of its own. */
export const stepEvents: Partial<Record<CaseRecordName, Readonly<Record<string, CaseEventKind>>>> = {
  riskAssessment: { made: 'riskAssessed' },
  safetyPlan: { inForce: 'safetyPlanMade' },
  needsAssessment: { made: 'needsAssessed' },
  reintegration: { begun: 'reintegrationBegun', broken: 'reintegrationBroken' },
  followUp: { reached: 'followedUp', notReached: 'contactMissed', declined: 'followUpDeclined' },
  servicePlan: { agreed: 'planAnswered', declined: 'planAnswered', approved: 'planApproved' },
  guardian: { acts: 'guardianChecked', suspect: 'guardianSuspected' },
  caseConference: { held: 'conferenceHeld' },
  bestInterestsAssessment: { made: 'bestInterestsAssessed' },
  bestInterestsDetermination: { decided: 'bestInterestsDecided' },
  appointment: { kept: 'appointmentKept', missed: 'appointmentMissed' },
  shelterStay: { admitted: 'shelterBegan', refused: 'shelterRefused', left: 'shelterLeft' },
}

type Consequence = (work: Work, stepped: Stepped) => Promise<void>

const consequences: Partial<Record<CaseRecordName, Consequence>> = {
  riskAssessment: followRisk,
  safetyPlan: followSafetyPlan,
  needsAssessment: followNeeds,
  servicePlan: followServicePlan,
  supportPlan: followGoal,
  reintegration: followReintegration,
  followUp: followFollowUp,
  sustainability: followSustainability,
  payment: followPayment,
  compensation: followCompensation,
  guardian: followGuardian,
  bestInterestsAssessment: followAssessment,
  bestInterestsDetermination: followDetermination,
  survivorFeedback: followFeedback,
  nonPunishmentClaim: followClaim,
  appointment: followAppointment,
  caseConference: followConference,
  conferenceGuest: followInvitation,
  conferenceDecision: followDecision,
  courtLink: followLink,
  shelterStay: (work, { held, id, to, values }) => followStay(work, held, { id, to, values }),
}

/** What must be so of some records before they are written, beside what each field says. */
const needs: Partial<Record<CaseRecordName, (work: Work, writing: Writing) => Promise<void>>> = {
  shelterStay: needStayInOrder,
  tracingAttempt: needAgreedWay,
  appointment: needAgreedWay,
  nonPunishmentClaim: needClaimInOrder,
  caseConference: needConferenceInOrder,
  conferenceGuest: needGuestInOrder,
  conferenceDecision: needDecisionInOrder,
  courtLink: needLinkInOrder,
  courtTold: needTellingInOrder,
}

/** What follows when some records were added or amended. */
const afterwards: Partial<Record<CaseRecordName, (work: Work, writing: Writing) => Promise<void>>> = {
  shelterStay: followStayWritten,
  followUp: promiseFollowUp,
  tracingAttempt: followAttempt,
  payment: promiseApproval,
  survivorFeedback: promiseHearing,
  nonPunishmentClaim: followClaimWritten,
  appointment: promiseAppointment,
  caseConference: followConferenceWritten,
  conferenceDecision: followDecisionWritten,
  courtLink: followLinkWritten,
  courtTold: followTelling,
}

/** Refuses what cannot be written as it is. */
export async function needInOrder(work: Work, writing: Writing): Promise<void> {
  await needs[writing.name]?.(work, writing)
}

/** Does what follows from a record that was added or amended. */
export async function followWritten(work: Work, writing: Writing): Promise<void> {
  await afterwards[writing.name]?.(work, writing)
}

/** Does what follows from a step of a record. */
export async function follow(work: Work, stepped: Stepped): Promise<void> {
  await consequences[stepped.name]?.(work, stepped)
}

type Values = Readonly<Record<string, unknown>>

/** What is known of a record before anybody says it. */
export async function before(
  work: Work,
  file: CaseRef,
  name: CaseRecordName,
  values: Values,
): Promise<Values> {
  if (name === 'payment') return askedFor(work, file, values)
  if (name === 'nonPunishmentClaim') return claimedWith(values)
  if (name === 'courtLink') return linkedWith(values)
  if (name === 'courtTold') return toldWith(values)
  if (name === 'compensation') return { currency: 'BDT', ...values }
  return name === 'sustainability' ? { questions: questionsNow(), ...values } : values
}
