import { useQueryClient } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { asRefusal } from '../platform/refusal-words.ts'
import { useWords } from '../words/use-words.ts'
import { NothingHere } from './nothing-here.tsx'
import { Page } from './page.tsx'
import { RefusalNote } from './refusal-note.tsx'

/** In place of a screen that failed: what happened, what is safe, what to do next. */
export function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  const say = useWords()
  const queries = useQueryClient()

  useEffect(
    () => () => queries.removeQueries({ predicate: ({ state }) => state.status === 'error' }),
    [queries],
  )

  if (asRefusal(error).status === 404) return <NothingHere />
  const again = () => {
    queries.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    reset()
  }
  return (
    <Page title={say('broken.title')}>
      <RefusalNote error={error} onRetry={again} />
    </Page>
  )
}
