import { Button, TextInput } from '@mantine/core'
import type { Enrolled } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'

/** A passkey of this device or of a key that is plugged in, under a name that its owner knows it by. */
export function EnrolPasskey({ onEnrolled }: { readonly onEnrolled: (answer: Enrolled) => void }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [name, setName] = useState<string>(say('passkey.this-device'))
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const add = useMutation({ mutationFn: () => session.addPasskey(name.trim()), onSuccess: onEnrolled })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const empty = name.trim() === ''
    setMissing(empty)
    if (empty) field.current?.focus()
    else add.mutate()
  }
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      <p>{say('passkey.why')}</p>
      <TextInput
        ref={field}
        label={say('passkey.name')}
        description={say('passkey.name-why')}
        maxLength={60}
        value={name}
        error={missing && say('passkey.name-missing')}
        onChange={(event) => setName(event.target.value)}
      />
      <RefusalNote error={add.error} />
      <Button type="submit" loading={add.isPending} fullWidth>
        {say('passkey.make')}
      </Button>
    </form>
  )
}
