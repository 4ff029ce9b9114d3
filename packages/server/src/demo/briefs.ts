import { type DeclineReason, declineReasons, type ServiceType, type Urgency } from '@setu/vocabulary'
import type { DemoDirectory } from './directory.ts'
import type { Draws } from './draws.ts'
import { ngoKeys } from './organisations-table.ts'
import type { CaseBrief, Path, ReferralBrief, ReferralEnd, TransferBrief } from './plan/story.ts'
import { type Profile, profiles } from './profiles-table.ts'
import { offerSeeds, type Taken } from './services-table.ts'

/** How many cases stand where, besides those of the showcase; with it they are three hundred. */
const paths: readonly (readonly [Path, number])[] = [
  ['intake', 18],
  ['assessed', 22],
  ['planned', 25],
  ['active', 72],
  ['followUp', 53],
  ['onHold', 13],
  ['transferred', 4],
  ['closed', 68],
  ['reopened', 13],
]

/** How many days ago cases on each path were opened: the least, and the most. */
const openedAgo: Readonly<Record<Path, readonly [number, number]>> = {
  intake: [0.2, 5],
  assessed: [4, 15],
  planned: [11, 26],
  active: [22, 330],
  followUp: [120, 520],
  onHold: [40, 300],
  transferred: [70, 280],
  closed: [280, 1090],
  reopened: [240, 900],
}

/** How many referrals a case on each path has, besides those of the showcase: of a hundred, so many have so many. */
const referralsOf: Readonly<Record<Path, readonly (readonly [number, number])[]>> = {
  intake: [
    [0, 55],
    [1, 45],
  ],
  assessed: [
    [0, 20],
    [1, 80],
  ],
  planned: [
    [1, 65],
    [2, 35],
  ],
  active: [
    [1, 40],
    [2, 45],
    [3, 15],
  ],
  followUp: [
    [1, 50],
    [2, 40],
    [3, 10],
  ],
  onHold: [
    [0, 30],
    [1, 70],
  ],
  transferred: [[1, 100]],
  closed: [
    [0, 10],
    [1, 60],
    [2, 30],
  ],
  reopened: [
    [1, 60],
    [2, 40],
  ],
}

/** Of a hundred referrals of a case on this path, so many still wait or are under way. */
const stillOpen: Readonly<Record<Path, number>> = {
  intake: 100,
  assessed: 95,
  planned: 75,
  active: 48,
  followUp: 18,
  onHold: 10,
  transferred: 0,
  closed: 0,
  reopened: 30,
}

const openEnds: readonly (readonly [ReferralEnd, number])[] = [
  ['sent', 22],
  ['acknowledged', 16],
  ['accepted', 30],
  ['serviceStarted', 32],
]
const overEnds: readonly (readonly [ReferralEnd, number])[] = [
  ['declined', 17],
  ['completed', 19],
  ['partlyCompleted', 8],
  ['notReached', 7],
  ['withdrawnBySurvivor', 8],
  ['recalled', 6],
  ['expired', 9],
  ['feedbackClosed', 30],
]

const waits: ReadonlySet<ReferralEnd> = new Set(openEnds.map(([end]) => end))

const urgencyOf: readonly (readonly [Urgency, number])[] = [
  ['emergency', 1],
  ['urgent', 5],
  ['standard', 6],
]

function takenAs({ woman, ages }: Profile): Taken {
  const child = ages.every(([band]) =>
    ['0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown'].includes(band),
  )
  if (child) return woman ? 'girls' : 'boys'
  return woman ? 'women' : 'men'
}

/** Units that offer a service to somebody, those of the same district first, then those that serve it. */
function offering(
  directory: DemoDirectory,
  service: ServiceType,
  who: Taken,
  district: string | null,
): string[] {
  const rank = (unit: string, districts: readonly string[]): number => {
    if (directory.unit(unit).district === district) return 0
    return district !== null && districts.includes(district) ? 1 : 2
  }
  const fitting = offerSeeds.filter((offer) => offer.service === service && offer.takes.includes(who))
  const ranked = fitting.map(({ unit, districts }) => ({ unit, rank: rank(unit, districts) }))
  const best = Math.min(...ranked.map((one) => one.rank))
  return ranked.filter((one) => one.rank === best || one.rank === 1).map(({ unit }) => unit)
}

interface Drawing {
  readonly directory: DemoDirectory
  readonly draws: Draws
  readonly profile: Profile
  readonly unit: string
  readonly path: Path
}

function drawEnd({ draws, path }: Drawing, daysAgo: number): ReferralEnd {
  if (draws.percent(stillOpen[path])) return draws.weighed(openEnds)
  // Only a case that has lasted a while can have waited a week for an answer that never came.
  return draws.weighed(
    daysAgo < 60 ? overEnds.filter(([end]) => end === 'declined' || end === 'recalled') : overEnds,
  )
}

const men: readonly Taken[] = ['men']

/** Why a receiver says no, as far as the directory gives the reason away. */
function drawReason(draws: Draws, to: string, who: Taken): DeclineReason {
  const offers = offerSeeds.filter(({ unit }) => unit === to)
  if (offers.some(({ free }) => free === 0) && draws.percent(60)) return 'full'
  if (men.includes(who) && draws.percent(35)) return 'sexOrAgePolicy'
  return draws.pick(declineReasons.entries.map(({ code }) => code))
}

function drawReferrals(drawing: Drawing, daysAgo: number): ReferralBrief[] {
  const { directory, draws, profile, unit, path } = drawing
  const who = takenAs(profile)
  const { org, district } = directory.unit(unit)
  const used = new Set<string>([unit])
  const briefs: ReferralBrief[] = []
  const many = draws.weighed(referralsOf[path])
  for (let tries = 0; briefs.length < many && tries < 20; tries += 1) {
    const service = draws.weighed(profile.needs)
    const near = offering(directory, service, who, district)
    const free = near.filter((key) => !used.has(key) && directory.unit(key).org !== org)
    if (free.length === 0) continue
    const to = draws.pick(free)
    used.add(to)
    const end = drawEnd(drawing, daysAgo)
    const urgency = end === 'expired' ? 'urgent' : draws.weighed(urgencyOf)
    const reason = end === 'declined' ? { declineReason: drawReason(draws, to, who) } : {}
    briefs.push({ service, to, urgency, end, ...reason })
  }
  return briefs
}

/** Cases handed over for good, offered, declined and called back, besides those of the showcase. */
function drawTransfer({ draws, unit, path, directory }: Drawing): TransferBrief | undefined {
  const own = unit.split('.')[0]
  const others = directory.unitKeys.filter((key) => {
    const org = key.split('.')[0]
    return org !== own && org !== undefined && ngoKeys.includes(org)
  })
  if (path === 'transferred') return { to: draws.pick(others), end: 'offered' }
  if ((path !== 'active' && path !== 'followUp') || !draws.percent(13)) return undefined
  return {
    to: draws.pick(others),
    end: draws.weighed([
      ['accepted', 5],
      ['declined', 3],
      ['recalled', 2],
    ]),
  }
}

/** More is worked in Jashore and Cox’s Bazar than elsewhere; a few cases are owned by social services. */
const unitWeights: Readonly<Record<string, number>> = {
  'kingfisher.jashore': 5,
  'kingfisher.satkhira': 3,
  'robin.khulna': 3,
  'gull.coxsBazar': 3,
}

function drawUnit(draws: Draws, directory: DemoDirectory, profile: Profile, path: Path): string {
  const ngoUnits = directory.unitKeys.filter((key) => ngoKeys.includes(key.split('.')[0] ?? ''))
  const possible = (profile.units ?? ngoUnits).map((key) => [key, unitWeights[key] ?? 1] as const)
  const early = path === 'intake' || path === 'assessed' || path === 'planned'
  if (early && profile.units === undefined && draws.percent(12)) return 'social.jashore'
  return draws.weighed(possible)
}

function drawBrief(draws: Draws, directory: DemoDirectory, path: Path, place: number): CaseBrief {
  const profile = draws.weighed(profiles.map((one) => [one, one.share] as const))
  const unit = drawUnit(draws, directory, profile, path)
  const [least, most] = openedAgo[path]
  const daysAgo = least + ((most - least) * draws.below(1000)) / 1000
  const drawing = { directory, draws, profile, unit, path }
  const transfer = drawTransfer(drawing)
  const refuses = draws.percent(12)
    ? directory.unitKeys.find((key) => key === `police.${unit.split('.')[1]}`)
    : undefined
  return {
    key: `${path} ${place}`,
    unit,
    worker: draws.pick(directory.caseworkersOf(unit)).key,
    profile: profile.key,
    path,
    urgency: draws.weighed(urgencyOf),
    openedHoursAgo: daysAgo * 24,
    referrals: drawReferrals(drawing, daysAgo).filter(
      ({ to, end }) => to !== refuses && (transfer === undefined || (to !== transfer.to && !waits.has(end))),
    ),
    ...(transfer === undefined ? {} : { transfer }),
    ...(refuses === undefined ? {} : { refuses }),
  }
}

/** The cases of the whole programme besides the showcase, each with what is wanted of it. */
export function drawBriefs(seed: Draws, directory: DemoDirectory): CaseBrief[] {
  return paths.flatMap(([path, many]) =>
    Array.from({ length: many }, (_, place) =>
      drawBrief(seed.stream(`${path} ${place}`), directory, path, place),
    ),
  )
}
