import { sql } from 'kysely'
import type { Node } from '../platform/index.ts'
import { answerEmergency, askEmergency, openPart, protectionWorks } from '../protection/index.ts'
import type { DemoDirectory } from './directory.ts'
import type { Draws } from './draws.ts'
import { hour } from './plan/moments.ts'
import type { Troupe } from './tell-stories.ts'

interface Held {
  readonly org: string
  readonly id: string
  readonly code: string
}

/** Who is on stage for a story beside the cases, and when it is told. */
export interface Setting {
  readonly node: Node
  readonly troupe: Troupe
  readonly directory: DemoDirectory
  readonly draws: Draws
  readonly now: Date
}

const why = 'A neighbour called the station: two men wait in front of her house and ask for her by name.'

/** Nine days ago the police had to know at once who a survivor was; a supervisor on call gave two hours. */
export async function tellPastEmergency({ node, troupe, directory, draws, now }: Setting): Promise<void> {
  const [supervisor, inspector] = [directory.person('farida'), directory.person('rafiq')]
  const { org, unit } = directory.unit('kingfisher.jashore')
  const began = now.getTime() - 9 * 24 * hour
  const after = (minutes: number): Date => new Date(began + (minutes * hour) / 60)
  const found: Held[] = []
  await troupe.as(supervisor, after(0), 'cases.list', async (work) => {
    const { rows } = await sql<Held>`
      select c.org_id as org, c.id, k.code from case_file c
      join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = ${org}
      where c.owner_unit = ${unit} and c.closed_on is null and c.opened_on < ${after(-10 * 24 * 60)}
      order by c.opened_on, c.id limit 1`.execute(work.db)
    found.push(...rows)
  })
  const [file] = found
  if (!file) throw new TypeError('no case for an emergency')
  const id = draws.id()
  const asked = { id, command: id, to: { org, unit }, code: file.code, words: why, hours: 2 }
  await troupe.as(inspector, after(1), 'emergencies.ask', async (work) => {
    await askEmergency(work, { ...asked, parts: ['identity'], reason: 'dangerToLife' })
  })
  await troupe.as(supervisor, after(12), 'emergencies.answer', async (work) => {
    await answerEmergency(work, { org: inspector.org, id }, { base: 1, answer: 'approve' })
  })
  await troupe.as(inspector, after(15), 'cases.openPart', async (work) => {
    await openPart(work, file, { part: 'identity', reason: 'safety' })
  })
  node.engine.tellTime?.(after(180))
  await protectionWorks(node.engine, () => after(180))['end-emergencies']?.()
}
