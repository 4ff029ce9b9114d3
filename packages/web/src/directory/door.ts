import type { BoundaryView, OrganisationView, ServiceView, WhoFor } from '@setu/records/api'
import type { Id, ServiceType } from '@setu/vocabulary'
import type { Address, Change, Items, Named, Written } from '../platform/door-types.ts'
import type { Http } from '../platform/http.ts'

export interface ServiceQuery {
  readonly service?: ServiceType
  readonly district?: string
  readonly takes?: WhoFor
}

export interface Capacity extends Change {
  readonly free: number | null
  readonly places: number | null
}

export interface ServiceAdd extends Named {
  readonly id: Id
  readonly unit: string
  readonly service: ServiceType
  readonly takes: readonly WhoFor[]
  readonly districts: readonly string[]
  readonly places: number | null
  readonly free: number | null
}

export interface Site extends Named {
  readonly address: string
}

/** Who does what, where, for whom, and who has a place free. */
export interface DirectoryDoor {
  readonly organisations: () => Promise<Items<OrganisationView>>
  readonly services: (query: ServiceQuery) => Promise<Items<ServiceView>>
  readonly addService: (service: ServiceAdd) => Promise<Written>
  readonly setCapacity: (at: Address, capacity: Capacity) => Promise<Written>
  readonly setSite: (at: Address, site: Site) => Promise<Written>
  readonly readSite: (at: Address, named: Named) => Promise<{ readonly address: string | null }>
  readonly boundaries: (level: string) => Promise<Items<BoundaryView>>
}

export function remoteDirectory(http: Http): DirectoryDoor {
  const path = ({ org, id }: Address) => `/api/directory/services/${org}/${id}`
  return {
    organisations: () => http.get('/api/directory/organisations'),
    services: (query) => http.get('/api/directory/services', { ...query }),
    addService: (service) => http.post('/api/directory/services', service),
    setCapacity: (at, capacity) => http.post(`${path(at)}/capacity`, capacity),
    setSite: (at, site) => http.post(`${path(at)}/site`, site),
    readSite: (at, named) => http.post(`${path(at)}/site/read`, named),
    boundaries: (level) => http.get('/api/directory/boundaries', { level }),
  }
}
