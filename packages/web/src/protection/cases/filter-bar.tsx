import { caseStates } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { placeName } from '../../directory/place-names.ts'
import { useDistricts } from '../../forms/use-lists.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { type CaseSearch, caseSearch } from '../searches.ts'
import styles from './case-list-screen.module.css'

interface FilterBarProps {
  readonly search: CaseSearch
  readonly onChange: (changes: CaseSearch) => void
}

/** The filter, said as a sentence and changed a word at a time. */
export function FilterBar({ search, onChange }: FilterBarProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const districts = useDistricts()
  const sentence = [
    say(search.mine ? 'filter.says.mine' : 'filter.says.all'),
    search.state && code(caseStates, search.state),
    search.district && say('filter.says.in', { place: placeName(search.district, language) }),
    search.due && say(search.due === 'overdue' ? 'filter.says.overdue' : 'filter.says.week'),
  ].filter(Boolean)
  const change = (key: keyof CaseSearch) => (given: string) => {
    const value = key === 'mine' ? given === 'true' : given
    onChange({ code: undefined, [key]: caseSearch({ [key]: value })[key] })
  }
  return (
    <section className={styles['filters']} aria-label={say('filter.label')}>
      <p className={styles['sentence']}>
        {search.code === undefined ? sentence.join(', ') : say('filter.code', { code: search.code })}
      </p>
      <div className={styles['selects']}>
        <Select
          label={say('filter.whose')}
          value={search.mine ? 'true' : ''}
          onChange={change('mine')}
          options={[
            { value: '', label: say('filter.whose.all') },
            { value: 'true', label: say('filter.whose.mine') },
          ]}
        />
        <Select
          label={say('filter.state')}
          value={search.state ?? ''}
          onChange={change('state')}
          options={[
            { value: '', label: say('filter.any') },
            ...caseStates.entries.map((entry) => ({ value: entry.code, label: entry[language] })),
          ]}
        />
        <Select
          label={say('filter.place')}
          value={search.district ?? ''}
          onChange={change('district')}
          options={[{ value: '', label: say('filter.anywhere') }, ...districts]}
        />
        <Select
          label={say('filter.due')}
          value={search.due ?? ''}
          onChange={change('due')}
          options={[
            { value: '', label: say('filter.due.any') },
            { value: 'overdue', label: say('filter.due.overdue') },
            { value: 'week', label: say('filter.due.week') },
          ]}
        />
      </div>
    </section>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps): ReactNode {
  return (
    <label className={styles['select']}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
