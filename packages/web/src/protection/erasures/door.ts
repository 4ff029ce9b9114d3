import type { ErasureAnswer, ErasureAsk, ErasureList } from '@setu/records/api'
import type { Address, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

/** Erasing a case: asked for by one, decided by another. */
export interface ErasuresDoor {
  readonly list: () => Promise<ErasureList>
  readonly ofCase: (file: Address) => Promise<ErasureList>
  readonly ask: (file: Address, asked: ErasureAsk) => Promise<Written>
  readonly answer: (at: Address, answer: ErasureAnswer) => Promise<Written>
}

export function remoteErasures(http: Http): ErasuresDoor {
  const ofCase = ({ org, id }: Address) => `/api/cases/${org}/${id}/erasures`
  return {
    list: () => http.get('/api/erasures'),
    ofCase: (file) => http.get(ofCase(file)),
    ask: (file, asked) => http.post(ofCase(file), asked),
    answer: ({ org, id }, answer) => http.post(`/api/erasures/${org}/${id}/answer`, answer),
  }
}
