import { randomBytes } from 'node:crypto'
import { caseRecords } from '@setu/records'
import { addDays, caseCodeFrom, claimHearers, openClaimStates, parsePlainDate } from '@setu/vocabulary'
import { accusedMark, Problem, type Work, wrongField } from '../../platform/index.ts'
import { keptValues, rowForChange, stateOf } from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { settle } from '../due/due-store.ts'
import { promiseAnew } from '../plans/promise-anew.ts'
import { agreedPurposes, keepMark } from './claim-store.ts'

type Values = Readonly<Record<string, unknown>>

/** Days in which somebody looks at a contest for which no day was set. */
const daysToContest = 7

const isOpen = (state: string): boolean => openClaimStates.some((open) => open === state)

/** A claim gets a code of its own, which an authority may be told: it leads to no case and to no name. */
export function claimedWith(values: Values): Values {
  return { ...values, claimCode: `N-${caseCodeFrom(randomBytes(8))}` }
}

/** What a claim cannot be raised without: of what somebody is accused, how it came to it, and by when somebody does what is next. */
const toRaise = ['offences', 'link', 'raisedOn', 'nextBy'] as const

/** Nobody is told of a claim whom the survivor did not agree to, and its code stays what it was. */
export async function needClaimInOrder(work: Work, { held, base, values }: Writing): Promise<void> {
  if (base > 0 && 'claimCode' in values) throw wrongField('claimCode', 'settled')
  const missing = base > 0 ? [] : toRaise.filter((key) => (values[key] ?? null) === null)
  if (missing.length > 0)
    throw new Problem('bad-request', { fields: missing.map((field) => ({ field, problem: 'missing' })) })
  const { told } = values
  const wanted = claimHearers.entries.filter(({ code }) => Array.isArray(told) && told.includes(code))
  const purposes = wanted.flatMap(({ agreed }) => (agreed === null ? [] : [agreed]))
  if (purposes.length === 0) return
  const agreed = await agreedPurposes(work, held)
  const refused = purposes.find((purpose) => !agreed.includes(purpose))
  if (refused !== undefined) throw new Problem('consent-missing', { about: { purpose: refused } })
}

const kind = 'pursueClaim'

/** What is known of how the person is named becomes their mark, and the next step is promised anew. */
export async function followClaimWritten(work: Work, { held, id, base, values }: Writing): Promise<void> {
  const record = caseRecords.nonPunishmentClaim
  const row = await rowForChange(work, held, record, id)
  const kept = await keptValues(work, held, record, row)
  const { caseNumber, accusedAs, nextOwner } = kept
  const named = typeof caseNumber === 'string' && typeof accusedAs === 'string'
  await keepMark(work, held, id, named ? accusedMark(work, { caseNumber, name: accusedAs }) : null)
  const changed = base === 0 || 'nextBy' in values || 'nextOwner' in values
  const day = parsePlainDate(String(kept['nextBy']))
  if (changed && day !== null && isOpen(stateOf(row)))
    await promiseAnew(work, held, { id, kind, day, owner: nextOwner })
}

function needPast(work: Work, values: Values, ...keys: readonly string[]): void {
  for (const key of keys) {
    const day = parsePlainDate(String(values[key]))
    if (day !== null && day > work.today) throw wrongField(key, 'not-yet')
  }
}

/** An answer keeps what was promised; a no that can be contested is to be contested, or let be, by its day. */
export async function followClaim(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  needPast(work, values, 'supportedOn', 'decidedOn', 'contestedOn')
  if (to === 'supported') return
  await settle(work, id, [kind])
  const until = parsePlainDate(String(values['contestUntil']))
  const owner = values['nextOwner']
  if (to === 'notAccepted' && until !== null && until >= work.today)
    return promiseAnew(work, held, { id, kind, day: until, owner })
  if (to === 'contested')
    await promiseAnew(work, held, { id, kind, day: addDays(work.today, daysToContest), owner })
}
