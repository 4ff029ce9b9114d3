import type { AssistanceDesk, AssistanceQuery, AssistanceView } from '@setu/records/api'
import {
  assistanceNext,
  doubtsOf,
  dualCriminality,
  type LawText,
  lawName,
  offenceKey,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { holdingLaws } from '../laws/law-store.ts'
import { deskRows, offencesCharged, requestRows, requestSteps } from './assistance-store.ts'

interface Charged {
  readonly law: string
  readonly section: string
}

/** What the law of another country has for an offence of a day; a day that is not known finds nothing. */
function criminalityOf(
  { law: code, section }: Charged,
  {
    laws,
    country,
    day,
  }: { readonly laws: readonly LawText[]; readonly country: string; readonly day: string | null },
): AssistanceView['criminality'][number] {
  const law = laws.find((one) => lawName(one) === code || one.code === code)
  const offence = law?.offences.find((one) => offenceKey(one) === section)
  if (law === undefined || offence === undefined || day === null)
    return { law: code, section, found: 'notKnown', there: [], lacking: [] }
  const { found, answering, lacking } = dualCriminality({ law, offence }, { laws, country, day })
  const there = answering
    .slice(0, 5)
    .map((one) => ({ title: one.law.title, offence: one.offence.title, section: one.offence.section }))
  return { law: code, section, found, there, lacking: [...lacking] }
}

async function dayOfOffence(work: Work, { org, id }: CriminalRef): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select offence_on as day from criminal_case where org_id = ${org} and id = ${id}`.execute(work.db)
  return rows[0]?.day ?? null
}

/** The requests of a criminal case to other countries, with their steps and what a lawyer has to look at. */
export async function readAssistance(work: Work, at: CriminalRef): Promise<AssistanceView[]> {
  const tasks = await tasksIn(work, at)
  const rows = await requestRows(work, at)
  if (rows.length === 0) return []
  const steps = Map.groupBy(await requestSteps(work, at), ({ request }) => request)
  const charged = await offencesCharged(work, at)
  const laws = (await holdingLaws(work)).map(({ law }) => law)
  const day = await dayOfOffence(work, at)
  return rows.map((row) => {
    const theirs = charged.filter(({ accused }) => row.accused.length === 0 || row.accused.includes(accused))
    const offences = new Map(theirs.map((one) => [`${one.law} ${one.section}`, one]))
    return {
      ...row,
      doubts: [...doubtsOf(row.basis, row.country)],
      criminality: [...offences.values()].map((one) =>
        criminalityOf(one, { laws, country: row.country, day }),
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
