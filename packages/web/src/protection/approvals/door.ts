import type { ApprovalList, ApprovalSet } from '@setu/records/api'
import type { Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** What is approved by somebody else than who asks, and what waits for that. */
export interface ApprovalsDoor {
  readonly list: () => Promise<ApprovalList>
  readonly layDown: (rules: ApprovalSet) => Promise<Written>
}

export function remoteApprovals(http: Http): ApprovalsDoor {
  return {
    list: () => http.get('/api/approvals'),
    layDown: (rules) => http.post('/api/approvals/rules', rules),
  }
}
