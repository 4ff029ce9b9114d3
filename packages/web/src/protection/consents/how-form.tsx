import { Button } from '@mantine/core'
import {
  type ConsentMedium,
  consentMedia,
  consentTexts,
  type Language,
  type PlainDate,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import forms from '../../forms/forms.module.css'
import { languageNames } from '../../platform/preferences/language-names.ts'
import { Choice } from '../../shell/choice.tsx'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { answered, type Card } from './asked.ts'
import styles from './consent-screen.module.css'
import { useQuestion } from './use-question.ts'

/** The circumstances under which the answers were given; the burden of proof is ours. */
export interface HowGiven {
  readonly medium: ConsentMedium
  readonly language: Language
  readonly interpreter: boolean
  readonly guardianAgreed: boolean | null
  readonly childAssent: boolean | null
  readonly textVersion: string
}

interface HowFormProps {
  readonly cards: readonly Card[]
  readonly until: PlainDate
  readonly child: boolean
  /** Whether the child is old enough to be asked. */
  readonly asksChild: boolean
  readonly sending: boolean
  readonly refused: unknown
  readonly onKeep: (how: HowGiven) => void
  readonly onAgain: () => void
  readonly onStop: () => void
}

/** What was answered, to be read back, printed and kept, and how it was said. */
export function HowForm({
  cards,
  until,
  child,
  asksChild,
  sending,
  refused,
  onKeep,
  onAgain,
  onStop,
}: HowFormProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, name } = useLabels()
  const question = useQuestion()
  const [medium, setMedium] = useState<ConsentMedium>('spoken')
  const [spoken, setSpoken] = useState<Language>(language)
  const [interpreter, setInterpreter] = useState<'yes' | 'no'>('no')
  const [guardian, setGuardian] = useState<'yes' | 'no' | null>(null)
  const [assent, setAssent] = useState<'yes' | 'no' | null>(null)
  const given = answered(cards)
  const saidYes = given.some(({ answer }) => answer === 'given')
  const childSaysNo = asksChild && saidYes && assent === 'no'
  const yesNo = [
    { value: 'yes', label: say('form.yes') },
    { value: 'no', label: say('form.no') },
  ] as const

  return (
    <div className={styles['sheet']}>
      <section className={styles['prepared']}>
        <h2 className={forms['heading']}>{say('consent.summary')}</h2>
        {given.length === 0 && <p>{say('consent.nothing-answered')}</p>}
        <ul className={lists['rows']}>
          {given.map((card) => (
            <li key={card.id} className={lists['row']}>
              <span>{question(card)}</span>
              <strong>{say(card.answer === 'given' ? 'consent.yes' : 'consent.no')}</strong>
            </li>
          ))}
        </ul>
        <p>{say('consent.until', { until: dates.written(until) })}</p>
        <p>{name(consentTexts.closing)}</p>
      </section>
      <Choice
        name="medium"
        label={say('consent.medium')}
        options={consentMedia.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        value={medium}
        onChoose={setMedium}
      />
      <Choice
        name="spoken"
        label={say('consent.language')}
        options={languageNames}
        value={spoken}
        onChoose={setSpoken}
      />
      <Choice
        name="interpreter"
        label={say('consent.interpreter')}
        options={yesNo}
        value={interpreter}
        onChoose={setInterpreter}
      />
      {child && (
        <Choice
          name="guardian"
          label={say('consent.guardian')}
          options={yesNo}
          value={guardian}
          onChoose={setGuardian}
        />
      )}
      {asksChild && (
        <Choice
          name="assent"
          label={say('consent.assent')}
          options={yesNo}
          value={assent}
          onChoose={setAssent}
        />
      )}
      {childSaysNo && <p role="status">{say('consent.child-said-no')}</p>}
      <RefusalNote error={refused} />
      <div className={forms['acts']}>
        <Button
          disabled={
            given.length === 0 ||
            (child && guardian === null) ||
            (asksChild && assent === null) ||
            childSaysNo
          }
          loading={sending}
          onClick={() =>
            onKeep({
              medium,
              language: spoken,
              interpreter: interpreter === 'yes',
              guardianAgreed: child ? guardian === 'yes' : null,
              childAssent: asksChild ? assent === 'yes' : null,
              textVersion: consentTexts.version,
            })
          }
        >
          {say('consent.keep')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {say('consent.again')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="print" size={18} />}
          onClick={() => window.print()}
        >
          {say('consent.print')}
        </Button>
        <Button variant="subtle" onClick={onStop}>
          {say('form.stop')}
        </Button>
      </div>
    </div>
  )
}
