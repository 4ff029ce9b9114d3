import { TextInput } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { useWords } from '../../words/use-words.ts'

interface CodeFieldProps {
  readonly ref?: Ref<HTMLInputElement>
  readonly label: string
  readonly missing: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A code, as it stands on the phone or on paper; a phone offers its digits first. */
export function CodeField({ ref, label, missing, value, onChange }: CodeFieldProps): ReactNode {
  const say = useWords()
  return (
    <TextInput
      ref={ref ?? null}
      label={label}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={60}
      value={value}
      error={missing && say('factor.code-missing')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
