import { randomUUID } from 'node:crypto'
import type { LawText } from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'

interface Of {
  readonly lawDraft: string
  readonly lawProposed: string
}

/** An edition with little in it, so that each thing can be tried with every wrong value. */
export function smallLaw(edition: string): LawText {
  const law = builtInLaws.find(({ code }) => code === 'PSHTA-2012')
  if (law === undefined) throw new TypeError('no law')
  return { ...law, edition, offences: law.offences.slice(0, 1), limits: law.limits.slice(0, 1) }
}

/** One request for each address of the laws. */
export const lawCalls = {
  'laws.list': {},
  'laws.file': { query: () => '?day=2026-11-01&format=csv&language=bn' },
  'laws.editions': {},
  'laws.draft': { body: () => ({ id: randomUUID(), law: smallLaw('drafted') }) },
  'laws.change': { body: ({ lawDraft }: Of) => ({ id: lawDraft, base: 1, law: smallLaw('changed') }) },
  'laws.propose': { body: ({ lawDraft }: Of) => ({ id: lawDraft, base: 1 }) },
  'laws.answer': { body: ({ lawProposed }: Of) => ({ id: lawProposed, base: 1, answer: 'accept' }) },
} as const
