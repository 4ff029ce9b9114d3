import type { ScreeningDecide, ScreeningSave, ScreeningStep, Written } from '@setu/records/api'
import { interviewsBeforeWarning, screeningMayBecome, screeningPrompt } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { settle } from '../due/due-store.ts'
import {
  type Asked,
  asksToday,
  childOf,
  dangerAsked,
  dangerCodes,
  heldScreening,
  instrumentOf,
  openAsked,
  questionsOf,
  sealAsked,
  sealReasons,
  unsafe,
} from './screening-store.ts'

/** Danger comes before every other question; where it was said, safety comes before the next. */
function needSafety(before: Asked, after: Asked, given: readonly string[]): void {
  const others = given.filter((question) => !dangerCodes.includes(question))
  if (others.length === 0) return
  if (!dangerAsked(after) || unsafe(before) || unsafe(after)) throw new Problem('safety-first')
}

/** Keeps answers as they are given, so that nothing is lost and nothing is asked twice. */
export async function saveAnswers(work: Work, at: CaseRef, given: ScreeningSave): Promise<Written> {
  const row = await heldScreening(work, at, given.base)
  if (row.state !== 'asking') throw new Problem('step-not-possible')
  const questions = questionsOf(instrumentOf(row))
  const asked = Object.keys(given.answers)
  const strange = asked.find((question) => !questions.includes(question))
  if (strange !== undefined)
    throw new Problem('bad-request', { fields: [{ field: `answers.${strange}`, problem: 'unknown' }] })
  const before = await openAsked(work, row)
  const after: Asked = {
    ...before,
    answers: { ...before.answers, ...given.answers },
    signs: given.signs ?? before.signs,
    safety: given.safety ?? before.safety,
  }
  needSafety(before, after, asked)
  const saved = row.saved + 1
  const bytes = await sealAsked(work, at, saved, after)
  await sql`
    update screening set answers = ${bytes}, saved = ${saved}, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  return { id: at.id, version: row.version + 1 }
}

/** Stops, or goes on where it was stopped. Who was asked twice already is asked again only with a reason to. */
export async function stepScreening(
  work: Work,
  at: CaseRef,
  { base, to, needed = false }: ScreeningStep,
): Promise<Written> {
  const row = await heldScreening(work, at, base)
  if (!screeningMayBecome(row.state, to)) throw new Problem('step-not-possible')
  if (to === 'asking') {
    if (row.interviews >= interviewsBeforeWarning && !needed) throw new Problem('asked-often')
    await asksToday(work, at)
  }
  await sql`
    update screening set state = ${to}, version = version + 1 where org_id = ${at.org} and id = ${at.id}`.execute(
    work.db,
  )
  return { id: at.id, version: row.version + 1 }
}

/** A named person decides, with reasons. What the answers point to is kept beside it and decides nothing. */
export async function decideScreening(work: Work, at: CaseRef, given: ScreeningDecide): Promise<Written> {
  const row = await heldScreening(work, at, given.base)
  if (!screeningMayBecome(row.state, 'decided')) throw new Problem('step-not-possible')
  const asked = await openAsked(work, row)
  if (unsafe(asked)) throw new Problem('safety-first')
  const prompt = screeningPrompt(instrumentOf(row), asked.answers, childOf(row))
  const reasons = await sealReasons(work, at, given.reasons)
  await sql`
    update screening set state = 'decided', outcome = ${given.outcome}, prompt = ${prompt}, reasons = ${reasons},
      decided_by = ${work.actor.account}, decided_at = ${work.now.toISOString()}, version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  await settle(work, at.id, ['completeScreening'])
  return { id: at.id, version: row.version + 1 }
}
