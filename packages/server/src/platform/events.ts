import type { Work } from './work.ts'

/** What one room tells the others: ids and codes, never what a record says. */
interface Events {
  readonly calendarChanged: {
    readonly jurisdiction: string
    readonly institution: string
    readonly version: string
  }
}

type EventName = keyof Events

/** Hears an event in the transaction of what happened, so that either both are kept or neither is. */
export type Listener<Name extends EventName> = (work: Work, ids: Events[Name]) => Promise<void>

const listeners: { readonly [Name in EventName]: Listener<Name>[] } = { calendarChanged: [] }

/** Has a room told when a calendar has a new version, so that it can count its open days again. */
export function onCalendarChanged(listener: Listener<'calendarChanged'>): void {
  listeners.calendarChanged.push(listener)
}

/** Tells every room that listens that a calendar has a new version. */
export async function tellCalendarChanged(work: Work, ids: Events['calendarChanged']): Promise<void> {
  for (const hear of listeners.calendarChanged) await hear(work, ids)
}
