import { Alert, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { asRefusal, refusalWords } from '../platform/refusal-words.ts'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'

interface RefusalNoteProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What happened, what is safe, what to do next, and the number to quote. Nothing when nothing was refused. */
export function RefusalNote({ error, onRetry }: RefusalNoteProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  if (error === null || error === undefined) return null
  const refusal = asRefusal(error)
  const { what, safe, next } = refusalWords(refusal)
  return (
    <Alert color="brick" variant="light" role="alert" title={refusal.title ? name(refusal.title) : say(what)}>
      {safe && <p>{say(safe)}</p>}
      <p>{say(next)}</p>
      {refusal.number !== null && <p>{say('refusal.number', { number: refusal.number })}</p>}
      {onRetry && (
        <Button mt="sm" variant="default" onClick={onRetry}>
          {say('refusal.again')}
        </Button>
      )}
    </Alert>
  )
}
