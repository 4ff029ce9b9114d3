import { parsePlainDate } from '../plain-date.ts'
import { type LawLimit, type LawOffence, type LawText, offenceKey, type Rests } from './law.ts'

/** One thing in a law that cannot stand as it is, with its place. */
export interface LawFault {
  readonly at: string
  readonly fault: string
}

const fault = (at: string, what: string): LawFault => ({ at, fault: what })

/** What is said to be verified says where it was read. */
function restsFaults(at: string, { mark, source }: Rests): LawFault[] {
  const unsaid = source.trim().length < (mark === 'verified' ? 8 : 1)
  return unsaid ? [fault(`${at}.source`, 'missing')] : []
}

function twice(keys: readonly string[], at: (key: string) => string): LawFault[] {
  return keys.filter((key, place) => keys.indexOf(key) !== place).map((key) => fault(at(key), 'twice'))
}

function upside(least: number | null, most: number | null): boolean {
  return least !== null && most !== null && most < least
}

function offenceFaults(offence: LawOffence): LawFault[] {
  const at = `offences.${offenceKey(offence)}`
  const { penalty, procedure } = offence
  return [
    ...restsFaults(at, offence),
    ...(procedure === null ? [] : restsFaults(`${at}.procedure`, procedure)),
    ...(offence.category === 'trafficking' && offence.meansNeededFor !== null && offence.acts.length === 0
      ? [fault(`${at}.acts`, 'missing')]
      : []),
    ...(offence.meansNeededFor === 'nobody' && offence.means.length > 0
      ? [fault(`${at}.means`, 'not-needed')]
      : []),
    ...(penalty !== null && upside(penalty.minMonths, penalty.maxMonths)
      ? [fault(`${at}.penalty.maxMonths`, 'too-low')]
      : []),
    ...(penalty !== null && upside(penalty.minFine, penalty.maxFine)
      ? [fault(`${at}.penalty.maxFine`, 'too-low')]
      : []),
    ...(penalty?.gravest === 'years' && penalty.minMonths === null && penalty.maxMonths === null
      ? [fault(`${at}.penalty.maxMonths`, 'missing')]
      : []),
  ]
}

function limitFaults(limit: LawLimit): LawFault[] {
  const at = `limits.${limit.kind}`
  return [
    ...restsFaults(at, limit),
    ...(limit.amount !== null && limit.amount < 1 ? [fault(`${at}.amount`, 'too-low')] : []),
    ...(limit.amount === null && limit.mark === 'verified' ? [fault(`${at}.mark`, 'nothing-verified')] : []),
  ]
}

function validityFaults({ validFrom, validTo, status }: LawText): LawFault[] {
  const noDay = (day: string | null) => day !== null && parsePlainDate(day) === null
  if (noDay(validFrom)) return [fault('validFrom', 'no-such-day')]
  if (noDay(validTo)) return [fault('validTo', 'no-such-day')]
  return [
    ...(validFrom !== null && validTo !== null && validTo < validFrom ? [fault('validTo', 'too-early')] : []),
    ...(status === 'repealed' && validTo === null ? [fault('validTo', 'missing')] : []),
  ]
}

/** Everything in a law that contradicts itself or rests on nothing; empty when it can be laid before somebody else. */
export function faultsOfLaw(law: LawText): readonly LawFault[] {
  const { definition } = law
  return [
    ...restsFaults('law', law),
    ...validityFaults(law),
    ...(definition === null ? [] : restsFaults('definition', definition)),
    ...(definition !== null && definition.childUnder !== null && definition.childUnder > 21
      ? [fault('definition.childUnder', 'too-high')]
      : []),
    ...(law.scope === 'trafficking' && law.offences.length === 0 ? [fault('offences', 'missing')] : []),
    ...twice(law.offences.map(offenceKey), (key) => `offences.${key}`),
    ...law.offences.flatMap(offenceFaults),
    ...twice(
      law.limits.map(({ kind }) => kind),
      (kind) => `limits.${kind}`,
    ),
    ...law.limits.flatMap(limitFaults),
  ]
}
