import type { CaseQuery } from '@setu/records/api'
import { type CaseSearch, caseSearch } from '../searches.ts'

/** What the node is asked for. */
export function queryOf({ mine, ...search }: CaseSearch, after?: string): CaseQuery {
  return caseQuery({ ...search, mine: mine ? '1' : undefined, after })
}

function caseQuery(query: Readonly<Record<string, string | undefined>>): CaseQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
}

/** A saved filter is kept as texts; what this version does not understand is left out. */
export function searchOfSaved(filter: Readonly<Record<string, string>>): CaseSearch {
  return caseSearch({ ...filter, mine: filter['mine'] === '1' })
}

export function savedOf({ mine, ...search }: CaseSearch): Record<string, string> {
  const texts = Object.entries(search).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return Object.fromEntries(mine ? [...texts, ['mine', '1'] as const] : texts)
}
