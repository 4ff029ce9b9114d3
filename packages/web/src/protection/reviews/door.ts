import type { ReviewAnswered, ReviewList, ReviewView } from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Who has access, looked over each quarter by those who answer for them. */
export interface ReviewsDoor {
  readonly list: () => Promise<ReviewList>
  readonly read: (at: Address) => Promise<ReviewView>
  readonly answer: (at: Address, line: string, answer: ReviewAnswered) => Promise<Written>
}

export function remoteReviews(http: Http): ReviewsDoor {
  const path = ({ org, id }: Address) => `/api/access-reviews/${org}/${id}`
  return {
    list: () => http.get('/api/access-reviews'),
    read: (at) => http.get(path(at)),
    answer: (at, line, answer) => http.post(`${path(at)}/lines/${line}`, answer),
  }
}

/** Where a review is fetched as a table. */
export function reviewTableAddress(id: string, language: Language): string {
  return `/api/access-review-table?id=${id}&language=${language}`
}
