import type { Oversight } from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import { type Http, withQuery } from '../../platform/http.ts'
import type { OversightSearch } from '../searches.ts'

/** How far the work with survivors has come, in numbers alone. */
export interface OversightDoor {
  readonly read: (asked: OversightAsked) => Promise<Oversight>
}

/** Whose cases are counted, by what, and opened when. */
export interface OversightAsked extends OversightSearch {
  readonly view: 'own' | 'told'
}

function queryOf({ view, by, from, to }: OversightAsked) {
  if (view === 'told') return { by: by ?? 'district' }
  return { by: by ?? 'unit', from, to }
}

export function remoteOversight(http: Http): OversightDoor {
  return { read: (asked) => http.get(`/api/oversight/${asked.view}`, queryOf(asked)) }
}

/** Where the same is fetched as a file. */
export function oversightFileAddress(
  asked: OversightAsked,
  format: 'csv' | 'xlsx',
  language: Language,
): string {
  return withQuery(`/api/oversight/${asked.view}/file`, { ...queryOf(asked), format, language })
}
