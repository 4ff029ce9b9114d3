import type { z } from 'zod'
import type { recordStep, recordView, recordWrite } from './case-record.ts'
import type {
  caseKnown,
  caseKnownQuery,
  caseList,
  caseOpen,
  caseOpened,
  caseQuery,
  caseSummary,
  consentsRecord,
  consentView,
  dueView,
  eventList,
  eventView,
  noteAdd,
  partOpened,
  reading,
  referralList,
  referralOpened,
  referralPreview,
  referralSend,
  referralSent,
  referralStep,
  referralStepped,
  referralView,
  rightsNoticeRecord,
  savedFilterView,
  transferView,
  withdrawn,
} from './shapes.ts'
import type { accessRules, board, caseView, myDay, trail, trailItem, waitingView } from './views.ts'

export * from './access-review.ts'
export * from './approval.ts'
export * from './breach.ts'
export * from './case-record.ts'
export * from './caseload.ts'
export * from './complaint.ts'
export * from './document.ts'
export * from './emergency.ts'
export * from './erasure.ts'
export * from './identification.ts'
export * from './messages.ts'
export * from './money.ts'
export * from './oversight.ts'
export * from './own-service.ts'
export * from './own-window.ts'
export * from './print.ts'
export * from './reminder-text.ts'
export * from './renewal.ts'
export * from './retention.ts'
export * from './screening.ts'
export * from './setting.ts'
export * from './shapes.ts'
export * from './shelter.ts'
export * from './tip.ts'
export * from './views.ts'
export * from './working-rules.ts'

export type CaseSummary = z.infer<typeof caseSummary>
export type CaseQuery = z.infer<typeof caseQuery>
export type CaseKnown = z.infer<typeof caseKnown>
export type CaseKnownQuery = z.infer<typeof caseKnownQuery>
export type CaseList = z.infer<typeof caseList>
export type CaseView = z.infer<typeof caseView>
export type CaseOpen = z.infer<typeof caseOpen>
export type CaseOpened = z.infer<typeof caseOpened>
export type ConsentView = z.infer<typeof consentView>
export type ConsentsRecord = z.infer<typeof consentsRecord>
export type Withdrawn = z.infer<typeof withdrawn>
export type RecordView = z.infer<typeof recordView>
export type RecordStep = z.infer<typeof recordStep>
export type RecordWrite = z.infer<typeof recordWrite>
export type Reading = z.infer<typeof reading>
export type PartOpened = z.infer<typeof partOpened>
export type NoteAdd = z.infer<typeof noteAdd>
export type DueView = z.infer<typeof dueView>
export type EventView = z.infer<typeof eventView>
export type EventList = z.infer<typeof eventList>
export type ReferralView = z.infer<typeof referralView>
export type ReferralList = z.infer<typeof referralList>
export type ReferralPreview = z.infer<typeof referralPreview>
export type ReferralSend = z.infer<typeof referralSend>
export type ReferralSent = z.infer<typeof referralSent>
export type ReferralStep = z.infer<typeof referralStep>
export type ReferralStepped = z.infer<typeof referralStepped>
export type ReferralOpened = z.infer<typeof referralOpened>
export type TransferView = z.infer<typeof transferView>
export type Trail = z.infer<typeof trail>
export type TrailItem = z.infer<typeof trailItem>
export type MyDay = z.infer<typeof myDay>
export type WaitingView = z.infer<typeof waitingView>
export type AccessRules = z.infer<typeof accessRules>
export type Board = z.infer<typeof board>
export type SavedFilterView = z.infer<typeof savedFilterView>
export type RightsNoticeRecord = z.infer<typeof rightsNoticeRecord>
