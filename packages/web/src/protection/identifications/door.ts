import type {
  IdentificationBegin,
  IdentificationOfCase,
  IdentificationStepTaken,
  ReflectionExtend,
} from '@setu/records/api'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Whether the person of a case is formally identified, and how long they have to recover. */
export interface IdentificationDoor {
  readonly read: (at: Address) => Promise<IdentificationOfCase>
  readonly begin: (at: Address, begun: IdentificationBegin) => Promise<Written>
  readonly step: (at: Address, step: IdentificationStepTaken) => Promise<Written>
  readonly extend: (at: Address, more: ReflectionExtend) => Promise<Written>
}

export function remoteIdentification(http: Http): IdentificationDoor {
  const path = ({ org, id }: Address) => `/api/cases/${org}/${id}/identification`
  return {
    read: (at) => http.get(path(at)),
    begin: (at, begun) => http.post(path(at), begun),
    step: (at, step) => http.post(`${path(at)}/step`, step),
    extend: (at, more) => http.post(`${path(at)}/reflection`, more),
  }
}
