import type { ServiceType } from '@setu/vocabulary'
import { at, type DistrictKey, ngoKeys, organisationSeeds } from './organisations-table.ts'

/** Whom a service takes. */
export type Taken = 'women' | 'men' | 'girls' | 'boys'

/** What a unit offers, to whom, where, and how many places there are and are free; `null` where none are counted. */
export interface OfferSeed {
  readonly unit: string
  readonly service: ServiceType
  readonly takes: readonly Taken[]
  readonly districts: readonly string[]
  readonly places: number | null
  readonly free: number | null
}

const everyone: readonly Taken[] = ['women', 'men', 'girls', 'boys']
const womenAndGirls: readonly Taken[] = ['women', 'girls']

/** Districts that are near enough to each other to be served from one place. */
const regions: readonly (readonly DistrictKey[])[] = [
  ['jashore', 'satkhira', 'jhenaidah', 'narail', 'chuadanga', 'meherpur', 'khulna', 'bagerhat'],
  ['rajshahi', 'chapai', 'naogaon'],
  ['dinajpur', 'kurigram', 'lalmonirhat', 'rangpur'],
  ['dhaka', 'jamalpur', 'mymensingh', 'madaripur', 'shariatpur'],
  ['brahmanbaria', 'cumilla'],
  ['coxsBazar', 'chattogram'],
]

/** The districts of a region, by P-code; a district outside all of them is a region by itself. */
function regionOf(district: string): readonly string[] {
  const region = regions.find((keys) => keys.some((key) => at[key] === district))
  return region?.map((key) => at[key]) ?? [district]
}

const units = organisationSeeds.flatMap(({ key, units: own }) => own.map((unit) => ({ org: key, ...unit })))

/** Offered by every unit of an organisation, in the region around it. */
function everywhere(
  org: string,
  services: readonly ServiceType[],
  takes: readonly Taken[] = everyone,
): OfferSeed[] {
  return units
    .filter((unit) => unit.org === org)
    .flatMap(({ key, district }) =>
      services.map((service) => ({
        unit: key,
        service,
        takes,
        districts: district === null ? [] : regionOf(district),
        places: null,
        free: null,
      })),
    )
}

function counted(
  unit: string,
  service: ServiceType,
  takes: readonly Taken[],
  places: number,
  free: number,
): OfferSeed {
  const district = units.find(({ key }) => key === unit)?.district ?? null
  return { unit, service, takes, districts: district === null ? [] : regionOf(district), places, free }
}

/**
 * Places are few and some houses are full. Outside Dhaka there is no shelter for men at all: that gap is real,
 * and the demonstration keeps it.
 */
const shelterOffers: readonly OfferSeed[] = [
  counted('nest.dhaka', 'shelter', ['women'], 40, 6),
  counted('nest.men', 'shelter', ['men'], 12, 1),
  counted('nest.jashore', 'shelter', womenAndGirls, 20, 0),
  counted('nest.coxsBazar', 'shelter', ['women', 'girls', 'boys'], 24, 3),
  counted('nest.khulna', 'shelter', ['boys'], 16, 2),
  counted('safehome.dhaka', 'shelter', womenAndGirls, 60, 9),
  counted('safehome.rajshahi', 'shelter', womenAndGirls, 25, 4),
  counted('safehome.chattogram', 'shelter', womenAndGirls, 25, 0),
  counted('safehome.mymensingh', 'shelter', womenAndGirls, 20, 2),
]

const skillOffers: readonly OfferSeed[] = [
  counted('skills.jashore', 'vocationalTraining', womenAndGirls, 30, 0),
  counted('skills.khulna', 'vocationalTraining', ['women', 'men'], 30, 7),
  counted('skills.rajshahi', 'vocationalTraining', ['women', 'men'], 24, 5),
  counted('skills.kurigram', 'vocationalTraining', womenAndGirls, 20, 2),
  counted('skills.mymensingh', 'vocationalTraining', ['women', 'men'], 24, 0),
  counted('skills.coxsBazar', 'vocationalTraining', ['women', 'men'], 20, 4),
]

/** The service directory of the demonstration. */
export const offerSeeds: readonly OfferSeed[] = [
  ...shelterOffers,
  ...skillOffers,
  ...everywhere('nest', ['psychosocial'], womenAndGirls),
  ...ngoKeys.flatMap((key) => everywhere(key, ['psychosocial', 'peerGroup', 'materialSupport'])),
  ...everywhere('gull', ['interpretation']),
  ...everywhere('police', ['policeLiaison']),
  ...everywhere('social', ['familyTracing', 'socialProtection', 'education']),
  ...everywhere('affairs', ['livelihood', 'psychosocial'], womenAndGirls),
  ...everywhere('door', ['legalAid', 'compensation', 'documentation', 'witnessSupport']),
  ...everywhere('crisis', ['medical', 'psychosocial', 'reproductiveHealth'], womenAndGirls),
  ...everywhere('hospital', ['medical', 'psychiatric', 'disabilitySupport']),
  ...everywhere('skills', ['livelihood', 'financialLiteracy']),
  ...everywhere('employment', ['employment', 'debtCounselling']),
  ...everywhere('mission', ['repatriation']),
  ...everywhere('wing', ['repatriation']),
  ...everywhere('return', ['repatriation']),
]

/** Streets that no town has, for the houses whose addresses are sealed. */
export const siteAddresses: readonly (readonly [unit: string, address: string])[] = [
  ['nest.dhaka', 'House 0, Kadam Tree Lane, Dhaka (fictitious)'],
  ['nest.men', 'House 00, Tamarind Lane, Dhaka (fictitious)'],
  ['nest.jashore', 'Yellow gate behind the pond, Dates Road, Jashore (fictitious)'],
  ['nest.coxsBazar', 'Third lane, Casuarina Road, Cox’s Bazar (fictitious)'],
  ['nest.khulna', 'Corner house, Water-Lily Road, Khulna (fictitious)'],
]
