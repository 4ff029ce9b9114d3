import { randomUUID } from 'node:crypto'
import { rowsOf } from '../client.ts'
import { smallLaw } from '../law-calls.ts'
import type { Person, World } from '../world.ts'

/** One person drafted an edition in place of one that holds, and another is asked. */
export const lawFlows = {
  'laws.answer': async ({ owner, people: { lawyer, officer } }: World) => {
    const [before, id] = [randomUUID(), randomUUID()]
    const law = smallLaw(id.slice(0, 8))
    const insert = (row: string, { org, account }: Person, standing: string, by: Person | null) =>
      rowsOf(
        owner,
        `insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at, proposed_at,
           answered_org, answered_by, answered_at)
         values ($1, 'BD', $2, $3, $4, $5, $6, $7, now(), now(), $8, $9, case when $9::uuid is null then null else now() end)`,
        [
          row,
          law.code,
          law.edition,
          JSON.stringify(law),
          standing,
          org,
          account,
          by?.org ?? null,
          by?.account ?? null,
        ],
      )
    // The small world has no office whose matter law is: for this once the lawyer's house is one.
    await rowsOf(owner, `update organisation set type = 'prosecution' where id = $1`, [lawyer.org])
    await rowsOf(
      owner,
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'prosecutor') on conflict do nothing`,
      [lawyer.org, lawyer.account],
    )
    await insert(before, lawyer, 'inForce', officer)
    await insert(id, officer, 'proposed', null)
    return {
      by: 'lawyer' as const,
      path: '/laws/editions/answer',
      body: { command: randomUUID(), id, base: 1, answer: 'accept' },
    }
  },
}
