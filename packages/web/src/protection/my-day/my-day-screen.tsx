import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { KeysThatWait } from '../../platform/keys/key-waits.tsx'
import { useTold } from '../../platform/use-notices.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { keptFresh, useHeld } from '../../shell/asking.ts'
import { Card } from '../../shell/card.tsx'
import { Icon } from '../../shell/icons.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { opensCases } from '../cases/opens-cases.ts'
import { NewlyTold } from '../told/told-newly.tsx'
import { ChangedRow } from './changed-row.tsx'
import { DueRow } from './due-row.tsx'
import styles from './my-day-screen.module.css'
import { OfficeCounts } from './office-counts.tsx'
import { WaitingRow } from './waiting-row.tsx'

/** What is due, what waits for me, what changed: one look before the day begins. */
export function MyDayScreen(): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { work } = useDoors()
  const session = useSignedIn()
  const carries = session.roles.some((role) => role === 'caseworker' || role === 'supervisor')
  useTold()
  const { data } = useQuery({ queryKey: ['my-day'], queryFn: work.myDay, ...keptFresh })
  const day = useHeld(data)
  if (day === undefined) return <Pending />
  return (
    <Page
      title={say('my-day.title')}
      acts={
        opensCases(session) && (
          <LinkButton to="/cases/new" icon="add">
            {say('palette.new-case')}
          </LinkButton>
        )
      }
    >
      <p className={styles['today']}>
        {dates.written(dates.today)} · {dates.bangla(dates.today)}
        <br />
        <strong>{say('my-day.counts', { today: day.dueToday, overdue: day.overdue })}</strong>
      </p>
      <KeysThatWait />
      <div className={styles['columns']}>
        <Card title={say('my-day.due')}>
          {day.due.length === 0 ? (
            <p className={lists['empty']}>{say('my-day.nothing-due')}</p>
          ) : (
            <ul className={lists['rows']}>
              {day.due.map((due) => (
                <DueRow key={due.id} due={due} code={day.waiting.find(({ id }) => id === due.about)?.code} />
              ))}
            </ul>
          )}
        </Card>
        <Card title={say('my-day.waiting')}>
          {day.waiting.length === 0 ? (
            <p className={lists['empty']}>{say('my-day.nothing-waits')}</p>
          ) : (
            <ul className={lists['rows']}>
              {day.waiting.map((waiting) => (
                <WaitingRow key={waiting.id} waiting={waiting} />
              ))}
            </ul>
          )}
        </Card>
        <div className={lists['stack']}>
          <NewlyTold />
          <Card title={say('my-day.changed')}>
            {day.changed.length === 0 ? (
              <p className={lists['empty']}>{say('my-day.nothing-changed')}</p>
            ) : (
              <ul className={lists['rows']}>
                {day.changed.map((event) => (
                  <ChangedRow key={event.id} event={event} />
                ))}
              </ul>
            )}
            <OfficeCounts />
          </Card>
        </div>
      </div>
      <p className={styles['foot']}>
        <Icon name="cases" size={16} /> <Link to="/cases">{say('my-day.all-cases')}</Link>
        {carries && (
          <>
            {' · '}
            <Link to="/caseload">{say('bar.caseload')}</Link>
          </>
        )}
      </p>
    </Page>
  )
}
