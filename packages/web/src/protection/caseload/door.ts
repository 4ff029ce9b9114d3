import type { Caseload } from '@setu/records/api'
import type { Http } from '../../platform/http.ts'

/** Who carries how much of the work. */
export interface CaseloadDoor {
  readonly read: () => Promise<Caseload>
}

export function remoteCaseload(http: Http): CaseloadDoor {
  return { read: () => http.get('/api/caseload') }
}
