import { Button } from '@mantine/core'
import type { CalendarView } from '@setu/records/api'
import { type CalendarGap, calendarGaps } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { countryName } from '../../forms/value-text.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { keyOf, newestOfEach } from './calendar-version.ts'

const institutions: Readonly<Record<string, WordId>> = {
  executive: 'calendar.executive',
  court: 'calendar.court',
}

const gapWords: Readonly<Record<CalendarGap, WordId>> = {
  holidays: 'calendar.gap-holidays',
  vacations: 'calendar.gap-vacations',
}

/** Which days are worked, by whom: what deadlines in working days are counted with. */
export function Calendars(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { administration } = useDoors()
  const [chosen, setChosen] = useState<string | null>('BD.executive')
  const { data } = useQuery({ queryKey: ['calendars'], queryFn: administration.calendars })
  if (data === undefined) return <Pending />
  const calendars = newestOfEach(data.items)
  const calendar = calendars.find((candidate) => keyOf(candidate) === chosen) ?? calendars[0]
  const titleOf = ({ jurisdiction, institution }: CalendarView) => {
    const word = institutions[institution]
    return say('calendar.title', {
      country: countryName(jurisdiction, language),
      institution: word ? say(word) : institution,
    })
  }
  return (
    <div className={lists['stack']}>
      <OneOf
        name="calendar"
        label={say('calendar.which')}
        required
        fault={null}
        options={calendars.map((option) => ({ value: keyOf(option), label: titleOf(option) }))}
        answer={calendar ? keyOf(calendar) : null}
        onAnswer={setChosen}
      />
      {calendar && <OneCalendar calendar={calendar} title={titleOf(calendar)} />}
    </div>
  )
}

interface OneCalendarProps {
  readonly calendar: CalendarView
  readonly title: string
}

function OneCalendar({ calendar, title }: OneCalendarProps): ReactNode {
  const say = useWords()
  const { today } = useDates()
  const { language } = useLabels()
  const [changing, setChanging] = useState(false)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const closed = calendar.weekend.map((day) => weekday.format(new Date(Date.UTC(2027, 0, 3 + day))))
  const past = calendar.holidays.filter(({ date }) => date < today)
  return (
    <Card
      title={title}
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
      {calendarGaps(calendar).map((gap) => (
        <p key={gap} className={lists['quiet']}>
          {say(gapWords[gap])}
        </p>
      ))}
      <Holidays holidays={calendar.holidays.filter(({ date }) => date >= today)} />
      {past.length > 0 && (
        <details>
          <summary>{say('calendar.past')}</summary>
          <Holidays holidays={past} />
        </details>
      )}
      {changing && <CalendarDialog calendar={calendar} onClose={() => setChanging(false)} />}
    </Card>
  )
}

function Holidays({ holidays }: { readonly holidays: CalendarView['holidays'] }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  return (
    <ul className={lists['rows']}>
      {holidays.map((holiday) => (
        <li key={`${holiday.date}.${holiday.en}`} className={lists['row']}>
          <div className={lists['line']}>
            <DayText day={holiday.date} written />
            <span className={lists['strong']}>{name(holiday)}</span>
            {holiday.provisional === true && (
              <span className={lists['quiet']}>{say('calendar.provisional')}</span>
            )}
            {holiday.worked === true && <span className={lists['quiet']}>{say('calendar.worked')}</span>}
            {holiday.vacation === true && <span className={lists['quiet']}>{say('calendar.vacation')}</span>}
          </div>
          {holiday.source !== undefined && (
            <p className={lists['quiet']}>{say('calendar.rests-on', { source: holiday.source })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
