import type { BreachTelling, BreachToldNow, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { settle } from '../due/due-store.ts'
import {
  clocksInForce,
  endsAt,
  hoursOf,
  ledBreach,
  type TellingRow,
  tellingRows,
  wordsOf,
  wordsPlace,
} from './breach-store.ts'

type Asked = Pick<BreachTelling, 'whom' | 'org' | 'due'> & { readonly id?: string }

const dutyOf = { regulator: 'tellRegulator', partner: 'tellPartner' } as const

/** The unit by which a promise of this person is held. */
function seatOf(work: Work): string {
  const unit = work.actor.units[0]?.unit
  if (unit === undefined) throw new Problem('not-for-you')
  return unit
}

/** Writes down that somebody must be told; once each, and with an end where a rule or a person gives one. */
export async function mustTell(
  work: Work,
  { org, id, noticedAt }: CaseRef & { readonly noticedAt: string },
  asked: Asked,
): Promise<string | null> {
  const clocks = await clocksInForce(work)
  const byRule = endsAt(noticedAt, hoursOf(clocks)[asked.whom])
  const due = byRule ?? asked.due
  const telling = asked.id ?? work.freshId()
  const { numAffectedRows } = await sql`
    insert into breach_telling (org_id, id, breach_id, whom, to_org, due_at, made_by, made_at)
    values (${org}, ${telling}, ${id}, ${asked.whom}, ${asked.org}::uuid, ${due}::timestamptz, ${work.actor.account},
      ${work.now.toISOString()})
    on conflict do nothing`.execute(work.db)
  if (numAffectedRows !== 1n) return null
  if (due !== null)
    await sql`
      insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (${org}, ${work.freshId()}, ${telling}, ${dutyOf[asked.whom]}, ${byRule === null ? 'person' : clocks.version},
        ${noticedAt}, ${due}, ${org}, ${seatOf(work)}, ${work.actor.account})`.execute(work.db)
  return telling
}

/** Adds somebody who is to be told as well. */
export async function addTelling(work: Work, at: CaseRef, given: BreachTelling): Promise<Written> {
  const row = await ledBreach(work, at, null)
  if ((given.whom === 'partner') !== (given.org !== null) || given.org === at.org)
    throw new Problem('bad-request', { fields: [{ field: 'org', problem: 'not-a-partner' }] })
  const made = await mustTell(work, row, given)
  if (made === null) throw new Problem('exists-already')
  return { id: made, version: 1 }
}

function needPossible({ whom, toldAt, notNeeded }: TellingRow, at: string | null): void {
  // That a survivor was told is for the caseworker to say, by doing the task.
  if (toldAt !== null || notNeeded !== null || (whom === 'survivor' && at !== null))
    throw new Problem('step-not-possible')
}

/** Writes down that somebody was told, or why they are not. */
export async function saidTold(
  work: Work,
  at: CaseRef,
  item: string,
  given: BreachToldNow,
): Promise<Written> {
  await ledBreach(work, at, null)
  const row = (await tellingRows(work, at)).find(({ id }) => id === item)
  if (!row) throw new Problem('not-found')
  if (row.version !== given.base)
    throw new Problem('stale', {
      current: { version: row.version, values: { toldAt: row.toldAt, notNeeded: row.notNeeded } },
    })
  if ((given.at === null) === (given.notNeeded === null))
    throw new Problem('bad-request', { fields: [{ field: 'notNeeded', problem: 'one-of-both' }] })
  needPossible(row, given.at)
  const { words = null } = await work.vault.seal(wordsOf(at), wordsPlace('breach_telling', item), {
    words: given.words,
  })
  await sql`
    update breach_telling set told_at = ${given.at}::timestamptz, told_by = ${work.actor.account}, not_needed = ${given.notNeeded},
      words = ${words}::bytea, version = version + 1
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  await settle(work, item, ['tellRegulator', 'tellPartner'])
  if (row.whom === 'survivor') await sql`select breach_not_told(${at.org}, ${item})`.execute(work.db)
  if (row.whom === 'partner' && given.at !== null)
    await sql`select breach_tell_partner(${at.org}, ${item})`.execute(work.db)
  return { id: item, version: row.version + 1 }
}
