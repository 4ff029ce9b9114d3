import { Button } from '@mantine/core'
import type { OwnFeedback as Feedback, OwnFeedbackGiven } from '@setu/records/api'
import { codesOf, feedbackLevels } from '@setu/vocabulary'
import { type ReactNode, useId, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Choice } from '../../shell/choice.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers, useOwn } from './use-own.ts'

type Said = NonNullable<OwnFeedbackGiven['said']>
type Level = Said['respected']

const questions = ['respected', 'helped', 'informed'] as const
const asks = {
  respected: 'own.think-respected',
  helped: 'own.think-helped',
  informed: 'own.think-informed',
} as const satisfies Record<(typeof questions)[number], WordId>

interface OwnFeedbackProps {
  readonly onEnded: () => void
}

/** What she thinks of us, where she is asked. Nothing depends on it, and she may say nothing. */
export function OwnFeedback({ onEnded }: OwnFeedbackProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value } = useOwn(own.feedback, onEnded)
  const [given, setGiven] = useState(false)
  if (given)
    return (
      <p role="status" className={styles['told']}>
        {say('own.think-thanks')}
      </p>
    )
  if (value === null || value.asked === null) return null
  return <Asked asked={value.asked} onEnded={onEnded} onGiven={() => setGiven(true)} />
}

interface AskedProps extends OwnFeedbackProps {
  readonly asked: NonNullable<Feedback['asked']>
  readonly onGiven: () => void
}

function Asked({ asked, onEnded, onGiven }: AskedProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { own } = useDoors()
  const deed = useDeedOfHers(onEnded)
  const field = useId()
  const [levels, setLevels] = useState<Partial<Record<(typeof questions)[number], Level>>>({})
  const [complains, setComplains] = useState<'yes' | 'no'>('no')
  const [words, setWords] = useState('')
  const options = codesOf(feedbackLevels).map((value) => ({ value, label: code(feedbackLevels, value) }))
  const give = async (said: Said | null) => {
    const { id, version: base } = asked
    if (await deed.run(() => own.giveFeedback({ id, base, said }))) onGiven()
  }
  const { respected = 'notWished', helped = 'notWished', informed = 'notWished' } = levels
  const said: Said = {
    respected,
    helped,
    informed,
    complains: complains === 'yes',
    words: words.trim() === '' ? null : words.trim(),
  }
  return (
    <section className={styles['item']}>
      <h3 className={styles['strong']}>{say('own.think')}</h3>
      <p>{say('own.think-what')}</p>
      {questions.map((question) => (
        <Choice
          key={question}
          name={question}
          label={say(asks[question])}
          options={options}
          value={levels[question] ?? 'notWished'}
          onChoose={(level) => setLevels((before) => ({ ...before, [question]: level }))}
        />
      ))}
      <Choice
        name="complains"
        label={say('own.think-complain')}
        options={[
          { value: 'no', label: say('own.meet-no') },
          { value: 'yes', label: say('own.meet-yes') },
        ]}
        value={complains}
        onChoose={setComplains}
      />
      <label htmlFor={field}>{say('own.think-words')}</label>
      <textarea
        id={field}
        rows={3}
        maxLength={1000}
        autoComplete="off"
        className={styles['typing']}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <OwnTrouble trouble={deed.trouble} />
      <div className={styles['acts']}>
        <Button loading={deed.busy} onClick={() => void give(said)}>
          {say('own.say-send')}
        </Button>
        <Button variant="default" loading={deed.busy} onClick={() => void give(null)}>
          {say('own.think-not')}
        </Button>
      </div>
    </section>
  )
}
