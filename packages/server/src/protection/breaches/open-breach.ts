import type { BreachCases, BreachOpen, Written } from '@setu/records/api'
import { parseCaseCode } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { clocksInForce, endsAt, hoursOf, ledBreach, wordsOf, wordsPlace } from './breach-store.ts'

async function addCodes(work: Work, { org, id }: CaseRef, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  const written = codes.map((code) => parseCaseCode(code) ?? code.trim())
  await sql`select breach_add_cases(${org}, ${id}, ${written}::text[])`.execute(work.db)
}

async function needOwnUnits(work: Work, units: readonly string[]): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from unit where org_id = ${work.actor.org} and id = any (${[...units]}::uuid[])`.execute(
    work.db,
  )
  if (rows[0]?.n !== new Set(units).size)
    throw new Problem('bad-request', { fields: [{ field: 'units', problem: 'unknown' }] })
}

/** Says that something went wrong. Whoever guards the data is told at once, and their clock runs. */
export async function openBreach(work: Work, given: BreachOpen): Promise<Written> {
  const { id, what, noticedAt, happenedOn, data, codes, units, words } = given
  if (Date.parse(noticedAt) > work.now.getTime() + 600_000)
    throw new Problem('bad-request', { fields: [{ field: 'noticedAt', problem: 'in-the-future' }] })
  await needOwnUnits(work, units)
  const at = { org: work.actor.org, id }
  const { words: sealed = null } = await work.vault.seal(wordsOf(at), wordsPlace('breach', id), { words })
  await sql`
    insert into breach (org_id, id, opened_by, opened_at, what, noticed_at, happened_on, data, units, words, state)
    values (${at.org}, ${id}, ${work.actor.account}, ${work.now.toISOString()}, ${what}, ${noticedAt},
      ${happenedOn}::date, ${[...new Set(data)]}::text[], ${[...new Set(units)]}::uuid[], ${sealed}::bytea, 'open')`.execute(
    work.db,
  )
  await addCodes(work, at, codes)
  const clocks = await clocksInForce(work)
  const due = endsAt(noticedAt, hoursOf(clocks).assess)
  await sql`select breach_opened(${at.org}, ${id}, ${due}::timestamptz, ${clocks.version}::text)`.execute(
    work.db,
  )
  return { id, version: 1 }
}

/** Adds cases that were found to be touched as well. */
export async function addBreachCases(work: Work, at: CaseRef, { codes }: BreachCases): Promise<Written> {
  const { version } = await ledBreach(work, at, null)
  await addCodes(work, at, codes)
  return { id: at.id, version }
}
