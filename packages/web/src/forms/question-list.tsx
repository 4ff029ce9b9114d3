import { questionsIn, type RecordType } from '@setu/records'
import type { ReactNode } from 'react'
import type { Answers, Fault } from './faults.ts'
import { type Lists, QuestionField } from './question-field.tsx'

interface QuestionListProps {
  readonly record: RecordType
  /** The questions to ask, in order; a form may ask fewer than a section holds. */
  readonly keys: readonly string[]
  readonly answers: Answers
  readonly faults: readonly Fault[]
  readonly lists: Lists
  readonly onAnswer: (field: string, answer: unknown) => void
}

/** The questions of a record, or some of them. */
export function QuestionList({
  record,
  keys,
  answers,
  faults,
  lists,
  onAnswer,
}: QuestionListProps): ReactNode {
  const questions = Object.keys(record.sections).flatMap((section) => questionsIn(record, section))
  return keys.flatMap((key) => {
    const question = questions.find((candidate) => candidate.key === key)
    if (question === undefined) return []
    return (
      <div key={key} data-question={`${record.name}.${key}`}>
        <QuestionField
          question={question}
          answer={answers[key]}
          fault={faults.find(({ field }) => field === `${record.name}.${key}`)?.fault ?? null}
          lists={lists}
          onAnswer={(answer) => onAnswer(key, answer)}
        />
      </div>
    )
  })
}
