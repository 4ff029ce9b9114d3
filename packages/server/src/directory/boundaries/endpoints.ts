import { boundaryAdd, boundaryView, type Written, written } from '@setu/records/api'
import { z } from 'zod'
import { type Endpoint, endpoint, needRole, ok, Problem, type Work } from '../../platform/index.ts'
import { keepBoundaries, newestBoundaries } from './boundary-store.ts'
import { readGeojson } from './read-geojson.ts'

/** The boundaries of every upazila of a country, simplified for a screen, fit into five megabytes. */
const bounds = { bytes: 5 * 1024 * 1024, keys: 100_000 }

/** Loads official boundaries, with where they come from, their licence and their date. */
async function loadBoundaries(work: Work, given: z.infer<typeof boundaryAdd>): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const { id, level, licence, source, dated, geojson } = given
  if (dated > work.today)
    throw new Problem('bad-request', { fields: [{ field: 'dated', problem: 'in-the-future' }] })
  const features = readGeojson(geojson, level)
  await keepBoundaries(work.db, { id, level, licence, source, dated, features, by: work.actor.account })
  work.counted(features.length)
  return { id, version: 1 }
}

const showing = endpoint({
  name: 'showBoundaries',
  method: 'GET',
  path: '/directory/boundaries',
  access: { part: 'none', relations: ['signedIn'], writes: false },
  summary: 'The newest boundaries of a level, with their source and licence; none until they are loaded',
  query: z.strictObject({ level: boundaryAdd.shape.level }),
  answers: z.strictObject({ items: z.array(boundaryView) }),
  run: async (work, { query }) => {
    const newest = await newestBoundaries(work.db, query.level)
    return ok({ items: newest === null ? [] : [newest] })
  },
})

const loading = endpoint({
  name: 'loadBoundaries',
  method: 'POST',
  path: '/directory/boundaries',
  access: { part: 'none', relations: ['signedIn'], writes: true, roles: ['technicalAdministrator'] },
  summary: 'Load official boundaries from GeoJSON, with their source, licence and date',
  body: boundaryAdd,
  answers: written,
  bounds,
  run: async (work, { body }) => ok(await loadBoundaries(work, body)),
})

export const boundaryEndpoints: readonly Endpoint[] = [showing, loading]
