import { randomUUID } from 'node:crypto'
import { type CaseRecordName, caseRecords, type Field, fieldsOf, type RecordType } from '@setu/records'
import type { CaseOpen, ConsentsRecord } from '@setu/records/api'
import { addMonths, codesOf, noteKinds, type PlainDate } from '@setu/vocabulary'
import { checkRequirement } from '../src/protection/cases/change-state.ts'
import { openCase } from '../src/protection/cases/open-case.ts'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { writeRecord } from '../src/protection/cases/write-record.ts'
import { giveRightsNotice } from '../src/protection/consents/give-rights-notice.ts'
import { recordConsents } from '../src/protection/consents/record-consents.ts'
import { addDocument } from '../src/protection/documents/add-document.ts'
import { addTask } from '../src/protection/due/tasks.ts'
import { addNote } from '../src/protection/notes/note-store.ts'
import { pictureWith } from './papers.ts'
import type { Person } from './world.ts'

/** What stands elsewhere, and may be pointed to only where it is. */
const elsewhere: readonly string[] = ['serviceOffer', 'budgetLine', 'caseDocument', 'referral']

/** A value that a field takes; where words or digits fit, they carry the canary. */
function sampleOf(field: Field, canary: string): unknown {
  switch (field.kind) {
    case 'text':
      return canary.slice(0, field.most)
    case 'phone':
      return `+8801${[...canary].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7)}`.padEnd(
        14,
        '7',
      )
    case 'email':
      return `${canary}@example.org`
    case 'day':
      return '2026-01-02'
    case 'partialDate':
      return '1999-04'
    case 'moment':
      return '2026-01-02T03:04:05Z'
    case 'number':
      return Math.min(field.most, Math.max(field.least, 3))
    case 'money':
      return 12_345
    case 'yesNo':
      return true
    case 'code':
      return codesOf(field.from)[0]
    case 'codes':
      return codesOf(field.from).slice(0, 2)
    case 'language':
      return 'bn'
    case 'country':
      return 'BD'
    case 'countries':
      return ['BD']
    case 'place':
      return 'BD4041'
    case 'link':
      return field.to in caseRecords || elsewhere.includes(field.to) ? null : randomUUID()
  }
}

/** Every field of a record filled in, sealed ones with a canary that names the field. */
function sampleRecord(record: RecordType, canary: string): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(record).map(([key, field]) => [
      key,
      sampleOf(field, field.reach === 'sealed' ? `${canary}-${record.name}-${key}` : 'plain'),
    ]),
  )
}

const inOpening = ['personIdentity', 'personContact', 'caseFacts', 'caseNarrative'] as const
const afterwards = (Object.keys(caseRecords) as CaseRecordName[]).filter(
  (name) => !inOpening.some((one) => one === name),
)

/** What a caseworker sends to open a case with everything that the form asks. */
function fullOpening(unit: string, canary: string): CaseOpen {
  const [identity, contact, facts, narrative] = inOpening.map((name) =>
    sampleRecord(caseRecords[name], canary),
  )
  return {
    command: randomUUID(),
    id: randomUUID(),
    unit,
    urgency: 'standard',
    conflict: 'none',
    ...(identity && contact && narrative ? { identity, contact, narrative } : {}),
    facts: { ...facts, ageBand: '25-29', ageCertainty: 'stated' },
  }
}

/** What some records take no other value for. */
const needed: Partial<Record<CaseRecordName, Record<string, unknown>>> = {
  courtLink: { criminalCode: 'CC-222-222' },
  courtTold: { criminalCode: 'CC-222-222' },
}

/** A case with every record, every kind of note, a paper, a task, a check, a notice and the consent to tracing. */
export async function openFullCase(person: Person, canary: string): Promise<CaseRef> {
  const { org, id } = await person.as((work) => openCase(work, fullOpening(person.unit, canary)))
  const file = { org, id }
  await person.as((work) => recordConsents(work, file, agreed(work.today, { purpose: 'contact' })))
  for (const name of afterwards) {
    const values = { ...sampleRecord(caseRecords[name], canary), ...needed[name] }
    const write = { id: randomUUID(), base: 0, values }
    await person.as((work) => writeRecord(work, file, name, write))
  }
  const tracing = { purpose: 'familyContact', recipientWords: `${canary}-her-mother` } as const
  await person.as((work) => recordConsents(work, file, agreed(work.today, tracing)))
  for (const kind of codesOf(noteKinds)) {
    const words = `${canary}-note-${kind}`
    await person.as((work) => addNote(work, file, { id: randomUUID(), kind, happenedOn: work.today, words }))
  }
  const picture = (await pictureWith(`${canary}-camera`)).toString('base64')
  const paper = { kind: 'courtOrder', issuedOn: null, words: `${canary}-paper`, file: picture } as const
  await person.as((work) => addDocument(work, file, { id: randomUUID(), ...paper }))
  await person.as(async (work) => {
    const account = person.account
    await addTask(work, file, { id: randomUUID(), kind: 'followUp', account, dueOn: work.today })
    await checkRequirement(work, file, { id: randomUUID(), requirement: 'immediateSafety', answer: 'done' })
    const told = { givenOn: work.today, means: 'readAloud', language: 'bn', textVersion: '2026-01' } as const
    await giveRightsNotice(work, file, { id: randomUUID(), ...told, understood: true })
  })
  return file
}

type Answer = ConsentsRecord['answers'][number]

/** The survivor agrees to something; no office is named. */
function agreed(
  today: PlainDate,
  given: Pick<Answer, 'purpose'> & Partial<Pick<Answer, 'recipientWords'>>,
): ConsentsRecord {
  return {
    command: randomUUID(),
    givenOn: today,
    medium: 'spoken',
    language: 'bn',
    textVersion: '2026-01',
    interpreter: false,
    guardianAgreed: true,
    answers: [
      {
        id: randomUUID(),
        parts: [],
        recipient: null,
        ...given,
        answer: 'given',
        validUntil: addMonths(today, 6),
      },
    ],
  }
}
