import type { OwnServiceAdd, OwnServiceChange, OwnServiceList } from '@setu/records/api'
import type { Address, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What those who took a referral on do for a survivor. */
export interface ServicesDoor {
  readonly ofCase: (file: Address) => Promise<OwnServiceList>
  readonly give: (referral: Address, given: Omit<OwnServiceAdd, 'command'> & Named) => Promise<Written>
  readonly change: (
    referral: Address,
    item: string,
    told: Omit<OwnServiceChange, 'command'> & Named,
  ) => Promise<Written>
}

export function remoteServices(http: Http): ServicesDoor {
  const path = ({ org, id }: Address) => `/api/own-services/${org}/${id}`
  return {
    ofCase: ({ org, id }) => http.get(`/api/cases/${org}/${id}/partner-services`),
    give: (referral, given) => http.post(path(referral), given),
    change: (referral, item, told) => http.post(`${path(referral)}/${item}`, told),
  }
}
