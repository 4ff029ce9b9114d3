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
} as const
