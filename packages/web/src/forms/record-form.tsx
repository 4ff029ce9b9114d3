import type { RecordType } from '@setu/records'
import { type ReactNode, useState } from 'react'
import { useLabels } from '../words/use-labels.ts'
import { type Answers, type Fault, faultsIn } from './faults.ts'
import type { Lists } from './question-field.tsx'
import { QuestionList } from './question-list.tsx'
import { Steps } from './steps.tsx'

interface RecordFormProps {
  readonly record: RecordType
  /** What is kept now; shown where nothing new was answered. */
  readonly kept: Answers
  readonly answers: Answers
  readonly lists: Lists
  readonly onAnswer: (field: string, answer: unknown) => void
  readonly onFinish: () => void
  readonly onStop: () => void
  readonly finish: string
  readonly sending: boolean
  readonly refused: unknown
}

/** A record as a form, one screen a section. It knows kinds of field, never particular records. */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { record, kept, answers, lists, onAnswer, ...rest } = props
  const { language } = useLabels()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const shown = { ...kept, ...answers }
  const sections = Object.values(record.sections).filter(({ withSteps }) => withSteps !== true)
  const steps = sections.map(({ label, asks }) => ({
    title: label[language],
    content: (
      <QuestionList
        record={record}
        keys={asks}
        answers={shown}
        faults={faults}
        lists={lists}
        onAnswer={onAnswer}
      />
    ),
    check: () => namedFaults(record, asks, shown),
  }))
  return (
    <Steps
      steps={steps}
      faults={faults}
      onFaults={setFaults}
      labelOf={(field) => labelIn([record], field, language)}
      {...rest}
    />
  )
}

/** The faults of a record's answers, each under the record's name, so that several records fit on one form. */
export function namedFaults(record: RecordType, keys: readonly string[], answers: Answers): Fault[] {
  return faultsIn(record, keys, answers).map(({ field, fault }) => ({
    field: `${record.name}.${field}`,
    fault,
  }))
}

/** What a question is called, found by its record's name and its own. */
export function labelIn(records: readonly RecordType[], field: string, language: 'en' | 'bn'): string {
  const [name = '', key = ''] = field.split('.')
  return records.find((record) => record.name === name)?.fields[key]?.label[language] ?? field
}
