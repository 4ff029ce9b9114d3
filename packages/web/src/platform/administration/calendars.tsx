import { Button } from '@mantine/core'
import type { CalendarView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { countryName } from '../../forms/value-text.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { Wide } from '../../shell/wide.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CalendarDialog } from './calendar-dialog.tsx'

const institutions: Readonly<Record<string, WordId>> = {
  executive: 'calendar.executive',
  court: 'calendar.court',
}

/** Which days are worked, by whom: what deadlines in working days are counted with. */
export function Calendars(): ReactNode {
  const { administration } = useDoors()
  const { data } = useQuery({ queryKey: ['calendars'], queryFn: administration.calendars })
  if (data === undefined) return <Pending />
  return (
    <div className={lists['stack']}>
      {data.items.map((calendar) => (
        <OneCalendar
          key={`${calendar.jurisdiction}.${calendar.institution}.${calendar.version}`}
          calendar={calendar}
        />
      ))}
    </div>
  )
}

function OneCalendar({ calendar }: { readonly calendar: CalendarView }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const [changing, setChanging] = useState(false)
  const word = institutions[calendar.institution]
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const closed = calendar.weekend.map((day) => weekday.format(new Date(Date.UTC(2027, 0, 3 + day))))
  return (
    <Card
      title={say('calendar.title', {
        country: countryName(calendar.jurisdiction, language),
        institution: word ? say(word) : calendar.institution,
      })}
      act={
        <Button variant="default" onClick={() => setChanging(true)}>
          {say('calendar.change')}
        </Button>
      }
    >
      <p className={lists['quiet']}>
        {say('calendar.version', { version: calendar.version })}{' '}
        {say('calendar.weekend', { days: new Intl.ListFormat(language).format(closed) })}
      </p>
      <Wide label={say('calendar.holidays')}>
        <table className={lists['table']}>
          <caption className="heard">{say('calendar.holidays')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('calendar.day')}</th>
              <th scope="col">{say('calendar.holiday')}</th>
            </tr>
          </thead>
          <tbody>
            {calendar.holidays.map((holiday) => (
              <tr key={`${holiday.date}.${holiday.en}`}>
                <td>
                  <DayText day={holiday.date} written />
                </td>
                <td>
                  {name(holiday)}
                  {holiday.provisional === true && (
                    <span className={lists['quiet']}> · {say('calendar.provisional')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {changing && <CalendarDialog calendar={calendar} onClose={() => setChanging(false)} />}
    </Card>
  )
}
