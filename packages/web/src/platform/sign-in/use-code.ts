import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useRef, useState } from 'react'

interface Code {
  readonly pending: boolean
  readonly refused: unknown
  readonly onSubmit: (event: FormEvent) => void
  /** What the field for the code is given. */
  readonly field: {
    readonly ref: RefObject<HTMLInputElement | null>
    readonly value: string
    readonly missing: boolean
    readonly onChange: (code: string) => void
  }
}

/** A code that is typed and sent; when it is missing or wrong, its field has the focus again. */
export function useCode<Answer>(
  send: (code: string) => Promise<Answer>,
  onDone: (answer: Answer) => Promise<void> | void,
): Code {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const ref = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: () => send(code.trim()),
    onSuccess: onDone,
    onError: () => ref.current?.focus(),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const empty = code.trim() === ''
    setMissing(empty)
    if (empty) ref.current?.focus()
    else sending.mutate()
  }
  return {
    pending: sending.isPending,
    refused: sending.error,
    onSubmit,
    field: { ref, value: code, missing, onChange: setCode },
  }
}
