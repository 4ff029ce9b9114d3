import { Button } from '@mantine/core'
import type { SignedIn } from '@setu/records/api'
import { shortestPassword } from '@setu/vocabulary'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'

/** A password that nobody else knows, in the place of the one that an administrator gave. */
export function OwnPassword({
  onAnswer,
}: {
  readonly onAnswer: (answer: SignedIn) => Promise<void>
}): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const keep = useMutation({ mutationFn: () => session.setOwnPassword(next), onSuccess: onAnswer })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (next.length >= shortestPassword) keep.mutate()
  }
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      <p>{say('own-password.what')}</p>
      <SecretField
        label={say('password.next')}
        why={say('first-run.password-why')}
        fault={tried && next.length < shortestPassword ? 'too-short' : null}
        value={next}
        onChange={setNext}
      />
      <RefusalNote error={keep.error} />
      <Button type="submit" loading={keep.isPending} fullWidth>
        {say('own-password.keep')}
      </Button>
    </form>
  )
}
