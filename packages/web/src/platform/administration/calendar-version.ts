interface Dated {
  readonly date: string
}

/** Holidays in the order in which they come. */
export function sortedHolidays<Holiday extends Dated>(holidays: readonly Holiday[]): Holiday[] {
  return [...holidays].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** Every day of a court's vacation, so that a long one need not be entered day by day; at most a quarter of a year. */
export function vacationDays<Named extends Dated>(first: Named, last: string): Named[] {
  const days: Named[] = []
  const moment = new Date(`${first.date}T00:00:00Z`)
  while (days.length < 92) {
    const date = moment.toISOString().slice(0, 10)
    if (date > last) break
    days.push({ ...first, date })
    moment.setUTCDate(moment.getUTCDate() + 1)
  }
  return days
}

/** The name of a calendar's next version: the day it was made, counted on where that day had one already. */
export function nextVersion(before: string, today: string): string {
  if (!before.startsWith(today)) return today
  const again = Number(before.slice(today.length + 1) || '1') + 1
  return `${today}.${again}`
}

interface Versioned {
  readonly jurisdiction: string
  readonly institution: string
  readonly validFrom: string
}

/** Whose calendar it is, whichever version. */
export function keyOf({ jurisdiction, institution }: Versioned): string {
  return `${jurisdiction}.${institution}`
}

/** The version of each calendar that came into force last. */
export function newestOfEach<Calendar extends Versioned>(calendars: readonly Calendar[]): Calendar[] {
  const newest = new Map<string, Calendar>()
  for (const calendar of calendars) {
    const known = newest.get(keyOf(calendar))
    if (known === undefined || known.validFrom <= calendar.validFrom) newest.set(keyOf(calendar), calendar)
  }
  return [...newest.values()]
}
