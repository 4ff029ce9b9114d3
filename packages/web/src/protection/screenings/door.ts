import type {
  ScreeningBegin,
  ScreeningCase,
  ScreeningDecide,
  ScreeningList,
  ScreeningOffer,
  ScreeningSave,
  ScreeningStep,
  ScreeningView,
} from '@setu/records/api'
import type { Address, Change, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** A first look by whoever meets somebody first, and how it becomes a case. */
export interface ScreeningsDoor {
  readonly list: () => Promise<ScreeningList>
  readonly read: (at: Address) => Promise<ScreeningView>
  readonly begin: (begun: ScreeningBegin) => Promise<Written>
  readonly save: (at: Address, answers: ScreeningSave) => Promise<Written>
  readonly step: (at: Address, step: ScreeningStep) => Promise<Written>
  readonly decide: (at: Address, decided: ScreeningDecide) => Promise<Written>
  readonly offer: (at: Address, offer: ScreeningOffer) => Promise<Written>
  readonly endOffer: (at: Address, change: Change) => Promise<Written>
  readonly openCase: (at: Address, given: ScreeningCase) => Promise<Address>
}

export function remoteScreenings(http: Http): ScreeningsDoor {
  const path = ({ org, id }: Address) => `/api/screenings/${org}/${id}`
  return {
    list: () => http.get('/api/screenings'),
    read: (at) => http.get(path(at)),
    begin: (begun) => http.post('/api/screenings', begun),
    save: (at, answers) => http.post(`${path(at)}/answers`, answers),
    step: (at, step) => http.post(`${path(at)}/step`, step),
    decide: (at, decided) => http.post(`${path(at)}/decide`, decided),
    offer: (at, offer) => http.post(`${path(at)}/offer`, offer),
    endOffer: (at, change) => http.post(`${path(at)}/end-offer`, change),
    openCase: (at, given) => http.post(`${path(at)}/case`, given),
  }
}
