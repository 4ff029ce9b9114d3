import { type Doer, writeOutcome } from '../audit/trail.ts'
import type { Db } from '../database/dialect.ts'
import type { Visit } from '../http/endpoint.ts'

interface Answered {
  readonly action: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly status: number
}

/** The event of a visit that went well; a refused one is logged where every refusal is. */
export function visitOutcome(visit: Visit, { action, method, status }: Answered) {
  return { request: visit.request, action, method, status, problem: null, reason: null, count: null }
}

/** Logs a visit under the role of the transaction, with the person it turned out to be. */
export function logVisit(db: Db, visit: Visit, answered: Answered, who: Doer | null): Promise<void> {
  return writeOutcome(db, who, visitOutcome(visit, answered), [])
}
