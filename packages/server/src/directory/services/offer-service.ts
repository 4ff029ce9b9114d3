import type { serviceAdd, Written } from '@setu/records/api'
import type { z } from 'zod'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { needDistricts } from '../known-place.ts'
import { insertOffer } from './service-store.ts'

/** More places free than there are is a slip of the hand. */
export function needRoom({
  free,
  places,
}: {
  readonly free: number | null
  readonly places: number | null
}): void {
  if (free !== null && places !== null && free > places) {
    throw new Problem('bad-request', { fields: [{ field: 'free', problem: 'more-than-places' }] })
  }
}

/** Adds a service that a unit of one's own organisation offers. */
export async function offerService(work: Work, given: z.infer<typeof serviceAdd>): Promise<Written> {
  needRole(work, 'supervisor', 'technicalAdministrator')
  needRoom(given)
  needDistricts(given.districts, 'districts')
  await insertOffer(work.db, work.actor.org, given)
  return { id: given.id, version: 1 }
}
