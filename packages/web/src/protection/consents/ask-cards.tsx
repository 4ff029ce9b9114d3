import { Button } from '@mantine/core'
import { consentTexts, type PlainDate } from '@setu/vocabulary'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import forms from '../../forms/forms.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Answer, Card } from './asked.ts'
import styles from './consent-screen.module.css'
import { useReadAloud } from './read-aloud.ts'
import { ReadAloudButton } from './read-aloud-button.tsx'
import { useQuestion } from './use-question.ts'

interface AskCardsProps {
  readonly cards: readonly Card[]
  readonly until: PlainDate
  readonly onAnswer: (id: string, answer: Answer | null) => void
  readonly onEnd: () => void
}

const readWords = {
  read: 'consent.read-aloud',
  stop: 'consent.stop-reading',
  none: 'consent.no-voice',
} as const

/** One purpose on the screen at a time, large, and read aloud where the device can. */
export function AskCards({ cards, until, onAnswer, onEnd }: AskCardsProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, name } = useLabels()
  const question = useQuestion()
  const aloud = useReadAloud(language)
  const [at, setAt] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const card = cards[at]

  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [at])

  if (card === undefined) return null
  const asked = question(card)
  const limits = [say('consent.until', { until: dates.written(until) }), name(consentTexts.closing)]

  const give = (answer: Answer | null) => {
    aloud.stop()
    onAnswer(card.id, answer)
    if (at + 1 < cards.length) setAt(at + 1)
    else onEnd()
  }

  return (
    <div className={styles['sheet']}>
      <p className={forms['step']}>{say('form.step', { step: at + 1, steps: cards.length })}</p>
      {at === 0 && <p className={styles['until']}>{name(consentTexts.opening)}</p>}
      <section className={styles['card']}>
        <h2 ref={heading} tabIndex={-1} className={styles['question']}>
          {asked}
        </h2>
        {limits.map((limit) => (
          <p key={limit} className={styles['until']}>
            {limit}
          </p>
        ))}
        <ReadAloudButton
          aloud={aloud}
          text={() => [...(at === 0 ? [name(consentTexts.opening)] : []), asked, ...limits].join(' ')}
          words={readWords}
        />
        <div className={styles['answers']}>
          <button
            type="button"
            className={styles['answer']}
            aria-pressed={card.answer === 'given'}
            onClick={() => give('given')}
          >
            {say('consent.yes')}
          </button>
          <button
            type="button"
            className={styles['answer']}
            aria-pressed={card.answer === 'refused'}
            onClick={() => give('refused')}
          >
            {say('consent.no')}
          </button>
          <button type="button" className={styles['answer']} aria-pressed={false} onClick={() => give(null)}>
            {say('consent.not-now')}
          </button>
        </div>
      </section>
      <div className={forms['acts']}>
        {at > 0 && (
          <Button variant="default" onClick={() => setAt(at - 1)}>
            {say('form.back')}
          </Button>
        )}
        <Button variant="subtle" onClick={onEnd}>
          {say('form.stop')}
        </Button>
      </div>
    </div>
  )
}
