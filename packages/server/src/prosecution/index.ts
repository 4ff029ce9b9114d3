import type { Endpoint } from '../platform/index.ts'
import { courtEndpoints } from './courts/endpoints.ts'
import { criminalCaseEndpoints } from './criminal-cases/endpoints.ts'
import { hearingEndpoints } from './hearings/endpoints.ts'
import { lawEndpoints } from './laws/endpoints.ts'

export { draftLaw, proposeLaw } from './laws/draft-law.ts'

/** Every address of the room: laws, courts, criminal cases and days in court. */
export const prosecutionEndpoints: readonly Endpoint[] = [
  ...lawEndpoints,
  ...courtEndpoints,
  ...criminalCaseEndpoints,
  ...hearingEndpoints,
]
