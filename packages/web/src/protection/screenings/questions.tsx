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

interface OneQuestion {
  readonly id: string
  readonly en: string
  readonly bn: string
}

/** What is asked on one page. */
export interface QuestionPage {
  readonly key: string
  readonly label: { readonly en: string; readonly bn: string } | null
  readonly questions: readonly OneQuestion[]
}

const coded = (entries: readonly { readonly code: string; readonly en: string; readonly bn: string }[]) =>
  entries.map(({ code, en, bn }) => ({ id: code, en, bn }))

/** The pages of a list: danger first, then what frames the rest, then one page a dimension. */
export function pagesOf(instrument: ScreeningInstrument): readonly QuestionPage[] {
  const frame = { key: 'frame', label: null, questions: coded(framingQuestions.entries) }
  const dimensions = screeningDimensions.entries.map(({ code, en, bn }) => ({
    key: code,
    label: { en, bn },
    questions: instrument.items.filter(({ dimension }) => dimension === code),
  }))
  const others = instrument.items.filter(({ dimension }) => dimension === null)
  return [
    { key: 'danger', label: null, questions: coded(dangerQuestions.entries) },
    ...(instrument.counted === 'ilo' ? [frame] : []),
    ...dimensions,
    { key: 'list', label: instrument.label, questions: others },
  ].filter(({ questions }) => questions.length > 0)
}

/** Where somebody goes on: the first page with a question that nobody has put yet; behind the last where all were. */
export function firstOpenPage(pages: readonly QuestionPage[], answers: GivenAnswers['answers']): number {
  const open = pages.findIndex(({ questions }) => questions.some(({ id }) => answers[id] === undefined))
  return open < 0 ? pages.length : open
}

interface QuestionsProps {
  readonly page: QuestionPage
  readonly given: GivenAnswers
}

/** One page of questions: each has four answers, and none of them is better than another. */
export function Questions({ page, given }: QuestionsProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const danger = page.key === 'danger'
  const title = page.label?.[language] ?? say(danger ? 'screening.danger' : 'screening.frame')
  return (
    <Card title={title}>
      <div className={dialogs['parts']}>
        <p>{say(danger ? 'screening.danger-what' : 'screening.skip')}</p>
        {page.questions.map((question) => (
          <Choice
            key={question.id}
            name={question.id}
            label={question[language]}
            options={screeningAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
            value={given.answers[question.id] ?? null}
            onChoose={(answer) => given.answer(question.id, answer)}
          />
        ))}
      </div>
    </Card>
  )
}

/** What is seen is written down apart. */
export function Signs({ given }: Pick<QuestionsProps, 'given'>): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const codes = presentationSigns.entries.map(({ code }) => code)
  return (
    <Card title={say('screening.signs')}>
      <div className={dialogs['parts']}>
        <p>{say('screening.signs-what')}</p>
        <SomeOf
          required={false}
          fault={null}
          name="signs"
          label={say('screening.signs')}
          options={presentationSigns.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={given.signs}
          onAnswer={(signs) =>
            given.give({ answers: {}, signs: codes.filter((code) => signs.includes(code)) })
          }
        />
      </div>
    </Card>
  )
}
