import { Alert, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { asRefusal } from '../../platform/refusal-words.ts'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'

interface OwnTroubleProps {
  readonly trouble: unknown
  readonly entering?: boolean
  readonly onAgain?: () => void
}

function wordsFor(trouble: unknown): readonly [what: WordId, next: WordId | null] {
  const { code, status } = asRefusal(trouble)
  if (code === 'own-not-open') return ['own.not-open', 'own.not-open-next']
  if (code === 'written-often') return ['own.say-later', 'own.say-later-next']
  if (status === 429) return ['own.later', 'own.later-next']
  if (code === 'network.unreachable') return ['own.network', 'own.network-next']
  return ['own.wrong', null]
}

/** What went wrong, in words that give nothing away to whoever reads along. */
export function OwnTrouble({ trouble, onAgain }: OwnTroubleProps): ReactNode {
  const say = useWords()
  if (trouble === null || trouble === undefined) return null
  const [what, next] = wordsFor(trouble)
  return (
    <Alert color="brick" variant="light" role="alert" title={say(what)}>
      {next !== null && <p>{say(next)}</p>}
      {onAgain && (
        <Button mt="sm" variant="default" onClick={onAgain}>
          {say('own.try-again')}
        </Button>
      )}
    </Alert>
  )
}
