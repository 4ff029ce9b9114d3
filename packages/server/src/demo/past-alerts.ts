import { answerAlert, listAlerts, prosecutionWorks } from '../prosecution/index.ts'
import type { Setting } from './past-emergency.ts'
import { benches } from './plan/criminal/benches.ts'
import { hour } from './plan/moments.ts'

/** How many days ago the clock came by; between them nobody of the demonstration would notice a difference. */
const visits = [150, 90, 45, 21, 9, 1] as const

/** What stalled in criminal cases was told as time passed; each prosecution has answered every other alert. */
export async function tellPastAlerts({ node, troupe, directory, draws, now }: Setting): Promise<void> {
  for (const days of visits) {
    const at = new Date(now.getTime() - days * 24 * hour)
    node.engine.tellTime?.(at)
    for (const work of Object.values(prosecutionWorks(node.engine, () => at))) await work()
    for (const { prosecution } of Object.values(benches)) {
      const later = new Date(at.getTime() + 5 * hour)
      await troupe.as(directory.focalOf(prosecution), later, 'criminal.answerAlert', async (work) => {
        const { items } = await listAlerts(work, { standing: 'waiting' })
        for (const { org, case: id, id: item } of items.filter((_, place) => place % 2 === 0))
          await answerAlert(
            work,
            { org, id, item },
            { command: draws.id(), id: draws.id(), answer: 'actedOn' },
          )
      })
    }
  }
}
