import { type ReactNode, useId } from 'react'
import styles from './numbers.module.css'

interface NumbersProps {
  readonly label: string
  /** Shown as dots. It is no password field: a browser would offer to keep one, on a phone that is not hers. */
  readonly hidden?: boolean
  readonly length: 6 | 16
  readonly value: string
  readonly fault: string | null
  readonly onValue: (value: string) => void
}

/** A row of digits of either script, with the keyboard for digits; long rows stand in groups of four. */
export function Numbers({ label, hidden = false, length, value, fault, onValue }: NumbersProps): ReactNode {
  const id = useId()
  const digits = (text: string) => text.replace(/[^\d০-৯]/g, '').slice(0, length)
  const shown = length === 16 ? value.replace(/(.{4})(?=.)/g, '$1 ') : value
  return (
    <div className={styles['numbers']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className={styles['field']}
        data-hidden={hidden}
        value={shown}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => onValue(digits(event.target.value))}
      />
      {fault !== null && (
        <p id={`${id}-fault`} className={styles['fault']} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
