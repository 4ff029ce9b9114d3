import type {
  ReferralList,
  ReferralOpened,
  ReferralPreview,
  ReferralSend,
  ReferralSent,
  ReferralStep,
  ReferralStepped,
  ReferralView,
  TransferView,
} from '@setu/records/api'
import type { ConflictAnswer, Id, ReadingReason, ServiceType } from '@setu/vocabulary'
import type { Address, Change, Items, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

export interface Receiver {
  readonly org: string
  readonly unit: string
}

export interface TransferOffer extends Named {
  readonly id: Id
  readonly to: Receiver
}

export interface TransferAnswer extends Change {
  readonly to: 'accepted' | 'declined' | 'recalled'
  readonly conflict?: ConflictAnswer
}

/** What one organisation asks of another, and hands over to it. */
export interface ReferralsDoor {
  readonly box: (box: 'in' | 'out', open: boolean, after?: string) => Promise<ReferralList>
  readonly read: (at: Address) => Promise<ReferralView>
  readonly preview: (file: Address, to: Receiver, service: ServiceType) => Promise<ReferralPreview>
  readonly send: (file: Address, referral: ReferralSend) => Promise<ReferralSent>
  readonly step: (at: Address, step: ReferralStep) => Promise<ReferralStepped>
  readonly open: (at: Address, asked: Named & { readonly reason: ReadingReason }) => Promise<ReferralOpened>
  readonly transfers: () => Promise<Items<TransferView>>
  readonly offerTransfer: (file: Address, offer: TransferOffer) => Promise<Written>
  readonly answerTransfer: (at: Address, answer: TransferAnswer) => Promise<Written>
}

export function remoteReferrals(http: Http): ReferralsDoor {
  const file = ({ org, id }: Address) => `/api/cases/${org}/${id}`
  const path = ({ org, id }: Address) => `/api/referrals/${org}/${id}`
  return {
    box: (box, open, after) => http.get('/api/referrals', { box, open: open ? '1' : undefined, after }),
    read: (at) => http.get(path(at)),
    preview: (at, to, service) =>
      http.get(`${file(at)}/referral-preview`, { toOrg: to.org, toUnit: to.unit, service }),
    send: (at, referral) => http.post(`${file(at)}/referrals`, referral),
    step: (at, step) => http.post(`${path(at)}/step`, step),
    open: (at, asked) => http.post(`${path(at)}/open`, asked),
    transfers: () => http.get('/api/transfers'),
    offerTransfer: (at, offer) => http.post(`${file(at)}/transfers`, offer),
    answerTransfer: ({ org, id }, answer) => http.post(`/api/transfers/${org}/${id}/answer`, answer),
  }
}
