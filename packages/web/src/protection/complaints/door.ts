import type {
  ComplaintAnswer,
  ComplaintDesk,
  ComplaintList,
  ComplaintRecord,
  ComplaintTold,
} from '@setu/records/api'
import type { Address, Change, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What survivors complain of: written down, heard by somebody independent, and answered. */
export interface ComplaintsDoor {
  readonly list: () => Promise<ComplaintList>
  readonly record: (said: ComplaintRecord) => Promise<Written>
  readonly lookInto: (at: Address, change: Change) => Promise<Written>
  readonly answer: (at: Address, answer: ComplaintAnswer) => Promise<Written>
  readonly told: (at: Address, told: ComplaintTold) => Promise<Written>
  readonly layDown: (desk: ComplaintDesk) => Promise<Written>
}

export function remoteComplaints(http: Http): ComplaintsDoor {
  const path = ({ org, id }: Address) => `/api/complaints/${org}/${id}`
  return {
    list: () => http.get('/api/complaints'),
    record: (said) => http.post('/api/complaints', said),
    lookInto: (at, change) => http.post(`${path(at)}/look-into`, change),
    answer: (at, answer) => http.post(`${path(at)}/answer`, answer),
    told: (at, told) => http.post(`${path(at)}/told`, told),
    layDown: (desk) => http.post('/api/complaint-desk', desk),
  }
}
