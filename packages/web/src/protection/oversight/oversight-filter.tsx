import type { Oversight } from '@setu/records/api'
import { type OversightBy, oversightBy, plainDate } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import filters from '../cases/case-list-screen.module.css'
import type { OversightSearch } from '../searches.ts'
import styles from './oversight.module.css'

const offered: Readonly<Record<Oversight['view'], readonly OversightBy[]>> = {
  own: ['unit', 'district', 'year'],
  told: ['organisation', 'district', 'year'],
}

interface OversightFilterProps {
  readonly numbers: Oversight
  readonly search: OversightSearch
  readonly onChange: (changes: OversightSearch) => void
}

/** What is counted, as a sentence; and by what, and opened when, to be chosen. */
export function OversightFilter({ numbers, search, onChange }: OversightFilterProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, code } = useLabels()
  const { view, by, until, telling } = numbers
  const sentence = [
    say(view === 'own' ? 'oversight.says.own' : 'oversight.says.told'),
    search.from && say('oversight.says.from', { day: dates.written(plainDate(search.from)) }),
    search.to && say('oversight.says.to', { day: dates.written(plainDate(search.to)) }),
    say('oversight.says.by', { by: code(oversightBy, by) }),
    say('oversight.says.until', { day: dates.written(plainDate(until)) }),
  ].filter(Boolean)
  return (
    <section className={filters['filters']} aria-label={say('filter.label')}>
      <p className={filters['sentence']}>{sentence.join(', ')}</p>
      {telling !== null && (
        <p>
          {say('oversight.telling', {
            least: dates.number(telling.least),
            to: dates.number(telling.roundedTo),
            day: dates.written(plainDate(telling.toldOn)),
          })}
        </p>
      )}
      <div className={styles['days']}>
        <label className={styles['field']}>
          {say('oversight.by')}
          <select
            value={by}
            onChange={({ target }) => onChange({ by: offered[view].find((one) => one === target.value) })}
          >
            {offered[view].map((one) => (
              <option key={one} value={one}>
                {oversightBy.entries.find((entry) => entry.code === one)?.[language]}
              </option>
            ))}
          </select>
        </label>
        {view === 'own' &&
          (['from', 'to'] as const).map((end) => (
            <label key={end} className={styles['field']}>
              {say(end === 'from' ? 'oversight.from' : 'oversight.to')}
              <input
                type="date"
                value={search[end] ?? ''}
                onChange={({ target }) => onChange({ [end]: target.value === '' ? undefined : target.value })}
              />
            </label>
          ))}
      </div>
    </section>
  )
}
