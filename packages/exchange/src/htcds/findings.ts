import type { HtcdsFieldName } from '@setu/vocabulary'
import { columnLetters } from '../spreadsheets/cell.ts'
import { type CodeOfWeight, type HtcdsProblemCode, htcdsProblems, type RowProblem } from './problems.ts'

/** Where in a file something was found. */
interface Where {
  readonly row?: number
  readonly position?: number
  readonly field?: HtcdsFieldName | null
}

type Notes = Partial<Record<CodeOfWeight<'note'>, number>>

function isNote(code: HtcdsProblemCode): code is CodeOfWeight<'note'> {
  return htcdsProblems[code].weight === 'note'
}

/** Everything found while a file is read. Lists are kept short; the counts are always whole. */
export interface Findings {
  readonly problems: readonly RowProblem[]
  readonly counts: { readonly errors: number; readonly warnings: number }
  add(
    finding: { readonly code: HtcdsProblemCode; readonly about?: Readonly<Record<string, number>> },
    where: Where,
  ): void
  /** How many values of a column were rewritten, by the rule that did it. */
  notesOf(position: number): Notes
}

/** Begins to collect, listing so many problems at most. */
export function collectFindings(most: number): Findings {
  const problems: RowProblem[] = []
  const counts = { errors: 0, warnings: 0 }
  const notes = new Map<number, Notes>()
  return {
    problems,
    counts,
    add({ code, about = {} }, { row = null, position, field = null }) {
      if (isNote(code)) {
        const there = notes.get(position ?? -1) ?? {}
        notes.set(position ?? -1, { ...there, [code]: (there[code] ?? 0) + 1 })
        return
      }
      const { weight } = htcdsProblems[code]
      if (weight === 'warning') counts.warnings += 1
      else counts.errors += 1
      if (problems.length >= most) return
      problems.push({
        code,
        weight,
        row,
        column: position === undefined ? null : columnLetters(position),
        field,
        about,
      })
    },
    notesOf: (position) => notes.get(position) ?? {},
  }
}
