import type { KeyWaits } from '@setu/records/api'
import type { Items, Named } from '../door-types.ts'
import type { Http } from '../http.ts'

export interface Admission extends Named {
  readonly unit: string
  readonly account: string
}

/** Colleagues who wait for the key of a unit that one holds, and letting them in. */
export interface KeysDoor {
  readonly waiting: () => Promise<Items<KeyWaits>>
  readonly letIn: (admission: Admission) => Promise<void>
}

export function remoteKeys(http: Http): KeysDoor {
  return {
    waiting: () => http.get('/api/keys/waiting'),
    letIn: (admission) => http.post('/api/keys/let-in', admission),
  }
}
