import { addDays, comparePlainDates, type PlainDate } from '../plain-date.ts'
import type { AlertKind, AlertRules, PlannedAlert } from './alert-rules.ts'

/** What the clocks need to know of one hearing. */
export interface HearingFacts {
  readonly day: PlainDate
  /** Why it was put off; null for one that was held. */
  readonly putOff: string | null
  /** Those who were summoned, by their number in the case, and whether they came. */
  readonly summoned: readonly { readonly witness: string; readonly came: boolean }[]
}

/** A time in which hearings are expected. */
export interface Trial {
  readonly from: PlainDate
  readonly to: PlainDate | null
}

type Adding = (
  kind: AlertKind,
  mark: number,
  day: PlainDate,
  until: PlainDate | null,
  subject?: string,
) => void

function putOff(hearings: readonly HearingFacts[], rules: AlertRules, add: Adding): void {
  let row = 0
  let all = 0
  const alike = new Map<string, number>()
  for (const [place, { day, putOff: reason }] of hearings.entries()) {
    if (reason === null) {
      row = 0
      continue
    }
    row += 1
    all += 1
    const same = (alike.get(reason) ?? 0) + 1
    alike.set(reason, same)
    const heldNext = hearings.slice(place + 1).find((later) => later.putOff === null)?.day ?? null
    if (row === rules.adjournedInRow) add('adjournedInRow', row, day, heldNext)
    if (all === rules.adjournedOften) add('adjournedOften', all, day, null)
    if (same === rules.adjournedAlike) add('adjournedAlike', same, day, null, reason)
  }
}

function absentWitnesses(hearings: readonly HearingFacts[], rules: AlertRules, add: Adding): void {
  const missed = new Map<string, number>()
  let mostAway = 0
  for (const [place, { day, summoned }] of hearings.entries()) {
    for (const { witness, came } of summoned) {
      const times = came ? 0 : (missed.get(witness) ?? 0) + 1
      missed.set(witness, times)
      if (times !== rules.witnessAbsent) continue
      const later = hearings.slice(place + 1)
      const cameOn = later.find((next) => next.summoned.some((one) => one.witness === witness && one.came))
      add('witnessAbsent', times, day, cameOn?.day ?? null, witness)
    }
    const away = summoned.filter(({ came }) => !came).length
    if (away * 2 <= summoned.length) continue
    mostAway += 1
    if (mostAway === rules.witnessesAbsent) add('witnessesAbsent', mostAway, day, null)
  }
}

/** A hearing is expected from the framing of the charge on, and after each hearing again, until the judgment. */
function silence(
  hearings: readonly HearingFacts[],
  { from, to }: Trial,
  rules: AlertRules,
  add: Adding,
): void {
  const entered = hearings.map(({ day }) => day).filter((day) => day > from && (to === null || day <= to))
  const days = [from, ...new Set(entered)]
  for (const [place, day] of days.entries())
    add('noHearing', rules.noHearingAfter, day, days[place + 1] ?? to)
}

/** The alerts that the hearings of a case give: put off, without witnesses, or none at all. */
export function hearingAlerts(
  heard: readonly HearingFacts[],
  trials: readonly Trial[],
  rules: AlertRules,
): PlannedAlert[] {
  const hearings = heard.toSorted((one, other) => comparePlainDates(one.day, other.day))
  const alerts: PlannedAlert[] = []
  const add: Adding = (kind, mark, since, until, subject) => {
    const on = kind === 'noHearing' ? addDays(since, mark) : since
    alerts.push({ kind, mark, since, subject: subject ?? null, on, until, accused: [] })
  }
  putOff(hearings, rules, add)
  absentWitnesses(hearings, rules, add)
  for (const trial of trials) silence(hearings, trial, rules, add)
  return alerts
}
