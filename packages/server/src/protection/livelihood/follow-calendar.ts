import { caseRecords } from '@setu/records'
import { parsePlainDate, showsDanger } from '@setu/vocabulary'
import { dayOf, Problem, type Work, wrongField } from '../../platform/index.ts'
import { promiseHolder } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import {
  insertRecord,
  keptValues,
  partOf,
  type Row,
  rewrite,
  rowsOf,
  stateOf,
} from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { cancelAbout, hasOpen, promiseAll, promiseFor, settle, settleCase } from '../due/due-store.ts'
import { endOf, momentAfter, rulesInForce } from '../due/rules-in-force.ts'
import { contactNow } from './contact-store.ts'

const record = caseRecords.followUp

function pastDay(work: Work, values: Readonly<Record<string, unknown>>, field: string) {
  const day = parsePlainDate(String(values[field]))
  if (day === null || day > work.today) throw wrongField(field, 'not-yet')
  return day
}

/** A follow-up that somebody set themselves is promised by its day, and by the new one when it is moved. */
export async function promiseFollowUp(work: Work, { held, id, base, values }: Writing): Promise<void> {
  if (base > 0 && values['dueOn'] === undefined) return
  const day = parsePlainDate(String(values['dueOn']))
  if (day === null) throw wrongField('dueOn', 'missing')
  if (base > 0) await cancelAbout(work, id)
  const holder = await promiseHolder(work, held)
  await promiseFor(work, { org: held.org, caseId: held.id, about: id, kind: 'followUp', holder }, endOf(day))
}

/** The follow-ups of a case that still lie ahead. */
async function planned(work: Work, { held, id }: Stepped): Promise<Row[]> {
  return (await rowsOf(work, held, record)).filter((row) => row.id !== id && stateOf(row) === 'planned')
}

async function take(work: Work, { held }: Stepped, row: Row, to: string, more: Record<string, unknown>) {
  const values = await keptValues(work, held, record, row)
  await rewrite(work, held, record, row, { ...values, ...more }, to)
  work.touched({ org: held.org, caseId: held.id, part: partOf(record), did: 'wrote', record: row.id })
  await cancelAbout(work, row.id)
}

/** The calendar of follow-ups, counted from the day on which reintegration began; what stands there already stays. */
async function makeCalendar(work: Work, { held, values }: Stepped): Promise<void> {
  const begun = pastDay(work, values, 'begunOn')
  const rules = await rulesInForce(work)
  const there = (await rowsOf(work, held, record)).filter((row) => stateOf(row) !== 'dropped')
  const months = rules.clocks.outcomeMonths.filter((one) => !there.some((row) => row['months'] === one))
  const holder = await promiseHolder(work, held)
  const from = new Date(`${begun}T12:00:00+06:00`)
  for (const amount of months) {
    const allowed = { amount, unit: 'calendarMonths' } as const
    const id = work.freshId()
    const dueOn = dayOf(momentAfter(allowed, from, rules.calendar))
    await insertRecord(work, held, record, id, { months: amount, dueOn })
    work.touched({ org: held.org, caseId: held.id, part: partOf(record), did: 'wrote', record: id })
    const about = { org: held.org, caseId: held.id, about: id, holder, version: rules.clocks.version }
    await promiseAll(work, rules, [{ ...about, kind: 'followUp', allowed, from }])
  }
}

/** Reintegration that begins makes the calendar; one that did not hold takes what lies ahead of it back. */
export async function followReintegration(work: Work, stepped: Stepped): Promise<void> {
  const { held, id, to } = stepped
  if (to === 'begun') {
    const others = await rowsOf(work, held, caseRecords.reintegration)
    const under = others.find((row) => row.id !== id && stateOf(row) === 'begun')
    if (under) throw new Problem('exists-already', { about: { id: under.id } })
    await makeCalendar(work, stepped)
  }
  if (to !== 'broken') return
  for (const row of await planned(work, stepped))
    await take(work, stepped, row, 'dropped', { whyNot: 'notNeeded' })
  await promiseLook(work, stepped)
}

/** The risks are looked at soon: what was promised for later is brought forward by its event, else it is promised now. */
async function promiseLook(work: Work, { held }: Stepped): Promise<void> {
  if (await hasOpen(work, held, ['assessRisk', 'reassessRisk'])) return
  const rules = await rulesInForce(work)
  const { version, lookAfterEvent: allowed } = rules.clocks
  const holder = await promiseHolder(work, held)
  const about = { org: held.org, caseId: held.id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'reassessRisk', allowed }])
}

async function reached(work: Work, stepped: Stepped): Promise<void> {
  const { held, id, values } = stepped
  const day = pastDay(work, values, 'metOn')
  const signs = Array.isArray(values['signs']) ? values['signs'] : []
  if (signs.length === 0) throw wrongField('signs', 'missing')
  if (signs.includes('none') && signs.length > 1) throw wrongField('signs', 'contradicts')
  await settle(work, id, ['followUp'])
  await settleCase(work, held.id, ['tracePerson'])
  if (!showsDanger({ signs, safety: values['safety'], housing: values['housing'] })) return
  await happened(work, held, { kind: 'renewedDanger', part: partOf(record), on: day, record: id })
  await promiseLook(work, stepped)
}

/** Whoever was missed often enough is looked for safely. */
export async function countMissed(work: Work, held: Stepped['held']): Promise<void> {
  const rules = await rulesInForce(work)
  const contact = await contactNow(work, held)
  if (contact.missed < rules.clocks.missedBeforeTracing) return
  if (await hasOpen(work, held, ['tracePerson'])) return
  const { version, lookAfterEvent: allowed } = rules.clocks
  const holder = await promiseHolder(work, held)
  const about = { org: held.org, caseId: held.id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: 'tracePerson', allowed }])
}

async function missed(work: Work, { held, id, values }: Stepped): Promise<void> {
  pastDay(work, values, 'metOn')
  await settle(work, id, ['followUp'])
  await countMissed(work, held)
}

async function declined(work: Work, stepped: Stepped): Promise<void> {
  const { id, values } = stepped
  const metOn = pastDay(work, values, 'metOn')
  await settle(work, id, ['followUp'])
  if (values['declines'] !== 'allLater') return
  const due = typeof values['dueOn'] === 'string' ? values['dueOn'] : ''
  for (const row of await planned(work, stepped)) {
    if (String(row['due_on']) >= due)
      await take(work, stepped, row, 'declined', { metOn, declines: 'allLater' })
  }
}

/** What follows from a follow-up: a promise kept, a look at the risks, a search, or peace. */
export async function followFollowUp(work: Work, stepped: Stepped): Promise<void> {
  switch (stepped.to) {
    case 'reached':
      return reached(work, stepped)
    case 'notReached':
      return missed(work, stepped)
    case 'declined':
      return declined(work, stepped)
    default:
      return cancelAbout(work, stepped.id)
  }
}
