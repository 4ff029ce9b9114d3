import { describe, expect, test } from 'vitest'
import { type Calendar, isWorkingDay } from '../directory/calendar.ts'
import { addDays, type PlainDate, plainDate } from '../plain-date.ts'
import { alertRules, type CriminalLimits } from './alert-rules.ts'
import { type AccusedFacts, type AlertBasis, type CriminalFacts, plannedAlerts } from './criminal-alerts.ts'

const seed = Number(process.env['SETU_SEED'] ?? 1)

const calendarOf = (institution: 'executive' | 'court', closed: readonly string[]): Calendar => ({
  jurisdiction: 'BD',
  institution,
  version: 't',
  weekend: [5, 6],
  holidays: closed.map((date) => ({ date: plainDate(date), en: 'Closed', bn: 'বন্ধ' })),
})

const calendars = {
  executive: calendarOf('executive', ['2024-03-26', '2024-04-10', '2024-04-11', '2024-12-16', '2025-05-01']),
  court: calendarOf('court', [
    '2024-03-26',
    '2024-04-10',
    '2024-12-16',
    '2024-12-17',
    '2024-12-18',
    '2025-05-01',
  ]),
}

/** The limits of the Act of 2012. */
const limits: CriminalLimits = {
  investigation: { amount: 90, unit: 'workingDays' },
  extension: { amount: 30, unit: 'workingDays' },
  extensionRequest: { amount: 3, unit: 'workingDays' },
  trial: { amount: 180, unit: 'workingDays' },
  overrunReport: { amount: 10, unit: 'workingDays' },
  appeal: { amount: 30, unit: 'calendarDays' },
}

const basis: AlertBasis = { limits, rules: alertRules, calendars }

const nothing: CriminalFacts = {
  investigations: [],
  finalReports: [],
  accused: [],
  hearings: [],
  overrunTold: [],
  investigatorMoved: [],
  requests: [],
  over: null,
}

const nobody: AccusedFacts = {
  id: 'a1',
  chargeSheeted: null,
  chargeDecided: null,
  framed: null,
  judged: null,
  appealed: null,
  compensationOrdered: null,
  compensationPaid: null,
}

const day = plainDate('2024-02-01')
const under = { began: day, ended: null, asked: null, granted: null }
const marksOf = (facts: Partial<CriminalFacts>, by: AlertBasis = basis) =>
  plannedAlerts({ ...nothing, ...facts }, by).map(({ kind, mark, on }) => `${kind} ${mark} ${on}`)

/** The day on which so many working days have passed, counted one day at a time. */
function passed(calendar: Calendar, from: PlainDate, days: number): PlainDate {
  let [date, left] = [from, days]
  while (left > 0) {
    date = addDays(date, 1)
    if (isWorkingDay(calendar, date)) left -= 1
  }
  return date
}

describe('an investigation', () => {
  test('is told of on working days 60, 75, 84 and 90, and on 87 that more time must be asked for', () => {
    const on = (days: number) => passed(calendars.executive, day, days)
    expect(marksOf({ investigations: [under] }).toSorted()).toEqual(
      [
        `investigationClock 60 ${on(60)}`,
        `investigationClock 75 ${on(75)}`,
        `investigationClock 84 ${on(84)}`,
        `extensionRequest 3 ${on(87)}`,
        `investigationClock 90 ${on(90)}`,
        `noReport 120 ${addDays(on(120), 1)}`,
      ].toSorted(),
    )
  })

  test('that was given more time is counted to the new end, asks for no more, and hears no more of the first', () => {
    const on = (days: number) => passed(calendars.executive, day, days)
    const told = (days: number) =>
      marksOf({ investigations: [{ ...under, asked: on(days), granted: on(days) }] }).toSorted()
    const longer = [110, 117, 120].map((days) => `extensionClock ${120 - days} ${on(days)}`)
    const late = `noReport 120 ${addDays(on(120), 1)}`
    expect(told(50)).toEqual([...longer, late].toSorted())
    const first = `investigationClock 60 ${on(60)}`
    expect(told(60), 'on its very day a mark comes first').toEqual([...longer, first, late].toSorted())
  })

  test('under a law whose limits are not known gives no day that was reckoned from one', () => {
    const unknown: CriminalLimits = {
      investigation: null,
      extension: null,
      extensionRequest: null,
      trial: null,
      overrunReport: null,
      appeal: null,
    }
    const facts = {
      investigations: [{ ...under, granted: day }],
      accused: [{ ...nobody, framed: day, judged: addDays(day, 1) }],
    }
    expect(marksOf(facts, { ...basis, limits: unknown }).map((told) => told.split(' ')[0])).toEqual([
      'noReport',
    ])
  })
})

describe('the time to appeal', () => {
  const judged = { accused: [{ ...nobody, judged: day }] }
  const marks = (appeal: CriminalLimits['appeal']) =>
    plannedAlerts({ ...nothing, ...judged }, { ...basis, limits: { ...limits, appeal } })
      .filter(({ kind }) => kind === 'appealWindow')
      .map(({ mark, on }) => `${mark} ${on}`)

  test('is told at its marks as far as they lie within what the law of the case allows', () => {
    expect(marks({ amount: 30, unit: 'calendarDays' })).toEqual([
      `20 ${addDays(day, 20)}`,
      `28 ${addDays(day, 28)}`,
    ])
    expect(marks({ amount: 25, unit: 'calendarDays' })).toEqual([`20 ${addDays(day, 20)}`])
    expect(marks({ amount: 15, unit: 'calendarDays' })).toEqual([])
    expect(marks({ amount: 2, unit: 'calendarMonths' })).toHaveLength(2)
    expect(marks({ amount: 25, unit: 'workingDays' })).toEqual([`20 ${passed(calendars.court, day, 20)}`])
    expect(marks(null)).toEqual([])
  })
})

describe('a trial', () => {
  test('of five who were charged on one day says everything once, until the last of them is judged', () => {
    const five = ['1', '2', '3', '4', '5'].map((id) => ({
      ...nobody,
      id,
      framed: day,
      judged: id === '5' ? null : addDays(day, 30),
    }))
    const clock = plannedAlerts({ ...nothing, accused: five }, basis).filter(
      ({ kind }) => kind === 'trialClock',
    )
    expect(clock.map(({ mark, accused }) => [mark, accused.length])).toEqual([
      [90, 5],
      [150, 5],
      [180, 5],
    ])
  })

  test('that ended in time owes no report, and one that ended late still does', () => {
    const judgedOn = (days: number) => [
      { ...nobody, framed: day, judged: passed(calendars.court, day, days) },
    ]
    const report = `overrunReport 10 ${passed(calendars.court, day, 190)}`
    expect(marksOf({ accused: judgedOn(180) })).not.toContain(report)
    expect(marksOf({ accused: judgedOn(181) })).toContain(report)
    expect(marksOf({ accused: judgedOn(181), overrunTold: [addDays(day, 265)] })).not.toContain(report)
  })

  test('whose hearings are not entered is told of after 45 days, counted anew by each hearing', () => {
    const hearings = [{ day: addDays(day, 40), putOff: null, summoned: [] }]
    const told = marksOf({ accused: [{ ...nobody, framed: day }], hearings })
    expect(told.filter((one) => one.startsWith('noHearing'))).toEqual([`noHearing 45 ${addDays(day, 85)}`])
  })
})

describe('hearings', () => {
  const off = (place: number, putOff: string | null) => ({ day: addDays(day, place), putOff, summoned: [] })

  test('put off three times in a row, five times in all, or twice for one reason are told of on that day', () => {
    const reasons = ['a', 'b', null, 'c', 'd', 'e', 'a']
    const told = marksOf({ hearings: reasons.map((reason, place) => off(place, reason)) })
    expect(told.toSorted()).toEqual(
      [
        `adjournedInRow 3 ${addDays(day, 5)}`,
        `adjournedOften 5 ${addDays(day, 5)}`,
        `adjournedAlike 2 ${addDays(day, 6)}`,
      ].toSorted(),
    )
  })

  test('from which the same witness, or most of them, stay away are told of', () => {
    const away = (place: number, ...names: readonly string[]) => ({
      day: addDays(day, place),
      putOff: null,
      summoned: ['w1', 'w2', 'w3'].map((witness) => ({ witness, came: !names.includes(witness) })),
    })
    const hearings = [
      away(0, 'w1', 'w2'),
      away(1, 'w1'),
      away(2, 'w2', 'w3'),
      away(3, 'w1', 'w3'),
      away(4, 'w1'),
    ]
    const told = plannedAlerts({ ...nothing, hearings }, basis).map(({ kind, subject, on }) => [
      kind,
      subject,
      on,
    ])
    expect(told).toEqual([
      ['witnessAbsent', 'w1', addDays(day, 1)],
      ['witnessAbsent', 'w3', addDays(day, 3)],
      ['witnessesAbsent', null, addDays(day, 3)],
      ['witnessAbsent', 'w1', addDays(day, 4)],
    ])
  })
})

/** A number from nought to below one, by a seed: mulberry32. */
function drawing(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A history of one criminal case, in which anything that can happen may not. */
function history(draw: () => number): CriminalFacts {
  const after = (from: PlainDate, most: number) => addDays(from, 1 + Math.floor(draw() * most))
  const maybe = (chance: number, given: () => PlainDate): PlainDate | null =>
    draw() < chance ? given() : null
  const began = after(day, 60)
  const asked = maybe(0.6, () => after(began, 140))
  const granted = asked === null ? null : maybe(0.7, () => after(asked, 10))
  const ended = maybe(0.8, () => after(began, 260))
  const accused = Array.from({ length: 1 + Math.floor(draw() * 4) }, (_, place): AccusedFacts => {
    const chargeSheeted = ended === null ? null : draw() < 0.8 ? ended : null
    const chargeDecided =
      chargeSheeted === null ? null : maybe(0.8, () => addDays(chargeSheeted, 20 + 90 * (place % 2)))
    const framed = chargeDecided === null || draw() < 0.2 ? null : chargeDecided
    const judged = framed === null ? null : maybe(0.6, () => after(framed, 420))
    const ordered = judged === null ? null : maybe(0.5, () => judged)
    return {
      id: `a${place}`,
      chargeSheeted,
      chargeDecided,
      framed,
      judged,
      appealed: judged === null ? null : maybe(0.5, () => after(judged, 40)),
      compensationOrdered: ordered,
      compensationPaid: ordered === null ? null : maybe(0.5, () => after(ordered, 120)),
    }
  })
  const hearings: CriminalFacts['hearings'][number][] = []
  let next = began
  while (draw() < 0.9 && hearings.length < 20) {
    next = after(next, 70)
    hearings.push({
      day: next,
      putOff: draw() < 0.6 ? (['w', 'j', 'p'][Math.floor(draw() * 3)] ?? 'w') : null,
      summoned: ['w1', 'w2', 'w3']
        .filter(() => draw() < 0.6)
        .map((witness) => ({ witness, came: draw() < 0.5 })),
    })
  }
  return {
    investigations: [{ began, ended, asked, granted }],
    finalReports:
      ended !== null && draw() < 0.3 ? [{ filed: ended, answered: maybe(0.5, () => after(ended, 60)) }] : [],
    accused,
    hearings,
    overrunTold: draw() < 0.3 ? [addDays(began, 700)] : [],
    investigatorMoved: [began, next].filter(() => draw() < 0.2),
    over: null,
    requests: [],
  }
}

/**
 * The same by living through it: day after day it is asked what is known that morning, and working days are counted on
 * fingers. It shares no line with what it tries.
 */
function livedThrough(facts: CriminalFacts, last: PlainDate): string[] {
  const told: string[] = []
  const fingers = new Map<string, number>()
  const until = (end: PlainDate | null, today: PlainDate) => end === null || end >= today
  const tick = (key: string, calendar: Calendar, from: PlainDate, today: PlainDate): number | null => {
    if (today <= from) return null
    const before = fingers.get(key) ?? 0
    const works = isWorkingDay(calendar, today)
    fingers.set(key, before + (works ? 1 : 0))
    return works ? before + 1 : null
  }
  const days = (from: PlainDate, today: PlainDate) =>
    Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000)
  let trialFrom: PlainDate | null = null
  for (let today = day; today <= last; today = addDays(today, 1)) {
    const say = (kind: string, mark: number) => told.push(`${kind} ${mark} ${today}`)
    for (const { began, ended, asked, granted } of facts.investigations) {
      const wasOver = fingers.get('late')
      const count = tick('investigation', calendars.executive, began, today)
      if (wasOver === 120 && until(ended, today)) say('noReport', 120)
      fingers.set('late', count === 120 ? 120 : 0)
      if (count === null || !until(ended, today)) continue
      if ([60, 75, 84].includes(count) && until(granted, today)) say('investigationClock', count)
      if (count === 87 && until(asked, today)) say('extensionRequest', 3)
      if (count === 90 && until(granted, today)) say('investigationClock', 90)
      if (granted !== null && [110, 117, 120].includes(count)) say('extensionClock', 120 - count)
    }
    for (const { filed, answered } of facts.finalReports)
      if (filed === today && until(answered, today)) say('finalReportFiled', 0)
    for (const moved of facts.investigatorMoved) if (moved === today) say('investigatorMoved', 0)
    const groups = (by: (one: AccusedFacts) => PlainDate | null) => Map.groupBy(facts.accused, by)
    for (const [since, theirs] of groups((one) => one.chargeSheeted))
      if (
        since !== null &&
        days(since, today) === 91 &&
        theirs.some((one) => until(one.chargeDecided, today))
      )
        say('chargeNotFramed', 90)
    for (const [since, theirs] of groups((one) => one.framed)) {
      if (since === null) continue
      const count = tick(`trial ${since}`, calendars.court, since, today)
      if (count === null) continue
      const open = theirs.some((one) => until(one.judged, today))
      if (open && [90, 150, 180].includes(count)) say('trialClock', count)
      if (count === 180)
        fingers.set(`over ${since}`, theirs.some((one) => one.judged === null || one.judged > today) ? 1 : 0)
      if (count === 190 && fingers.get(`over ${since}`) === 1 && until(facts.overrunTold[0] ?? null, today))
        say('overrunReport', 10)
    }
    for (const [since, theirs] of groups((one) => one.judged))
      if (since !== null)
        for (const mark of [20, 28])
          if (days(since, today) === mark && theirs.some((one) => until(one.appealed, today)))
            say('appealWindow', mark)
    for (const [since, theirs] of groups((one) => one.compensationOrdered))
      if (
        since !== null &&
        days(since, today) === 60 &&
        theirs.some((one) => until(one.compensationPaid, today))
      )
        say('compensationUnpaid', 60)
    const running = facts.accused.some(
      ({ framed, judged }) => framed !== null && framed < today && until(judged, today),
    )
    if (!running) trialFrom = null
    else trialFrom ??= addDays(today, -1)
    if (trialFrom !== null) {
      const from = trialFrom
      const heard = facts.hearings.map((one) => one.day).filter((on) => on > from && on < today)
      const since = heard.toSorted().at(-1) ?? from
      if (days(since, today) === 45) say('noHearing', 45)
    }
    const soFar = facts.hearings.filter((one) => one.day <= today)
    const now = soFar.at(-1)
    if (now === undefined || now.day !== today) continue
    if (now.putOff !== null) {
      const off = soFar.filter((one) => one.putOff !== null)
      const held = soFar.map((one) => one.putOff === null).lastIndexOf(true)
      if (soFar.length - 1 - held === 3) say('adjournedInRow', 3)
      if (off.length === 5) say('adjournedOften', 5)
      if (off.filter((one) => one.putOff === now.putOff).length === 2) say('adjournedAlike', 2)
    }
    for (const { witness, came } of now.summoned) {
      const his = soFar.flatMap((one) => one.summoned.filter((one) => one.witness === witness))
      const row = his.length - 1 - his.map((one) => one.came).lastIndexOf(true)
      if (!came && row === 2) say('witnessAbsent', 2)
    }
    const mostAway = soFar.filter(
      ({ summoned }) =>
        summoned.filter((one) => !one.came).length > summoned.filter((one) => one.came).length,
    )
    if (mostAway.length === 3 && mostAway.at(-1) === now) say('witnessesAbsent', 3)
  }
  return told.toSorted()
}

test(`whatever happens, each alert comes on the day on which somebody who lived through it would give it (seed ${seed})`, () => {
  const draw = drawing(seed)
  const last = plainDate('2027-01-31')
  const kinds = new Set<string>()
  for (let round = 0; round < 60; round += 1) {
    const facts = history(draw)
    const planned = plannedAlerts(facts, basis).filter(({ on }) => on <= last)
    for (const { kind } of planned) kinds.add(kind)
    expect(planned.map(({ kind, mark, on }) => `${kind} ${mark} ${on}`).toSorted(), `round ${round}`).toEqual(
      livedThrough(facts, last),
    )
  }
  expect(kinds.size).toBe(17)
})
