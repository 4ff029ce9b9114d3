import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** Whoever says no to a referral or to an offered case keeps none of the keys that came with the question. */
export async function letGoKeys(work: Work, asked: CaseRef): Promise<void> {
  await sql`select let_go_keys(${asked.org}, ${asked.id})`.execute(work.db)
}
