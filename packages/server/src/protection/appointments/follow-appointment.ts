import { caseRecords } from '@setu/records'
import { addDays } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf, Problem, type Work, wrongField } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { insertRecord, partOf, rowsOf, stateOf } from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { cancelAbout, promiseFor, settle, settleCase } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { countMissed } from '../livelihood/follow-calendar.ts'

const record = caseRecords.appointment
const rule = 'appointment'

type Values = Readonly<Record<string, unknown>>

function momentIn(values: Values, field: string): Date {
  const { [field]: given } = values
  const at = new Date(typeof given === 'string' ? given : Number.NaN)
  if (Number.isNaN(at.getTime())) throw wrongField(field, 'missing')
  return at
}

/** The appointment is promised by its time; where a reminder is wanted, a person is to give it by the end of the day before. */
async function promise(work: Work, held: CaseFile, id: string, at: Date, reminds: boolean): Promise<void> {
  const holder = await promiseHolder(work, held)
  const about = { org: held.org, caseId: held.id, about: id, holder }
  await promiseFor(work, { ...about, kind: 'meetSurvivor' }, at, rule)
  const before = addDays(dayOf(at), -1)
  if (reminds && before >= work.today)
    await promiseFor(work, { ...about, kind: 'remindSurvivor' }, endOf(before), rule)
}

/**
 * An appointment that is set is promised, and promised anew when its time or the way of reminding changes. One that was
 * agreed to has its time: another one is another appointment.
 */
export async function promiseAppointment(work: Work, { held, id, base, values }: Writing): Promise<void> {
  const row = (await rowsOf(work, held, record)).find((one) => one.id === id)
  if (row === undefined) throw new Problem('not-found')
  if (base > 0) {
    if ('remindedOn' in values) await settle(work, id, ['remindSurvivor'])
    if (!('at' in values || 'channel' in values)) return
    if ('at' in values && stateOf(row) !== 'proposed') throw new Problem('record-settled')
    await cancelAbout(work, id)
    await sql`update appointment set answer = null where org_id = ${held.org} and id = ${id}`.execute(work.db)
  }
  await promise(work, held, id, momentIn(row, 'at'), row['channel'] !== null)
}

/** Another day is an appointment of its own, with the same words; the survivor is asked again. */
async function move(work: Work, { held, id, values }: Stepped): Promise<void> {
  await cancelAbout(work, id)
  const at = momentIn(values, 'newAt')
  const { place, words, channel } = values
  const next = work.freshId()
  await insertRecord(work, held, record, next, { at: at.toISOString(), place, words, channel })
  work.touched({ org: held.org, caseId: held.id, part: partOf(record), did: 'wrote', record: next })
  await happened(work, held, { kind: 'appointmentSet', part: partOf(record), record: next })
  await promise(work, held, next, at, typeof channel === 'string')
}

/** Nothing has become of a day that has not come. */
function needBehind(work: Work, values: Values): void {
  if (dayOf(momentIn(values, 'at')) > work.today) throw wrongField('at', 'not-yet')
}

/** What follows from an appointment: the promise is kept, a miss counts as one of contact, another day is set. */
export async function followAppointment(work: Work, stepped: Stepped): Promise<void> {
  const { held, id, to, values } = stepped
  switch (to) {
    case 'kept':
      needBehind(work, values)
      await settle(work, id, ['meetSurvivor'])
      await cancelAbout(work, id)
      return settleCase(work, held.id, ['tracePerson'])
    case 'missed':
      needBehind(work, values)
      await settle(work, id, ['meetSurvivor'])
      await cancelAbout(work, id)
      return values['whyNot'] === 'ourSide' ? undefined : countMissed(work, held)
    case 'moved':
      return move(work, stepped)
    case 'cancelled':
      return cancelAbout(work, id)
    default:
      return
  }
}
