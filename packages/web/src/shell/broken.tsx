import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { asRefusal } from '../platform/refusal-words.ts'
import { useWords } from '../words/use-words.ts'
import { NothingHere } from './nothing-here.tsx'
import { Page } from './page.tsx'
import { RefusalNote } from './refusal-note.tsx'

/** In place of a screen that failed: what happened, what is safe, what to do next. */
export function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  const say = useWords()
  if (asRefusal(error).status === 404) return <NothingHere />
  return (
    <Page title={say('broken.title')}>
      <RefusalNote error={error} onRetry={reset} />
    </Page>
  )
}
