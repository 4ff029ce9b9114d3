import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { useWords } from '../words/use-words.ts'
import { FaultSummary, focusQuestion } from './fault-summary.tsx'
import type { Fault } from './faults.ts'
import styles from './forms.module.css'

/** One screen of a form. */
export interface Step {
  readonly title: string
  /** Why this screen is there at all, in a sentence that can be said aloud. */
  readonly why?: string
  readonly content: ReactNode
  /** What needs another look before the next screen. */
  readonly check: () => readonly Fault[]
}

interface StepsProps {
  readonly steps: readonly Step[]
  readonly faults: readonly Fault[]
  readonly onFaults: (faults: readonly Fault[]) => void
  readonly labelOf: (field: string) => string
  readonly onFinish: () => void
  readonly onStop: () => void
  readonly finish: string
  readonly sending: boolean
  readonly refused: unknown
  /** What must be seen before going on, whichever screen it is. */
  readonly beforeGoingOn?: ReactNode
}

/** A form, one screen after another. Stopping is always possible; every answer was kept when it was given. */
export function Steps(props: StepsProps): ReactNode {
  const { steps, faults, onFaults, labelOf, onFinish, onStop, finish, sending, refused, beforeGoingOn } =
    props
  const say = useWords()
  const [at, setAt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(at)
  const step = steps[Math.min(at, steps.length - 1)]
  const last = at >= steps.length - 1

  useEffect(() => {
    if (shown.current === at) return
    shown.current = at
    heading.current?.focus()
    window.scrollTo(0, 0)
  }, [at])

  const go = (by: number) => {
    onFaults([])
    setAt(at + by)
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = step?.check() ?? []
    onFaults(found)
    const [first] = found
    if (first) return focusQuestion(first.field)
    return last ? onFinish() : go(1)
  }

  if (step === undefined) return null
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate>
      {steps.length > 1 && (
        <p className={styles['step']}>{say('form.step', { step: at + 1, steps: steps.length })}</p>
      )}
      <FaultSummary faults={faults} labelOf={labelOf} />
      <section className={styles['screen']}>
        <h2 ref={heading} tabIndex={-1} className={styles['heading']}>
          {step.title}
        </h2>
        {step.why && <p className={styles['why']}>{step.why}</p>}
        {step.content}
      </section>
      {beforeGoingOn}
      <RefusalNote error={refused} />
      <div className={styles['acts']}>
        {at > 0 && (
          <Button variant="default" onClick={() => go(-1)}>
            {say('form.back')}
          </Button>
        )}
        <Button type="submit" loading={sending}>
          {last ? finish : say('form.next')}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {say('form.stop')}
        </Button>
      </div>
    </form>
  )
}
