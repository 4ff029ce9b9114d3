import type { EmergencyAnswer, EmergencyAsk, EmergencyList } from '@setu/records/api'
import type { Address, Change, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** A few hours' access for somebody who must act at once: asked for, answered by another, and ended. */
export interface EmergenciesDoor {
  readonly list: () => Promise<EmergencyList>
  readonly ask: (asked: EmergencyAsk) => Promise<Written>
  readonly answer: (at: Address, answer: EmergencyAnswer) => Promise<Written>
  readonly end: (at: Address, change: Change) => Promise<Written>
}

export function remoteEmergencies(http: Http): EmergenciesDoor {
  const path = ({ org, id }: Address) => `/api/emergencies/${org}/${id}`
  return {
    list: () => http.get('/api/emergencies'),
    ask: (asked) => http.post('/api/emergencies', asked),
    answer: (at, answer) => http.post(`${path(at)}/answer`, answer),
    end: (at, change) => http.post(`${path(at)}/end`, change),
  }
}
