import { type LawText, offenceKey } from './law.ts'

/** One thing that two editions of a law say differently. */
export interface LawDifference {
  /** The place in the law: `limits.trial.amount`, `offences.6.penalty.minMonths`. */
  readonly at: string
  /** Null where the edition says nothing there. */
  readonly before: string | null
  readonly after: string | null
}

function leavesOf(value: unknown, at: string): [string, string][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.length === 0 ? [] : [[at, value.map(String).join(', ')]]
  if (typeof value !== 'object') return [[at, typeof value === 'string' ? value : JSON.stringify(value)]]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, at === '' ? key : `${at}.${key}`))
}

function said({ offences, limits, edition: _edition, ...law }: LawText): Map<string, string> {
  return new Map([
    ...leavesOf(law, ''),
    ...offences.flatMap((offence) => leavesOf(offence, `offences.${offenceKey(offence)}`)),
    ...limits.flatMap(({ kind, ...limit }) => leavesOf(limit, `limits.${kind}`)),
  ])
}

/** Everything that two editions of a law say differently; before is null where nothing stood yet. */
export function differencesOfLaws(before: LawText | null, after: LawText): readonly LawDifference[] {
  const [old, now] = [before === null ? new Map<string, string>() : said(before), said(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((at) => {
    const [one, other] = [old.get(at) ?? null, now.get(at) ?? null]
    return one === other ? [] : [{ at, before: one, after: other }]
  })
}
