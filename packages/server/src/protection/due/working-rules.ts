import type { WorkingRules } from '@setu/records/api'
import type { Work } from '../../platform/index.ts'
import { childRulesInForce } from '../children/child-store.ts'
import { rulesInForce } from './rules-in-force.ts'

/** What screens need of the rules that are laid down for today. */
export async function readWorkingRules(work: Work): Promise<WorkingRules> {
  const { clocks } = await rulesInForce(work)
  const { version, doubtIsChild, gates } = await childRulesInForce(work)
  return {
    consentLasts: clocks.consentLasts,
    askAgainBefore: clocks.askAgain.daysBefore,
    longStay: clocks.longStay,
    child: {
      version,
      doubtIsChild,
      gates: gates.map(({ act, needs, afterDays }) => ({ act, needs, afterDays })),
    },
  }
}
