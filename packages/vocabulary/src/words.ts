import type { Language } from './codes.ts'

/** The same words in every language of Setu. */
export type Words = Readonly<Record<Language, string>>

const lastLink: Words = { en: ' and ', bn: ' ও ' }

/** Several phrases as one, as people say them: "a, b and c". */
export function listed(phrases: readonly string[], language: Language): string {
  if (phrases.length < 2) return phrases.join('')
  return phrases.slice(0, -1).join(', ') + lastLink[language] + phrases.slice(-1).join('')
}

/** A text with its slots, written `{recipient}`, filled in. A slot left empty is a mistake of ours. */
export function filled(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const words = slots[slot]
    if (words === undefined) throw new RangeError(`nothing for ${slot}`)
    return words
  })
}
