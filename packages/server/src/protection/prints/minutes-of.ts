import { caseRecords } from '@setu/records'
import type { ConferenceMinutes } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { codeOf } from '../cases/case-store.ts'
import { type CaseRef, openRow, type Row, rowsOf, stateOf } from '../cases/record-store.ts'
import { type Made, text } from './made.ts'

type Office = ConferenceMinutes['decisions'][number]['office']

/** The offices to which the case was referred, by the referral. */
async function officesOf(work: Work, file: CaseRef): Promise<ReadonlyMap<unknown, Office>> {
  const { rows } = await sql<{ id: string; en: string; bn: string }>`
    select r.id, o.name_en as en, o.name_bn as bn from referral r join organisation o on o.id = r.to_org
    where r.org_id = ${file.org} and r.case_id = ${file.id}`.execute(work.db)
  return new Map(rows.map(({ id, en, bn }) => [id, { en, bn }]))
}

const codesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'string') : []

const ofConference = (rows: readonly Row[], id: string) => rows.filter((row) => row['conference'] === id)

/** What was said and decided, as it stands today: of a conference that was held, and of no other. */
export async function minutesOf(work: Work, file: CaseRef, id: string): Promise<Made> {
  const { caseConference, conferenceGuest, conferenceDecision } = caseRecords
  const row = (await rowsOf(work, file, caseConference)).find((one) => one.id === id)
  if (row === undefined) throw new Problem('not-found')
  const heldOn = text(row['held_on'])
  if (stateOf(row) !== 'held' || heldOn === null) throw new Problem('step-not-possible')
  const words = await openRow(work, file, caseConference, row)
  const offices = await officesOf(work, file)
  const officeOf = (referral: unknown): Office => offices.get(referral) ?? null
  const asked = ofConference(await rowsOf(work, file, conferenceGuest), id)
  const guests = asked.filter((guest) => stateOf(guest) !== 'takenBack')
  const decisions: ConferenceMinutes['decisions'] = []
  let unopened = ['agenda', 'ownViews', 'minutes'].some((name) => !(name in words))
  for (const decision of ofConference(await rowsOf(work, file, conferenceDecision), id)) {
    const said = await openRow(work, file, conferenceDecision, decision)
    unopened ||= !('words' in said)
    decisions.push({
      words: text(said['words']),
      owner: text(decision['owner']),
      office: officeOf(decision['referral']),
      dueOn: text(decision['due_on']),
      state: stateOf(decision),
    })
  }
  const paper: ConferenceMinutes = {
    kind: 'conferenceMinutes',
    heldOn,
    reason: text(row['reason']),
    means: text(row['means']),
    topics: codesIn(row['topics']),
    agenda: text(words['agenda']),
    wish: text(row['wish']),
    views: text(words['ownViews']),
    minutes: text(words['minutes']),
    guests: guests.map((guest) => ({
      post: text(guest['post']),
      office: officeOf(guest['referral']),
      state: stateOf(guest),
    })),
    decisions: decisions.toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')),
  }
  return { paper, code: (await codeOf(work, file)) ?? '', read: ['narrative'], unopened }
}
