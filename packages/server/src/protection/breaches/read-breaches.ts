import type { BreachList, BreachOfCase, BreachView } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { findWorked } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import {
  breachRow,
  breachRows,
  clocksInForce,
  colleagues,
  fileRows,
  hoursOf,
  stepRows,
  tellingRows,
  unitNames,
  wordsPlace,
} from './breach-store.ts'

export async function readBreaches(work: Work): Promise<BreachList> {
  const items = await breachRows(work)
  work.counted(items.length)
  return {
    items,
    hours: hoursOf(await clocksInForce(work)),
    maySetHours: work.actor.roles.includes('technicalAdministrator'),
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

async function openWords(
  work: Work,
  org: string,
  place: ReturnType<typeof wordsPlace>,
  words: Buffer | null,
) {
  return text((await work.vault.open(org, place, { words }))['words'])
}

async function stepsOf(work: Work, at: CaseRef): Promise<BreachView['steps']> {
  const steps: BreachView['steps'] = []
  for (const row of await stepRows(work, at))
    steps.push({ ...row, words: await openWords(work, at.org, wordsPlace('breach_step', row.id), row.words) })
  return steps
}

async function tellingsOf(work: Work, at: CaseRef): Promise<BreachView['tellings']> {
  const tellings: BreachView['tellings'] = []
  for (const { toOrg: _, toEn, toBn, ...row } of await tellingRows(work, at))
    tellings.push({
      ...row,
      to: toEn === null || toBn === null ? null : { en: toEn, bn: toBn },
      words: await openWords(work, at.org, wordsPlace('breach_telling', row.id), row.words),
    })
  return tellings
}

/** An incident whole, for whoever leads; whoever said it, or was told of it, sees what that was. */
export async function readBreach(work: Work, at: CaseRef): Promise<BreachView> {
  const row = await breachRow(work, at)
  if (!row) throw new Problem('not-found')
  const { unitIds, words, assessment, lessons, ...short } = row
  const opened = row.mayLead
    ? await work.vault.open(row.org, wordsPlace('breach', row.id), { words, assessment, lessons })
    : {}
  const files = await fileRows(work, at)
  const none = { reasons: [], risk: null, assessedAt: null, assessedBy: null }
  return {
    ...short,
    ...(row.mayLead ? {} : none),
    words: text(opened['words']),
    assessment: text(opened['assessment']),
    lessons: text(opened['lessons']),
    units: await unitNames(work, unitIds),
    cases: files.map(({ code, org, id }) => ({
      code,
      case: org === null || id === null ? null : { org, id },
    })),
    steps: row.mayLead ? await stepsOf(work, at) : [],
    tellings: row.mayLead ? await tellingsOf(work, at) : [],
    colleagues: row.mayLead ? await colleagues(work) : [],
  }
}

/** What a caseworker tells the person of. */
export async function breachesOfCase(work: Work, file: CaseRef): Promise<BreachOfCase> {
  const { relation } = await findWorked(work, file)
  const { rows } = await sql<BreachOfCase['items'][number]>`
    select id, what, data, noticed as "noticedAt", happened as "happenedOn" from breach_of_case(${file.org}, ${file.id})`.execute(
    work.db,
  )
  if (rows.length > 0) work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'read', relation })
  return { items: rows }
}
