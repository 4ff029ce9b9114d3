import { type Calendar, type Institution, isSettled } from '../directory/calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { AlertKind, AlertRules, CriminalLimits, PlannedAlert } from './alert-rules.ts'
import { type CaseHistory, criminalFactsOf } from './case-clocks.ts'
import { lawOf } from './choose-law.ts'
import { plannedAlerts } from './criminal-alerts.ts'
import { type LawText, lawName } from './law.ts'

/** An alert with everything that made its day. */
export interface AlertWithReasons extends PlannedAlert {
  /** The edition of the law whose limit it watches; null where it watches a threshold of practice. */
  readonly law: string | null
  /** The version of the calendar by which it was counted; null where every day counts. */
  readonly calendar: string | null
  /** No day up to it still waits for the moon or for a gazette. */
  readonly settled: boolean
}

/** How the law of a case was found. */
export type LawFound = 'one' | 'none' | 'unclear' | 'noDay' | 'noCalendar'

/** What is planned for a case, by which law, and which of its time limits nobody knows. */
export interface AlertPlan {
  readonly found: LawFound
  readonly law: string | null
  readonly unknown: readonly (keyof CriminalLimits)[]
  readonly alerts: readonly AlertWithReasons[]
}

/** What a case's plan is made by. */
export interface PlanBasis {
  readonly laws: readonly LawText[]
  readonly rules: AlertRules
  readonly calendars: readonly Calendar[]
}

/** What chooses the law of a case. */
export interface CaseHead {
  readonly jurisdiction: string
  readonly matter: string
  readonly offenceOn: PlainDate | null
}

const watched = [
  'investigation',
  'extensionRequest',
  'extension',
  'trial',
  'overrunReport',
  'appeal',
] as const satisfies readonly (keyof CriminalLimits)[]

const limitOf: Readonly<Partial<Record<AlertKind, keyof CriminalLimits>>> = {
  investigationClock: 'investigation',
  extensionRequest: 'extensionRequest',
  extensionClock: 'extension',
  trialClock: 'trial',
  overrunReport: 'overrunReport',
  appealWindow: 'appeal',
}

const noLimits: CriminalLimits = {
  investigation: null,
  extensionRequest: null,
  extension: null,
  trial: null,
  overrunReport: null,
  appeal: null,
}

function limitsOf({ limits }: LawText): CriminalLimits {
  const of = (kind: keyof CriminalLimits): CriminalLimits[typeof kind] => {
    const limit = limits.find((one) => one.kind === kind)
    const amount = limit?.amount ?? null
    return limit === undefined || amount === null ? null : { amount, unit: limit.unit }
  }
  return {
    investigation: of('investigation'),
    extensionRequest: of('extensionRequest'),
    extension: of('extension'),
    trial: of('trial'),
    overrunReport: of('overrunReport'),
    appeal: of('appeal'),
  }
}

/** The law by whose limits a case is counted. One that does not know smuggling gives a case of smuggling no limit. */
function lawOfCase(
  { laws }: PlanBasis,
  { jurisdiction, matter, offenceOn }: CaseHead,
): { readonly found: Exclude<LawFound, 'noCalendar'>; readonly law: LawText | null } {
  if (offenceOn === null) return { found: 'noDay', law: null }
  const choice = lawOf(laws, jurisdiction, offenceOn)
  if (choice.found !== 'one') return { found: choice.found, law: null }
  const { law } = choice
  const silent = matter === 'smuggling' && !law.offences.some(({ category }) => category === 'smuggling')
  return silent ? { found: 'none', law: null } : { found: 'one', law }
}

/** Every alert of a case, each with the law and the calendar that made its day. Nothing is counted without a calendar. */
export function alertPlan(head: CaseHead, history: CaseHistory, basis: PlanBasis): AlertPlan {
  const { found, law } = lawOfCase(basis, head)
  const limits = law === null ? noLimits : limitsOf(law)
  const name = law === null ? null : lawName(law)
  const of = (institution: Institution) =>
    basis.calendars.find((one) => one.jurisdiction === head.jurisdiction && one.institution === institution)
  const [executive, court] = [of('executive'), of('court')]
  const unknown = watched.filter((kind) => limits[kind] === null)
  if (executive === undefined || court === undefined)
    return { found: 'noCalendar', law: name, unknown, alerts: [] }
  const reasons = (alert: PlannedAlert): AlertWithReasons => {
    const kind = limitOf[alert.kind]
    const limit = kind === undefined ? null : limits[kind]
    const counted = alert.kind === 'noReport' || limit?.unit === 'workingDays'
    const calendar = kind === 'trial' || kind === 'overrunReport' ? court : executive
    return {
      ...alert,
      accused: [...new Set(alert.accused)],
      law: limit === null ? null : name,
      calendar: counted ? calendar.version : null,
      settled: !counted || isSettled(calendar, alert.since, alert.on),
    }
  }
  const planned = plannedAlerts(criminalFactsOf(history), {
    limits,
    rules: basis.rules,
    calendars: { executive, court },
  })
  return { found, law: name, unknown, alerts: planned.map(reasons) }
}
