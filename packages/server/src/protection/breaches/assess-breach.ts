import type { BreachAssess, Written } from '@setu/records/api'
import { parsePlainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf, Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { settle } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { clocksInForce, endsAt, fileRows, hoursOf, ledBreach, wordsOf, wordsPlace } from './breach-store.ts'
import { mustTell } from './tell.ts'

interface Until {
  readonly due: Date
  readonly rule: string
}

/** Until when survivors are told: by rule, or, where none is laid down, by the day that a person chose. */
async function survivorsUntil(work: Work, noticedAt: string, tellBy: string | null): Promise<Until> {
  const clocks = await clocksInForce(work)
  const byRule = endsAt(noticedAt, hoursOf(clocks).survivor)
  if (byRule !== null) return { due: new Date(byRule), rule: clocks.version }
  const day = tellBy === null ? null : parsePlainDate(tellBy)
  if (day === null) throw new Problem('bad-request', { fields: [{ field: 'tellBy', problem: 'required' }] })
  return { due: endOf(day), rule: 'person' }
}

async function tellSurvivors(work: Work, { org, id }: CaseRef, { due, rule }: Until): Promise<void> {
  const { rows } = await sql<{ org: string; caseId: string; task: string }>`
    select case_org as org, case_id as "caseId", task
    from breach_tell_survivors(${org}, ${id}, ${due.toISOString()}::timestamptz, ${dayOf(due)}::date, ${rule}::text)`.execute(
    work.db,
  )
  for (const { org: of, caseId, task } of rows)
    work.touched({ org: of, caseId, part: 'status', did: 'wrote', record: task, reason: 'dataProtection' })
}

/**
 * Judges the risk to people. From a risk on, the authority and the organisations whose cases these are must be
 * told or said why not; at a high risk every person concerned, by their own caseworker.
 */
export async function assessBreach(work: Work, at: CaseRef, given: BreachAssess): Promise<Written> {
  const row = await ledBreach(work, at, given.base)
  const sealed = await work.vault.seal(wordsOf(at), wordsPlace('breach', at.id), { assessment: given.words })
  await sql`
    update breach set state = 'assessed', risk = ${given.risk}, reasons = ${[...new Set(given.reasons)]}::text[],
      assessment = ${sealed['assessment']}::bytea, assessed_at = ${work.now.toISOString()}, assessed_by = ${work.actor.account},
      version = version + 1
    where org_id = ${at.org} and id = ${at.id}`.execute(work.db)
  await settle(work, at.id, ['assessBreach'])
  if (given.risk !== 'none') {
    await mustTell(work, row, { whom: 'regulator', org: null, due: null })
    const owners = new Set((await fileRows(work, at)).flatMap(({ owner }) => owner ?? []))
    for (const org of owners)
      if (org !== at.org) await mustTell(work, row, { whom: 'partner', org, due: null })
  }
  if (given.risk === 'high' && (await fileRows(work, at)).some(({ id }) => id !== null))
    await tellSurvivors(work, at, await survivorsUntil(work, row.noticedAt, given.tellBy))
  work.because('dataProtection')
  return { id: at.id, version: row.version + 1 }
}
