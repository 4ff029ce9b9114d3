import { askTimeOver, holdBack, layDownRetention, retentionQueue } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

/**
 * This programme keeps cases for two years, so that some are over: one is needed still for its court case, and one
 * waits for whoever guards the data.
 */
export async function tellPastRetention({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const [admin, supervisor] = [directory.person('kamal'), directory.person('farida')]
  const before = (hours: number): Date => new Date(now.getTime() - hours * hour)
  await troupe.as(admin, before(6), 'retention.layDown', async (work) => {
    const rules = { years: 2, childUntilAge: 23, ageWhenUnknown: 10, shownBefore: 90 }
    await layDownRetention(work, { command: draws.id(), ...rules })
  })
  const over: { readonly org: string; readonly case: string }[] = []
  await troupe.as(supervisor, before(5), 'retention.list', async (work) => {
    const { items } = await retentionQueue(work)
    over.push(...items.filter(({ mayAsk }) => mayAsk))
  })
  const [held, asked] = over
  if (held !== undefined)
    await troupe.as(supervisor, before(4), 'retention.hold', async (work) => {
      const given = { command: draws.id(), id: draws.id(), reason: 'courtCase', until: null } as const
      await holdBack(work, { org: held.org, id: held.case }, given)
    })
  if (asked !== undefined)
    await troupe.as(supervisor, before(3), 'retention.ask', async (work) => {
      const cases = [{ org: asked.org, case: asked.case }]
      await askTimeOver(work, { command: draws.id(), cases })
    })
}
