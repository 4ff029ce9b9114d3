import { consentQuestion } from '@setu/vocabulary'
import { useCallback } from 'react'
import { useLabels } from '../../words/use-labels.ts'
import type { Card } from './asked.ts'

/** The question of a card, with the names, parts and service it is about. */
export function useQuestion(): (card: Card) => string {
  const { language, name } = useLabels()
  return useCallback(
    ({ purpose, recipient, words, parts, service }) =>
      consentQuestion(
        {
          purpose,
          ...(recipient === null ? {} : { recipient: name(recipient.name), what: parts, service }),
          ...(words === null ? {} : { recipient: words, what: parts }),
        },
        language,
      ),
    [language, name],
  )
}
