import { Button } from '@mantine/core'
import type { ScreeningDecide, ScreeningView } from '@setu/records/api'
import {
  isCode,
  offered,
  type ScreeningInstrument,
  screeningOutcomes,
  screeningPrompt,
  screeningPrompts,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { GivenAnswers } from './use-answers.ts'

interface DecideProps {
  readonly screening: ScreeningView
  readonly instrument: ScreeningInstrument
  readonly given: GivenAnswers
}

const asked = { required: true, fault: null } as const

/** To what the answers point, and what a person decides. */
export function DecideCard({ screening, instrument, given }: DecideProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const { screenings } = useDoors()
  const [outcome, setOutcome] = useState<string | null>(null)
  const [reasons, setReasons] = useState<unknown>(null)
  const decide = useCommand(
    (decided: ScreeningDecide) => screenings.decide(screening, decided),
    () => toast(say('screening.is-decided')),
  )
  const said = typeof reasons === 'string' ? reasons.trim() : ''
  const chosen = isCode(screeningOutcomes, outcome) ? outcome : null
  return (
    <Card title={say('screening.decide')}>
      <div className={dialogs['parts']}>
        <p>
          {say('screening.points-to')}{' '}
          <span className={lists['strong']}>
            {code(screeningPrompts, screeningPrompt(instrument, given.answers, screening.child))}
          </span>
        </p>
        {!instrument.complete && <p>{say('screening.incomplete')}</p>}
        <p className={lists['quiet']}>{say('screening.person-decides')}</p>
        <OneOf
          {...asked}
          name="outcome"
          label={say('screening.outcome')}
          options={offered(screeningOutcomes).map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={outcome}
          onAnswer={setOutcome}
        />
        <LongTextField
          {...asked}
          name="reasons"
          label={say('screening.reasons')}
          answer={reasons}
          onAnswer={setReasons}
        />
        <RefusalNote error={decide.refused} />
        <Button
          disabled={chosen === null || said.length < 10 || given.waiting}
          loading={decide.pending}
          onClick={() => chosen && decide.run({ base: given.base(), outcome: chosen, reasons: said })}
        >
          {say('screening.decide-now')}
        </Button>
      </div>
    </Card>
  )
}
