import {
  dangerQuestions,
  framingQuestions,
  presentationSigns,
  type ScreeningInstrument,
  screeningAnswers,
  screeningDimensions,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { SomeOf } from '../../forms/choice-fields.tsx'
import { Card } from '../../shell/card.tsx'
import { Choice } from '../../shell/choice.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { GivenAnswers } from './use-answers.ts'

interface QuestionsProps {
  readonly given: GivenAnswers
}

interface OneQuestion {
  readonly id: string
  readonly en: string
  readonly bn: string
}

/** One question with its four answers: none of them is better than another. */
function Question({ question, given }: QuestionsProps & { readonly question: OneQuestion }): ReactNode {
  const { language } = useLabels()
  return (
    <Choice
      name={question.id}
      label={question[language]}
      options={screeningAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
      value={given.answers[question.id] ?? null}
      onChoose={(answer) => given.answer(question.id, answer)}
    />
  )
}

export function DangerQuestions({ given }: QuestionsProps): ReactNode {
  const say = useWords()
  return (
    <Card title={say('screening.danger')}>
      <div className={dialogs['parts']}>
        <p>{say('screening.danger-what')}</p>
        {dangerQuestions.entries.map(({ code, en, bn }) => (
          <Question key={code} question={{ id: code, en, bn }} given={given} />
        ))}
      </div>
    </Card>
  )
}

interface AllProps extends QuestionsProps {
  readonly instrument: ScreeningInstrument
}

/** The questions of a list, one card a dimension; any of them may be skipped. */
export function Questions({ instrument, given }: AllProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const cards = [null, ...screeningDimensions.entries.map(({ code }) => code)].flatMap((dimension) => {
    const items = instrument.items.filter((item) => item.dimension === dimension)
    return items.length === 0 ? [] : [{ dimension, items }]
  })
  return (
    <>
      {instrument.counted === 'ilo' && (
        <Card title={say('screening.frame')}>
          <div className={dialogs['parts']}>
            <p>{say('screening.skip')}</p>
            {framingQuestions.entries.map(({ code, en, bn }) => (
              <Question key={code} question={{ id: code, en, bn }} given={given} />
            ))}
          </div>
        </Card>
      )}
      {cards.map(({ dimension, items }) => (
        <Card
          key={dimension ?? 'list'}
          title={
            screeningDimensions.entries.find(({ code }) => code === dimension)?.[language] ??
            instrument.label[language]
          }
        >
          <div className={dialogs['parts']}>
            {items.map((item) => (
              <Question key={item.id} question={item} given={given} />
            ))}
          </div>
        </Card>
      ))}
      <Card title={say('screening.signs')}>
        <div className={dialogs['parts']}>
          <p>{say('screening.signs-what')}</p>
          <SomeOf
            required={false}
            fault={null}
            name="signs"
            label={say('screening.signs')}
            options={presentationSigns.entries.map((entry) => ({
              value: entry.code,
              label: entry[language],
            }))}
            answer={given.signs}
            onAnswer={(signs) =>
              given.give({
                answers: {},
                signs: presentationSigns.entries
                  .map(({ code }) => code)
                  .filter((code) => signs.includes(code)),
              })
            }
          />
        </div>
      </Card>
    </>
  )
}
