import { type HTMLAttributes, type ReactNode, useState } from 'react'
import styles from './forms.module.css'
import { type Asked, Labelled } from './labelled.tsx'
import { moneyTyped, plainDigits, typedMoney, typedNumber, typedPhone } from './typed.ts'

interface TextFieldProps extends Asked {
  readonly name: string
  readonly answer: unknown
  readonly onAnswer: (answer: unknown) => void
}

function textOf(answer: unknown): string {
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
}

function emptied(text: string): string | null {
  return text === '' ? null : text
}

/** A short text, on one line. */
export function TextField({ name, answer, onAnswer, ...asked }: TextFieldProps): ReactNode {
  return (
    <Labelled {...asked}>
      {({ input, describedBy }) => (
        <input
          id={input}
          name={name}
          className={styles['input']}
          value={textOf(answer)}
          aria-required={asked.required}
          aria-invalid={asked.fault !== null}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => onAnswer(emptied(event.target.value))}
        />
      )}
    </Labelled>
  )
}

/** Somebody's words, over several lines. */
export function LongTextField({ name, answer, onAnswer, ...asked }: TextFieldProps): ReactNode {
  return (
    <Labelled {...asked}>
      {({ input, describedBy }) => (
        <textarea
          id={input}
          name={name}
          className={styles['input']}
          rows={5}
          value={textOf(answer)}
          aria-required={asked.required}
          aria-invalid={asked.fault !== null}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => onAnswer(emptied(event.target.value))}
        />
      )}
    </Labelled>
  )
}

interface TypedFieldProps extends TextFieldProps {
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local'
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly read: (typed: string) => unknown
  readonly shown?: (answer: unknown) => string
}

/** A text that stands for something else: it stays as typed while the answer is what was understood. */
function TypedField(props: TypedFieldProps): ReactNode {
  const { name, answer, onAnswer, type = 'text', inputMode, read, shown = textOf, ...asked } = props
  const [typed, setTyped] = useState(() => shown(answer))
  return (
    <Labelled {...asked}>
      {({ input, describedBy }) => (
        <input
          id={input}
          name={name}
          type={type}
          inputMode={inputMode}
          className={styles['input']}
          value={typed}
          aria-required={asked.required}
          aria-invalid={asked.fault !== null}
          aria-describedby={describedBy}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            onAnswer(read(event.target.value))
          }}
        />
      )}
    </Labelled>
  )
}

export function PhoneField(props: TextFieldProps): ReactNode {
  return <TypedField {...props} type="tel" inputMode="tel" read={(typed) => emptied(typedPhone(typed))} />
}

export function EmailField(props: TextFieldProps): ReactNode {
  return <TypedField {...props} type="email" inputMode="email" read={(typed) => emptied(typed.trim())} />
}

export function NumberField({
  decimals,
  ...props
}: TextFieldProps & { readonly decimals: boolean }): ReactNode {
  return <TypedField {...props} inputMode={decimals ? 'decimal' : 'numeric'} read={typedNumber} />
}

/** An amount of money, typed in whole units and hundredths, kept in hundredths. */
export function MoneyField(props: TextFieldProps): ReactNode {
  return <TypedField {...props} inputMode="decimal" read={typedMoney} shown={moneyTyped} />
}

export function DayField(props: TextFieldProps): ReactNode {
  return <TypedField {...props} type="date" read={(typed) => emptied(plainDigits(typed))} />
}

/** A moment by the reader's own clock, kept as a moment anywhere. */
export function MomentField(props: TextFieldProps): ReactNode {
  return <TypedField {...props} type="datetime-local" read={momentOf} shown={clockOf} />
}

function momentOf(typed: string): string | null {
  if (typed === '') return null
  const moment = new Date(typed)
  return Number.isNaN(moment.getTime()) ? typed : moment.toISOString()
}

function clockOf(answer: unknown): string {
  const moment = typeof answer === 'string' ? new Date(answer) : null
  if (moment === null || Number.isNaN(moment.getTime())) return ''
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
