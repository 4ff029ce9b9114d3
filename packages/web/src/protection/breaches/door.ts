import type {
  BreachAssess,
  BreachCases,
  BreachClose,
  BreachHoursSet,
  BreachList,
  BreachOfCase,
  BreachOpen,
  BreachStepTaken,
  BreachTelling,
  BreachToldNow,
  BreachView,
} from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What went wrong with data: said by anybody, led by whoever guards the data. */
export interface BreachesDoor {
  readonly list: () => Promise<BreachList>
  readonly read: (at: Address) => Promise<BreachView>
  readonly ofCase: (at: Address) => Promise<BreachOfCase>
  readonly open: (said: BreachOpen) => Promise<Written>
  readonly addCases: (at: Address, cases: BreachCases) => Promise<Written>
  readonly assess: (at: Address, judged: BreachAssess) => Promise<Written>
  readonly takeStep: (at: Address, step: BreachStepTaken) => Promise<Written>
  readonly mustTell: (at: Address, telling: BreachTelling) => Promise<Written>
  readonly told: (at: Address, item: string, told: BreachToldNow) => Promise<Written>
  readonly close: (at: Address, closing: BreachClose) => Promise<Written>
  readonly setHours: (hours: BreachHoursSet) => Promise<Written>
}

export function remoteBreaches(http: Http): BreachesDoor {
  const path = ({ org, id }: Address) => `/api/breaches/${org}/${id}`
  return {
    list: () => http.get('/api/breaches'),
    read: (at) => http.get(path(at)),
    ofCase: ({ org, id }) => http.get(`/api/cases/${org}/${id}/breaches`),
    open: (said) => http.post('/api/breaches', said),
    addCases: (at, cases) => http.post(`${path(at)}/cases`, cases),
    assess: (at, judged) => http.post(`${path(at)}/assess`, judged),
    takeStep: (at, step) => http.post(`${path(at)}/steps`, step),
    mustTell: (at, telling) => http.post(`${path(at)}/tellings`, telling),
    told: (at, item, told) => http.post(`${path(at)}/tellings/${item}`, told),
    close: (at, closing) => http.post(`${path(at)}/close`, closing),
    setHours: (hours) => http.post('/api/breach-hours', hours),
  }
}

/** Where the whole record of an incident is fetched as a file. */
export function breachRecord(id: string, language: Language): string {
  return `/api/breach-record?id=${id}&language=${language}`
}
