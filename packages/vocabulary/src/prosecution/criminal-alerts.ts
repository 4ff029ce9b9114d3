import { type CodeOf, defineCodes } from '../codes.ts'
import { addWorkingDays, type Calendar, type DaysAllowed, lastDayOf } from '../directory/calendar.ts'
import { addDays, comparePlainDates, type PlainDate } from '../plain-date.ts'
import type { AlertKind, AlertRules, CriminalLimits, PlannedAlert } from './alert-rules.ts'
import type { AssistanceFacts } from './assistance.ts'
import { type HearingFacts, hearingAlerts, type Trial } from './hearing-alerts.ts'

/** What somebody who was told says to an alert. */
export const alertAnswers = defineCodes('setu:alert-answer', '2026-11', [
  { code: 'actedOn', en: 'Something is being done', bn: 'ব্যবস্থা নেওয়া হচ্ছে' },
  { code: 'notWithUs', en: 'It lies with another office', bn: 'এটি অন্য কার্যালয়ের বিষয়' },
  { code: 'enteredLate', en: 'It was done, and not entered', bn: 'করা হয়েছে, লেখা হয়নি' },
])

/** What somebody who was told says to an alert. */
export type AlertAnswer = CodeOf<typeof alertAnswers>

/** Days of a criminal case that are no stage of anybody, and from which clocks count. */
export const criminalFactKinds = defineCodes('setu:criminal-fact', '2026-11', [
  { code: 'extensionAsked', en: 'More time to investigate asked for', bn: 'তদন্তের সময় বাড়ানোর আবেদন' },
  { code: 'extensionGiven', en: 'More time given', bn: 'সময় বাড়ানো হয়েছে' },
  { code: 'extensionRefused', en: 'More time refused', bn: 'সময় বাড়ানো হয়নি' },
  { code: 'investigatorMoved', en: 'Investigating officer moved', bn: 'তদন্তকারী কর্মকর্তা বদলি' },
  { code: 'overrunTold', en: 'Delay of the trial reported', bn: 'বিচারের বিলম্ব জানানো হয়েছে' },
  { code: 'compensationPaid', en: 'Compensation paid', bn: 'ক্ষতিপূরণ দেওয়া হয়েছে' },
])

/** A day of a criminal case that is no stage of anybody. */
export type CriminalFactKind = CodeOf<typeof criminalFactKinds>

/** One time of investigation, from its beginning to the police report. */
export interface InvestigationFacts {
  readonly began: PlainDate
  readonly ended: PlainDate | null
  /** When more time was first asked for, and when it was given. */
  readonly asked: PlainDate | null
  readonly granted: PlainDate | null
}

/** The days of one accused that the clocks count from and end on. */
export interface AccusedFacts {
  readonly id: string
  readonly chargeSheeted: PlainDate | null
  /** The court said whether there is a charge: framed, or discharged. */
  readonly chargeDecided: PlainDate | null
  readonly framed: PlainDate | null
  readonly judged: PlainDate | null
  readonly appealed: PlainDate | null
  readonly compensationOrdered: PlainDate | null
  readonly compensationPaid: PlainDate | null
}

/** What the clocks of one criminal case need to know: days, and no words. */
export interface CriminalFacts {
  readonly investigations: readonly InvestigationFacts[]
  readonly finalReports: readonly { readonly filed: PlainDate; readonly answered: PlainDate | null }[]
  readonly accused: readonly AccusedFacts[]
  readonly hearings: readonly HearingFacts[]
  /** When the court told the higher court why a trial took longer. */
  readonly overrunTold: readonly PlainDate[]
  readonly investigatorMoved: readonly PlainDate[]
  readonly requests: readonly AssistanceFacts[]
  /** Since when nobody of the case waits for a court or a report any more; null while somebody does. */
  readonly over: PlainDate | null
}

/** The calendars by which a case is counted: of offices, and of courts. */
export interface CriminalCalendars {
  readonly executive: Calendar
  readonly court: Calendar
}

/** Everything that the planning of one case rests on. */
export interface AlertBasis {
  readonly limits: CriminalLimits
  readonly rules: AlertRules
  readonly calendars: CriminalCalendars
}

type Counted = readonly [day: PlainDate, accused: readonly AccusedFacts[]]

/** Accused for whom a clock began on the same day share its alerts, so that a joint trial does not say everything five times. */
function together(accused: readonly AccusedFacts[], by: (one: AccusedFacts) => PlainDate | null): Counted[] {
  const days = [...new Set(accused.map(by))].filter((day) => day !== null)
  return days.map((day) => [day, accused.filter((one) => by(one) === day)])
}

/** Until the last of them has come to an end; null while one has not. */
export function lastEnd(ends: readonly (PlainDate | null)[]): PlainDate | null {
  return ends.includes(null)
    ? null
    : (ends
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null)
}

const idsOf = (accused: readonly AccusedFacts[]): string[] => accused.map(({ id }) => id)

function investigationAlerts(
  { began, ended, asked, granted }: InvestigationFacts,
  { limits, rules, calendars: { executive } }: AlertBasis,
): PlannedAlert[] {
  const alerts: PlannedAlert[] = []
  const add = (kind: AlertKind, mark: number, on: PlainDate, until: PlainDate | null) =>
    alerts.push({ kind, mark, since: began, subject: null, on, until, accused: [] })
  const late = addDays(addWorkingDays(executive, began, rules.noReportAfter), 1)
  add('noReport', rules.noReportAfter, late, ended)
  const { investigation, extension, extensionRequest } = limits
  if (investigation === null) return alerts
  const end = lastDayOf(investigation, began, executive)
  // Once more time was given, and it is known how much, the first limit is no longer what is counted to.
  const counted = earlier(ended, extension === null ? null : granted)
  for (const mark of rules.investigationMarks.filter((day) => day < investigation.amount))
    add('investigationClock', mark, lastDayOf({ ...investigation, amount: mark }, began, executive), counted)
  add('investigationClock', investigation.amount, end, counted)
  if (extensionRequest !== null) {
    const lastToAsk = lastDayOf({ ...extensionRequest, amount: -extensionRequest.amount }, end, executive)
    add('extensionRequest', extensionRequest.amount, lastToAsk, earlier(ended, asked))
  }
  if (granted === null || extension === null) return alerts
  const longer = lastDayOf(extension, end, executive)
  for (const left of rules.extensionMarks)
    add('extensionClock', left, lastDayOf({ ...extension, amount: -left }, longer, executive), ended)
  return alerts
}

function earlier(first: PlainDate | null, second: PlainDate | null): PlainDate | null {
  if (first === null || second === null) return first ?? second
  return first < second ? first : second
}

function chargeAlerts(accused: readonly AccusedFacts[], { rules }: AlertBasis): PlannedAlert[] {
  return together(accused, ({ chargeSheeted }) => chargeSheeted).map(([since, theirs]) => ({
    kind: 'chargeNotFramed',
    mark: rules.chargeNotFramedAfter,
    since,
    on: addDays(since, rules.chargeNotFramedAfter + 1),
    until: lastEnd(theirs.map(({ chargeDecided }) => chargeDecided)),
    subject: null,
    accused: idsOf(theirs),
  }))
}

function trialAlerts(
  { accused, overrunTold }: CriminalFacts,
  { limits: { trial, overrunReport }, rules, calendars: { court } }: AlertBasis,
): PlannedAlert[] {
  if (trial === null) return []
  return together(accused, ({ framed }) => framed).flatMap(([since, theirs]) => {
    const until = lastEnd(theirs.map(({ judged }) => judged))
    const whom = { subject: null, accused: idsOf(theirs) }
    const marks = [...rules.trialMarks.filter((day) => day < trial.amount), trial.amount]
    const clock: PlannedAlert[] = marks.map((mark) => ({
      kind: 'trialClock',
      mark,
      since,
      on: lastDayOf({ ...trial, amount: mark }, since, court),
      until,
      ...whom,
    }))
    const end = lastDayOf(trial, since, court)
    // A trial that ended in time owes nobody a report; one that ended late still does.
    if (overrunReport === null || (until !== null && until <= end)) return clock
    const on = lastDayOf(overrunReport, end, court)
    const told = overrunTold.toSorted().find((day) => day >= since) ?? null
    return [...clock, { kind: 'overrunReport', mark: overrunReport.amount, since, on, until: told, ...whom }]
  })
}

/** Marks are working days where the limit is, else days; one that lies at the end of the limit or behind it warns of nothing. */
function appealAlerts(
  accused: readonly AccusedFacts[],
  appeal: DaysAllowed,
  rules: AlertRules,
  court: Calendar,
): PlannedAlert[] {
  const unit = appeal.unit === 'workingDays' ? 'workingDays' : 'calendarDays'
  return together(accused, ({ judged }) => judged).flatMap(([since, theirs]) => {
    const end = lastDayOf(appeal, since, court)
    const until = lastEnd(theirs.map(({ appealed }) => appealed))
    return rules.appealMarks
      .map((mark) => ({ mark, on: lastDayOf({ amount: mark, unit }, since, court) }))
      .filter(({ on }) => on < end)
      .map(
        ({ mark, on }): PlannedAlert => ({
          kind: 'appealWindow',
          mark,
          since,
          on,
          until,
          subject: null,
          accused: idsOf(theirs),
        }),
      )
  })
}

function afterJudgment(
  accused: readonly AccusedFacts[],
  { limits: { appeal }, rules, calendars: { court } }: AlertBasis,
): PlannedAlert[] {
  const appeals = appeal === null ? [] : appealAlerts(accused, appeal, rules, court)
  const unpaid = together(accused, ({ compensationOrdered }) => compensationOrdered).map(
    ([since, theirs]): PlannedAlert => ({
      kind: 'compensationUnpaid',
      mark: rules.compensationUnpaidAfter,
      since,
      on: addDays(since, rules.compensationUnpaidAfter),
      until: lastEnd(theirs.map(({ compensationPaid }) => compensationPaid)),
      subject: null,
      accused: idsOf(theirs),
    }),
  )
  return [...appeals, ...unpaid]
}

/** From when to when somebody stands before the court, so that hearings are expected; two trials that overlap are one. */
function trialsOf(accused: readonly AccusedFacts[]): Trial[] {
  const tried = accused.flatMap(({ framed, judged }) =>
    framed === null ? [] : [{ from: framed, to: judged }],
  )
  const trials: Trial[] = []
  for (const one of tried.toSorted((first, other) => comparePlainDates(first.from, other.from))) {
    const last = trials.at(-1)
    if (last === undefined || (last.to !== null && last.to < one.from)) trials.push(one)
    else trials[trials.length - 1] = { from: last.from, to: lastEnd([last.to, one.to]) }
  }
  return trials
}

/** What nobody can mend any more ends with the case. */
function endingWith(alert: PlannedAlert, over: PlainDate | null): PlannedAlert {
  return over === null ? alert : { ...alert, until: earlier(alert.until, over) }
}

/** Requests that went to one country on one day are waited for together, until the last of them is answered. */
function assistanceAlerts(requests: readonly AssistanceFacts[], rules: AlertRules): PlannedAlert[] {
  const sendings = Map.groupBy(requests, ({ country, sent }) => `${sent} ${country}`)
  return [...sendings.values()].flatMap((together) => {
    const [{ country, sent } = { country: null, sent: null }] = together
    if (sent === null) return []
    const until = lastEnd(together.map(({ answered }) => answered))
    return rules.assistanceMarks.map((mark): PlannedAlert => {
      const on = addDays(sent, mark)
      return { kind: 'assistanceUnanswered', mark, since: sent, subject: country, on, until, accused: [] }
    })
  })
}

/**
 * Every alert that a criminal case has given or will give as things stand: planned when something is written down, so that
 * nothing has to be searched for at night. One whose cause had gone before its day is not among them; on its very day the
 * alert comes first, since the day begins with them.
 */
export function plannedAlerts(facts: CriminalFacts, basis: AlertBasis): readonly PlannedAlert[] {
  const { investigations, finalReports, accused, hearings, investigatorMoved, over } = facts
  const at = (kind: AlertKind, since: PlainDate, until: PlainDate | null): PlannedAlert => ({
    kind,
    mark: 0,
    since,
    on: since,
    until,
    subject: null,
    accused: [],
  })
  const all = [
    ...investigations.flatMap((one) => investigationAlerts(one, basis)),
    ...finalReports.map(({ filed, answered }) => at('finalReportFiled', filed, answered)),
    ...chargeAlerts(accused, basis),
    ...trialAlerts(facts, basis),
    ...hearingAlerts(hearings, trialsOf(accused), basis.rules).map((alert) => endingWith(alert, over)),
    ...investigatorMoved.map((day) => endingWith(at('investigatorMoved', day, null), over)),
    ...afterJudgment(accused, basis),
    ...assistanceAlerts(facts.requests, basis.rules),
  ]
  return all.filter(({ on, until }) => until === null || on <= until)
}
