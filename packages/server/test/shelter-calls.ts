import { randomUUID } from 'node:crypto'
import { addMonths } from '@setu/vocabulary'
import { dayOf } from '../src/platform/index.ts'
import { serviceCalls } from './service-calls.ts'

const today = dayOf(new Date())
const later = addMonths(today, 5)

interface Of {
  readonly org: string
  readonly case: string
}

/** One request for each address of homes and the stays in them, and of the other services that receivers give. */
export const shelterCalls = {
  ...serviceCalls,
  'shelter.homes': {},
  'shelter.setPlaces': {
    id: 'service',
    body: () => ({ base: 1, groups: [{ who: 'women', places: 4, others: 1 }] }),
  },
  'shelter.receive': {
    id: 'service',
    body: ({ org, case: id }: Of) => ({ id: randomUUID(), of: { org, id }, placeFor: 'women' }),
  },
  'shelter.step': {
    id: 'service',
    item: 'stay',
    body: ({ org }: Of) => ({
      base: 1,
      of: org,
      to: 'admitted',
      values: { legalBasis: 'ownConsent', admittedOn: today, reviewOn: later, freeToLeave: true },
    }),
  },
  'shelter.review': {
    id: 'service',
    item: 'stay',
    body: ({ org }: Of) => ({
      base: 1,
      of: org,
      legalBasis: 'ownConsent',
      freeToLeave: true,
      whyNotFree: null,
      reviewOn: later,
    }),
  },
} as const
