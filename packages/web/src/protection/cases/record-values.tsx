import { fieldsOf, type RecordType } from '@setu/records'
import type { ReactNode } from 'react'
import { isEmpty } from '../../forms/faults.ts'
import { useValueText } from '../../forms/value-text.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-screen.module.css'

interface RecordValuesProps {
  readonly record: RecordType
  readonly values: Readonly<Record<string, unknown>>
  /** What is kept and cannot be opened. */
  readonly unopened?: readonly string[]
}

/** What a record says, question by question; what was not answered is left out, what cannot be opened is not. */
export function RecordValues({ record, values, unopened = [] }: RecordValuesProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const textOf = useValueText()
  const given = fieldsOf(record).filter(
    ([key, field]) => field.kind !== 'link' && (unopened.includes(key) || !isEmpty(values[key])),
  )
  if (given.length === 0) return null
  return (
    <dl className={styles['facts']}>
      {given.map(([key, field]) => (
        <div key={key} className={styles['fact']}>
          <dt>{field.label[language]}</dt>
          <dd>{unopened.includes(key) ? say('show.cannot') : textOf(field, values[key])}</dd>
        </div>
      ))}
    </dl>
  )
}
