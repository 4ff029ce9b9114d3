import type { HtcdsReadAs } from '@setu/records/api'

/** What a person decided about a file: which field a column holds (empty to leave it out), and how days are written. */
export interface Decisions {
  readonly columns: Readonly<Record<string, string>>
  readonly days: 'day-first' | 'month-first' | null
}

export const undecided: Decisions = { columns: {}, days: null }

/** The decisions as the node takes them: `C:spl_Type,D:` puts column C to a field and leaves column D out. */
export function readAs({ columns, days }: Decisions): HtcdsReadAs {
  const written = Object.entries(columns).map(([position, field]) => `${position}:${field}`)
  return {
    ...(written.length > 0 ? { columns: written.join(',') } : {}),
    ...(days === null ? {} : { days }),
  }
}
