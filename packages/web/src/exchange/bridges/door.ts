import type {
  BridgeMappingAnswer,
  BridgeMappingList,
  BridgeMappingPropose,
  BridgeQuery,
  BridgeSend,
  BridgeSent,
  BridgeTrial,
  BridgeTrialQuery,
  BridgeView,
  HtcdsPreview,
  Written,
} from '@setu/records/api'
import { type Http, withQuery } from '../../platform/http.ts'

type System = BridgeQuery['system']

/** Cases to other systems and from them, as files in their words. */
export interface BridgeDoor {
  readonly view: (system: System) => Promise<BridgeView>
  readonly trial: (asked: BridgeTrialQuery) => Promise<BridgeTrial>
  readonly send: (asked: BridgeSend) => Promise<BridgeSent>
  readonly preview: (system: System, file: Blob) => Promise<HtcdsPreview>
  readonly mappings: (system: System) => Promise<BridgeMappingList>
  readonly propose: (asked: BridgeMappingPropose) => Promise<Written>
  readonly answer: (asked: BridgeMappingAnswer) => Promise<Written>
  /** Where the browser itself fetches the file, so that it is never held in memory. */
  readonly fileAddress: (sending: string, format: 'json' | 'csv') => string
}

export function remoteBridges(http: Http): BridgeDoor {
  const at = '/api/exchange/bridges'
  return {
    view: (system) => http.get(at, { system }),
    trial: (asked) => http.get(`${at}/trial`, { ...asked }),
    send: (asked) => http.post(`${at}/sendings`, asked),
    preview: (system, file) => http.upload(`${at}/preview`, new Blob([file]), { system }),
    mappings: (system) => http.get(`${at}/mappings`, { system }),
    propose: (asked) => http.post(`${at}/mappings`, asked),
    answer: (asked) => http.post(`${at}/mappings/answer`, asked),
    fileAddress: (sending, format) => withQuery(`${at}/file`, { sending, format }),
  }
}
