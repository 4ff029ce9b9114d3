import { Button } from '@mantine/core'
import type { FactorKind, SignedIn } from '@setu/records/api'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { CodeField } from './code-field.tsx'
import { useCode } from './use-code.ts'

interface CodeFormProps {
  readonly kinds: readonly FactorKind[]
  /** Whether something else is offered first. */
  readonly second: boolean
  readonly prove: (code: string) => Promise<SignedIn>
  readonly onProved: (answer: SignedIn) => Promise<void> | void
}

/** Asks for a code of the app, or for one from paper where there are any. */
export function CodeForm({ kinds, second, prove, onProved }: CodeFormProps): ReactNode {
  const say = useWords()
  const { pending, refused, onSubmit, field } = useCode(prove, onProved)
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      {kinds.includes('totp') && <p>{say('factor.what')}</p>}
      <CodeField label={say('factor.code')} {...field} />
      {kinds.includes('recovery') && <p className={lists['quiet']}>{say('factor.recovery')}</p>}
      <RefusalNote error={refused} />
      <Button type="submit" variant={second ? 'default' : 'filled'} loading={pending} fullWidth>
        {say('factor.go-on')}
      </Button>
    </form>
  )
}
