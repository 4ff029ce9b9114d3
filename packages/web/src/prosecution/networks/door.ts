import type {
  HistoryQuery,
  NetworkFileQuery,
  NetworkFor,
  NetworkHistory,
  NetworkImport,
  NetworkImported,
  NetworkOfficeAdd,
  NetworkOfficeEnd,
  NetworkOpen,
  NetworkPreview,
  NetworkRemove,
  NetworkSummary,
  NetworkView,
  NodeHold,
  NodeKeep,
  TieKeep,
} from '@setu/records/api'
import type { Address, Items, Written } from '../../platform/door-types.ts'
import { type Http, withQuery } from '../../platform/http.ts'

/** Networks, for the offices that work on them. */
export interface NetworksDoor {
  readonly list: () => Promise<Items<NetworkSummary>>
  readonly open: (given: NetworkOpen) => Promise<Written & Pick<Address, 'org'>>
  readonly read: (at: Address, wanted: NetworkFor) => Promise<NetworkView>
  readonly history: (at: Address, query: HistoryQuery) => Promise<NetworkHistory>
  readonly keepNode: (at: Address, given: NodeKeep) => Promise<Written>
  readonly removeNode: (at: Address, given: NetworkRemove) => Promise<Written>
  readonly holdNode: (at: Address, given: NodeHold) => Promise<Written>
  readonly keepTie: (at: Address, given: TieKeep) => Promise<Written>
  readonly removeTie: (at: Address, given: NetworkRemove) => Promise<Written>
  readonly addOffice: (at: Address, given: NetworkOfficeAdd) => Promise<Written>
  readonly endOffice: (at: Address, given: NetworkOfficeEnd) => Promise<Written>
  readonly preview: (at: NetworkFileQuery, file: Blob) => Promise<NetworkPreview>
  readonly take: (given: NetworkImport) => Promise<NetworkImported>
  /** Where the browser itself fetches the file, so that it is never held in memory. */
  readonly exportAddress: (at: NetworkFileQuery, wanted: NetworkFor, reach: 'others' | 'own') => string
}

export function remoteNetworks(http: Http): NetworksDoor {
  const path = ({ org, id }: Address) => `/api/networks/${org}/${id}`
  return {
    list: () => http.get('/api/networks'),
    open: (given) => http.post('/api/networks', given),
    read: (at, wanted) => http.get(path(at), wanted),
    history: (at, query) => http.get(`${path(at)}/history`, query),
    keepNode: (at, given) => http.post(`${path(at)}/nodes`, given),
    removeNode: (at, given) => http.post(`${path(at)}/nodes/remove`, given),
    holdNode: (at, given) => http.post(`${path(at)}/nodes/hold`, given),
    keepTie: (at, given) => http.post(`${path(at)}/ties`, given),
    removeTie: (at, given) => http.post(`${path(at)}/ties/remove`, given),
    addOffice: (at, given) => http.post(`${path(at)}/offices`, given),
    endOffice: (at, given) => http.post(`${path(at)}/offices/end`, given),
    preview: ({ org, id }, file) =>
      http.upload('/api/exchange/network/preview', new Blob([file]), { org, id }),
    take: (given) => http.post('/api/exchange/network/import', given),
    exportAddress: ({ org, id }, wanted, reach) =>
      withQuery('/api/exchange/network/export', { org, id, ...wanted, reach }),
  }
}
