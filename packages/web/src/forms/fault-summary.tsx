import { type ReactNode, useId } from 'react'
import { useWords } from '../words/use-words.ts'
import { faultWords } from './fault-words.ts'
import type { Fault } from './faults.ts'
import styles from './forms.module.css'

/** Puts the reader into the question that needs another look. */
export function focusQuestion(field: string): void {
  const question = document.querySelector(`[data-question="${CSS.escape(field)}"]`)
  const input = question?.querySelector('input, select, textarea')
  if (input instanceof HTMLElement) input.focus()
}

interface FaultSummaryProps {
  readonly faults: readonly Fault[]
  readonly labelOf: (field: string) => string
}

/** Everything that needs another look, at the top, each leading to its question. */
export function FaultSummary({ faults, labelOf }: FaultSummaryProps): ReactNode {
  const say = useWords()
  const heading = useId()
  if (faults.length === 0) return null
  return (
    <section className={styles['summary']} role="alert" aria-labelledby={heading}>
      <strong id={heading}>{say('form.look-again', { count: faults.length })}</strong>
      <ul>
        {faults.map(({ field, fault }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                focusQuestion(field)
              }}
            >
              {labelOf(field)}
            </a>
            {': '}
            {say(faultWords[fault])}
          </li>
        ))}
      </ul>
    </section>
  )
}
