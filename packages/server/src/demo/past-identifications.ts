import { sql } from 'kysely'
import { beginIdentification, stepIdentification } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

interface Held {
  readonly org: string
  readonly id: string
}

/** Of some open cases formal identification has begun: one is decided, of one a no waits for somebody else to look at it. */
export async function tellPastIdentifications({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const worker = directory.person('asha')
  const before = (days: number): Date => new Date(now.getTime() - days * 24 * hour)
  const files: Held[] = []
  await troupe.as(worker, before(12), 'cases.list', async (work) => {
    const { rows } = await sql<Held>`
      select s.org_id as org, s.case_id as id from case_assignment s
      join case_file c on c.org_id = s.org_id and c.id = s.case_id
      where s.account_id = ${worker.account} and s.ended_at is null and s.conflict = 'none' and s.lead
        and c.closed_on is null and c.opened_on < ${before(13)} order by c.opened_on desc, c.id limit 4`.execute(
      work.db,
    )
    files.push(...rows)
  })
  for (const [place, file] of files.entries()) {
    const id = draws.id()
    await troupe.as(worker, before(11 - place), 'identification.begin', async (work) => {
      await beginIdentification(work, file, { id })
    })
    if (place > 1) continue
    const decided =
      place === 0
        ? {
            to: 'identified' as const,
            body: 'NonPoliceGovernmentalOrganization' as const,
            acts: ['recruited' as const, 'transported' as const],
            means: ['deception' as const],
            purposes: ['labour' as const],
            reasons:
              'The district committee heard her and saw the contract; pay and place were other than promised.',
          }
        : {
            to: 'noProposed' as const,
            body: 'NGO' as const,
            reasons:
              'He chose the journey and the work himself and left when he wished; wages are owed to him.',
          }
    await troupe.as(worker, before(5 - place), 'identification.step', async (work) => {
      await stepIdentification(work, file, { command: id, base: 1, ...decided })
    })
  }
}
