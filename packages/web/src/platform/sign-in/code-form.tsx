import { Button } from '@mantine/core'
import type { SignedIn } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { CodeField } from './code-field.tsx'

interface CodeFormProps {
  readonly recovery: boolean
  readonly prove: (code: string) => Promise<SignedIn>
  readonly onProved: (answer: SignedIn) => Promise<void> | void
}

/** Asks for a code of the app, or for one from paper where there are any. */
export function CodeForm({ recovery, prove, onProved }: CodeFormProps): ReactNode {
  const say = useWords()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const proving = useMutation({
    mutationFn: () => prove(code.trim()),
    onSuccess: onProved,
    onError: () => field.current?.focus(),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const empty = code.trim() === ''
    setMissing(empty)
    if (empty) field.current?.focus()
    else proving.mutate()
  }
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      <p>{say('factor.what')}</p>
      <CodeField ref={field} label={say('factor.code')} missing={missing} value={code} onChange={setCode} />
      {recovery && <p className={lists['quiet']}>{say('factor.recovery')}</p>}
      <RefusalNote error={proving.error} />
      <Button type="submit" loading={proving.isPending} fullWidth>
        {say('factor.go-on')}
      </Button>
    </form>
  )
}
