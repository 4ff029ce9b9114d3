import type { Board, MyDay, WorkingRules } from '@setu/records/api'
import type { Http } from '../../platform/http.ts'

export interface OfficeCounts {
  readonly counts: readonly { readonly state: string; readonly cases: number }[]
}

/** What is due, for one person and for those they supervise. */
export interface WorkDoor {
  readonly myDay: () => Promise<MyDay>
  readonly board: () => Promise<Board>
  readonly rules: () => Promise<WorkingRules>
  readonly office: () => Promise<OfficeCounts>
}

export function remoteWork(http: Http): WorkDoor {
  return {
    myDay: () => http.get('/api/my-day'),
    board: () => http.get('/api/board'),
    rules: () => http.get('/api/rules/now'),
    office: () => http.get('/api/office'),
  }
}
