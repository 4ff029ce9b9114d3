export { type CaseRecordName, caseRecords, recordTypes } from './catalogue.ts'
export { type Organisation, organisation } from './directory/organisation.ts'
export { type ServiceOffer, serviceOffer } from './directory/service-offer.ts'
export { type Unit, unit } from './directory/unit.ts'
export { type DictionaryRow, dictionary, publishedColumns, sharedColumns } from './kit/columns.ts'
export {
  type Erasure,
  type Field,
  type FieldKind,
  mostMoney,
  type Reach,
  type ValueOf,
  type Words,
} from './kit/field.ts'
export { type Question, questionsIn, unanswered } from './kit/question.ts'
export {
  defineRecord,
  fieldsOf,
  type RecordType,
  sealedFields,
  sealingPartOf,
  type Values,
} from './kit/record.ts'
export { type Column, columnName, columnsOf, draftSteps, draftTable } from './kit/table.ts'
export {
  type RecoveryShare,
  type ShareFault,
  shareFromText,
  shareRows,
  shareToText,
} from './platform/share-text.ts'
export { type Appointment, appointment } from './protection/appointments/appointment.ts'
export { type CaseFacts, caseFacts } from './protection/cases/case-facts.ts'
export { type CaseNarrative, caseNarrative } from './protection/cases/case-narrative.ts'
export { type CaseOrigin, caseOrigin } from './protection/cases/case-origin.ts'
export { type SourceOrganisation, sourceOrganisation } from './protection/cases/source-organisation.ts'
export { type SupportPlan, supportPlan } from './protection/cases/support-plan.ts'
export { type TraffickingEvent, traffickingEvent } from './protection/cases/trafficking-event.ts'
export { type NonPunishmentClaim, nonPunishmentClaim } from './protection/claims/non-punishment-claim.ts'
export {
  type CaseConference,
  type ConferenceDecision,
  type ConferenceGuest,
  caseConference,
  conferenceDecision,
  conferenceGuest,
} from './protection/conferences/case-conference.ts'
export { type Consent, consent } from './protection/consents/consent.ts'
export { type RightsNotice, rightsNotice } from './protection/consents/rights-notice.ts'
export { type CourtLink, courtLink } from './protection/court/court-link.ts'
export { type CourtTold, courtTold } from './protection/court/court-told.ts'
export { type CaseDocument, caseDocument } from './protection/documents/case-document.ts'
export { type CaseTask, caseTask } from './protection/due/case-task.ts'
export { type SurvivorFeedback, survivorFeedback } from './protection/feedback/survivor-feedback.ts'
export { type Employment, employment } from './protection/livelihood/employment.ts'
export { type FollowUp, followUp } from './protection/livelihood/follow-up.ts'
export { type Reintegration, reintegration } from './protection/livelihood/reintegration.ts'
export { type StartUp, startUp } from './protection/livelihood/start-up.ts'
export { type Sustainability, sustainability } from './protection/livelihood/sustainability.ts'
export { type TracingAttempt, tracingAttempt } from './protection/livelihood/tracing-attempt.ts'
export { type Training, training } from './protection/livelihood/training.ts'
export { type BudgetLine, budgetLine } from './protection/money/budget-line.ts'
export { type Compensation, compensation } from './protection/money/compensation.ts'
export { type Payment, payment } from './protection/money/payment.ts'
export { type CaseNote, caseNote } from './protection/notes/case-note.ts'
export { type PersonContact, personContact } from './protection/people/person-contact.ts'
export { type PersonIdentity, personIdentity } from './protection/people/person-identity.ts'
export { type PersonMentioned, personMentioned } from './protection/people/person-mentioned.ts'
export { type NeedsAssessment, needsAssessment } from './protection/plans/needs-assessment.ts'
export { type ServiceDelivered, serviceDelivered } from './protection/plans/service-delivered.ts'
export { type ServicePlan, servicePlan } from './protection/plans/service-plan.ts'
export { type Referral, referral } from './protection/referrals/referral.ts'
export { type RiskAssessment, riskAssessment } from './protection/risk/risk-assessment.ts'
export { type SafetyPlan, safetyPlan } from './protection/risk/safety-plan.ts'
