import { lawLimits } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Count, RestsFields, TextOrNone } from './edit-fields.tsx'
import type { Law, PartProps } from './edit-head.tsx'
import { limitText } from './law-words.ts'
import styles from './laws.module.css'

type Limit = Law['limits'][number]

const nothingKnown = (kind: Limit['kind']): Limit => ({
  kind,
  section: null,
  amount: null,
  unit: 'workingDays',
  institution: kind === 'trial' || kind === 'overrunReport' || kind === 'appeal' ? 'court' : 'executive',
  mark: 'unverified',
  source: '',
})

/** The time limits: each is known with what it rests on, or says that it is not known. */
export function LimitFields({ law, onChange }: PartProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return lawLimits.entries.map((entry) => {
    const limit = law.limits.find(({ kind }) => kind === entry.code) ?? nothingKnown(entry.code)
    const change = (changed: Limit) =>
      onChange({
        limits: lawLimits.entries.flatMap(({ code }) =>
          code === entry.code ? [changed] : law.limits.filter(({ kind }) => kind === code),
        ),
      })
    return (
      <details key={entry.code} className={styles['part']}>
        <summary>
          {entry[language]}: {limitText(limit, say)}
        </summary>
        <OneLimit limit={limit} onChange={change} />
      </details>
    )
  })
}

interface OneLimitProps {
  readonly limit: Limit
  readonly onChange: (changed: Limit) => void
}

function OneLimit({ limit, onChange }: OneLimitProps): ReactNode {
  const say = useWords()
  const at = `limits.${limit.kind}`
  const counted = ['workingDays', 'calendarDays', 'calendarMonths'] as const
  const units = {
    workingDays: 'law.unit-working',
    calendarDays: 'law.unit-days',
    calendarMonths: 'law.unit-months',
  } as const
  return (
    <div className={styles['fields']}>
      <Count
        name={`${at}.amount`}
        word="law.amount"
        value={limit.amount}
        onChange={(amount) => onChange({ ...limit, amount })}
      />
      <OneOf
        name={`${at}.unit`}
        label={say('law.unit')}
        required
        fault={null}
        options={counted.map((unit) => ({ value: unit, label: say(units[unit]) }))}
        answer={limit.unit}
        onAnswer={(answer) =>
          onChange({ ...limit, unit: counted.find((unit) => unit === answer) ?? limit.unit })
        }
      />
      <OneOf
        name={`${at}.institution`}
        label={say('law.calendar')}
        required
        fault={null}
        options={[
          { value: 'executive', label: say('law.executive') },
          { value: 'court', label: say('law.court') },
        ]}
        answer={limit.institution}
        onAnswer={(answer) => onChange({ ...limit, institution: answer === 'court' ? 'court' : 'executive' })}
      />
      <TextOrNone
        name={`${at}.section`}
        word="law.section"
        value={limit.section}
        onChange={(section) => onChange({ ...limit, section })}
      />
      <RestsFields name={at} of={limit} onChange={onChange} />
    </div>
  )
}
