import { entryOf } from '../codes.ts'
import { type OrganisationType, organisationTypes } from '../directory/organisation-types.ts'
import { type KindOfWork, type Part, shareableParts } from './parts.ts'
import { type ServiceType, serviceTypes } from './services.ts'

/** Organisations whose work is care or law give each other's services; all others stay within their own. */
const bounded: ReadonlySet<KindOfWork> = new Set(['police', 'livelihood', 'return', 'none'])

/**
 * The parts a survivor can be asked to share with this kind of organisation for this service. A consent may
 * name fewer, never more; a police unit gets what police get, whichever service the referral names.
 */
export function shareableWith(organisation: OrganisationType, service: ServiceType): readonly Part[] {
  const ofService = shareableParts[entryOf(serviceTypes, service).work]
  const { work } = entryOf(organisationTypes, organisation)
  return bounded.has(work) ? ofService.filter((part) => shareableParts[work].includes(part)) : ofService
}
