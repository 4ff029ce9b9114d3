import type { Endpoint } from '../platform/index.ts'
import { accountEndpoints } from './accounts/endpoints.ts'
import { beginEndpoints } from './begin/endpoints.ts'
import { boundaryEndpoints } from './boundaries/endpoints.ts'
import { calendarEndpoints } from './calendars/endpoints.ts'
import { organisationEndpoints } from './organisations/endpoints.ts'
import { serviceEndpoints } from './services/endpoints.ts'

export { needDistricts } from './known-place.ts'
export { officeName, officeNames } from './office-name.ts'
export { insertOffer } from './services/service-store.ts'
export { keepSiteAddress } from './services/site-address.ts'
export { type BeginnersKeys, type Beginning, setUp } from './setup.ts'

/** Who works here, in which units, with which services, on which days. */
export const directoryEndpoints: readonly Endpoint[] = [
  ...beginEndpoints,
  ...organisationEndpoints,
  ...accountEndpoints,
  ...serviceEndpoints,
  ...boundaryEndpoints,
  ...calendarEndpoints,
]
