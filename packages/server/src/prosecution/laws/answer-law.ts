import type { LawAnswer, Written } from '@setu/records/api'
import { faultsOfLaw } from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { editionAt } from './draft-law.ts'
import { answerEdition, needLawgiver, readLaw } from './law-store.ts'

/** Puts an edition into force that somebody else drafted, in place of the one of its name before; or declines it. */
export async function answerLaw(work: Work, { id, base, answer }: LawAnswer): Promise<Written> {
  await needLawgiver(work)
  const found = await editionAt(work, id, base)
  if (found.state !== 'proposed') throw new Problem('step-not-possible')
  if (found.drafter === work.actor.account) throw new Problem('own-request')
  if (answer === 'accept') {
    const law = readLaw(found.content)
    if (law === null || faultsOfLaw(law).length > 0) throw new Problem('step-not-possible')
  }
  const version = await answerEdition(work, id, answer === 'accept' ? 'inForce' : 'declined')
  if (version === null) throw new Problem('step-not-possible')
  return { id, version }
}
