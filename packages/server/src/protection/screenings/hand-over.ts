import type { CaseOpened, ScreeningCase, ScreeningOffer, Written } from '@setu/records/api'
import { type AgeCertainty, screeningMayBecome, type TimeAllowed } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type ProblemCode, type Work } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { momentAfter, rulesInForce } from '../due/rules-in-force.ts'
import { beginIdentification } from '../identifications/step-identification.ts'
import { addNote } from '../notes/note-store.ts'
import { screeningNote } from './screening-note.ts'
import { heldScreening, openAsked, openReasons, screeningHolder } from './screening-store.ts'

const refusals: Readonly<Record<string, ProblemCode>> = {
  stale: 'stale',
  step: 'step-not-possible',
  nowhere: 'receiver-not-available',
}

function needDone(said: string | null | undefined): void {
  if (said !== 'done') throw new Problem(refusals[said ?? ''] ?? 'not-found')
}

/** Somebody who is screened is urgent: the protection unit answers within a day. */
const answerWithin: TimeAllowed = { amount: 24, unit: 'hours' }

/** Offers somebody to a protection unit, with what they told, so that nobody asks again. */
export async function offerScreening(
  work: Work,
  at: CaseRef,
  { base, unit }: ScreeningOffer,
): Promise<Written> {
  const row = await heldScreening(work, at, base)
  if (!screeningMayBecome(row.state, 'offered')) throw new Problem('step-not-possible')
  await work.vault.shareHolder(screeningHolder(at), unit, at.id)
  const { clocks, calendar } = await rulesInForce(work)
  const due = momentAfter(answerWithin, work.now, calendar).toISOString()
  const { rows } = await sql<{ said: string | null }>`
    select screening_offer(${at.org}, ${at.id}, ${base}, ${unit}, ${due}::timestamptz, ${clocks.version}) as said`.execute(
    work.db,
  )
  needDone(rows[0]?.said)
  return { id: at.id, version: row.version + 1 }
}

/** Takes an offer back, or declines it. */
export async function endOffer(
  work: Work,
  at: CaseRef,
  { base }: { readonly base: number },
): Promise<Written> {
  const row = await heldScreening(work, at, base, 'either')
  const { rows } = await sql<{ said: string | null }>`
    select screening_back(${at.org}, ${at.id}, ${base}) as said`.execute(work.db)
  needDone(rows[0]?.said)
  return { id: at.id, version: row.version + 1 }
}

/** Opens a case for somebody who was screened: what they told stands in it, and in the screening no more. */
export async function openScreenedCase(work: Work, at: CaseRef, given: ScreeningCase): Promise<CaseOpened> {
  const row = await heldScreening(work, at, given.base, 'either')
  if (!screeningMayBecome(row.state, 'caseOpened')) throw new Problem('step-not-possible')
  const asked = await openAsked(work, row)
  const reasons = await openReasons(work, row)
  const certainty: AgeCertainty = row.ageSure ? 'stated' : 'estimated'
  const opened = await openCase(work, {
    command: given.case,
    id: given.case,
    unit: given.unit,
    urgency: given.urgency,
    conflict: given.conflict,
    facts: {
      ageBand: row.ageBand,
      ageCertainty: certainty,
      ...(row.outcome === 'presumed' ? { traffickingStatus: 'PossibleVictimOfTrafficking' } : {}),
    },
  })
  const file = { org: opened.org, id: opened.id }
  await addNote(work, file, {
    id: work.freshId(),
    kind: 'general',
    happenedOn: work.today,
    words: screeningNote(row, asked, reasons, work.actor.language),
  })
  if (row.outcome === 'presumed') await beginIdentification(work, file, { id: work.freshId() })
  const { rows } = await sql<{ said: string | null }>`
    select screening_taken(${at.org}, ${at.id}, ${given.base}, ${file.org}, ${file.id}) as said`.execute(
    work.db,
  )
  needDone(rows[0]?.said)
  return opened
}
