import type { HomeList } from '@setu/records/api'
import type { Id, PlaceGroup } from '@setu/vocabulary'
import type { Address, Change, Named, Written } from '../../platform/door-types.ts'
import type { Http } from '../../platform/http.ts'

export interface Places extends Change {
  readonly groups: readonly { readonly who: PlaceGroup; readonly places: number; readonly others: number }[]
}

export interface Received extends Named {
  readonly id: Id
  readonly of: Address
  readonly placeFor: PlaceGroup
}

export interface HomeStep extends Change {
  readonly of: string
  readonly to: string
  readonly values: Readonly<Record<string, unknown>>
}

export interface HomeReview extends Change {
  readonly of: string
  readonly legalBasis: unknown
  readonly freeToLeave: unknown
  readonly whyNotFree: unknown
  readonly reviewOn: unknown
}

/** What those who run a home do: count its places, admit, look again, let go. */
export interface ShelterDoor {
  readonly homes: () => Promise<HomeList>
  readonly setPlaces: (home: Address, places: Places) => Promise<Written>
  readonly receive: (home: Address, received: Received) => Promise<Written>
  readonly step: (home: Address, stay: string, step: HomeStep) => Promise<Written>
  readonly review: (home: Address, stay: string, review: HomeReview) => Promise<Written>
}

export function remoteShelter(http: Http): ShelterDoor {
  const path = ({ org, id }: Address) => `/api/shelter/${org}/${id}`
  return {
    homes: () => http.get('/api/shelter'),
    setPlaces: (home, places) => http.post(`${path(home)}/places`, places),
    receive: (home, received) => http.post(`${path(home)}/stays`, received),
    step: (home, stay, step) => http.post(`${path(home)}/stays/${stay}/step`, step),
    review: (home, stay, review) => http.post(`${path(home)}/stays/${stay}/review`, review),
  }
}
