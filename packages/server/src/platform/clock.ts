import { type PlainDate, parsePlainDate } from '@setu/vocabulary'

/** Where the day begins for people here; the server's own zone never matters. */
const homeZone = 'Asia/Dhaka'

/** Time as it is passed in; tests and the demonstration set their own. */
export type Clock = () => Date

const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: homeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day of a moment in Bangladesh. */
export function dayOf(moment: Date): PlainDate {
  const day = parsePlainDate(days.format(moment))
  if (day === null) throw new RangeError('not a day')
  return day
}

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: homeZone, hour: '2-digit', hourCycle: 'h23' })

/** The hour of a moment on the clocks of Bangladesh, from 0 to 23. */
export function hourOf(moment: Date): number {
  return Number(hours.format(moment))
}
