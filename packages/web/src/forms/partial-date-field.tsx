import { type ReactNode, useMemo, useState } from 'react'
import { useSettings } from '../platform/settings.ts'
import { numberLocale } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import styles from './forms.module.css'
import { type Asked, Labelled } from './labelled.tsx'
import { type DateParts, dateOfParts, dateParts } from './typed.ts'

interface PartialDateFieldProps extends Asked {
  readonly name: string
  readonly answer: unknown
  readonly onAnswer: (answer: string | null) => void
}

function monthNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2027, month, 1))))
}

/** A date of which perhaps only the year is known: each part by itself, none forced. */
export function PartialDateField({ name, answer, onAnswer, ...asked }: PartialDateFieldProps): ReactNode {
  const say = useWords()
  const { language, digits } = useSettings()
  const months = useMemo(() => monthNames(numberLocale(language, digits)), [language, digits])
  const [parts, setParts] = useState(() => dateParts(answer))

  const change = (changed: Partial<DateParts>) => {
    const next = { ...parts, ...changed }
    setParts(next)
    onAnswer(dateOfParts(next))
  }

  return (
    <Labelled {...asked} group why={asked.why ?? say('form.partial-date')}>
      {({ input }) => (
        <div className={styles['parts']}>
          <label className={styles['part']}>
            {say('form.year')}
            <input
              id={input}
              name={`${name}-year`}
              className={styles['input']}
              inputMode="numeric"
              maxLength={4}
              autoComplete="off"
              aria-invalid={asked.fault !== null}
              value={parts.year}
              onChange={(event) => change({ year: event.target.value })}
            />
          </label>
          <label className={styles['part']}>
            {say('form.month')}
            <select
              name={`${name}-month`}
              className={styles['input']}
              aria-invalid={asked.fault !== null}
              value={parts.month}
              onChange={(event) => change({ month: event.target.value })}
            >
              <option value="">{say('form.not-known')}</option>
              {months.map((month, at) => (
                <option key={month} value={String(at + 1).padStart(2, '0')}>
                  {month}
                </option>
              ))}
            </select>
          </label>
          <label className={styles['part']}>
            {say('form.day')}
            <input
              name={`${name}-day`}
              className={styles['input']}
              inputMode="numeric"
              maxLength={2}
              autoComplete="off"
              aria-invalid={asked.fault !== null}
              value={parts.day}
              onChange={(event) => change({ day: event.target.value })}
            />
          </label>
        </div>
      )}
    </Labelled>
  )
}
