import type { Clock, Endpoint, Engine } from '../platform/index.ts'
import { alertEndpoints } from './alerts/endpoints.ts'
import { giveAlerts } from './alerts/give-alerts.ts'
import { reckonStale } from './alerts/reckon-alerts.ts'
import { assistanceEndpoints } from './assistance/endpoints.ts'
import { courtEndpoints } from './courts/endpoints.ts'
import { criminalCaseEndpoints } from './criminal-cases/endpoints.ts'
import { figureEndpoints } from './figures/endpoints.ts'
import { hearingEndpoints } from './hearings/endpoints.ts'
import { lawEndpoints } from './laws/endpoints.ts'
import { networkEndpoints } from './networks/endpoints.ts'

export type { CriminalRef } from './addresses.ts'
export { answerAlert } from './alerts/answer-alert.ts'
export { addFact } from './alerts/keep-fact.ts'
export { listAlerts } from './alerts/read-alerts.ts'
export { countAside } from './alerts/reckon-alerts.ts'
export { proposeAssistance } from './assistance/propose-assistance.ts'
export { stepAssistance } from './assistance/step-assistance.ts'
export { changeCriminalCase } from './criminal-cases/change-criminal-case.ts'
export { keepAccused } from './criminal-cases/keep-accused.ts'
export { addOffice } from './criminal-cases/offices.ts'
export { openCriminalCase } from './criminal-cases/open-criminal-case.ts'
export { stepCustody } from './criminal-cases/step-custody.ts'
export { addOffence, stepOffence } from './criminal-cases/step-offence.ts'
export { layDownCells } from './figures/figures-cells.ts'
export { keepHearing } from './hearings/keep-hearing.ts'
export { draftLaw, proposeLaw } from './laws/draft-law.ts'
export { addToNetwork, needRoom } from './networks/add-many.ts'
export { keepNode } from './networks/keep-node.ts'
export { keepTie } from './networks/keep-tie.ts'
export { addNetworkOffice } from './networks/network-offices.ts'
export { type NetworkRef, needNetwork } from './networks/network-store.ts'
export { openNetwork } from './networks/open-network.ts'
export { networkForFile } from './networks/publish-network.ts'

/** Every address of the room: laws, courts, criminal cases, days in court, alerts, figures, networks and requests abroad. */
export const prosecutionEndpoints: readonly Endpoint[] = [
  ...lawEndpoints,
  ...courtEndpoints,
  ...criminalCaseEndpoints,
  ...hearingEndpoints,
  ...alertEndpoints,
  ...figureEndpoints,
  ...networkEndpoints,
  ...assistanceEndpoints,
]

/** What the clock does in this room while nobody is signed in. */
export function prosecutionWorks(
  engine: Engine,
  clock: Clock,
): Readonly<Record<string, () => Promise<number>>> {
  return {
    'criminal-alerts': async () => {
      let done = 0
      try {
        done += await reckonStale(engine, clock)
      } finally {
        // What is due is given, also where something else could not be reckoned.
        done += await giveAlerts(engine, clock)
      }
      return done
    },
  }
}
