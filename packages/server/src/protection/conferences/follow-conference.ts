import { caseRecords } from '@setu/records'
import { conferenceTopics, parsePlainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { type CaseRef, rowsOf } from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { settle } from '../due/due-store.ts'
import { promiseAnew } from '../plans/promise-anew.ts'

type Values = Readonly<Record<string, unknown>>

/** The parts of the case that a conference speaks of. */
function partsSpokenOf(topics: unknown): string[] {
  const named: readonly unknown[] = Array.isArray(topics) ? topics : []
  const parts = conferenceTopics.entries.filter(({ code }) => named.includes(code)).map(({ part }) => part)
  return [...new Set(parts)]
}

interface Hearer {
  readonly purpose: string
  readonly goesOn: boolean
  /** What the survivor agreed that this office may be told, today. */
  readonly parts: readonly string[]
}

async function hearerOf(work: Work, file: CaseRef, referral: string): Promise<Hearer | null> {
  const { rows } = await sql<Hearer>`
    select r.purpose, r.state in ('accepted', 'serviceStarted') as "goesOn",
      array(select distinct p from consent k cross join unnest(k.parts) p
        where k.org_id = r.org_id and k.case_id = r.case_id and k.recipient_unit = r.to_unit and k.purpose = r.purpose
          and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= ${work.today}::date) as parts
    from referral r where r.org_id = ${file.org} and r.case_id = ${file.id} and r.id = ${referral}`.execute(
    work.db,
  )
  return rows[0] ?? null
}

function needAgreed({ purpose, parts }: Pick<Hearer, 'purpose' | 'parts'>, spoken: readonly string[]): void {
  const missing = spoken.filter((part) => !parts.includes(part))
  if (missing.length > 0)
    throw new Problem('consent-missing', { about: { purpose, parts: missing.join(' ') } })
}

/** Nobody hears at a table what they may not read: an office is asked only to what the survivor agreed to tell it. */
async function needMayHear(work: Work, file: CaseRef, { conference, referral }: Values): Promise<void> {
  if (typeof referral !== 'string') return
  const hearer = await hearerOf(work, file, referral)
  if (hearer === null || !hearer.goesOn) throw wrongField('referral', 'not-going-on')
  const meeting = (await rowsOf(work, file, caseRecords.caseConference)).find(({ id }) => id === conference)
  const parts = partsSpokenOf(meeting?.['topics'])
  if (parts.length === 0) throw wrongField('topics', 'missing')
  needAgreed(hearer, parts)
}

/** An invitation is of somebody, by post or by referral, who may hear what is spoken of. */
export async function needGuestInOrder(work: Work, { held, base, values }: Writing): Promise<void> {
  if (base > 0) return
  const { post = null, referral = null } = values
  if ((post === null) === (referral === null)) throw wrongField('post', 'one-of-both')
  await needMayHear(work, held, values)
}

/** What is heard, or was: who came to a table stays at it. */
const atTheTable: ReadonlySet<unknown> = new Set(['invited', 'came'])

/** A conference says what it speaks of, and speaks of more only where everybody who was asked may hear it. */
export async function needConferenceInOrder(work: Work, { held, id, base, values }: Writing): Promise<void> {
  if (base === 0 && (values['plannedOn'] ?? null) === null) throw wrongField('plannedOn', 'missing')
  if (base > 0 && !('topics' in values)) return
  const parts = partsSpokenOf(values['topics'])
  if (parts.length === 0) throw wrongField('topics', 'missing')
  for (const guest of await rowsOf(work, held, caseRecords.conferenceGuest)) {
    if (guest['conference'] !== id || !atTheTable.has(guest['state'])) continue
    if (typeof guest['referral'] !== 'string') continue
    const hearer = await hearerOf(work, held, guest['referral'])
    needAgreed(hearer ?? { purpose: 'shareService', parts: [] }, parts)
  }
}

/** The day of a conference is promised to be kept. */
export async function followConferenceWritten(work: Work, { held, id, values }: Writing): Promise<void> {
  const day = parsePlainDate(String(values['plannedOn']))
  if (day !== null) await promiseAnew(work, held, { id, kind: 'holdConference', day })
}

/** What was held is over by then, and its promise is kept; one that is not held is promised no more. */
export async function followConference(work: Work, { id, to, values }: Stepped): Promise<void> {
  if (to === 'held' && String(values['heldOn']) > work.today) throw wrongField('heldOn', 'not-yet')
  await settle(work, id, ['holdConference'])
}

/** Somebody who came heard what was said: they may, still on that day. */
export async function followInvitation(work: Work, { held, to, values }: Stepped): Promise<void> {
  if (to === 'came') await needMayHear(work, held, values)
}

/** A decision has an owner and a day. */
export async function needDecisionInOrder(_work: Work, { base, values }: Writing): Promise<void> {
  const missing = base > 0 ? [] : ['owner', 'dueOn'].filter((key) => (values[key] ?? null) === null)
  if (missing.length > 0)
    throw new Problem('bad-request', { fields: missing.map((field) => ({ field, problem: 'missing' })) })
  await Promise.resolve()
}

/** What was decided is promised by its day. What another office carries out, the caseworker asks after. */
export async function followDecisionWritten(work: Work, { held, id, values }: Writing): Promise<void> {
  const kept = (await rowsOf(work, held, caseRecords.conferenceDecision)).find((row) => row.id === id)
  const day = parsePlainDate(String(kept?.['due_on']))
  if (day !== null && ('dueOn' in values || 'owner' in values))
    await promiseAnew(work, held, { id, kind: 'carryOut', day, owner: kept?.['owner'] })
}

export async function followDecision(work: Work, { id, values: { doneOn } }: Stepped): Promise<void> {
  if (typeof doneOn === 'string' && doneOn > work.today) throw wrongField('doneOn', 'not-yet')
  await settle(work, id, ['carryOut'])
}
