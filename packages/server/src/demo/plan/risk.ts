import { codesOf, type RiskDomain, type RiskLevel, riskDomains, riskLevels } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import type { Draws } from '../draws.ts'
import { codeWords, dangerSigns, riskWords, safePeople, safePlaces } from '../safety-words-table.ts'
import type { Milestone } from './case-path.ts'
import { day, hour, inOfficeHours, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

const domains: readonly RiskDomain[] = codesOf(riskDomains)
const levels: readonly RiskLevel[] = codesOf(riskLevels)
const [low, medium, high, imminent] = [0, 1, 2, 3]

type Heights = ReadonlyMap<RiskDomain, number>

const over = (of: (domain: RiskDomain) => number): Heights =>
  new Map(domains.map((domain) => [domain, of(domain)]))

/** What the first look finds: mostly little, and rarely anything that cannot wait a week. */
function firstHeights(draws: Draws, urgent: boolean): Heights {
  return over(() =>
    draws.weighed([
      [low, 62],
      [medium, 26],
      [high, urgent ? 16 : 7],
      [imminent, urgent ? 2 : 0],
    ]),
  )
}

/** How the risks stand some weeks on: most of them less, a few more. */
function laterHeights(draws: Draws, before: Heights, most: number): Heights {
  return over((domain) => {
    const height = before.get(domain) ?? low
    const now =
      height > low && draws.percent(60) ? height - 1 : height < high && draws.percent(5) ? height + 1 : height
    return Math.min(now, most)
  })
}

const greatest = (heights: Heights): number => Math.max(...heights.values())

interface Look {
  readonly at: Date
  readonly heights: Heights
  readonly first: boolean
}

function lookingActs({ draws, person }: Telling, { at, heights, first }: Look): Act[] {
  const id = draws.id()
  const found = domains.map((domain) => [domain, levels[heights.get(domain) ?? low] ?? 'low'] as const)
  const words = found
    .filter(([, level]) => level !== 'low')
    .map(([domain]) => [`${domain}Words`, person.say(riskWords[domain])] as const)
  const occasion = first
    ? 'first'
    : draws.weighed([
        ['dueAgain', 7],
        ['told', 2],
        ['contact', 1],
        ['move', 1],
      ] as const)
  const values = {
    assessedOn: dayOf(at),
    occasion,
    ...(first ? {} : { safetyPlanFits: true }),
    ...Object.fromEntries([...found, ...words]),
  }
  return [
    { act: 'record', record: 'riskAssessment', id, values },
    { act: 'recordStep', record: 'riskAssessment', id, to: 'made' },
  ]
}

/** A safety plan, within a day of the first look that asked for one. */
function planningSafety({ draws, person, now, worker }: Telling, at: Date, before: Date): Turn[] {
  const wanted = later(at, draws.between(1, 20) * hour)
  const made = wanted < before ? wanted : before
  if (made >= now) return []
  const id = draws.id()
  const values = {
    triggers: person.say(draws.pick(dangerSigns)),
    safePeople: person.say(draws.pick(safePeople)),
    safePlaces: person.say(draws.pick(safePlaces)),
    codeWord: person.say(draws.pick(codeWords)),
    agreedOn: dayOf(made),
    channels: draws.pick([['ownPhone'], ['ownPhone', 'trusted'], ['trusted', 'meeting']]),
    keptBy: draws.pick(['memory', 'memory', 'hidden', 'trusted'] as const),
  }
  const acts: Act[] = [
    { act: 'record', record: 'safetyPlan', id, values },
    { act: 'recordStep', record: 'safetyPlan', id, to: 'inForce' },
  ]
  return [{ at: made, by: worker, acts }]
}

/** How many days a look lasts before the next is due, as the rules are when the demonstration begins. */
const lasts = [30, 30, 7, 1]

/** The last look before today: most are in time, some are overdue. */
function lastLookAt(draws: Draws, now: Date, height: number): Date {
  const days = lasts[height] ?? 30
  const share = draws.percent(86) ? draws.between(10, 85) : draws.between(105, 150)
  return later(now, (-days * day * share) / 100)
}

interface Lifetime {
  readonly from: Date
  /** When the case was closed, for the first time. */
  readonly closed: Date | undefined
  readonly again: Date | undefined
  /** Until when this caseworker looks; nothing where the case is theirs today. */
  readonly handed: Date | null
}

function looksOf(telling: Telling, { from, closed, again, handed }: Lifetime): Look[] {
  const draws = telling.draws.stream('risk')
  const looks: Look[] = [
    { at: from, heights: firstHeights(draws, telling.brief.urgency !== 'standard'), first: true },
  ]
  const look = (at: Date, most: number = high): void => {
    const before = looks.at(-1)
    if (before === undefined || at.getTime() - before.at.getTime() < 6 * hour) return
    looks.push({ at, heights: laterHeights(draws, before.heights, most), first: false })
  }
  const until = closed ?? handed ?? telling.now
  const room = until.getTime() - from.getTime()
  if (room > 70 * day) look(inOfficeHours(draws, later(from, room * 0.45), from, until))
  if (closed !== undefined) look(later(closed, -hour), medium)
  if (again !== undefined) look(later(again, Math.min(day, (telling.now.getTime() - again.getTime()) / 2)))
  const open = handed === null && (closed === undefined || again !== undefined)
  if (open)
    look(lastLookAt(draws, telling.now, greatest(looks.at(-1)?.heights ?? firstHeights(draws, false))))
  return looks
}

/** Every look at the risks of a case, and the safety plan where one was called for. */
export function lookingAtRisk(
  telling: Telling,
  milestones: readonly Milestone[],
  handed: Date | null,
): Turn[] {
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const from = at('assessed')
  if (from === undefined) return []
  const closed = at('closed')
  const again = milestones.find((milestone) => milestone.again)?.at
  const looks = looksOf(telling, { from, closed, again, handed })
  const turns = looks.map(
    (look): Turn => ({ at: look.at, by: telling.worker, acts: lookingActs(telling, look) }),
  )
  const calling = looks.find(({ heights }) => greatest(heights) >= medium)
  if (calling === undefined) return turns
  const before = calling.first ? (at('planned') ?? telling.now) : telling.now
  return [...turns, ...planningSafety(telling, calling.at, before)]
}
