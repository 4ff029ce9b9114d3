import { type RecordType, sealedFields } from '@setu/records'
import type { ReactNode } from 'react'
import type { Answers } from '../../forms/faults.ts'
import { useValueText } from '../../forms/value-text.ts'
import { asRefusal } from '../../platform/refusal-words.ts'
import { BothValues } from '../../shell/both-values.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { differing } from './differing.ts'

interface StaleRecordProps {
  readonly record: RecordType
  readonly refused: unknown
  readonly answers: Answers
  /** What was kept when the form was begun. */
  readonly seen: Answers
  readonly sending: boolean
  readonly onSend: (values: Answers, base: number) => void
  readonly onClose: () => void
}

/** When someone else was quicker: their answer and mine, side by side, for a person to decide. */
export function StaleRecord({
  record,
  refused,
  answers,
  seen,
  sending,
  onSend,
  onClose,
}: StaleRecordProps): ReactNode {
  const { language } = useLabels()
  const textOf = useValueText()
  if (refused === null) return null
  const { current } = asRefusal(refused)
  if (current === null) return null
  const fields = differing(answers, current.values, seen, sealedFields(record))
  const decide = (mine: readonly string[]) => {
    const stands = Object.entries(answers).filter(([key]) => mine.includes(key) || !fields.includes(key))
    onSend(Object.fromEntries(stands), current.version)
  }
  return (
    <BothValues
      values={fields.flatMap((key) => {
        const field = record.fields[key]
        if (field === undefined) return []
        return {
          field: key,
          label: field.label[language],
          mine: textOf(field, answers[key]),
          theirs: textOf(field, current.values[key]),
        }
      })}
      sending={sending}
      onDecide={decide}
      onClose={onClose}
    />
  )
}
