import { type Part, type ReferralState, referralStates } from '@setu/vocabulary'
import fc from 'fast-check'
import { allParts, expectedOf, type Standing } from './access-table.ts'

/** A person as far as access goes: where they sit, and as what. People and units are numbers here. */
export interface OraclePerson {
  readonly org: number
  readonly unit: number
  readonly supervises: boolean
  readonly focal: boolean
  readonly supervisor: boolean
  readonly guard: boolean
  /** Whether any of their roles is to work on cases. */
  readonly works: boolean
}

export interface OracleConsent {
  /** Nobody of ours where the survivor named somebody in words, or agreed to something that names no one. */
  readonly unit: number | null
  readonly purpose: string
  readonly parts: readonly Part[]
  readonly state: 'given' | 'refused'
  readonly withdrawn: boolean
  /** Days from today to the last day on which it holds. */
  readonly days: number
}

export interface OracleReferral {
  readonly unit: number
  readonly purpose: string
  readonly service: Work
  readonly state: ReferralState
  readonly endedDaysAgo: number
  readonly worker: number | null
}

export interface OracleCase {
  readonly unit: number
  readonly state: string
  readonly district: string
  readonly closedDaysAgo: number | null
  readonly team: readonly { readonly person: number; readonly conflict: string; readonly ended: boolean }[]
  readonly consents: readonly OracleConsent[]
  readonly referrals: readonly OracleReferral[]
  readonly transfers: readonly { readonly unit: number; readonly state: string }[]
  readonly emergencies: readonly OracleEmergency[]
}

export interface OracleEmergency {
  readonly person: number
  readonly parts: readonly Part[]
  readonly state: 'granted' | 'waiting' | 'declined' | 'ended'
  /** Minutes from now until it is over. */
  readonly minutes: number
}

type Work = 'care' | 'legal' | 'police' | 'livelihood' | 'return' | 'none'

/** Who and what there is, apart from cases: it stays while cases come and go. */
export interface OracleStage {
  readonly people: readonly OraclePerson[]
  readonly units: readonly { readonly org: number }[]
  readonly orgs: readonly { readonly work: Work; readonly ownsCases: boolean }[]
}

export type Seats = readonly { readonly supervises: boolean; readonly focal: boolean }[]

/** What somebody asks: which cases there are, by what is asked of them. */
export interface OracleQuery {
  readonly state?: string
  readonly unit?: number
  readonly district?: string
  readonly mine?: true
}

const conflicts = ['pending', 'knowsSurvivor', 'knowsAccused', 'ownInterest', 'cannotSay']
const declared: ReadonlySet<string> = new Set(['knowsSurvivor', 'knowsAccused', 'ownInterest'])
const purposes = ['shareService', 'sharePolice', 'shareLegalAid', 'research']
const works = ['care', 'legal', 'police', 'livelihood', 'return'] as const
const states = ['intake', 'active', 'closed']
const districts = ['BD4041', 'BD3026']
// On both sides of every limit: the day itself, thirty days, and the days beside them.
const days = [0, 1, 29, 30, 31, 400]

const often = <Value>(value: Value) => ({ arbitrary: fc.constant(value), weight: 3 })

/** Mostly this one, and anything else as well: what is asked for has to be met, and so has what is beside it. */
const mostly = <Value>(these: readonly Value[], any: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  these.length === 0 ? any : fc.oneof({ arbitrary: fc.constantFrom(...these), weight: 3 }, any)

/** A case somewhere near somebody, with whatever hangs on it, likely and unlikely things alike. */
function caseAround({ people, units, orgs }: OracleStage, centre: number): fc.Arbitrary<OracleCase> {
  const near = people[centre]
  const owning = units.flatMap(({ org }, at) => (orgs[org]?.ownsCases ? [at] : []))
  const theirs = near ? [near.unit] : []
  const person = mostly([centre], fc.nat(people.length - 1))
  const unit = mostly(theirs, fc.nat(units.length - 1))
  // Few units and purposes, so that consents and referrals meet.
  const consent: fc.Arbitrary<OracleConsent> = fc.record({
    unit: fc.oneof(unit, fc.constant(null)),
    purpose: fc.constantFrom(...purposes, 'familyContact'),
    parts: fc.subarray([...allParts]),
    state: fc.oneof(often('given' as const), fc.constant('refused' as const)),
    withdrawn: fc.oneof(often(false), fc.constant(true)),
    days: fc.oneof(often(100), fc.constantFrom(-400, -1, 0, 1)),
  })
  const referral: fc.Arbitrary<OracleReferral> = fc.record({
    unit,
    purpose: fc.constantFrom(...purposes),
    service: fc.constantFrom(...works),
    state: fc.oneof(
      often<ReferralState>('accepted'),
      fc.constantFrom<ReferralState[]>('sent', 'acknowledged', 'completed', 'partlyCompleted'),
      fc.constantFrom(...referralStates.entries.map(({ code }) => code)),
    ),
    endedDaysAgo: fc.constantFrom(...days),
    worker: fc.option(person),
  })
  const emergency: fc.Arbitrary<OracleEmergency> = fc.record({
    person,
    parts: fc.subarray<Part>(['identity', 'contact', 'protection', 'health'], { minLength: 1 }),
    state: fc.oneof(
      often('granted' as const),
      fc.constantFrom('waiting' as const, 'declined' as const, 'ended' as const),
    ),
    minutes: fc.oneof(often(30), fc.constantFrom(-200, -1)),
  })
  const met = fc.tuple(referral, consent).map(([one, other]) => ({
    referral: one,
    consent: { ...other, unit: one.unit, purpose: one.purpose },
  }))
  return fc
    .record({
      unit: mostly(
        theirs.filter((at) => owning.includes(at)),
        fc.constantFrom(...owning),
      ),
      state: fc.constantFrom(...states),
      district: fc.constantFrom(...districts),
      closedDaysAgo: fc.oneof(often(null), fc.constantFrom(...days)),
      team: fc.array(
        fc.record({
          person,
          conflict: fc.oneof(often('none'), fc.constantFrom(...conflicts)),
          ended: fc.oneof(often(false), fc.constant(true)),
        }),
        { maxLength: 4 },
      ),
      met: fc.array(met, { maxLength: 3 }),
      consents: fc.array(consent, { maxLength: 2 }),
      referrals: fc.array(referral, { maxLength: 2 }),
      emergencies: fc.array(emergency, { maxLength: 2 }),
      transfers: fc.array(fc.record({ unit, state: fc.constantFrom('offered', 'accepted', 'declined') }), {
        maxLength: 1,
      }),
    })
    .map(({ met: both, consents, referrals, ...rest }) => ({
      ...rest,
      consents: [...both.map(({ consent: one }) => one), ...consents],
      referrals: [...both.map(({ referral: one }) => one), ...referrals],
    }))
}

/** How many people of a world ask, each about all of its cases. */
const askers = 3

/** Who asks and for what, where everybody sits just now, and cases near those who ask. */
export function runsOn(stage: OracleStage) {
  const person = fc.nat(stage.people.length - 1)
  const query: fc.Arbitrary<OracleQuery> = fc.oneof(
    fc.constant({}),
    fc.record({ state: fc.constantFrom(...states) }),
    fc.record({ unit: fc.nat(stage.units.length - 1) }),
    fc.record({ district: fc.constantFrom(...districts) }),
    fc.constant({ mine: true as const }),
  )
  return fc.uniqueArray(person, { minLength: askers, maxLength: askers }).chain((actors) =>
    fc.record({
      actors: fc.constant(actors),
      cases: fc.tuple(
        ...actors.map((actor) => fc.array(caseAround(stage, actor), { minLength: 1, maxLength: 2 })),
      ),
      seats: fc.tuple(
        ...stage.people.map(() =>
          fc.record({ supervises: fc.oneof(often(true), fc.constant(false)), focal: fc.boolean() }),
        ),
      ),
      query,
    }),
  )
}

export interface Asking {
  readonly stage: OracleStage
  readonly seats: Seats
  readonly actor: number
}

function personOf({ stage, seats, actor }: Asking): OraclePerson {
  const [person, seat] = [stage.people[actor], seats[actor]]
  if (!person || !seat) throw new RangeError('nobody')
  return { ...person, ...seat }
}

const lives = ({ state, withdrawn, days: left }: OracleConsent): boolean =>
  state === 'given' && !withdrawn && left >= 0

/** The live consents on which a referral stands. */
const under = ({ consents }: OracleCase, { unit, purpose }: OracleReferral): readonly OracleConsent[] =>
  consents.filter((consent) => lives(consent) && consent.unit === unit && consent.purpose === purpose)

const conflicted = (asking: Asking, file: OracleCase): boolean =>
  file.team.some(({ person, conflict }) => person === asking.actor && declared.has(conflict))

/** The referrals through which somebody reads the case now. */
function readingThrough(asking: Asking, file: OracleCase): readonly OracleReferral[] {
  const me = personOf(asking)
  if (!me.works) return []
  return file.referrals.filter((referral) => {
    const working = referral.state === 'accepted' || referral.state === 'serviceStarted'
    const over = referral.state === 'completed' || referral.state === 'partlyCompleted'
    const theirs = referral.unit === me.unit && (me.focal || referral.worker === asking.actor)
    return theirs && (working || (over && referral.endedDaysAgo < 30)) && under(file, referral).length > 0
  })
}

function waits(asking: Asking, { unit, state }: OracleReferral): boolean {
  const me = personOf(asking)
  return me.works && unit === me.unit && (state === 'sent' || state === 'acknowledged')
}

/** The emergency accesses that somebody has to the case now. */
function emergenciesOf(asking: Asking, { emergencies }: OracleCase): readonly OracleEmergency[] {
  if (!personOf(asking).works) return []
  return emergencies.filter(
    ({ person, state, minutes }) => person === asking.actor && state === 'granted' && minutes > 0,
  )
}

export const oracleRelations = [
  'own',
  'supervise',
  'emergency',
  'named',
  'dataProtection',
  'office',
  'offered',
  'stranger',
] as const

export type OracleRelation = (typeof oracleRelations)[number]

/** What somebody is to a case, by the agreed relations and in their order. */
export function relationTo(asking: Asking, file: OracleCase): OracleRelation {
  const me = personOf(asking)
  if (conflicted(asking, file)) return 'stranger'
  const inside = asking.stage.units[file.unit]?.org === me.org
  if (inside) {
    const working = file.team.some(
      ({ person, conflict, ended }) => person === asking.actor && conflict === 'none' && !ended,
    )
    if (working && me.works && (file.closedDaysAgo === null || file.closedDaysAgo < 30)) return 'own'
    if (me.supervisor && me.supervises && me.unit === file.unit) return 'supervise'
  }
  if (emergenciesOf(asking, file).length > 0) return 'emergency'
  if (readingThrough(asking, file).length > 0) return 'named'
  if (inside) return me.guard ? 'dataProtection' : 'office'
  return file.referrals.some((referral) => waits(asking, referral)) ? 'offered' : 'stranger'
}

const byWork: Readonly<Record<Work, Standing>> = {
  care: 'namedCare',
  legal: 'namedLegal',
  police: 'namedPolice',
  livelihood: 'namedLivelihood',
  return: 'namedOther',
  none: 'namedOther',
}

const emergencyByWork: Readonly<Partial<Record<Work, Standing>>> = {
  care: 'emergencyCare',
  police: 'emergencyPolice',
}

export const oracleStandings: readonly Standing[] = [...new Set(Object.values(byWork))]

/** Police, livelihood and the like stay within their own kind of work, whatever service was asked for. */
function standingThrough({ stage }: Asking, { unit, service }: OracleReferral): Standing {
  const own = stage.orgs[stage.units[unit]?.org ?? -1]?.work ?? 'none'
  return byWork[own === 'care' || own === 'legal' ? service : own]
}

/** Through which kinds of work somebody reads a case that was referred to them. */
export function standingsIn(asking: Asking, file: OracleCase): readonly Standing[] {
  return relationTo(asking, file) === 'named'
    ? readingThrough(asking, file).map((referral) => standingThrough(asking, referral))
    : []
}

/** What somebody may read and write of a case, part by part. */
export function mayOf(
  asking: Asking,
  file: OracleCase,
): { readonly read: readonly Part[]; readonly write: readonly Part[] } {
  const relation = relationTo(asking, file)
  if (relation === 'named' || relation === 'emergency') {
    const asked = emergenciesOf(asking, file).flatMap(({ parts }) => parts)
    const standing = emergencyByWork[asking.stage.orgs[personOf(asking).org]?.work ?? 'none']
    const urgent = asked.length > 0 && standing ? expectedOf(standing, { asked }).read : []
    const named = readingThrough(asking, file).flatMap((referral) => {
      const consented = under(file, referral).flatMap(({ parts }) => parts)
      return expectedOf(standingThrough(asking, referral), { consented }).read
    })
    return { read: allParts.filter((part) => named.includes(part) || urgent.includes(part)), write: [] }
  }
  const tracing = file.consents.some((consent) => consent.purpose === 'familyContact' && lives(consent))
  return expectedOf(relation, { tracing })
}

const inside: ReadonlySet<OracleRelation> = new Set(['own', 'supervise'])

/** The referrals of a case that somebody sees, by their places in it. */
export function referralsSeen(asking: Asking, file: OracleCase): readonly number[] {
  const relation = relationTo(asking, file)
  const reading = readingThrough(asking, file)
  return file.referrals.flatMap((referral, at) => {
    if (inside.has(relation) || relation === 'dataProtection') return [at]
    if (conflicted(asking, file)) return []
    return waits(asking, referral) || reading.includes(referral) ? [at] : []
  })
}

const gives: readonly Standing[] = ['namedCare', 'namedLegal', 'namedLivelihood']

/** Of which referrals somebody sees the service that was given: their own, or all of a case that is theirs to work. */
export function servicesSeen(asking: Asking, file: OracleCase): readonly number[] {
  const all = inside.has(relationTo(asking, file))
  const own = conflicted(asking, file)
    ? []
    : readingThrough(asking, file).filter((one) => gives.includes(standingThrough(asking, one)))
  return file.referrals.flatMap((referral, at) => (all || own.includes(referral) ? [at] : []))
}

/** Of which referrals somebody writes the service: those that go on, and nobody who works on the case. */
export function servicesWritten(asking: Asking, file: OracleCase): readonly number[] {
  if (conflicted(asking, file)) return []
  const own = readingThrough(asking, file).filter(
    (one) =>
      gives.includes(standingThrough(asking, one)) && ['accepted', 'serviceStarted'].includes(one.state),
  )
  return file.referrals.flatMap((referral, at) => (own.includes(referral) ? [at] : []))
}

export function transfersSeen(asking: Asking, file: OracleCase): readonly number[] {
  const me = personOf(asking)
  return file.transfers.flatMap(({ unit, state }, at) => {
    if (inside.has(relationTo(asking, file))) return [at]
    return state === 'offered' && me.works && unit === me.unit && !conflicted(asking, file) ? [at] : []
  })
}

/** Whether a case is in the list that somebody asks for; a filter on what they may not read finds nothing. */
export function listed(asking: Asking, file: OracleCase, query: OracleQuery): boolean {
  const { read } = mayOf(asking, file)
  if (!read.includes('status')) return false
  if (query.state !== undefined && query.state !== file.state) return false
  if (query.unit !== undefined && query.unit !== file.unit) return false
  if (query.district !== undefined && !(read.includes('facts') && query.district === file.district))
    return false
  return !query.mine || file.team.some(({ person, ended }) => person === asking.actor && !ended)
}
