import type { AssistanceDesk, AssistanceQuery, AssistanceView } from '@setu/records/api'
import {
  assistanceNext,
  doubtsOf,
  dualCriminality,
  editionCharged,
  type LawText,
  offenceCharged,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { holdingLaws } from '../laws/law-store.ts'
import { deskRows, offencesCharged, requestRows, requestSteps } from './assistance-store.ts'

interface Charged {
  readonly law: string
  readonly section: string
}

interface OfCase {
  readonly jurisdiction: string
  readonly day: string | null
}

/** The offence that is meant by a charge; nothing where the day or the edition of that day is not known. */
function offenceMeant(
  laws: readonly LawText[],
  { law: code, section }: Charged,
  { jurisdiction, day }: OfCase,
) {
  if (day === null) return null
  const choice = editionCharged(laws, code, { jurisdiction, day })
  if (choice.found !== 'one') return null
  const { law } = choice
  const offence = offenceCharged(law, section)
  return offence === null ? null : { law, offence, day }
}

/** What the law of another country has for an offence of a case. */
function criminalityOf(
  charged: Charged,
  { laws, country, of }: { readonly laws: readonly LawText[]; readonly country: string; readonly of: OfCase },
): AssistanceView['criminality'][number] {
  const meant = offenceMeant(laws, charged, of)
  const { law, section } = charged
  if (meant === null) return { law, section, found: 'notKnown', there: [], lacking: [] }
  const { found, answering, lacking } = dualCriminality(meant, { laws, country, day: meant.day })
  const there = answering
    .slice(0, 5)
    .map((one) => ({ title: one.law.title, offence: one.offence.title, section: one.offence.section }))
  return { law, section, found, there, lacking: [...lacking] }
}

async function caseOf(work: Work, { org, id }: CriminalRef): Promise<OfCase> {
  const { rows } = await sql<OfCase>`
    select jurisdiction, offence_on as day from criminal_case where org_id = ${org} and id = ${id}`.execute(
    work.db,
  )
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** The requests of a criminal case to other countries, with their steps and what a lawyer has to look at. */
export async function readAssistance(work: Work, at: CriminalRef): Promise<AssistanceView[]> {
  const tasks = await tasksIn(work, at)
  const rows = await requestRows(work, at)
  if (rows.length === 0) return []
  const steps = Map.groupBy(await requestSteps(work, at), ({ request }) => request)
  const charged = await offencesCharged(work, at)
  const laws = (await holdingLaws(work)).map(({ law }) => law)
  const of = await caseOf(work, at)
  return rows.map((row) => {
    const theirs = charged.filter(({ accused }) => row.accused.length === 0 || row.accused.includes(accused))
    const offences = new Map(theirs.map((one) => [`${one.law} ${one.section}`, one]))
    return {
      ...row,
      doubts: [...doubtsOf(row.basis, row.country)],
      criminality: [...offences.values()].map((one) =>
        criminalityOf(one, { laws, country: row.country, of }),
      ),
      next: [...assistanceNext(row.stage, tasks)],
      steps: (steps.get(row.id) ?? []).map(({ request: _of, ...step }) => step),
    }
  })
}

/** The requests of all cases of one's offices. */
export async function readDesk(work: Work, query: AssistanceQuery): Promise<AssistanceDesk> {
  const desk = await deskRows(work, query)
  work.counted(desk.items.length)
  return desk
}
