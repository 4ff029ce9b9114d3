import { addDays } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf } from '../platform/index.ts'
import {
  type CaseRef,
  chooseTexts,
  handTexts,
  readTexts,
  type Sending,
  stepRecord,
  writeRecord,
} from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

interface Found extends CaseRef {
  readonly contact: string | null
  readonly version: number
}

/** A made-up number: no telephone of Bangladesh has one that ends in so many noughts. */
const number = '01700 000000'

/**
 * One survivor with a window of her own chose texts: one went out before she came yesterday, into a folder where a visitor
 * may look at it, and the next is to go out before she comes again.
 */
export async function tellPastTexts(
  { node, troupe, directory, draws, now }: Setting,
  sending: Sending,
): Promise<void> {
  const worker = directory.person('asha')
  const days = (many: number) => new Date(now.getTime() + many * 24 * hour)
  const on = (many: number, time: string) => new Date(`${addDays(dayOf(now), many)}T${time}:00+06:00`)
  const act = (at: Date, action: string, run: Parameters<typeof troupe.as>[3]) =>
    troupe.as(worker, at, action, run)
  const found: Found[] = []
  await act(days(-4.9), 'cases.list', async (work) => {
    const { rows } = await sql<Found>`
      select s.org_id as org, s.case_id as id, p.id as contact, coalesce(p.version, 0) as version
      from case_slot s join case_assignment a on a.org_id = s.org_id and a.case_id = s.case_id
      left join person_contact p on p.org_id = s.org_id and p.case_id = s.case_id
      where a.account_id = ${worker.account} and a.ended_at is null
      order by (select count(*) from consent k where k.org_id = s.org_id and k.case_id = s.case_id and k.state = 'given'
        and k.recipient_unit is not null) desc, s.issued_at, s.case_id limit 1`.execute(work.db)
    found.push(...rows)
  })
  const [file] = found
  if (!file) return
  const write = (
    at: Date,
    record: Parameters<typeof writeRecord>[2],
    id: string,
    base: number,
    values: object,
  ) =>
    act(at, 'cases.writeRecord', async (work) => {
      await writeRecord(work, file, record, { id, base, values: { ...values } })
    })
  const step = (at: Date, record: 'safetyPlan' | 'appointment', item: string, base: number, to: string) =>
    act(at, 'cases.stepRecord', async (work) => {
      await stepRecord(work, file, { record, item }, { base, to, values: {} })
    })
  await write(days(-4.8), 'personContact', file.contact ?? draws.id(), file.version, {
    mayLeaveMessage: true,
  })
  const plan = draws.id()
  const agreed = { channels: ['ownMessage', 'trusted'], keptBy: 'memory', agreedOn: dayOf(days(-4.7)) }
  await write(days(-4.7), 'safetyPlan', plan, 0, agreed)
  await step(days(-4.7), 'safetyPlan', plan, 1, 'inForce')
  let chosen = false
  await act(days(-4.6), 'texts.choose', async (work) => {
    if (!(await readTexts(work, file)).mayChoose) return
    await chooseTexts(work, file, { number, wording: 'asAgreed', language: 'bn', seen: null })
    chosen = true
  })
  if (!chosen) return
  for (const many of [-1, 1]) {
    const id = draws.id()
    const at = on(many, '10:30').toISOString()
    await write(days(-4.5), 'appointment', id, 0, { at, place: 'agreedPlace', channel: 'ownMessage' })
    await step(days(-4.4), 'appointment', id, 1, 'agreed')
    if (many > 0) continue
    for (const time of ['10:00', '18:00']) {
      node.engine.tellTime?.(on(many - 1, time))
      await handTexts(node.engine, () => on(many - 1, time), sending)
    }
    await step(on(many, '11:00'), 'appointment', id, 2, 'kept')
  }
}
