import type { ConsentsRecord, Withdrawn } from '@setu/records/api'
import type { Address, Change, Items, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What a survivor allows, and takes back. */
export interface ConsentsDoor {
  readonly record: (at: Address, answers: ConsentsRecord) => Promise<Items<Written>>
  readonly withdraw: (at: Address, consent: string, change: Change) => Promise<Withdrawn>
}

export function remoteConsents(http: Http): ConsentsDoor {
  const path = ({ org, id }: Address) => `/api/cases/${org}/${id}/consents`
  return {
    record: (at, answers) => http.post(path(at), answers),
    withdraw: (at, consent, change) => http.post(`${path(at)}/${consent}/withdraw`, change),
  }
}
