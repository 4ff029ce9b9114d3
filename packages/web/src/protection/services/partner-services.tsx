import type { CaseView } from '@setu/records/api'
import { serviceTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import cases from '../cases/case-screen.module.css'
import { serviceLines } from './service-lines.ts'

/** What the offices gave that took a referral on, as they wrote it themselves: beside the plan of a case. */
export function PartnerServices({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, name } = useLabels()
  const { services } = useDoors()
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'partner-services'],
    queryFn: () => services.ofCase(file),
    enabled: file.tracing !== null,
  })
  const lines = serviceLines(data?.items ?? [])
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={cases['groupTitle']}>{say('services.by-others')}</h3>
      <ul className={lists['rows']}>
        {lines.map(({ service, office, given, missed, stopped, last, next }) => (
          <li key={`${service} ${office.en}`} className={lists['row']}>
            <div>
              <div className={lists['line']}>
                <span className={lists['strong']}>{code(serviceTypes, service)}</span>
                <span>{name(office)}</span>
                {stopped && <span className={cases['state']}>{say('services.stopped')}</span>}
              </div>
              <div className={lists['quiet']}>
                {say('services.given-times', { count: dates.number(given) })}
                {missed > 0 && ` · ${say('services.missed-times', { count: dates.number(missed) })}`}
                {last !== null && (
                  <>
                    {' '}
                    · {say('services.last')} <DayText day={last} />
                  </>
                )}
                {next !== null && next >= dates.today && (
                  <>
                    {' '}
                    · {say('services.next')} <DayText day={next} />
                  </>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
