import { randomUUID } from 'node:crypto'

const fresh = randomUUID

/** Requests about what people tell. */
export const tipCalls = {
  'tips.write': {
    body: () => ({
      id: fresh(),
      unit: fresh(),
      channel: 'border',
      subjects: ['crossing'],
      urgency: 'urgent',
      district: null,
      words: 'Some words',
      mentioned: [],
      way: null,
    }),
  },
  'tips.list': {},
  'tips.read': { id: 'tip' },
  'tips.step': { id: 'tip', body: () => ({ base: 1, to: 'triaged' }) },
  'tips.handOn': { id: 'tip', body: ({ unit }: { readonly unit: string }) => ({ base: 2, unit }) },
  'tips.layDownDesk': {
    body: ({ unit }: { readonly unit: string }) => ({ unit, open: false, districts: [] }),
  },
  'screenings.begin': {
    body: ({ unit }: { readonly unit: string }) => ({
      id: fresh(),
      unit,
      instrument: 'border',
      ageBand: '18-24',
      ageSure: true,
      ready: ['private', 'interpreter', 'referrals', 'emergencyPlan', 'consent'],
      who: null,
      tip: null,
    }),
  },
  'screenings.list': {},
  'screenings.read': { id: 'screening' },
  'screenings.save': { id: 'screening', body: () => ({ base: 1, answers: { hurtNow: 'no' } }) },
  'screenings.step': { id: 'screening', body: () => ({ base: 1, to: 'stopped' }) },
  'screenings.decide': {
    id: 'screening',
    body: () => ({ base: 1, outcome: 'unclear', reasons: 'Too little was said so far.' }),
  },
  'screenings.offer': {
    id: 'screening',
    body: ({ unit }: { readonly unit: string }) => ({ base: 2, unit, agreed: true }),
  },
  'screenings.endOffer': { id: 'screening', body: () => ({ base: 3 }) },
  'screenings.openCase': {
    id: 'screening',
    body: ({ unit }: { readonly unit: string }) => ({
      base: 2,
      case: fresh(),
      unit,
      urgency: 'urgent',
      conflict: 'none',
    }),
  },
  'identification.read': {},
  'identification.begin': { body: () => ({ id: fresh() }) },
  'identification.step': {
    body: () => ({
      base: 1,
      to: 'inconclusive',
      body: 'NGO',
      reasons: 'Two accounts that do not agree.',
    }),
  },
  'identification.extend': { body: () => ({ base: 2, ground: 'health', days: 14 }) },
} as const
