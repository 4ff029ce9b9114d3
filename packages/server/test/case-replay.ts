import {
  type AlertRules,
  addDays,
  type Calendar,
  type CriminalFactKind,
  type CriminalStage,
  criminalStepsFrom,
  isWorkingDay,
  type PlainDate,
  plainDate,
} from '@setu/vocabulary'

/** One thing that happened in a criminal case on a day. Accused and offences are numbers of their own in it. */
export type Act = { readonly on: PlainDate } & (
  | {
      readonly did: 'stage'
      readonly accused: number
      readonly offence: number
      readonly to: CriminalStage
      readonly compensated?: true
    }
  | {
      readonly did: 'hearing'
      readonly putOff: string | null
      readonly summoned: readonly { readonly witness: number; readonly came: boolean }[]
    }
  | { readonly did: 'fact'; readonly kind: CriminalFactKind; readonly accused: number | null }
)

/** A criminal case as it was lived: the day that chooses its law, and its acts by day. */
export interface LivedCase {
  readonly matter: string
  readonly offenceOn: PlainDate | null
  readonly acts: readonly Act[]
}

/** The time limits of one law, in the units in which it counts: working days, and days for the appeal. */
export interface OracleLimits {
  readonly investigation: number
  readonly extension: number
  readonly ask: number
  readonly trial: number
  readonly report: number
  readonly appeal: true
}

/** A number from nought to below one, by a seed: mulberry32. */
export function drawing(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const reasons = ['witnessAbsent', 'judgeAbsent', 'timePetition'] as const

/** How long people leave a stage, at the most; where it is not named, four months. */
const patience: Readonly<Partial<Record<CriminalStage, number>>> = {
  firLodged: 20,
  underInvestigation: 260,
  chargeSheeted: 60,
  cognizance: 200,
  finalReport: 70,
  convicted: 45,
  acquitted: 45,
  prosecutionEvidence: 420,
  examination: 200,
}

/** A criminal case in which anything that the table of stages allows may happen, from a day on and until another. */
export function drawnCase(draw: () => number, from: PlainDate, last: PlainDate): LivedCase {
  const within = (most: number) => 1 + Math.floor(draw() * most)
  const one = <Of>(of: readonly Of[]): Of => of[Math.floor(draw() * of.length)] ?? (of[0] as Of)
  const acts: Act[] = []
  const lanes = Array.from({ length: within(4) }, (_, place) => ({
    accused: 1 + (place % 3),
    offence: place + 1,
  }))
  for (const { accused, offence } of lanes) {
    let on = addDays(from, Math.floor(draw() * 8))
    let stage: CriminalStage = draw() < 0.8 ? 'firLodged' : 'reported'
    acts.push({ on, did: 'stage', accused, offence, to: stage })
    while (draw() < 0.95) {
      const next = criminalStepsFrom(stage)
      if (next.length === 0) break
      on = addDays(on, within(patience[stage] ?? 120))
      stage = one(next).to
      const compensated = stage === 'convicted' && draw() < 0.6
      acts.push({
        on,
        did: 'stage',
        accused,
        offence,
        to: stage,
        ...(compensated ? { compensated: true } : {}),
      })
      if (compensated && draw() < 0.5)
        acts.push({ on: addDays(on, within(120)), did: 'fact', kind: 'compensationPaid', accused })
    }
  }
  for (let on = addDays(from, within(90)); on <= last; on = addDays(on, within(80))) {
    const summoned = [1, 2, 3].filter(() => draw() < 0.5).map((witness) => ({ witness, came: draw() < 0.5 }))
    acts.push({ on, did: 'hearing', putOff: draw() < 0.6 ? one(reasons) : null, summoned })
  }
  for (const [kind, after] of [
    ['extensionAsked', 130],
    ['extensionGiven', 150],
    ['investigatorMoved', 400],
    ['overrunTold', 800],
  ] as const)
    if (draw() < 0.6) acts.push({ on: addDays(from, within(after)), did: 'fact', kind, accused: null })
  return {
    matter: 'trafficking',
    // Now and then the day is not written down, or falls under a law whose time limits nobody knows.
    offenceOn: one([null, plainDate('2010-02-01'), ...Array.from({ length: 8 }, () => addDays(from, -60))]),
    acts: acts.filter(({ on }) => on <= last).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  }
}

/** When an alert was given, and when it went up; by what makes it this one and no other. */
export type Given = Map<string, { readonly given: PlainDate; escalated: PlainDate | null }>

/** After how many days somebody answers an alert, by the alert alone; null where nobody ever does. */
export function answeredAfter(key: string): number | null {
  let sum = 0
  for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum % 3 === 0 ? null : sum % 15
}

/** Whether one alert is a later mark of the clock of another, so that nobody is asked about the other any more. */
function saysMore(one: string, other: string): boolean {
  const [[kind, mark, ...clock], [was, before, ...its]] = [one.split(' '), other.split(' ')]
  if (kind !== was || clock.join(' ') !== its.join(' ')) return false
  // What is left of more time grows less.
  return kind === 'extensionClock' ? Number(mark) < Number(before) : Number(mark) > Number(before)
}

/** How many working days have passed on each day, counted from the first of them one at a time. */
function tally(calendar: Calendar, first: PlainDate, last: PlainDate): ReadonlyMap<PlainDate, number> {
  const counts = new Map<PlainDate, number>()
  let sum = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) sum += 1
    counts.set(day, sum)
  }
  return counts
}

interface World {
  readonly limits: OracleLimits | null
  readonly rules: AlertRules
  readonly executive: Calendar
  readonly court: Calendar
  readonly last: PlainDate
}

/** A first investigation, and one that was ordered after a report. */
const investigated: readonly (readonly CriminalStage[])[] = [
  ['firLodged', 'underInvestigation'],
  ['furtherInvestigation'],
]
const inTrial: readonly CriminalStage[] = [
  'chargeFramed',
  'prosecutionEvidence',
  'examination',
  'defenceEvidence',
  'argument',
]
const endings: ReadonlySet<string> = new Set(
  `closedByReport discharged dischargeChallenged dischargeFinal convicted acquitted withdrawn abated disposedOtherwise
  convictionAppealed acquittalAppealed convictionUpheld acquittalUpheld convictedOnAppeal acquittedOnAppeal appealAbated
  convictionFinal acquittalFinal executing executed`.split(/\s+/),
)

/** Where a sentence still stands, and compensation with it. */
export const sentenceStands: ReadonlySet<string> = new Set(
  'convicted convictionAppealed convictionUpheld convictedOnAppeal convictionFinal appealAbated executing executed'.split(
    ' ',
  ),
)

/**
 * The alerts of a case by living through it: every morning, and every evening once the day's acts are known, it is asked
 * what stands still now. It shares no line with the planning: it has no plan, only today.
 */
export function livedThrough({ acts }: LivedCase, { limits, rules, executive, court, last }: World): Given {
  const given: Given = new Map()
  const first = acts[0]?.on
  if (first === undefined) return given
  const start = addDays(first, -1)
  const [office, bench] = [tally(executive, start, last), tally(court, start, last)]
  const passed = (counts: ReadonlyMap<PlainDate, number>, since: PlainDate, today: PlainDate) =>
    (counts.get(today) ?? 0) - (counts.get(since) ?? 0)
  const days = (since: PlainDate, today: PlainDate) =>
    Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000)

  interface Lane {
    readonly accused: number
    stage: CriminalStage
    since: PlainDate
  }
  interface Clock {
    readonly since: PlainDate
    open: Set<number>
  }
  const lanes = new Map<number, Lane>()
  const investigations: {
    since: PlainDate
    stages: readonly CriminalStage[]
    over: boolean
    asked: boolean
    granted: boolean
  }[] = []
  const reports: Clock[] = []
  const charges: Clock[] = []
  const trials: (Clock & { lateAt: PlainDate | null; told: boolean })[] = []
  const windows: Clock[] = []
  const orders: { since: PlainDate; offence: number; accused: number; paid: boolean }[] = []
  const onTrial = new Set<number>()
  let trialSince: PlainDate | null = null
  const heard: PlainDate[] = []
  const putOffs: { on: PlainDate; why: string }[] = []
  let row: PlainDate[] = []
  const absent = new Map<number, PlainDate[]>()
  const mostAway: PlainDate[] = []
  const moved = new Set<PlainDate>()

  const clockOf = <Of extends Clock>(clocks: Of[], since: PlainDate, make: () => Of): Of => {
    const found = clocks.find((one) => one.since === since)
    if (found !== undefined) return found
    const made = make()
    clocks.push(made)
    return made
  }
  const close = (clocks: readonly Clock[], offence: number) => {
    for (const clock of clocks) clock.open.delete(offence)
  }

  function reach(act: Extract<Act, { did: 'stage' }>): void {
    const { on, offence, accused, to } = act
    const before = lanes.get(offence)?.stage ?? null
    lanes.set(offence, { accused, stage: to, since: on })
    close(reports, offence)
    if (to === 'finalReport') clockOf(reports, on, () => ({ since: on, open: new Set() })).open.add(offence)
    if (to !== 'cognizance') close(charges, offence)
    if (to === 'chargeSheeted') clockOf(charges, on, () => ({ since: on, open: new Set() })).open.add(offence)
    const begins = to === 'chargeFramed' || (before === 'retrialOrdered' && to === 'prosecutionEvidence')
    if (begins) {
      const trial = clockOf(trials, on, () => ({
        since: on,
        open: new Set<number>(),
        lateAt: null,
        told: false,
      }))
      trial.open.add(offence)
      onTrial.add(offence)
    } else if (!inTrial.includes(to)) {
      close(trials, offence)
      onTrial.delete(offence)
    }
    close(windows, offence)
    if ((to === 'convicted' || to === 'acquitted') && before !== null && inTrial.includes(before))
      clockOf(windows, on, () => ({ since: on, open: new Set() })).open.add(offence)
    if (to === 'convicted' || to === 'convictedOnAppeal' || !sentenceStands.has(to)) {
      const held = orders.findIndex((one) => one.offence === offence)
      if (held >= 0) orders.splice(held, 1)
    }
    if (act.compensated) orders.push({ since: on, offence, accused, paid: false })
  }

  function settle(today: PlainDate): void {
    for (const stages of investigated) {
      const running = [...lanes.values()].some(({ stage }) => stages.includes(stage))
      const open = investigations.find((one) => !one.over && one.stages === stages)
      if (running && open === undefined)
        investigations.push({ since: today, stages, over: false, asked: false, granted: false })
      if (!running && open !== undefined) open.over = true
    }
    if (onTrial.size === 0) trialSince = null
    else trialSince ??= today
  }

  function enter(act: Act, today: PlainDate): void {
    if (act.did === 'stage') return reach(act)
    if (act.did === 'hearing') {
      heard.push(act.on)
      if (act.putOff === null) row = []
      else {
        row.push(act.on)
        putOffs.push({ on: act.on, why: act.putOff })
      }
      for (const { witness, came } of act.summoned)
        absent.set(witness, came ? [] : [...(absent.get(witness) ?? []), act.on])
      if (act.summoned.filter(({ came }) => !came).length > act.summoned.filter(({ came }) => came).length)
        mostAway.push(act.on)
      return
    }
    const running = investigations.filter(({ over }) => !over)
    if (act.kind === 'extensionAsked') for (const one of running) one.asked = true
    if (act.kind === 'extensionGiven') for (const one of running) one.granted = true
    if (act.kind === 'investigatorMoved') moved.add(today)
    if (act.kind === 'overrunTold') for (const trial of trials) trial.told = true
    if (act.kind === 'compensationPaid')
      for (const one of orders) if (one.accused === act.accused) one.paid = true
  }

  function* standing(today: PlainDate): Generator<string> {
    for (const { since, over, asked, granted } of investigations) {
      if (over) continue
      const count = passed(office, since, today)
      if (passed(office, since, addDays(today, -1)) >= rules.noReportAfter)
        yield `noReport ${rules.noReportAfter} ${since}`
      if (limits === null) continue
      for (const mark of rules.investigationMarks)
        if (count >= mark && !granted) yield `investigationClock ${mark} ${since}`
      if (count >= limits.investigation && !granted)
        yield `investigationClock ${limits.investigation} ${since}`
      if (count >= limits.investigation - limits.ask && !asked)
        yield `extensionRequest ${limits.ask} ${since}`
      if (granted)
        for (const left of rules.extensionMarks)
          if (count >= limits.investigation + limits.extension - left) yield `extensionClock ${left} ${since}`
    }
    for (const { since, open } of reports) if (open.size > 0) yield `finalReportFiled 0 ${since}`
    for (const { since, open } of charges)
      if (open.size > 0 && days(since, today) > rules.chargeNotFramedAfter)
        yield `chargeNotFramed ${rules.chargeNotFramedAfter} ${since}`
    for (const trial of trials) {
      if (limits === null) break
      const { since, open, told } = trial
      const count = passed(bench, since, today)
      for (const mark of [...rules.trialMarks, limits.trial])
        if (open.size > 0 && count >= mark) yield `trialClock ${mark} ${since}`
      // It was over in time if nobody was left when the day after its last one began.
      if (open.size > 0 && passed(bench, since, addDays(today, -1)) >= limits.trial) trial.lateAt ??= today
      if (trial.lateAt !== null && !told && count >= limits.trial + limits.report)
        yield `overrunReport ${limits.report} ${since}`
    }
    if (limits !== null)
      for (const { since, open } of windows)
        for (const mark of rules.appealMarks)
          if (open.size > 0 && days(since, today) >= mark) yield `appealWindow ${mark} ${since}`
    for (const { since, paid } of orders)
      if (!paid && days(since, today) >= rules.compensationUnpaidAfter)
        yield `compensationUnpaid ${rules.compensationUnpaidAfter} ${since}`
    const all = [...lanes.values()]
    if (all.length > 0 && all.every(({ stage }) => endings.has(stage))) return
    if (trialSince !== null) {
      const from = trialSince
      const since = heard.filter((on) => on > from && on < today).at(-1) ?? from
      if (days(since, today) >= rules.noHearingAfter && heard.at(-1) !== today)
        yield `noHearing ${rules.noHearingAfter} ${since}`
    }
    const third = row[rules.adjournedInRow - 1]
    if (third !== undefined) yield `adjournedInRow ${rules.adjournedInRow} ${third}`
    const fifth = putOffs[rules.adjournedOften - 1]
    if (fifth !== undefined) yield `adjournedOften ${rules.adjournedOften} ${fifth.on}`
    for (const reason of new Set(putOffs.map(({ why }) => why))) {
      const again = putOffs.filter(({ why }) => why === reason)[rules.adjournedAlike - 1]
      if (again !== undefined) yield `adjournedAlike ${rules.adjournedAlike} ${again.on} ${reason}`
    }
    for (const [witness, away] of absent) {
      const second = away[rules.witnessAbsent - 1]
      if (second !== undefined) yield `witnessAbsent ${rules.witnessAbsent} ${second} ${witness}`
    }
    const away = mostAway[rules.witnessesAbsent - 1]
    if (away !== undefined) yield `witnessesAbsent ${rules.witnessesAbsent} ${away}`
    for (const on of moved) yield `investigatorMoved 0 ${on}`
  }

  function look(today: PlainDate): void {
    const now = new Set(standing(today))
    for (const key of now) if (!given.has(key)) given.set(key, { given: today, escalated: null })
    for (const key of now) {
      const told = given.get(key)
      if (told === undefined || told.escalated !== null || days(told.given, today) < rules.answerWithin)
        continue
      if ([...given.keys()].some((other) => saysMore(other, key))) continue
      const answered = answeredAfter(key)
      if (answered === null || addDays(told.given, answered) >= today) told.escalated = today
    }
  }

  for (let today = first; today <= last; today = addDays(today, 1)) {
    look(today)
    const ofDay = acts.filter(({ on }) => on === today)
    for (const act of ofDay.filter(({ did }) => did === 'stage')) enter(act, today)
    settle(today)
    for (const act of ofDay.filter(({ did }) => did !== 'stage')) enter(act, today)
    look(today)
  }
  return given
}
