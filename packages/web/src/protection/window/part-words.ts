import type { WordId } from '../../words/rooms.ts'
import type { Say } from '../../words/use-words.ts'

const words: Readonly<Record<string, WordId>> = {
  identity: 'own.part-identity',
  contact: 'own.part-contact',
  facts: 'own.part-facts',
  protection: 'own.part-protection',
  narrative: 'own.part-narrative',
  family: 'own.part-family',
  health: 'own.part-health',
  legal: 'own.part-legal',
  status: 'own.part-status',
  trail: 'own.part-trail',
  referral: 'own.part-referral',
  site: 'own.part-site',
}

/** A part of her record, in the words in which one would tell her. */
export function partWord(say: Say, part: string): string {
  const word = words[part]
  return word === undefined ? part : say(word)
}
