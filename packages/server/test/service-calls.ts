import { randomUUID } from 'node:crypto'
import { dayOf } from '../src/platform/index.ts'

const today = dayOf(new Date())
const told = { happenedOn: today, outcome: 'given', why: null, sessions: 1, nextOn: null }

/** A session that a receiver gave, and the referral that it took on. */
export interface OwnGiven {
  readonly ownService: string
  readonly ownReferral: string
}

/** One request for each address of the services that receivers of a referral give. */
export const serviceCalls = {
  'cases.partnerServices': {},
  'services.give': { id: 'ownReferral', body: () => ({ id: randomUUID(), ...told }) },
  'services.change': {
    id: 'ownReferral',
    item: 'ownService',
    body: () => ({ base: 1, ...told, sessions: 2 }),
  },
} as const
