import { Button } from '@mantine/core'
import { safetySteps } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { SomeOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { GivenAnswers } from './use-answers.ts'

/** There is danger: what is done about it comes before the next question. */
export function SafetyFlow({ given }: { readonly given: GivenAnswers }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [words, setWords] = useState<unknown>(null)
  const steps = safetySteps.entries.map(({ code }) => code).filter((code) => chosen.includes(code))
  const said = typeof words === 'string' && words.trim() !== '' ? words.trim() : null
  return (
    <Card title={say('screening.safety')}>
      <div className={dialogs['parts']}>
        <p>{say('screening.safety-what')}</p>
        <SomeOf
          required
          fault={null}
          name="safety"
          label={say('screening.safety-steps')}
          options={safetySteps.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={chosen}
          onAnswer={setChosen}
        />
        <LongTextField
          required={false}
          fault={null}
          name="safety-words"
          label={say('screening.safety-words')}
          answer={words}
          onAnswer={setWords}
        />
        <Button
          disabled={steps.length === 0}
          onClick={() => given.give({ answers: {}, safety: { steps, words: said } })}
        >
          {say('screening.safety-done')}
        </Button>
      </div>
    </Card>
  )
}
