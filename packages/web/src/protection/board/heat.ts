import type { Board } from '@setu/records/api'

/** Which of the promises are looked at: those of one holder, of one kind, or of both. */
export interface Chosen {
  readonly row?: string
  readonly kind?: string
}

type Row = Pick<Board['rows'][number], 'unit' | 'account'>
type Item = Board['items'][number]

export function keyOf({ unit, account }: Row): string {
  return `${unit.id}.${account?.id ?? ''}`
}

/** How hot a cell is; a word in it says the same, so that the colour is never needed. */
export function heatOf(overdue: number, soon: number): 'calm' | 'due' | 'late' | 'very-late' {
  if (overdue >= 5) return 'very-late'
  if (overdue > 0) return 'late'
  return soon > 0 ? 'due' : 'calm'
}

function holderOf({ holder }: Item): string {
  return `${holder.unit}.${holder.account?.id ?? ''}`
}

/** The promises behind a cell, late and soon; with none chosen, all that are late. */
export function itemsOf(items: readonly Item[], { row, kind }: Chosen): readonly Item[] {
  if (row === undefined && kind === undefined) return items.filter(({ state }) => state === 'overdue')
  return items.filter(
    (item) => (row === undefined || holderOf(item) === row) && (kind === undefined || item.kind === kind),
  )
}
