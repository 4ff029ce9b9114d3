import type { CaseView, ReferralView } from '@setu/records/api'
import { conferenceTopics, isCode, type Part, parts } from '@setu/vocabulary'

type Kept = CaseView['records'][number]

/** An office that took a referral on, and what the survivor agreed that it may be told. */
export interface Hearer {
  readonly referral: ReferralView
  readonly hears: readonly Part[]
  /** What is spoken of and they may not hear. */
  readonly not: readonly Part[]
}

const goingOn: readonly string[] = ['accepted', 'serviceStarted']

/** The parts of a case that a conference speaks of, in the order of the list of parts. */
export function spokenOf(topics: unknown): readonly Part[] {
  const named: readonly unknown[] = Array.isArray(topics) ? topics : []
  const wanted = new Set<string>(
    conferenceTopics.entries.filter(({ code }) => named.includes(code)).map(({ part }) => part),
  )
  return parts.entries.map(({ code }) => code).filter((code) => wanted.has(code))
}

/** Who of the offices that work with a survivor may hear what a conference speaks of. */
export function hearersOf(
  { referrals, consents }: Pick<CaseView, 'referrals' | 'consents'>,
  conference: Pick<Kept, 'values'>,
): Hearer[] {
  const spoken = spokenOf(conference.values['topics'])
  return referrals
    .filter(({ direction, state }) => direction === 'sent' && goingOn.includes(state))
    .map((referral) => {
      const agreed = consents
        .filter(({ state, recipient }) => state === 'given' && recipient?.unit === referral.to.unit)
        .flatMap((consent) => consent.parts)
      const hears = spoken.filter((part) => agreed.some((one) => isCode(parts, one) && one === part))
      return { referral, hears, not: spoken.filter((part) => !hears.includes(part)) }
    })
}

/** The day on which a conference was held, or else is to be. */
export function dayOf({ values: { heldOn, plannedOn } }: Kept): string | null {
  if (typeof heldOn === 'string') return heldOn
  return typeof plannedOn === 'string' ? plannedOn : null
}

/** The conferences of a case, those to come first. */
export function conferencesIn(records: readonly Kept[]): Kept[] {
  const day = (kept: Kept): string => dayOf(kept) ?? ''
  return records
    .filter(({ record }) => record === 'caseConference')
    .toSorted(
      (a, b) => Number(b.state === 'planned') - Number(a.state === 'planned') || day(b).localeCompare(day(a)),
    )
}

/** Invitations to a conference, or what it decided. */
export function ofConference(
  records: readonly Kept[],
  record: 'conferenceGuest' | 'conferenceDecision',
  conference: string,
): Kept[] {
  return records.filter((one) => one.record === record && one.values['conference'] === conference)
}
