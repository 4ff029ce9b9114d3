import type { PlacesChange, Written } from '@setu/records/api'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { setPlacesOf } from './shelter-store.ts'
import { ownHome } from './step-stay.ts'

/** Says how many places a home has, and for whom. Whoever works in it may: they are the ones who know. */
export async function setPlaces(work: Work, at: CaseRef, { base, groups }: PlacesChange): Promise<Written> {
  const home = await ownHome(work, at)
  const stale = () => new Problem('stale', { current: { version: home.version, values: {} } })
  if (home.version !== base) throw stale()
  const said = groups.map(({ who }) => who)
  if (new Set(said).size < said.length)
    throw new Problem('bad-request', { fields: [{ field: 'groups', problem: 'twice' }] })
  if (groups.some(({ places, others }) => others > places))
    throw new Problem('bad-request', { fields: [{ field: 'groups', problem: 'more-than-places' }] })
  const version = await setPlacesOf(work, home, groups)
  if (version === null) throw stale()
  return { id: home.id, version }
}
