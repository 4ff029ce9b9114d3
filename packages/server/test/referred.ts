import { randomUUID } from 'node:crypto'
import type { ConsentsRecord } from '@setu/records/api'
import type { Part, ServiceType } from '@setu/vocabulary'
import { openCase } from '../src/protection/cases/open-case.ts'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { recordConsents } from '../src/protection/consents/record-consents.ts'
import { addNote } from '../src/protection/notes/note-store.ts'
import { sendReferral } from '../src/protection/referrals/send-referral.ts'
import { stepReferral } from '../src/protection/referrals/step-referral.ts'
import { consentFor, newCase } from './cases.ts'
import type { Person } from './world.ts'

type Purpose = ConsentsRecord['answers'][number]['purpose']

/** A case of this person with something in every part that a caseworker writes by hand. */
export async function openCaseOf(person: Person, canary: string): Promise<CaseRef> {
  const { org, id } = await person.as((work) => openCase(work, newCase(person, canary)))
  const file = { org, id }
  for (const kind of ['psychosocial', 'legal', 'contactAttempt', 'general'] as const) {
    await person.as((work) =>
      addNote(work, file, { id: randomUUID(), kind, happenedOn: work.today, words: `${canary}-${kind}` }),
    )
  }
  return file
}

export interface Referring {
  readonly service: ServiceType
  readonly purpose: Purpose
  readonly parts: readonly Part[]
  readonly note?: string
}

/** The consents and services under which each kind of work is referred to, at its widest. */
export const widest = {
  care: {
    service: 'shelter',
    purpose: 'shareService',
    parts: ['identity', 'contact', 'facts', 'protection', 'health'],
  },
  legal: {
    service: 'legalAid',
    purpose: 'shareLegalAid',
    parts: ['identity', 'contact', 'facts', 'health', 'legal'],
  },
  police: { service: 'policeLiaison', purpose: 'sharePolice', parts: ['identity', 'facts'] },
  livelihood: { service: 'vocationalTraining', purpose: 'shareService', parts: ['identity', 'contact'] },
} as const satisfies Record<string, Referring>

/** Records the survivor's yes and sends a referral that stands on it; answers the referral and its consent. */
export async function refer(
  from: Person,
  file: CaseRef,
  to: Person,
  { service, purpose, parts, note }: Referring,
): Promise<{ readonly referral: string; readonly consent: string; readonly version: number }> {
  const [consent] = await from.as((work) =>
    recordConsents(work, file, consentFor(work, to, purpose, [...parts])),
  )
  const referral = randomUUID()
  const { version } = await from.as((work) =>
    sendReferral(work, file, {
      command: randomUUID(),
      id: referral,
      to: { org: to.org, unit: to.unit },
      service,
      urgency: 'standard',
      ...(note === undefined ? {} : { note }),
    }),
  )
  if (consent === undefined) throw new TypeError('an answer that was not kept')
  return { referral, consent: consent.id, version }
}

/** The receiver takes it on; answers the referral's version after that. */
export async function accept(to: Person, org: string, referral: string, base: number): Promise<number> {
  const { version } = await to.as((work) =>
    stepReferral(
      work,
      { org, id: referral },
      { command: randomUUID(), base, to: 'accepted', conflict: 'none' },
    ),
  )
  return version
}
