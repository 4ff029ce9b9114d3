import { type ReadingReason, readingReasons } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface ReasonQuestionProps {
  readonly answer: ReadingReason | null
  readonly onAnswer: (reason: ReadingReason | null) => void
}

/** Why somebody opens what is sealed: asked the same way wherever it is opened, and written down. */
export function ReasonQuestion({ answer, onAnswer }: ReasonQuestionProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <OneOf
      name="reason"
      label={say('show.reason')}
      required
      fault={null}
      options={readingReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
      answer={answer}
      onAnswer={(chosen) =>
        onAnswer(readingReasons.entries.find(({ code }) => code === chosen)?.code ?? null)
      }
    />
  )
}
