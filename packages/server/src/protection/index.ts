import type { Clock, Endpoint, Engine } from '../platform/index.ts'
import { caseEndpoints } from './cases/endpoints.ts'
import { consentEndpoints } from './consents/endpoints.ts'
import { expireReferrals, recountPromises } from './due/clock-work.ts'
import { dueEndpoints } from './due/endpoints.ts'
import { referralEndpoints } from './referrals/endpoints.ts'
import { transferEndpoints } from './transfers/endpoints.ts'

export { insertAssignment, insertCase, giveCode } from './cases/case-store.ts'
export { happened } from './cases/event-store.ts'
export { firstPromises, needOwningOrganisation, openCase } from './cases/open-case.ts'
export { indexedFields } from './cases/person-index.ts'
export { type CaseRef, holderOf, partOf } from './cases/record-store.ts'
export { addRecord, checkedValues } from './cases/write-record.ts'
export { momentAfter, type RulesInForce, rulesInForce } from './due/rules-in-force.ts'

/** All addresses of the protection room. */
export const protectionEndpoints: readonly Endpoint[] = [
  ...caseEndpoints,
  ...consentEndpoints,
  ...referralEndpoints,
  ...transferEndpoints,
  ...dueEndpoints,
]

/** What the clock does in this room while nobody is signed in. */
export function protectionWorks(
  engine: Engine,
  clock: Clock,
): Readonly<Record<string, () => Promise<number>>> {
  return {
    'expire-referrals': () => expireReferrals(engine, clock),
    'recount-promises': () => recountPromises(engine, clock),
  }
}
