import type { BudgetLineAdd, BudgetLineList, MoneyBook } from '@setu/records/api'
import type { Change, Written } from '../../platform/door-types.ts'
import { type Http, withQuery } from '../../platform/http.ts'

export interface LineClose extends Change {
  readonly line: string
}

/** Lines that money is paid from, and what was paid. Payments themselves are records of a case. */
export interface MoneyDoor {
  readonly lines: () => Promise<BudgetLineList>
  readonly addLine: (line: BudgetLineAdd) => Promise<Written>
  readonly closeLine: (close: LineClose) => Promise<Written>
  readonly book: () => Promise<MoneyBook>
  /** Where the browser itself fetches the file, so that it is never held in memory. */
  readonly fileAddress: (format: 'csv' | 'xlsx', language: 'en' | 'bn') => string
}

export function remoteMoney(http: Http): MoneyDoor {
  return {
    lines: () => http.get('/api/money/lines'),
    addLine: (line) => http.post('/api/money/lines', line),
    closeLine: (close) => http.post('/api/money/lines/close', close),
    book: () => http.get('/api/money'),
    fileAddress: (format, language) => withQuery('/api/exchange/money/export', { format, language }),
  }
}
