import { type CriminalOutcome, type CriminalStage, laneStop } from './criminal-stages.ts'
import { type Standing, standings } from './network.ts'

/** How many things and how many ties one network may hold: what one picture can show and one person can follow. */
export const networkLimits = { nodes: 2000, ties: 6000 } as const

/** How somebody stands by what courts have said, and how it ended where nothing is left of an accusation. */
export interface CourtStanding {
  readonly standing: Standing
  readonly ended: CriminalOutcome | null
}

/** Stages from which no ordinary way leads back. */
const final: ReadonlySet<CriminalStage> = new Set(['convictionFinal', 'executing', 'executed'])

interface StandingOffence {
  readonly stage: CriminalStage
  readonly outcome: CriminalOutcome | null
}

function standingBy({ stage, outcome }: StandingOffence): Standing | null {
  if (final.has(stage)) return 'convicted'
  if (outcome !== null && outcome !== 'convicted') return null
  return laneStop(stage) >= laneStop('chargeFramed') ? 'charged' : 'accused'
}

/**
 * How somebody who is accused in a criminal case stands in a network: never higher than a court has said. A conviction
 * that may still be appealed is a charge; whoever was acquitted or discharged of all is of interest again, at the most.
 */
export function courtStanding(offences: readonly StandingOffence[]): CourtStanding {
  if (offences.length === 0) return { standing: 'accused', ended: null }
  const order = standings.entries.map(({ code }) => code)
  const open = offences.flatMap((one) => standingBy(one) ?? [])
  const [highest] = open.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))
  if (highest !== undefined) return { standing: highest, ended: null }
  return { standing: 'ofInterest', ended: offences[0]?.outcome ?? null }
}
