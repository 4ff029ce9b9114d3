import type { CaseView } from '@setu/records/api'
import {
  isCode,
  type SideStanding,
  type SustainabilityItem,
  standingOf,
  sustainabilityItems,
  sustainabilityLevels,
} from '@setu/vocabulary'

type Kept = CaseView['records'][number]

/** One finished look at how firmly somebody stands, with its parts. */
export interface Look {
  readonly id: string
  readonly on: string
  readonly sides: readonly SideStanding[]
  readonly values: Kept['values']
}

function lookOf({ id, values }: Kept): Look {
  return {
    id,
    on: String(values['takenOn']),
    sides: standingOf(String(values['questions']), values),
    values,
  }
}

/** What later answers are compared with, where somebody asked, and the last answers since. */
export function looksIn(records: readonly Kept[]): {
  readonly baseline: Look | undefined
  readonly last: Look | undefined
} {
  const made = records.filter(({ record, state }) => record === 'sustainability' && state === 'made')
  const of = (occasion: string) =>
    made
      .filter(({ values }) => values['occasion'] === occasion)
      .map(lookOf)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .at(-1)
  return { baseline: of('baseline'), last: of('outcome') }
}

/** The levels of one look, item by item, as far as they were answered. */
export function levelsOf(look: Look | undefined, item: SustainabilityItem) {
  const level = look?.values[item]
  return isCode(sustainabilityLevels, level) ? level : null
}

/** The items of a side, in the order in which they are asked. */
export function itemsOf(side: string) {
  return sustainabilityItems.entries.filter((item) => item.side === side)
}

/** The follow-ups of a case in the order of their days. */
export function followUpsIn(records: readonly Kept[]): Kept[] {
  const day = ({ values: { dueOn } }: Kept): string => (typeof dueOn === 'string' ? dueOn : '9')
  return records
    .filter(({ record, state }) => record === 'followUp' && state !== 'dropped')
    .toSorted((a, b) => day(a).localeCompare(day(b)))
}
