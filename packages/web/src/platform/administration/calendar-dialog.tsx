import { Button } from '@mantine/core'
import type { CalendarView } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { useCommand } from '../use-command.ts'
import { nextVersion, sortedHolidays, vacationDays } from './calendar-version.ts'
import type { CalendarAdd } from './door.ts'

interface CalendarDialogProps {
  readonly calendar: CalendarView
  readonly onClose: () => void
}

type Holiday = CalendarView['holidays'][number]

/**
 * A new version of a calendar. The old one stays, since deadlines were counted with it; open ones are
 * counted again with the new one.
 */
export function CalendarDialog({ calendar, onClose }: CalendarDialogProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { today } = useDates()
  const { administration } = useDoors()
  const [holidays, setHolidays] = useState<readonly Holiday[]>(calendar.holidays)
  const [date, setDate] = useState<unknown>(null)
  const [en, setEn] = useState<unknown>(null)
  const [bn, setBn] = useState<unknown>(null)
  const [last, setLast] = useState<unknown>(null)
  const [source, setSource] = useState<unknown>(null)
  const [added, setAdded] = useState(0)
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const shown = sortedHolidays(
    holidays.filter(({ date: on, provisional }) => on >= today || (provisional === true && on >= yearAgo)),
  )
  const add = useCommand(
    (version: CalendarAdd) => administration.addCalendar(version),
    () => {
      toast(say('calendar.kept'))
      onClose()
    },
  )
  const complete = typeof date === 'string' && typeof en === 'string' && typeof bn === 'string'
  const addHoliday = () => {
    if (!complete) return
    const rests = typeof source === 'string' ? { source } : {}
    const days =
      typeof last === 'string'
        ? vacationDays({ date, en, bn, vacation: true, ...rests }, last)
        : [{ date, en, bn, ...rests }]
    setHolidays([...holidays, ...days])
    setAdded(added + 1)
    setDate(null)
    setLast(null)
    setSource(null)
    setEn(null)
    setBn(null)
  }
  return (
    <Dialog title={say('calendar.change')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('calendar.change-what')}</p>
        <ul className={lists['rows']}>
          {shown.map((holiday) => (
            <li key={`${holiday.date}.${holiday.en}`} className={lists['row']}>
              <span>
                <DayText day={holiday.date} written /> · {name(holiday)}
              </span>
              {holiday.provisional === true && (
                <Button
                  variant="subtle"
                  onClick={() =>
                    setHolidays(
                      holidays.map((other) => (other === holiday ? { ...other, provisional: false } : other)),
                    )
                  }
                >
                  {say('calendar.confirm')}
                  <span className="heard"> {name(holiday)}</span>
                </Button>
              )}
              <Button
                variant="subtle"
                leftSection={<Icon name="close" size={16} />}
                onClick={() => setHolidays(holidays.filter((other) => other !== holiday))}
              >
                {say('calendar.take-out')}
                <span className="heard"> {name(holiday)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <div key={added} className={dialogs['parts']}>
          <DayField
            name="date"
            label={say('calendar.day')}
            required={false}
            fault={null}
            answer={date}
            onAnswer={setDate}
          />
          <TextField
            name="en"
            label={say('calendar.name-en')}
            required={false}
            fault={null}
            answer={en}
            onAnswer={setEn}
          />
          <TextField
            name="bn"
            label={say('calendar.name-bn')}
            required={false}
            fault={null}
            answer={bn}
            onAnswer={setBn}
          />
          {calendar.institution === 'court' && (
            <DayField
              name="last"
              label={say('calendar.last')}
              required={false}
              fault={null}
              answer={last}
              onAnswer={setLast}
            />
          )}
          <TextField
            name="source"
            label={say('calendar.source')}
            required={false}
            fault={null}
            answer={source}
            onAnswer={setSource}
          />
          <div>
            <Button variant="default" disabled={!complete} onClick={addHoliday}>
              {say('calendar.add')}
            </Button>
          </div>
        </div>
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            loading={add.pending}
            onClick={() =>
              add.run({
                ...calendar,
                version: nextVersion(calendar.version, today),
                validFrom: today,
                holidays: sortedHolidays(holidays),
              })
            }
          >
            {say('calendar.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
