import { PasswordInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { faultWords } from '../../forms/fault-words.ts'
import type { FaultKind } from '../../forms/faults.ts'
import { useWords } from '../../words/use-words.ts'

interface SecretFieldProps {
  readonly label: string
  readonly why?: string | undefined
  readonly known?: boolean
  readonly fault: FaultKind | null
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A password: seen when wanted, never kept as a draft. */
export function SecretField({
  label,
  why,
  known = false,
  fault,
  value,
  onChange,
}: SecretFieldProps): ReactNode {
  const say = useWords()
  return (
    <PasswordInput
      label={label}
      description={why}
      autoComplete={known ? 'current-password' : 'new-password'}
      value={value}
      error={fault === null ? false : say(faultWords[fault])}
      visibilityToggleButtonProps={{
        'aria-label': say('form.show-password'),
        tabIndex: 0,
        'aria-hidden': false,
      }}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
