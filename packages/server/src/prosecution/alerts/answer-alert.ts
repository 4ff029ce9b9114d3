import type { AlertSaid, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'

/** Says something to an alert that one's office was told of. It does not end by that: it ends with its cause. */
export async function answerAlert(
  work: Work,
  { item, ...at }: CriminalRef & { readonly item: string },
  { id, answer }: AlertSaid,
): Promise<Written> {
  const { rows } = await sql<{ said: string | null }>`
    select criminal_alert_say(${at.org}, ${at.id}, ${item}, ${id}, ${answer}) as said`.execute(work.db)
  const said = rows[0]?.said ?? null
  if (said === null) throw new Problem('not-found')
  if (said === 'there') throw new Problem('exists-already')
  if (said === 'not-yours') throw new Problem('not-for-you')
  work.touched({ org: at.org, caseId: at.id, part: 'status', did: 'wrote', record: item })
  return { id, version: 1 }
}
