import type { capacityChange, Written } from '@setu/records/api'
import type { z } from 'zod'
import { Problem, type Work } from '../../platform/index.ts'
import { needRoom } from './offer-service.ts'
import { type Offer, offerOf, setCapacity } from './service-store.ts'

async function found(work: Work, org: string, id: string): Promise<Offer> {
  const offer = await offerOf(work.db, org, id)
  if (offer === null) throw new Problem('not-found')
  if (!work.actor.units.some(({ unit }) => unit === offer.unit)) throw new Problem('not-for-you')
  return offer
}

function stale({ version, free, places }: Offer): Problem {
  return new Problem('stale', { current: { version, values: { free, places } } })
}

/** Says how many places are free now. Whoever works in the unit may: they are the ones who know. */
export async function changeCapacity(
  work: Work,
  { org, id }: { readonly org: string; readonly id: string },
  change: z.infer<typeof capacityChange>,
): Promise<Written> {
  const offer = await found(work, org, id)
  needRoom(change)
  if (offer.version !== change.base) throw stale(offer)
  const version = await setCapacity(work.db, org, id, change)
  if (version === null) throw stale(await found(work, org, id))
  return { id, version }
}
