import { organisation } from './directory/organisation.ts'
import { serviceOffer } from './directory/service-offer.ts'
import { unit } from './directory/unit.ts'
import type { RecordType } from './kit/record.ts'
import { appointment } from './protection/appointments/appointment.ts'
import { caseFacts } from './protection/cases/case-facts.ts'
import { caseNarrative } from './protection/cases/case-narrative.ts'
import { caseOrigin } from './protection/cases/case-origin.ts'
import { sourceOrganisation } from './protection/cases/source-organisation.ts'
import { supportPlan } from './protection/cases/support-plan.ts'
import { traffickingEvent } from './protection/cases/trafficking-event.ts'
import { bestInterestsAssessment, bestInterestsDetermination } from './protection/children/best-interests.ts'
import { guardian } from './protection/children/guardian.ts'
import { nonPunishmentClaim } from './protection/claims/non-punishment-claim.ts'
import {
  caseConference,
  conferenceDecision,
  conferenceGuest,
} from './protection/conferences/case-conference.ts'
import { consent } from './protection/consents/consent.ts'
import { rightsNotice } from './protection/consents/rights-notice.ts'
import { courtLink } from './protection/court/court-link.ts'
import { courtTold } from './protection/court/court-told.ts'
import { caseDocument } from './protection/documents/case-document.ts'
import { caseTask } from './protection/due/case-task.ts'
import { survivorFeedback } from './protection/feedback/survivor-feedback.ts'
import { employment } from './protection/livelihood/employment.ts'
import { followUp } from './protection/livelihood/follow-up.ts'
import { reintegration } from './protection/livelihood/reintegration.ts'
import { startUp } from './protection/livelihood/start-up.ts'
import { sustainability } from './protection/livelihood/sustainability.ts'
import { tracingAttempt } from './protection/livelihood/tracing-attempt.ts'
import { training } from './protection/livelihood/training.ts'
import { budgetLine } from './protection/money/budget-line.ts'
import { compensation } from './protection/money/compensation.ts'
import { payment } from './protection/money/payment.ts'
import { caseNote } from './protection/notes/case-note.ts'
import { personContact } from './protection/people/person-contact.ts'
import { personIdentity } from './protection/people/person-identity.ts'
import { personMentioned } from './protection/people/person-mentioned.ts'
import { needsAssessment } from './protection/plans/needs-assessment.ts'
import { serviceDelivered } from './protection/plans/service-delivered.ts'
import { servicePlan } from './protection/plans/service-plan.ts'
import { referral } from './protection/referrals/referral.ts'
import { riskAssessment } from './protection/risk/risk-assessment.ts'
import { safetyPlan } from './protection/risk/safety-plan.ts'
import { shelterStay } from './protection/shelter/shelter-stay.ts'

/** The records that hang on a case and are written by the same two commands, add and amend. */
export const caseRecords = {
  personIdentity,
  personContact,
  caseFacts,
  caseNarrative,
  caseOrigin,
  sourceOrganisation,
  traffickingEvent,
  supportPlan,
  personMentioned,
  riskAssessment,
  safetyPlan,
  needsAssessment,
  servicePlan,
  serviceDelivered,
  shelterStay,
  training,
  startUp,
  employment,
  reintegration,
  followUp,
  tracingAttempt,
  sustainability,
  payment,
  compensation,
  guardian,
  bestInterestsAssessment,
  bestInterestsDetermination,
  survivorFeedback,
  nonPunishmentClaim,
  appointment,
  caseConference,
  conferenceGuest,
  conferenceDecision,
  courtLink,
  courtTold,
} as const

export type CaseRecordName = keyof typeof caseRecords

/** Every sort of record that Setu keeps. */
export const recordTypes: readonly RecordType[] = [
  organisation,
  unit,
  serviceOffer,
  budgetLine,
  ...Object.values(caseRecords),
  caseNote,
  caseDocument,
  rightsNotice,
  consent,
  referral,
  caseTask,
]
