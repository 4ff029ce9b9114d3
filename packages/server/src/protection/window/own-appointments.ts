import type { OwnAnswer, OwnAppointments } from '@setu/records/api'
import { sql } from 'kysely'
import { type OwnWork, Problem } from '../../platform/index.ts'
import { openOwnValues } from './own-open.ts'

type Row = Omit<OwnAppointments['items'][number], 'words'> & {
  readonly version: number
  readonly words: Buffer | null
}

/** Her appointments, in the words that she agreed to. */
export async function ownAppointmentsOf(work: OwnWork): Promise<OwnAppointments> {
  const { rows } = await sql<Row>`
    select id, version, state, at, place, answer, words from own_appointments()`.execute(work.db)
  const sealed = rows.flatMap(({ id, version, words }) =>
    words === null ? [] : [{ place: 'appointment', id, version, field: 'words', sealed: words }],
  )
  const opened = new Map(
    (await openOwnValues(work, 'narrative', sealed)).map(({ id, value }) => [id, String(value)]),
  )
  work.touched({ part: 'narrative', did: 'read' })
  return {
    items: rows.map(({ id, state, at, place, answer }) => ({
      id,
      state,
      at,
      place,
      answer,
      words: opened.get(id) ?? null,
    })),
  }
}

/** Her answer to one of them; a no calls it off at once. */
export async function answerOwnAppointment(work: OwnWork, { id, answer }: OwnAnswer): Promise<void> {
  const { rows } = await sql<{ outcome: string }>`
    select own_answer_appointment(${id}, ${answer}) as outcome`.execute(work.db)
  const [done] = rows
  if (done === undefined || done.outcome === 'gone') throw new Problem('not-found')
  if (done.outcome === 'over') throw new Problem('record-settled')
  work.touched({ part: 'narrative', did: 'wrote', record: id })
}
