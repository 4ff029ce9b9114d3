import type { KeyWaits, RenewalStands, UnitKeyView } from '@setu/records/api'
import type { Items, Named } from '../door-types.ts'
import type { Http } from '../http.ts'

export interface Admission extends Named {
  readonly unit: string
  readonly account: string
}

export interface UnitRenewal extends Named {
  readonly unit: string
}

/** The keys of units that one holds: who waits for them, letting colleagues in, and renewing them. */
export interface KeysDoor {
  readonly waiting: () => Promise<Items<KeyWaits>>
  readonly letIn: (admission: Admission) => Promise<void>
  readonly units: () => Promise<Items<UnitKeyView>>
  readonly renew: (renewal: UnitRenewal) => Promise<RenewalStands>
  /** One more slice of a renewal that is under way. */
  readonly goOn: (renewal: UnitRenewal) => Promise<RenewalStands>
}

export function remoteKeys(http: Http): KeysDoor {
  return {
    waiting: () => http.get('/api/keys/waiting'),
    letIn: (admission) => http.post('/api/keys/let-in', admission),
    units: () => http.get('/api/keys/units'),
    renew: (renewal) => http.post('/api/keys/renew', renewal),
    goOn: (renewal) => http.post('/api/keys/go-on', renewal),
  }
}
