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

/** A paper for tracing the family, whose own time was over long before that of its case. */
async function paperOf({ people: { asha }, owner }: World, file: CaseRef): Promise<string> {
  const id = randomUUID()
  await rowsOf(
    owner,
    `insert into case_document (org_id, id, case_id, version, part, account_id, recorded_at, kind, goes_along, media_type, pages, bytes)
     values ($1, $2, $3, 1, 'family', $4, now(), 'familyTracing', false, 'application/pdf', 1, 9)`,
    [file.org, id, file.id, asha.account],
  )
  return id
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
  'retention.papers': async (world: World) => {
    const papers: { org: string; id: string }[] = []
    for (const file of [await longClosed(world), await longClosed(world)]) {
      const id = await paperOf(world, file)
      papers.push({ org: file.org, id })
    }
    return { by: 'farida' as const, path: '/retention/papers', body: { ...command(), papers } }
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
