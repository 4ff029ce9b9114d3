import type {
  HoldLift,
  HoldList,
  HoldPlace,
  KeptConsents,
  RetentionAnswer,
  RetentionAsk,
  RetentionDone,
  RetentionList,
  RetentionPapers,
  RetentionSet,
} from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** How long cases are kept, and what becomes of them then. */
export interface RetentionDoor {
  readonly list: () => Promise<RetentionList>
  readonly ask: (asked: RetentionAsk) => Promise<RetentionDone>
  readonly answer: (answer: RetentionAnswer) => Promise<RetentionDone>
  readonly papers: (asked: RetentionPapers) => Promise<RetentionDone>
  readonly consents: (erasure: Address) => Promise<KeptConsents>
  readonly layDown: (rules: RetentionSet) => Promise<Written>
  readonly holds: (file: Address) => Promise<HoldList>
  readonly hold: (file: Address, given: HoldPlace) => Promise<Written>
  readonly lift: (hold: Address, given: HoldLift) => Promise<Written>
}

export function remoteRetention(http: Http): RetentionDoor {
  const holdsOf = ({ org, id }: Address) => `/api/cases/${org}/${id}/holds`
  return {
    list: () => http.get('/api/retention'),
    ask: (asked) => http.post('/api/retention/ask', asked),
    answer: (answer) => http.post('/api/retention/answer', answer),
    papers: (asked) => http.post('/api/retention/papers', asked),
    consents: ({ org, id }) => http.get(`/api/kept-consents/${org}/${id}`),
    layDown: (rules) => http.post('/api/retention/rules', rules),
    holds: (file) => http.get(holdsOf(file)),
    hold: (file, given) => http.post(holdsOf(file), given),
    lift: ({ org, id }, given) => http.post(`/api/holds/${org}/${id}/lift`, given),
  }
}

/** Where the list is fetched as a table. */
export function retentionTableAddress(language: Language): string {
  return `/api/retention-table?language=${language}`
}
