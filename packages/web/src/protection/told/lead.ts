import type { NoticeView } from '@setu/records/api'

/** Where what one was told of is dealt with. */
export type Lead =
  | {
      readonly to: 'case'
      readonly case: { readonly org: string; readonly id: string }
      readonly code: string
    }
  | { readonly to: 'received' | 'sent'; readonly code: string | undefined }
  | { readonly to: 'day' }
  | { readonly to: 'log' }
  | { readonly to: 'alerts' }
  | { readonly to: 'emergency' }
  | { readonly to: 'erasures' }
  | { readonly to: 'incidents' }
  | { readonly to: 'reviews' }
  | { readonly to: 'complaints' }

const answered = ['acknowledgeReferral', 'answerReferral', 'startService', 'giveFeedback', 'answerTransfer']
const complaints = ['lookIntoComplaint', 'answerComplaint', 'tellAnswer']
const incidents = ['assessBreach', 'tellRegulator', 'tellPartner']
const received = ['referralOffered', 'referralRecalled', 'referralWithdrawn', 'transferOffered']

/** A promise leads to its case if it may be opened; a referral to the box in which it lies; all else to my day. */
export function leadOf({ kind, about }: Pick<NoticeView, 'kind' | 'about'>): Lead {
  const { org, case: id, code, kind: promise } = about
  if (kind === 'criminalAlerts') return { to: 'alerts' }
  if (kind === 'logUnwitnessed' || kind === 'logDisputed') return { to: 'log' }
  if (about['complaint'] !== undefined || (promise !== undefined && complaints.includes(promise)))
    return { to: 'complaints' }
  if (about['review'] !== undefined || promise === 'reviewAccess') return { to: 'reviews' }
  if (about['breach'] !== undefined || (promise !== undefined && incidents.includes(promise)))
    return { to: 'incidents' }
  if (promise !== undefined && answered.includes(promise)) return { to: 'received', code: undefined }
  if (org !== undefined && id !== undefined && code !== undefined) {
    return { to: 'case', case: { org, id }, code }
  }
  if (about['erasure'] !== undefined) return { to: 'erasures' }
  if (about['emergency'] !== undefined) return { to: 'emergency' }
  if (received.includes(kind)) return { to: 'received', code }
  if (about['referral'] !== undefined) return { to: 'sent', code }
  return { to: 'day' }
}
