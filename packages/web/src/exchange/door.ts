import type { HtcdsImport, HtcdsImported, HtcdsPreview, HtcdsReadAs } from '@setu/records/api'
import { type Http, withQuery } from '../platform/http.ts'

/** Cases in and out as files of the HTCDS standard. */
export interface ExchangeDoor {
  readonly preview: (file: Blob, readAs: HtcdsReadAs) => Promise<HtcdsPreview>
  readonly take: (asked: HtcdsImport) => Promise<HtcdsImported>
  /** Where the browser itself fetches the file, so that it is never held in memory. */
  readonly exportAddress: (format: 'csv' | 'xlsx') => string
}

export function remoteExchange(http: Http): ExchangeDoor {
  return {
    preview: (file, readAs) => http.upload('/api/exchange/htcds/preview', new Blob([file]), { ...readAs }),
    take: (asked) => http.post('/api/exchange/htcds/import', asked),
    exportAddress: (format) => withQuery('/api/exchange/htcds/export', { format }),
  }
}
