import type { DaysAllowed } from '@setu/vocabulary'
import { type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { Writing } from '../cases/stepped.ts'
import { promiseAll, settleCase } from '../due/due-store.ts'
import { type RulesInForce, rulesInForce } from '../due/rules-in-force.ts'
import { contactNow, isLost } from './contact-store.ts'

/** Tries lie so far apart that as many as are needed fill the time over which they are spread. */
function apart({ clocks: { unreachable } }: RulesInForce): DaysAllowed {
  const { attempts, over } = unreachable
  const days = over.unit === 'hours' ? 1 : over.amount
  return { amount: Math.ceil(days / Math.max(1, attempts - 1)), unit: 'calendarDays' }
}

/**
 * A try keeps the promise to try. When it did not reach the person the next one is promised, until enough were
 * made for contact to count as lost; then somebody decides, and nothing closes by itself.
 */
export async function followAttempt(work: Work, { held, id, base, values }: Writing): Promise<void> {
  if (base > 0) return
  if (String(values['triedOn']) > work.today) throw wrongField('triedOn', 'not-yet')
  await settleCase(work, held.id, ['tracePerson'])
  if (values['result'] === 'reached') {
    await happened(work, held, { kind: 'followedUp', part: 'narrative', record: id })
    return
  }
  const rules = await rulesInForce(work)
  if (isLost(await contactNow(work, held), rules)) {
    await happened(work, held, { kind: 'contactLost', part: 'narrative', record: id })
    return
  }
  const holder = await promiseHolder(work, held)
  const { version } = rules.clocks
  const about = { org: held.org, caseId: held.id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'tracePerson', allowed: apart(rules) }])
}
