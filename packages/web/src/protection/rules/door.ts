import type { AccessRules } from '@setu/records/api'
import type { Http } from '../../platform/http.ts'

/** What everybody may know of who may see what. */
export interface AccessDoor {
  readonly rules: () => Promise<AccessRules>
}

export function remoteAccess(http: Http): AccessDoor {
  return { rules: () => http.get('/api/access') }
}
