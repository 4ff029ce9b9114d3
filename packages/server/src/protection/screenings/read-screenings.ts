import type { ScreeningList, ScreeningView } from '@setu/records/api'
import { screeningPrompt } from '@setu/vocabulary'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import {
  childOf,
  instrumentOf,
  openAsked,
  openReasons,
  screeningRows,
  summaryOf,
  unsafe,
} from './screening-store.ts'

/** Protection units that can be offered somebody, one's own organisation's first. */
async function protectorsFor(work: Work): Promise<ScreeningList['protectors']> {
  const { rows } = await sql<{ unit: string; en: string; bn: string }>`
    select u.id as unit, ${officeName('u', 'o', 'en')} as en, ${officeName('u', 'o', 'bn')} as bn
    from unit u join organisation o on o.id = u.org_id
    where o.active and o.owns_cases order by o.id <> ${work.actor.org}, en limit 300`.execute(work.db)
  return rows.map(({ unit, en, bn }) => ({ unit, name: { en, bn } }))
}

/** The screenings that are one's own unit's to know of, without a word of what was said. */
export async function listScreenings(work: Work): Promise<ScreeningList> {
  const items = (await screeningRows(work, null)).map(summaryOf)
  const { rows } = await sql<{ may: boolean }>`select may_own_cases(${work.actor.org}) as may`.execute(
    work.db,
  )
  work.counted(items.length)
  return { items, protectors: await protectorsFor(work), mayOwn: rows[0]?.may ?? false }
}

/** One screening with what was said, for the unit that asks and the one that is offered the person. */
export async function readScreening(work: Work, at: CaseRef): Promise<ScreeningView> {
  const [row] = await screeningRows(work, at)
  if (row === undefined) throw new Problem('not-found')
  const asked = await openAsked(work, row)
  const { who, answers, signs, safety } = asked
  return {
    ...summaryOf(row),
    who,
    answers,
    signs: [...signs],
    safety: safety === null ? null : { steps: [...safety.steps], words: safety.words },
    unsafe: unsafe(asked),
    prompt: screeningPrompt(instrumentOf(row), answers, childOf(row)),
    reasons: await openReasons(work, row),
    decidedBy: row.decidedBy,
    interviews: row.interviews,
    to: row.toEn === null || row.toBn === null ? null : { en: row.toEn, bn: row.toBn },
  }
}
