import type { ReactNode } from 'react'
import styles from './choice.module.css'

interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[]
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  /** The label is said by what stands around; screen readers still hear it. */
  readonly quietLabel?: boolean
}

/** One of a few: all of them seen at once, each large enough for a thumb. */
export function Choice<Value extends string>(props: ChoiceProps<Value>): ReactNode {
  const { name, label, options, value, onChoose, quietLabel = false } = props
  return (
    <fieldset className={styles['choice']}>
      <legend className={quietLabel ? 'heard' : styles['legend']}>{label}</legend>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
