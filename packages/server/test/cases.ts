import { randomUUID } from 'node:crypto'
import type { CaseOpen, ConsentsRecord } from '@setu/records/api'
import { addMonths, plainDate } from '@setu/vocabulary'
import type { Work } from '../src/platform/index.ts'
import type { Person } from './world.ts'

/** A case to open, with a canary in every sealed field so that a leak shows. */
export function newCase(person: Person, canary: string): CaseOpen {
  return {
    command: randomUUID(),
    id: randomUUID(),
    unit: person.unit,
    urgency: 'standard',
    conflict: 'none',
    identity: { name: `${canary}-name`, father: `${canary}-father`, identityNumber: `${canary}-id` },
    contact: { safeWay: `${canary}-way`, mobile: '+8801700000000' },
    facts: {
      ageBand: '25-29',
      ageCertainty: 'stated',
      sex: 'female',
      language: 'bn',
      homeDistrict: 'BD4041',
      exploitation: ['ForcedLabour'],
    },
    narrative: { ownWords: `${canary}-words` },
  }
}

/** The answers that let a unit of another organisation have some parts. */
export function consentFor(
  work: Pick<Work, 'today'>,
  to: Person,
  purpose: ConsentsRecord['answers'][number]['purpose'],
  parts: ConsentsRecord['answers'][number]['parts'],
): ConsentsRecord {
  const today = plainDate(work.today)
  return {
    command: randomUUID(),
    givenOn: today,
    medium: 'spoken',
    language: 'bn',
    textVersion: '2026-01',
    interpreter: false,
    guardianAgreed: null,
    answers: [
      {
        id: randomUUID(),
        purpose,
        parts,
        recipient: { org: to.org, unit: to.unit },
        answer: 'given',
        validUntil: addMonths(today, 6),
      },
    ],
  }
}
