import { randomUUID } from 'node:crypto'
import { primeroMapping } from '@setu/exchange'
import { recordConsents } from '../../src/protection/consents/record-consents.ts'
import { consentFor } from '../cases.ts'
import { rowsOf } from '../client.ts'
import { openCaseOf } from '../referred.ts'
import type { World } from '../world.ts'

const command = () => ({ command: randomUUID() })

/** Letting cases go to another system, and laying down how they are told there. */
export const bridgeFlows = {
  'bridges.send': async ({ people: { asha, officer } }: World) => {
    const files = [await openCaseOf(asha, 'cnry'), await openCaseOf(asha, 'cnry')]
    for (const file of files)
      await asha.as((work) =>
        recordConsents(work, file, consentFor(work, officer, 'shareService', ['facts'])),
      )
    const cases = files.map(({ org, id }) => ({ org, case: id }))
    const to = { org: officer.org, unit: officer.unit }
    return {
      by: 'asha' as const,
      path: '/exchange/bridges/sendings',
      body: { ...command(), system: 'primero', to, cases },
    }
  },
  'bridges.answerMapping': async ({ owner, people: { asha } }: World) => {
    const id = randomUUID()
    await rowsOf(
      owner,
      `insert into bridge_mapping (id, system, edition, mapping, standing, proposed_org, proposed_by, proposed_at)
       values ($1, 'primero', 'x', $2, 'proposed', $3, $4, now())`,
      [id, JSON.stringify(primeroMapping), asha.org, asha.account],
    )
    return {
      by: 'admin' as const,
      path: '/exchange/bridges/mappings/answer',
      body: { ...command(), id, base: 1, answer: 'accept' },
    }
  },
}
