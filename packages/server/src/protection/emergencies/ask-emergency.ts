import type { EmergencyAsk } from '@setu/records/api'
import { parseCaseCode } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type ProblemCode, type Work } from '../../platform/index.ts'
import { wordsOf, wordsPlace } from './emergency-store.ts'

type Said = 'asked' | 'notForYou' | 'nobody' | 'tooMany'

const refusals: Readonly<Record<Exclude<Said, 'asked'>, ProblemCode>> = {
  notForYou: 'not-for-you',
  nobody: 'nobody-on-call',
  tooMany: 'too-many-requests',
}

/**
 * Asks those on call where a case is held. Whether there is such a case is not told: the one who asks hears
 * only that others are asked.
 */
export async function askEmergency(
  work: Work,
  { id, to, code, parts, reason, words, hours }: EmergencyAsk,
): Promise<{ id: string; version: number }> {
  const unit = work.actor.units[0]?.unit
  if (unit === undefined) throw new Problem('not-for-you')
  const holder = wordsOf({ org: work.actor.org, id })
  const sealed = await work.vault.seal(holder, wordsPlace(id), { words })
  const { rows } = await sql<{ said: Said }>`
    select emergency_ask(${id}::uuid, ${unit}::uuid, ${to.org}::uuid, ${to.unit}::uuid, ${parseCaseCode(code) ?? code}::text,
      ${[...new Set(parts)]}::text[], ${reason}::text, ${sealed['words']}::bytea, ${hours}::integer) as said`.execute(
    work.db,
  )
  const said = rows[0]?.said ?? 'notForYou'
  if (said !== 'asked') throw new Problem(refusals[said])
  await work.vault.ask({ org: work.actor.org, id })
  await work.vault.shareHolder(holder, to.unit, id, 'emergency')
  work.because(reason)
  return { id, version: 1 }
}
