import { daysBetween, parsePlainDate } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import type { Writing } from '../cases/stepped.ts'
import { needBestInterests } from '../children/child-store.ts'
import { promiseAll, promiseFor, settle } from '../due/due-store.ts'
import { endOf, rulesInForce } from '../due/rules-in-force.ts'
import { findHome, holdPlaces, homeReachable, stayOf } from './shelter-store.ts'

type Values = Readonly<Record<string, unknown>>
type Holder = Parameters<typeof promiseFor>[1]['holder']

/** Days that follow one another, none of them still to come but the next look. */
export function needDays(work: Work, { admittedOn, reviewOn, leftOn }: Values): void {
  const [admitted, review, left] = [admittedOn, reviewOn, leftOn].map((day) => parsePlainDate(String(day)))
  if (admitted && admitted > work.today) throw wrongField('admittedOn', 'not-yet')
  if (admitted && review && review < admitted) throw wrongField('reviewOn', 'before-admission')
  if (left && left > work.today) throw wrongField('leftOn', 'not-yet')
  if (admitted && left && left < admitted) throw wrongField('leftOn', 'before-admission')
}

/**
 * A home that is full takes nobody: the request stays as it was, and the refusal says which places are gone. It is
 * counted after the stay was written, so with it.
 */
export async function needPlace(work: Work, { home, placeFor }: Values): Promise<void> {
  if (typeof home !== 'string') return
  const free = await holdPlaces(work, home, String(placeFor))
  if (free !== null && free < 0)
    throw new Problem('place-full', { about: { home, placeFor: String(placeFor) } })
}

/** Of a child: no longer stay, and no way to the family, before their best interests were looked into. */
export async function needGates(
  work: Work,
  file: CaseRef,
  { admittedOn, reviewOn, leftOn, leftTo }: Values,
): Promise<void> {
  const [since, review, left] = [admittedOn, reviewOn, leftOn].map((day) => parsePlainDate(String(day)))
  if (!since) return
  if (left && (leftTo === 'family' || leftTo === 'relatives'))
    return needBestInterests(work, file, 'goToFamily', daysBetween(since, left))
  if (!left && review) await needBestInterests(work, file, 'stayLonger', daysBetween(since, review))
}

/** Whatever a stay is asked of is there to be asked, and nobody is moved to another home by a correction. */
export async function needStayInOrder(work: Work, { held, id, base, values }: Writing): Promise<void> {
  const kept = base === 0 ? null : await stayOf(work, held, id)
  const days = { admittedOn: kept?.admitted_on, reviewOn: kept?.review_on, ...values }
  needDays(work, days)
  if (kept?.state === 'admitted') await needGates(work, held, days)
  if (!('home' in values) || values['home'] === (kept?.home ?? null)) return
  if (kept !== null && kept.state !== 'requested') throw new Problem('record-settled')
  const home = values['home']
  if (typeof home === 'string' && !(await homeReachable(work, held, home)))
    throw wrongField('home', 'unknown')
}

/** What was asked of a home is promised by it; a stay that was looked at is looked at again by its new day. */
export async function followStayWritten(work: Work, { held, id, values }: Writing): Promise<void> {
  const stay = await stayOf(work, held, id)
  if (stay === null) return
  if (stay.state === 'admitted' && 'reviewOn' in values)
    return promiseReview(work, held, {
      id,
      reviewOn: stay.review_on,
      holder: await promiseHolder(work, held),
    })
  if (stay.state !== 'requested' || !('home' in values)) return
  await settle(work, id, ['answerShelter'])
  const home = stay.home === null ? null : await findHome(work, stay.home)
  if (home === null) return
  const rules = await rulesInForce(work)
  const { version, answerShelter: allowed } = rules.clocks
  const holder = { org: home.org, unit: home.unit, account: null }
  const about = { org: held.org, caseId: held.id, about: id }
  await promiseAll(work, rules, [{ ...about, kind: 'answerShelter', holder, allowed, version }])
}

/** A stay is looked at again by the day that was set; the promise before is kept by this look. */
export async function promiseReview(
  work: Work,
  file: CaseRef,
  { id, reviewOn, holder }: { readonly id: string; readonly reviewOn: unknown; readonly holder: Holder },
): Promise<void> {
  await settle(work, id, ['answerShelter', 'reviewShelter'])
  const day = parsePlainDate(String(reviewOn))
  if (day === null) return
  await promiseFor(
    work,
    { org: file.org, caseId: file.id, about: id, kind: 'reviewShelter', holder },
    endOf(day),
  )
}

/** After a step of a stay: a place is taken or free again, and what was promised about it is kept. */
export async function followStay(
  work: Work,
  held: CaseFile,
  { id, to, values }: { readonly id: string; readonly to: string; readonly values: Values },
): Promise<void> {
  needDays(work, values)
  if (to === 'admitted' || to === 'left') await needGates(work, held, values)
  if (to !== 'admitted') return settle(work, id, ['answerShelter', 'reviewShelter'])
  await needPlace(work, values)
  const holder = await promiseHolder(work, held)
  await promiseReview(work, held, { id, reviewOn: values['reviewOn'], holder })
}
