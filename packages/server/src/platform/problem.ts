import type { TrailItem } from './audit/trail.ts'
import type { Db } from './database/dialect.ts'
import { type ProblemCode, problems } from './problem-codes.ts'
import { problemWords } from './problem-words.ts'

/** A field that was refused, and why, in a word that the screens translate. */
export interface FieldProblem {
  readonly field: string
  readonly problem: string
}

interface Details {
  readonly about?: Readonly<Record<string, string>>
  readonly fields?: readonly FieldProblem[]
  /** For a stale change: what is kept now. Only ever sent to someone who may read it. */
  readonly current?: { readonly version: number; readonly values: Readonly<Record<string, unknown>> }
  /** What of somebody's case the refusal shows; it goes into the log and never into the answer. */
  readonly touched?: readonly TrailItem[]
  /** What stays although the work is undone: done in the transaction that logs the refusal. */
  readonly also?: (db: Db) => Promise<unknown>
}

/**
 * A refusal that someone can act on. Only ids and codes go in `about`, since it reaches logs and screens: no
 * names, no free text, no dates of birth.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }

  get status(): number {
    return problems[this.code]
  }

  get title(): { readonly en: string; readonly bn: string } {
    return problemWords[this.code]
  }
}

/** A refusal that names one field, and what is wrong with it. */
export function wrongField(field: string, problem: string): Problem {
  return new Problem('bad-request', { fields: [{ field, problem }] })
}
