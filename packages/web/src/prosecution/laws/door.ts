import type {
  LawAnswer,
  LawChange,
  LawDraft,
  LawEditions,
  LawList,
  LawPropose,
  Written,
} from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import { type Http, withQuery } from '../../platform/http.ts'

/** Laws as data, and how another edition comes into force by two people. */
export interface LawsDoor {
  readonly list: (day: string | null) => Promise<LawList>
  readonly editions: () => Promise<LawEditions>
  readonly draft: (asked: LawDraft) => Promise<Written>
  readonly change: (asked: LawChange) => Promise<Written>
  readonly propose: (asked: LawPropose) => Promise<Written>
  readonly answer: (asked: LawAnswer) => Promise<Written>
}

export function remoteLaws(http: Http): LawsDoor {
  return {
    list: (day) => http.get('/api/laws', day === null ? {} : { day }),
    editions: () => http.get('/api/laws/editions'),
    draft: (asked) => http.post('/api/laws/editions', asked),
    change: (asked) => http.post('/api/laws/editions/change', asked),
    propose: (asked) => http.post('/api/laws/editions/propose', asked),
    answer: (asked) => http.post('/api/laws/editions/answer', asked),
  }
}

/** Where the comparison is fetched as a file. */
export function comparisonAddress(day: string, format: 'csv' | 'xlsx', language: Language): string {
  return withQuery('/api/laws/file', { day, format, language })
}
