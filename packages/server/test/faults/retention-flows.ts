import { randomUUID } from 'node:crypto'
import type { CaseRef } from '../../src/protection/cases/record-store.ts'
import { askErasure } from '../../src/protection/erasures/ask-erasure.ts'
import { rowsOf } from '../client.ts'
import { openCaseOf } from '../referred.ts'
import type { World } from '../world.ts'

const command = () => ({ command: randomUUID() })

/** A case of a grown woman that was closed twenty years ago. */
async function longClosed({ people: { asha }, owner }: World): Promise<CaseRef> {
  const file = await openCaseOf(asha, 'cnry')
  await rowsOf(
    owner,
    `update case_file set state = 'closed', closed_on = current_date - 7300 where id = $1`,
    [file.id],
  )
  await rowsOf(owner, `update case_facts set age_band = '30-39' where case_id = $1`, [file.id])
  return file
}

/** Keeping a case and letting go of those whose time is over. */
export const retentionFlows = {
  'retention.hold': async (world: World) => {
    const { org, id } = await openCaseOf(world.people.asha, 'cnry')
    const hold = { id: randomUUID(), reason: 'courtCase', until: null }
    return { by: 'asha' as const, path: `/cases/${org}/${id}/holds`, body: { ...command(), ...hold } }
  },
  'retention.ask': async (world: World) => {
    const files = [await longClosed(world), await longClosed(world)]
    const cases = files.map(({ org, id }) => ({ org, case: id }))
    return { by: 'farida' as const, path: '/retention/ask', body: { ...command(), cases } }
  },
  'retention.answer': async (world: World) => {
    const files = [await longClosed(world), await longClosed(world)]
    const erasures: { org: string; id: string; base: number }[] = []
    for (const file of files) {
      const id = randomUUID()
      await world.people.farida.as((work) => askErasure(work, file, { id, reason: 'retentionOver' }))
      erasures.push({ org: file.org, id, base: 1 })
    }
    return {
      by: 'guard' as const,
      path: '/retention/answer',
      body: { ...command(), erasures, answer: 'approve' },
    }
  },
}
