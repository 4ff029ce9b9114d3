import type { Clock, Endpoint, Engine } from '../platform/index.ts'
import { accessEndpoints } from './access/endpoints.ts'
import { breachEndpoints } from './breaches/endpoints.ts'
import { caseloadEndpoints } from './caseload/endpoints.ts'
import { caseEndpoints } from './cases/endpoints.ts'
import { complaintEndpoints } from './complaints/endpoints.ts'
import { consentEndpoints } from './consents/endpoints.ts'
import { bringNews } from './court/bring-news.ts'
import { documentEndpoints } from './documents/endpoints.ts'
import { expireReferrals, recountPromises } from './due/clock-work.ts'
import { dueEndpoints } from './due/endpoints.ts'
import { endEmergencies } from './emergencies/clock-emergencies.ts'
import { emergencyEndpoints } from './emergencies/endpoints.ts'
import { erasureEndpoints } from './erasures/endpoints.ts'
import { identificationEndpoints } from './identifications/endpoints.ts'
import { messageEndpoints } from './messages/endpoints.ts'
import { moneyEndpoints } from './money/endpoints.ts'
import { oversightEndpoints } from './oversight/endpoints.ts'
import { approvalEndpoints } from './plans/endpoints.ts'
import { printEndpoints } from './prints/endpoints.ts'
import { referralEndpoints } from './referrals/endpoints.ts'
import { finishRenewals } from './renewals/clock-renewals.ts'
import { renewalEndpoints } from './renewals/endpoints.ts'
import { retentionEndpoints } from './retention/endpoints.ts'
import { forgetConsents } from './retention/forget-consents.ts'
import { forgetLog } from './retention/forget-log.ts'
import { beginReviews } from './reviews/begin-reviews.ts'
import { reviewEndpoints } from './reviews/endpoints.ts'
import { screeningEndpoints } from './screenings/endpoints.ts'
import { serviceEndpoints } from './services/endpoints.ts'
import { settingEndpoints } from './settings/endpoints.ts'
import { shelterEndpoints } from './shelter/endpoints.ts'
import { textEndpoints } from './texts/endpoints.ts'
import { handTexts, type Sending } from './texts/hand-texts.ts'
import { tipEndpoints } from './tips/endpoints.ts'
import { forgetTips } from './tips/forget-tips.ts'
import { transferEndpoints } from './transfers/endpoints.ts'
import { windowEndpoints } from './window/endpoints.ts'

export { assessBreach } from './breaches/assess-breach.ts'
export { closeBreach, takeStep } from './breaches/contain-breach.ts'
export { openBreach } from './breaches/open-breach.ts'
export { readBreach } from './breaches/read-breaches.ts'
export { saidTold } from './breaches/tell.ts'
export { assignCaseworker } from './cases/assign-caseworker.ts'
export { changeState, checkRequirements } from './cases/change-state.ts'
export { happened } from './cases/event-store.ts'
export { firstPromises, needOwningOrganisation, openCase } from './cases/open-case.ts'
export { openPart } from './cases/open-part.ts'
export { indexedFields } from './cases/person-index.ts'
export { readCase } from './cases/read-case.ts'
export { type CaseRef, holderOf, partOf, rowsOf, sealedPartOf } from './cases/record-store.ts'
export { stepRecord } from './cases/step-record.ts'
export { writeRecord } from './cases/write-record.ts'
export { answerComplaint, lookInto, toldAnswer } from './complaints/answer-complaint.ts'
export { layDownDesk } from './complaints/lay-down-desk.ts'
export { recordComplaint } from './complaints/record-complaint.ts'
export { findReceiver } from './consents/consent-store.ts'
export { recordConsents } from './consents/record-consents.ts'
export { withdrawConsent } from './consents/withdraw-consent.ts'
export { bringNews } from './court/bring-news.ts'
export { momentAfter, type RulesInForce, rulesInForce, workingDaysOf } from './due/rules-in-force.ts'
export { addTask, finishTask } from './due/tasks.ts'
export { answerEmergency } from './emergencies/answer-emergency.ts'
export { askEmergency } from './emergencies/ask-emergency.ts'
export { beginIdentification, stepIdentification } from './identifications/step-identification.ts'
export { answerMessage } from './messages/message-store.ts'
export { addLine } from './money/line-store.ts'
export { moneyRows } from './money/read-money.ts'
export { addNote } from './notes/note-store.ts'
export { readOwn } from './oversight/read-oversight.ts'
export { sendReferral } from './referrals/send-referral.ts'
export { stepReferral } from './referrals/step-referral.ts'
export { holdBack } from './retention/hold-case.ts'
export { layDownRetention } from './retention/lay-down-retention.ts'
export { retentionQueue } from './retention/retention-store.ts'
export { askTimeOver } from './retention/time-over.ts'
export { answerLine, readReview } from './reviews/answer-review.ts'
export { reviewRows } from './reviews/review-store.ts'
export { beginScreening } from './screenings/begin-screening.ts'
export { offerScreening } from './screenings/hand-over.ts'
export { decideScreening, saveAnswers, stepScreening } from './screenings/save-answers.ts'
export { giveService } from './services/give-service.ts'
export { readHomes } from './shelter/read-homes.ts'
export { setPlaces } from './shelter/set-places.ts'
export { receiveStay, stepStay } from './shelter/step-stay.ts'
export { handTexts, type Sending } from './texts/hand-texts.ts'
export { chooseTexts, readTexts } from './texts/text-store.ts'
export { layDownTipDesk } from './tips/lay-down-tip-desk.ts'
export { tellPages } from './tips/page/tell-pages.ts'
export { handOnTip, stepTip } from './tips/step-tip.ts'
export { writeTip } from './tips/write-tip.ts'
export { answerTransfer } from './transfers/answer-transfer.ts'
export { offerTransfer } from './transfers/offer-transfer.ts'
export { issueSlot } from './window/issue-slot.ts'
export { writeOwnMessage } from './window/own-messages.ts'

/** All addresses of the protection room. */
export const protectionEndpoints: readonly Endpoint[] = [
  ...caseEndpoints,
  ...consentEndpoints,
  ...referralEndpoints,
  ...transferEndpoints,
  ...dueEndpoints,
  ...accessEndpoints,
  ...emergencyEndpoints,
  ...erasureEndpoints,
  ...renewalEndpoints,
  ...documentEndpoints,
  ...breachEndpoints,
  ...complaintEndpoints,
  ...retentionEndpoints,
  ...reviewEndpoints,
  ...tipEndpoints,
  ...screeningEndpoints,
  ...identificationEndpoints,
  ...approvalEndpoints,
  ...settingEndpoints,
  ...serviceEndpoints,
  ...shelterEndpoints,
  ...moneyEndpoints,
  ...oversightEndpoints,
  ...caseloadEndpoints,
  ...printEndpoints,
  ...windowEndpoints,
  ...messageEndpoints,
  ...textEndpoints,
]

/** What the clock does in this room while nobody is signed in. */
export function protectionWorks(
  engine: Engine,
  clock: Clock,
  sending: Sending | null = null,
): Readonly<Record<string, () => Promise<number>>> {
  return {
    'expire-referrals': () => expireReferrals(engine, clock),
    'recount-promises': () => recountPromises(engine, clock),
    'end-emergencies': () => endEmergencies(engine, clock),
    'finish-renewals': () => finishRenewals(engine),
    'court-news': () => bringNews(engine),
    'begin-reviews': () => beginReviews(engine, clock),
    'forget-tips': () => forgetTips(engine, clock),
    'forget-consents': () => forgetConsents(engine),
    'forget-log': () => forgetLog(engine),
    'reminder-texts': () => handTexts(engine, clock, sending),
  }
}
