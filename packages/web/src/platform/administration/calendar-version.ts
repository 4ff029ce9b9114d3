interface Dated {
  readonly date: string
}

/** Holidays in the order in which they come. */
export function sortedHolidays<Holiday extends Dated>(holidays: readonly Holiday[]): Holiday[] {
  return [...holidays].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The name of a calendar's next version: the day it was made, counted on where that day had one already. */
export function nextVersion(before: string, today: string): string {
  if (!before.startsWith(today)) return today
  const again = Number(before.slice(today.length + 1) || '1') + 1
  return `${today}.${again}`
}
