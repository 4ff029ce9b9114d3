import type { ComplaintRecord, Written } from '@setu/records/api'
import { parseCaseCode } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type ProblemCode, type Work } from '../../platform/index.ts'
import { clocksInForce, keyOf, overAt, wordsPlace } from './complaint-store.ts'

type Said = 'recorded' | 'own' | 'unknown' | 'nobody'

const refusals: Readonly<Record<Exclude<Said, 'recorded'>, ProblemCode>> = {
  own: 'not-for-you',
  unknown: 'bad-request',
  nobody: 'nobody-listens',
}

/**
 * Writes down what a survivor complains of. Its words are sealed to where the person sits who hears it. Nothing is
 * left on the case: whoever the complaint is about may work there and see who looked.
 */
export async function recordComplaint(
  work: Work,
  { id, about, kind, words, code }: ComplaintRecord,
): Promise<Written> {
  const clocks = await clocksInForce(work)
  const look = await overAt(work, clocks.lookInto)
  const written = code === null ? null : (parseCaseCode(code) ?? code.trim())
  const { rows } = await sql<{ said: Said }>`
    select complaint_record(${id}::uuid, ${about}::uuid, ${kind}::text, ${written}::text, ${look}::timestamptz,
      ${clocks.version}::text) as said`.execute(work.db)
  const said = rows[0]?.said ?? 'own'
  if (said !== 'recorded') throw new Problem(refusals[said])
  const sealed = await work.vault.seal(keyOf({ org: work.actor.org, id }, 'complaint'), wordsPlace(id), {
    words,
  })
  await sql`update complaint set words = ${sealed['words']}::bytea where org_id = ${work.actor.org} and id = ${id}`.execute(
    work.db,
  )
  return { id, version: 1 }
}
