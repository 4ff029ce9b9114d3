import type { HearingKeep, Written } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { reckonAlerts } from '../alerts/reckon-alerts.ts'
import {
  criminalHolder,
  needCourt,
  needOpened,
  needToWrite,
  wrote,
} from '../criminal-cases/criminal-store.ts'
import { hearingPlace } from './hearing-store.ts'

/** No court sets a day further ahead than this; a later one is a slip of the keys. */
const furthestDay = 1100

function needSense(work: Work, given: HearingKeep): void {
  const { standing, on, why, asker, next, witnesses } = given
  if (standing !== 'set' && on > work.today) throw wrongField('on', 'in-the-future')
  if (on > addDays(work.today, furthestDay)) throw wrongField('on', 'too-far')
  if ((standing === 'adjourned') !== (why !== null && asker !== null)) throw new Problem('reason-needed')
  if (standing === 'set' && (next !== null || witnesses?.some(({ day }) => day !== 'summoned')))
    throw wrongField('standing', 'not-yet-held')
  if (next !== null && (next.on <= on || next.on > addDays(work.today, furthestDay)))
    throw wrongField('next', 'not-after')
}

/** Writes a day in court down: held or put off, who asked, which witnesses came, and the next day where one was set. */
export async function keepHearing(work: Work, at: CriminalRef, given: HearingKeep): Promise<Written> {
  await needToWrite(work, at, 'hearings')
  needSense(work, given)
  await needCourt(work, given.court, 'court')
  const { orders } = await work.vault.seal(criminalHolder(at, 'orders'), hearingPlace(given.id), {
    orders: given.orders,
  })
  wrote(work, at, 'hearings', given.id)
  const version =
    given.base === 0 ? await add(work, at, given, orders) : await correct(work, at, given, orders)
  if (given.witnesses !== undefined) await keepWitnesses(work, at, given.id, given.witnesses)
  if (given.next !== null) {
    const { id, on, purpose } = given.next
    await add(work, at, { ...given, id, on, purpose, standing: 'set', why: null, asker: null }, undefined)
  }
  await reckonAlerts(work, at)
  return { id: given.id, version }
}

async function keepWitnesses(
  work: Work,
  at: CriminalRef,
  hearing: string,
  witnesses: NonNullable<HearingKeep['witnesses']>,
): Promise<void> {
  await sql`delete from hearing_witness where org_id = ${at.org} and hearing_id = ${hearing}`.execute(work.db)
  await sql`
    insert into hearing_witness (org_id, hearing_id, place, case_id, kind, day_code)
    select ${at.org}::uuid, ${hearing}::uuid, w.place, ${at.id}::uuid, w.kind, w.day
    from json_to_recordset(${JSON.stringify(witnesses)}::json) as w (place integer, kind text, day text)`.execute(
    work.db,
  )
}

async function add(
  work: Work,
  at: CriminalRef,
  given: HearingKeep,
  orders: Buffer | undefined,
): Promise<number> {
  const { org, account } = work.actor
  const { rows } = await sql`
    insert into hearing (org_id, id, case_id, court_id, held_on, purpose, standing, why, asker, orders, account_org, account_id, at)
    values (${at.org}, ${given.id}, ${at.id}, ${given.court}, ${given.on}, ${given.purpose}, ${given.standing}, ${given.why},
      ${given.asker}, ${orders ?? null}, ${org}, ${account}, now())
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return 1
}

interface HeldHearing {
  readonly version: number
  readonly standing: string
  readonly orders: Buffer | null
}

async function correct(
  work: Work,
  at: CriminalRef,
  given: HearingKeep,
  orders: Buffer | undefined,
): Promise<number> {
  const { rows: held } = await sql<HeldHearing>`
    select version, standing, orders from hearing where org_id = ${at.org} and case_id = ${at.id} and id = ${given.id} for update`.execute(
    work.db,
  )
  const [before] = held
  if (before === undefined) throw new Problem('not-found')
  if (before.version !== given.base)
    throw new Problem('stale', {
      current: { version: before.version, values: { standing: before.standing } },
    })
  // What has been in court was in court; it is corrected, and not undone.
  if (before.standing !== 'set' && given.standing === 'set') throw new Problem('step-not-possible')
  if (given.orders !== undefined)
    await needOpened(work, at, hearingPlace(given.id), { column: 'orders', value: before.orders })
  const kept = given.orders === undefined ? sql`` : sql`orders = ${orders ?? null},`
  await sql`
    update hearing set version = version + 1, court_id = ${given.court}, held_on = ${given.on}, purpose = ${given.purpose},
      standing = ${given.standing}, why = ${given.why}, asker = ${given.asker}, ${kept}
      account_org = ${work.actor.org}, account_id = ${work.actor.account}, at = now()
    where org_id = ${at.org} and id = ${given.id}`.execute(work.db)
  return before.version + 1
}
