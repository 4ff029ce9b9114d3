import { sql } from 'kysely'
import { Problem } from '../problem.ts'
import type { Work } from '../work.ts'
import type { Reply } from './endpoint.ts'

interface Done {
  readonly name: string
  readonly result: { readonly status: number; readonly body: unknown }
}

/**
 * What this person's command answered the first time; `null` when it is new. The same command twice at once takes
 * turns, so that the second finds what the first did instead of stumbling over it.
 */
export async function doneBefore(work: Work, command: string, name: string): Promise<Reply<unknown> | null> {
  const turn = `${work.actor.account}|${command}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 7305))`.execute(work.db)
  const { rows } = await sql<Done>`
    select name, result from command_done
    where org_id = ${work.actor.org} and account_id = ${work.actor.account} and command_id = ${command}`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) return null
  if (row.name !== name)
    throw new Problem('bad-request', { fields: [{ field: 'command', problem: 'used-elsewhere' }] })
  return row.result
}

/** Keeps what a command answered, in the transaction of what it did. */
export async function remember(
  work: Work,
  command: string,
  name: string,
  reply: Reply<unknown>,
): Promise<void> {
  const result = JSON.stringify({ status: reply.status, body: reply.body })
  await sql`
    insert into command_done (org_id, account_id, command_id, name, result)
    values (${work.actor.org}, ${work.actor.account}, ${command}, ${name}, ${result}::jsonb)`.execute(work.db)
}
