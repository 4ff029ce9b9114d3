import { parsePlainDate } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { dayOf } from './spoken-day.ts'
import { useDates } from './use-dates.ts'

/** A day as people say it; the other calendar appears on hover. */
export function DayText({
  day,
  written = false,
}: {
  readonly day: string
  readonly written?: boolean
}): ReactNode {
  const dates = useDates()
  const plain = parsePlainDate(day)
  if (plain === null) return day
  return (
    <time dateTime={day} title={`${dates.written(plain)} · ${dates.bangla(plain)}`}>
      {written ? dates.written(plain) : dates.day(plain)}
    </time>
  )
}

/** A moment: the day as people say it, and the hour when it is today. */
export function MomentText({ moment }: { readonly moment: string }): ReactNode {
  const dates = useDates()
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const day = dayOf(at)
  return (
    <time dateTime={moment} title={`${dates.moment(at)} · ${dates.bangla(day)}`}>
      {day === dates.today ? dates.hour(at) : dates.day(day)}
    </time>
  )
}
