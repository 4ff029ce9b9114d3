import { randomUUID } from 'node:crypto'

interface Of {
  readonly org: string
  readonly case: string
  readonly erasure: string
}

/** One request for each address of keeping and letting go, and of the other rules that an administrator lays down. */
export const retentionCalls = {
  'approvals.list': {},
  'approvals.layDown': { body: () => ({ servicePlan: true }) },
  'settings.list': {},
  'settings.layDown': {
    body: () => ({ kind: 'childRules', base: 1, values: { doubtIsChild: true } }),
  },
  'retention.list': {},
  'retention.table': { query: () => '?language=en' },
  'retention.ask': { body: ({ org, case: id }: Of) => ({ cases: [{ org, case: id }] }) },
  'retention.answer': {
    body: ({ org, erasure }: Of) => ({ erasures: [{ org, id: erasure, base: 1 }], answer: 'decline' }),
  },
  'retention.papers': {
    body: ({ org, document }: Of & { readonly document: string }) => ({ papers: [{ org, id: document }] }),
  },
  'retention.consents': { id: 'erasure' },
  'retention.layDown': {
    body: () => ({ years: 5, childUntilAge: 23, ageWhenUnknown: 10, shownBefore: 90 }),
  },
  'erasures.ask': { body: () => ({ id: randomUUID(), reason: 'survivorsWish' }) },
  'erasures.ofCase': {},
  'erasures.list': {},
  'retention.holds': {},
  'retention.hold': { body: () => ({ id: randomUUID(), reason: 'courtCase', until: null }) },
  'retention.lift': { id: 'hold', body: () => ({ base: 1 }) },
} as const
