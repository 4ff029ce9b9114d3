import { randomUUID } from 'node:crypto'
import { addDays } from '@setu/vocabulary'
import { dayOf } from '../../src/platform/index.ts'
import { openCriminalCase } from '../../src/prosecution/criminal-cases/open-criminal-case.ts'
import { rowsOf } from '../client.ts'
import { aCourt, facts } from '../criminal-calls.ts'
import type { World } from '../world.ts'

const command = () => ({ command: randomUUID() })
const today = dayOf(new Date())

/** A criminal case as an investigator writes it down. */
export const criminalFacts = ({ unit }: World['people']['inspector']) => ({
  ...command(),
  ...facts,
  id: randomUUID(),
  unit,
  jurisdiction: 'BD',
  reportedOn: today,
  destinations: [...facts.destinations],
  measures: [],
})

async function opened({ people: { inspector } }: World): Promise<string> {
  const { org, id } = await inspector.as((work) => openCriminalCase(work, criminalFacts(inspector)))
  return `/criminal-cases/${org}/${id}`
}

/** Criminal cases: written down, an office brought in, a day in court. */
export const criminalFlows = {
  'criminal.open': async ({ people: { inspector } }: World) => ({
    by: 'inspector' as const,
    path: '/criminal-cases',
    body: criminalFacts(inspector),
  }),
  'criminal.addOffice': async (world: World) => ({
    by: 'inspector' as const,
    path: `${await opened(world)}/offices`,
    body: { ...command(), id: randomUUID(), unit: world.people.lawyer.unit, task: 'legalAid' },
  }),
  'criminal.addFact': async (world: World) => ({
    by: 'inspector' as const,
    path: `${await opened(world)}/facts`,
    body: { ...command(), id: randomUUID(), kind: 'extensionAsked', on: today, accused: null, paper: null },
  }),
  'hearings.keep': async (world: World) => {
    const { lawyer } = world.people
    const at = await opened(world)
    const [, , org, id] = at.split('/')
    // The small world has no court: for this once the lawyer's office is one.
    await rowsOf(world.owner, `update organisation set type = 'court' where id = $1`, [lawyer.org])
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'courtOfficer') on conflict do nothing`,
      [lawyer.org, lawyer.account],
    )
    await rowsOf(
      world.owner,
      `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
       values ($1, $2, $3, $4, $5, 'court', current_date, $4, $6)`,
      [org, randomUUID(), id, lawyer.org, lawyer.unit, lawyer.account],
    )
    const hearing = {
      base: 0,
      id: randomUUID(),
      court: aCourt,
      on: today,
      purpose: 'prosecutionEvidence',
      standing: 'adjourned',
      why: 'witnessAbsent',
      asker: 'prosecution',
      orders: null,
      witnesses: [{ place: 1, kind: 'public', day: 'summoned' }],
      next: { id: randomUUID(), on: addDays(today, 30), purpose: 'prosecutionEvidence' },
    }
    return { by: 'lawyer' as const, path: `${at}/hearings`, body: { ...command(), ...hearing } }
  },
}
