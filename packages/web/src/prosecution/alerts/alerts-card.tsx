import type { AlertView, CaseAlerts, CriminalView } from '@setu/records/api'
import { lawLimits } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AlertRow } from './alert-row.tsx'

/** What stalls in a case, what lies ahead of it, and by which law its time limits are counted. */
export function AlertsCard({ file }: { readonly file: CriminalView }): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const { data } = useQuery({
    queryKey: ['case-alerts', file.org, file.id],
    queryFn: () => prosecution.caseAlerts(file),
  })
  if (data === undefined) return null
  const over = ({ until, dropped }: AlertView) => until !== null || dropped !== null
  const open = data.given.filter((one) => !over(one))
  return (
    <Card title={say('alerts.card')}>
      <CountedBy alerts={data} />
      {open.length === 0 && <p className={lists['empty']}>{say('alerts.card-none')}</p>}
      <Rows alerts={open} file={file} />
      <Folded title={say('alerts.ahead')} alerts={data.ahead} file={file} />
      <Folded title={say('alerts.before')} alerts={data.given.filter(over)} file={file} />
    </Card>
  )
}

const lawWords: Readonly<Partial<Record<NonNullable<CaseAlerts['found']>, WordId>>> = {
  none: 'alerts.law-none',
  unclear: 'alerts.law-unclear',
  noDay: 'alerts.law-no-day',
  noCalendar: 'alerts.no-calendar',
}

function CountedBy({ alerts: { found, law, unknown } }: { readonly alerts: CaseAlerts }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const word = found === null ? undefined : lawWords[found]
  if (word !== undefined) return <p className={lists['quiet']}>{say(word)}</p>
  if (law === null) return null
  return (
    <>
      <p className={lists['quiet']}>{say('alerts.law', { law })}</p>
      {unknown.length > 0 && (
        <p>
          {say('alerts.limits-unknown', { limits: unknown.map((one) => code(lawLimits, one)).join(', ') })}
        </p>
      )}
    </>
  )
}

interface RowsProps {
  readonly alerts: readonly AlertView[]
  readonly file: CriminalView
}

function Rows({ alerts, file }: RowsProps): ReactNode {
  return (
    <ul className={lists['rows']}>
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} of={file} />
      ))}
    </ul>
  )
}

function Folded({ title, alerts, file }: RowsProps & { readonly title: string }): ReactNode {
  if (alerts.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <Rows alerts={alerts} file={file} />
    </details>
  )
}
