import type { Oversight } from '@setu/records/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Overseeing } from '../overseeing/overseeing.tsx'
import type { OversightSearch } from '../searches.ts'
import { oversightFileAddress } from './door.ts'
import styles from './oversight.module.css'
import { OversightFilter } from './oversight-filter.tsx'
import { OversightTable } from './oversight-table.tsx'
import { rowName } from './row-name.ts'
import { StepFigures } from './step-figures.tsx'

/** How far the work with survivors has come, from identification to closure, in numbers that tell of nobody. */
export function OversightScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { oversight } = useDoors()
  const view = useSignedIn().roles.includes('supervisor') ? 'own' : 'told'
  const search = useSearch({ from: '/inside/oversight' })
  const navigate = useNavigate()
  const asked = { ...search, view } as const
  const { data } = useQuery({
    queryKey: ['oversight', asked],
    queryFn: () => oversight.read(asked),
    placeholderData: keepPreviousData,
  })
  if (data === undefined) return <Pending />
  const change = (changes: OversightSearch) =>
    void navigate({ to: '/oversight', search: { ...search, ...changes }, replace: true })
  return (
    <Page
      title={say('oversight.title')}
      acts={
        <>
          <FileLink to={oversightFileAddress(asked, 'xlsx', language)}>{say('oversight.as-excel')}</FileLink>
          <FileLink to={oversightFileAddress(asked, 'csv', language)}>{say('oversight.as-csv')}</FileLink>
        </>
      }
    >
      <Overseeing />
      <OversightFilter numbers={data} search={search} onChange={change} />
      <div className={lists['stack']}>
        <Steps numbers={data} />
        <OversightTable numbers={data} />
      </div>
    </Page>
  )
}

/** The steps of everybody together, or of one row that is chosen. */
function Steps({ numbers }: { readonly numbers: Oversight }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const labels = useLabels()
  const [chosen, setChosen] = useState<string | null>(null)
  const rows = numbers.rows.filter(({ place }) => place !== 'others')
  const row = rows.find(({ key }) => key === chosen) ?? rows[0]
  return (
    <Card title={say('oversight.steps')}>
      {row === undefined || row.cases === 0 ? (
        <p className={lists['empty']}>{say('oversight.none')}</p>
      ) : (
        <>
          {rows.length > 1 && (
            <label className={styles['field']}>
              {say('oversight.whose')}
              <select
                value={row.key ?? ''}
                onChange={({ target }) =>
                  setChosen(rows.find(({ key }) => (key ?? '') === target.value)?.key ?? null)
                }
              >
                {rows.map((one) => (
                  <option key={`${one.place} ${one.key}`} value={one.key ?? ''}>
                    {rowName(one, numbers.by, say, labels)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p>
            {row.cases === null
              ? say('oversight.cases-untold')
              : say(numbers.view === 'own' ? 'oversight.counted' : 'oversight.counted-about', {
                  cases: dates.number(row.cases),
                })}
            {row.overdue !== null && ` ${say('oversight.overdue-of', { count: dates.number(row.overdue) })}`}
          </p>
          <StepFigures numbers={numbers} row={row} />
        </>
      )}
    </Card>
  )
}
