import { randomBytes } from 'node:crypto'
import { caseRecords } from '@setu/records'
import {
  addDays,
  caseCodeFrom,
  claimHearers,
  openClaimStates,
  type PlainDate,
  parsePlainDate,
} from '@setu/vocabulary'
import { Problem, type Work } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import { keptValues, rowForChange, stateOf } from '../cases/record-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { promiseFor, settle } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { supervisorOf } from '../plans/approvals.ts'
import { accusedMark } from './accused-mark.ts'
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
  if (base > 0 && 'claimCode' in values)
    throw new Problem('bad-request', { fields: [{ field: 'claimCode', problem: 'settled' }] })
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

/** The next step is promised by its day, by whoever takes it. */
async function promiseNext(
  work: Work,
  held: CaseFile,
  { id, day, owner }: { readonly id: string; readonly day: PlainDate; readonly owner: unknown },
): Promise<void> {
  await settle(work, id, ['pursueClaim'])
  const holder = await promiseHolder(work, held)
  const account = owner === 'supervisor' ? await supervisorOf(work, held.ownerUnit) : holder.account
  const about = { org: held.org, caseId: held.id, about: id, kind: 'pursueClaim' } as const
  await promiseFor(work, { ...about, holder: { ...holder, account } }, endOf(day))
}

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
    await promiseNext(work, held, { id, day, owner: nextOwner })
}

function needPast(work: Work, values: Values, ...keys: readonly string[]): void {
  for (const key of keys) {
    const day = parsePlainDate(String(values[key]))
    if (day !== null && day > work.today)
      throw new Problem('bad-request', { fields: [{ field: key, problem: 'not-yet' }] })
  }
}

/** An answer keeps what was promised; a no that can be contested is to be contested, or let be, by its day. */
export async function followClaim(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  needPast(work, values, 'supportedOn', 'decidedOn', 'contestedOn')
  if (to === 'supported') return
  await settle(work, id, ['pursueClaim'])
  const until = parsePlainDate(String(values['contestUntil']))
  const owner = values['nextOwner']
  if (to === 'notAccepted' && until !== null && until >= work.today)
    return promiseNext(work, held, { id, day: until, owner })
  if (to === 'contested')
    await promiseNext(work, held, { id, day: addDays(work.today, daysToContest), owner })
}
