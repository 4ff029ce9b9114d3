import type { Draws } from '../../draws.ts'
import { at, type DistrictKey } from '../../organisations-table.ts'
import type { Bench, CriminalBrief, CriminalEra, CriminalPath } from './story.ts'

type Some = readonly (readonly [CriminalPath, number])[]

/** Ten that a newcomer meets first, all of the police in Jashore: as many ways as there are to go. */
const first: readonly (readonly [CriminalPath, CriminalEra])[] = [
  ['investigating', 'usual'],
  ['investigating', 'since2026'],
  ['naraji', 'usual'],
  ['sheeted', 'usual'],
  ['trial', 'usual'],
  ['trial', 'usual'],
  ['trial', 'before2012'],
  ['acquitted', 'usual'],
  ['compromised', 'usual'],
  ['executed', 'in2014'],
]

/**
 * The others. Of the 26 cases that the tribunal in Dhaka has disposed of, two ended in a conviction, sixteen in an
 * acquittal, and in eight the parties came to terms or the prosecution was withdrawn: the shares that were counted there
 * from January 2023 to June 2025 (8, 62 and 30 in a hundred; The Finance Today, 29112).
 */
const others: Readonly<Record<Bench, Some>> = {
  dhaka: [
    ['reported', 1],
    ['investigating', 13],
    ['petition', 2],
    ['closedByReport', 4],
    ['naraji', 2],
    ['sheeted', 3],
    ['cognizance', 4],
    ['trial', 11],
    ['acquitted', 16],
    ['compromised', 8],
    ['convictionAppealed', 1],
    ['upheld', 1],
  ],
  khulna: [
    ['reported', 1],
    ['investigating', 9],
    ['petition', 1],
    ['closedByReport', 3],
    ['naraji', 1],
    ['narajiHeard', 2],
    ['sheeted', 2],
    ['cognizance', 4],
    ['trial', 10],
    ['acquitted', 6],
    ['compromised', 2],
    ['discharged', 1],
    ['convicted', 1],
    ['turned', 1],
  ],
}

/** The units whose cases lie with a tribunal, and how many of them are theirs. */
const units: Readonly<Record<Bench, readonly (readonly [string, number])[]>> = {
  dhaka: [
    ['police.cid', 6],
    ['police.madaripur', 3],
    ['police.jamalpur', 1],
  ],
  khulna: [
    ['police.jashore', 4],
    ['police.khulna', 3],
    ['police.jhenaidah', 2],
    ['police.chuadanga', 1],
  ],
}

/** Where it happened that the CID looks into. */
const anywhere: readonly DistrictKey[] = [
  'dhaka',
  'madaripur',
  'shariatpur',
  'cumilla',
  'mymensingh',
  'coxsBazar',
]

function isDistrict(key: string | undefined): key is DistrictKey {
  return key !== undefined && Object.hasOwn(at, key)
}

function districtOf(draws: Draws, unit: string): string {
  const key = unit.split('.')[1]
  return at[isDistrict(key) ? key : draws.pick(anywhere)]
}

/** Some few offences are older, or so new that they fall under the law of 2026. */
function eraOf(path: CriminalPath, place: number): CriminalEra {
  if (path === 'trial' && place < 2) return place === 0 ? 'before2012' : 'in2014'
  if ((path === 'investigating' && place < 2) || (path === 'sheeted' && place === 0)) return 'since2026'
  return 'usual'
}

function drawBrief(seed: Draws, bench: Bench, path: CriminalPath, place: number): CriminalBrief {
  const key = `${bench} ${path} ${place}`
  const draws = seed.stream(key)
  const unit = draws.weighed(units[bench])
  return {
    key,
    path,
    bench,
    unit,
    district: districtOf(draws, unit),
    era: eraOf(path, place),
    ...(path === 'trial' && place === 2 ? { death: true } : {}),
  }
}

/** What is wanted of each criminal case: ten, or a hundred and twenty. */
export function criminalBriefs(seed: Draws, size: 'full' | 'small'): readonly CriminalBrief[] {
  const known = first.map(
    ([path, era], place): CriminalBrief => ({
      key: `first ${place}`,
      path,
      era,
      bench: 'khulna',
      unit: 'police.jashore',
      district: at.jashore,
      ...(path === 'trial' && era === 'usual' ? { today: true } : {}),
    }),
  )
  if (size === 'small') return known
  const drawn = (['dhaka', 'khulna'] as const).flatMap((bench) =>
    others[bench].flatMap(([path, many]) =>
      Array.from({ length: many }, (_, place) => drawBrief(seed, bench, path, place)),
    ),
  )
  return [...known, ...drawn]
}
