import type { Figures, FiguresCells, FiguresCellsLay, FiguresFreeze } from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import type { Written } from '../../platform/door-types.ts'
import { type Http, withQuery } from '../../platform/http.ts'

/** Of whom and of which year figures are asked for; what is left out is chosen by the node. */
export interface FiguresAsked {
  readonly of?: string
  readonly year?: string
}

/** Figures of criminal cases: counts of cases and of persons, never which. */
export interface FiguresDoor {
  readonly read: (asked: FiguresAsked) => Promise<Figures>
  readonly freeze: (given: FiguresFreeze) => Promise<Written>
  readonly cells: () => Promise<FiguresCells>
  readonly layDownCells: (given: FiguresCellsLay) => Promise<Written>
}

export function remoteFigures(http: Http): FiguresDoor {
  return {
    read: (asked) => http.get('/api/figures', { ...asked }),
    freeze: (given) => http.post('/api/figures/freeze', given),
    cells: () => http.get('/api/figures/cells'),
    layDownCells: (given) => http.post('/api/figures/cells', given),
  }
}

/** Where the figures are fetched as a file. */
export function figuresFileAddress(
  { of, year }: { readonly of: string; readonly year: number },
  as: { readonly shape: 'tip' | 'glotip'; readonly format: 'csv' | 'xlsx'; readonly language: Language },
): string {
  return withQuery('/api/figures/file', { of, year: String(year), ...as })
}
