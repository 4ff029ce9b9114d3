import type { preferences, SessionView } from '@setu/records/api'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '../work.ts'
import { viewSession } from './session-view.ts'

/** Keeps how somebody likes their screens; what is not named stays as it was. */
export async function setPreferences(
  work: Work,
  { language, banglaDigits, density, scheme }: z.infer<typeof preferences>,
): Promise<SessionView> {
  const chosen = JSON.stringify({ banglaDigits, density, scheme })
  await sql`
    update account
    set preferences = preferences || ${chosen}::jsonb, language = coalesce(${language ?? null}, language)
    where org_id = ${work.actor.org} and id = ${work.actor.account}`.execute(work.db)
  return viewSession(work)
}
