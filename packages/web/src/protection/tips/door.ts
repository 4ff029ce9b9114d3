import type {
  TipDeskKeep,
  TipHandOn,
  TipList,
  TipStep,
  TipView,
  TipWrite,
  TipWritten,
} from '@setu/records/api'
import type { Address, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What people tell: written down by anybody of the staff, looked at by the unit that takes tips. */
export interface TipsDoor {
  readonly list: () => Promise<TipList>
  readonly read: (at: Address) => Promise<TipView>
  readonly write: (tip: TipWrite & Named) => Promise<TipWritten>
  readonly step: (at: Address, step: TipStep) => Promise<Written>
  readonly handOn: (at: Address, to: TipHandOn) => Promise<Written>
  readonly layDown: (desk: TipDeskKeep) => Promise<Written>
}

export function remoteTips(http: Http): TipsDoor {
  const path = ({ org, id }: Address) => `/api/tips/${org}/${id}`
  return {
    list: () => http.get('/api/tips'),
    read: (at) => http.get(path(at)),
    // The number in the answer is shown once and kept nowhere, so the same write sent twice is refused by its own id.
    write: ({ command: _command, ...tip }) => http.post('/api/tips', tip),
    step: (at, step) => http.post(`${path(at)}/step`, step),
    handOn: (at, to) => http.post(`${path(at)}/hand-on`, to),
    layDown: (desk) => http.post('/api/tip-desk', desk),
  }
}
