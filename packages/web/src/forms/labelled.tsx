import { type ReactNode, useId } from 'react'
import { useWords } from '../words/use-words.ts'
import { faultWords } from './fault-words.ts'
import type { FaultKind } from './faults.ts'
import styles from './forms.module.css'

/** What every question of a form shares: its words, why it is asked, and what is wrong with the answer. */
export interface Asked {
  readonly label: string
  readonly why?: string | undefined
  readonly required: boolean
  readonly fault: FaultKind | null
}

interface LabelledProps extends Asked {
  /** A group of inputs is a fieldset with a legend; a single one has a label. */
  readonly group?: boolean
  readonly children: (ids: { readonly input: string; readonly describedBy: string | undefined }) => ReactNode
}

/** A question with its label, its reason and its fault, tied together for those who do not see them. */
export function Labelled({ label, why, required, fault, group = false, children }: LabelledProps): ReactNode {
  const say = useWords()
  const input = useId()
  const described = [why ? `${input}-why` : '', fault ? `${input}-fault` : ''].filter(Boolean).join(' ')
  const describedBy = described === '' ? undefined : described
  const mark = required ? null : <span className={styles['optional']}> {say('form.optional')}</span>
  const around = (
    <>
      {why && (
        <p id={`${input}-why`} className={styles['why']}>
          {say('form.why', { why })}
        </p>
      )}
      {children({ input, describedBy })}
      {fault && (
        <p id={`${input}-fault`} className={styles['fault']}>
          {say(faultWords[fault])}
        </p>
      )}
    </>
  )
  if (!group) {
    return (
      <div className={styles['question']}>
        <label htmlFor={input} className={styles['label']}>
          {label}
          {mark}
        </label>
        {around}
      </div>
    )
  }
  return (
    <fieldset className={styles['question']} aria-describedby={describedBy}>
      <legend className={styles['label']}>
        {label}
        {mark}
      </legend>
      {around}
    </fieldset>
  )
}
