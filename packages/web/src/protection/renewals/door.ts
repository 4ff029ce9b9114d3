import type { RenewalBegin, RenewalList } from '@setu/records/api'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Renewing the keys of a case. */
export interface RenewalsDoor {
  readonly ofCase: (file: Address) => Promise<RenewalList>
  readonly begin: (file: Address, begun: RenewalBegin) => Promise<Written>
}

export function remoteRenewals(http: Http): RenewalsDoor {
  const ofCase = ({ org, id }: Address) => `/api/cases/${org}/${id}/renewals`
  return {
    ofCase: (file) => http.get(ofCase(file)),
    begin: (file, begun) => http.post(ofCase(file), begun),
  }
}
