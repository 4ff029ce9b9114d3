import type { AssistancePropose, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'

async function needSense(work: Work, at: CriminalRef, given: AssistancePropose): Promise<void> {
  const { kind, accused, asked, country, on } = given
  if (on > work.today) throw wrongField('on', 'in-the-future')
  const { rows } = await sql<{ jurisdiction: string; reported: string; known: number }>`
    select c.jurisdiction, c.reported_on as reported, (select count(*)::int from accused a
      where a.org_id = c.org_id and a.case_id = c.id and a.id = any (${[...accused]}::uuid[])) as known
    from criminal_case c where c.org_id = ${at.org} and c.id = ${at.id}`.execute(work.db)
  const [file] = rows
  if (file === undefined) throw new Problem('not-found')
  if (file.jurisdiction === country) throw wrongField('country', 'own-country')
  if (on < file.reported) throw wrongField('on', 'before-report')
  if (file.known !== accused.length) throw wrongField('accused', 'unknown')
  if (kind === 'extradition' && accused.length === 0) throw wrongField('accused', 'needed-for-extradition')
  if ((kind === 'extradition') !== asked.includes('surrender'))
    throw wrongField('asked', 'surrender-and-kind')
}

/** Proposes that another country be asked for help, or to surrender somebody. Nothing goes out by this. */
export async function proposeAssistance(
  work: Work,
  at: CriminalRef,
  given: AssistancePropose,
): Promise<Written> {
  const tasks = await tasksIn(work, at)
  if (!tasks.includes('investigation') && !tasks.includes('prosecution')) throw new Problem('not-for-you')
  await needSense(work, at, given)
  const { id, kind, country, basis, basisPaper, asked, accused, on, paper } = given
  const { rows } = await sql`
    insert into assistance_request (org_id, id, case_id, kind, to_country, basis, basis_paper, asked, accused, stage, stage_on, paper)
    values (${at.org}, ${id}, ${at.id}, ${kind}, ${country}, ${basis}, ${basisPaper}, ${asked}::text[], ${accused}::uuid[], 'proposed',
      ${on}, ${paper})
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return { id, version: 1 }
}
