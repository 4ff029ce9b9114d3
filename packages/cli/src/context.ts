import type { Language, Words } from '@setu/vocabulary'
import type { NodeClient } from './node-client.ts'
import type { Environment } from './words.ts'

/** What a command works with: its words, its variables, the node, and where it speaks. */
export interface Context {
  readonly args: readonly string[]
  readonly env: Environment
  readonly language: Language
  /** The node, on the first call; a command that only explains itself asks none. */
  node(): NodeClient
  say(words: Words): void
}

/** A line that is the same in both languages: names, ids, figures. */
export function plain(text: string): Words {
  return { en: text, bn: text }
}
