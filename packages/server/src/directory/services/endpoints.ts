import {
  capacityChange,
  command,
  serviceAdd,
  serviceQuery,
  serviceView,
  siteAddress,
  siteView,
  written,
} from '@setu/records/api'
import { id } from '@setu/records/check'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { changeCapacity } from './change-capacity.ts'
import { offerService } from './offer-service.ts'
import { servicesFor } from './service-store.ts'
import { keepSiteAddress, readSiteAddress } from './site-address.ts'

const forAll: Access = { part: 'none', relations: ['signedIn'], writes: false }
const serviceAddress = z.strictObject({ org: id, id })

const finding = endpoint({
  name: 'findServices',
  method: 'GET',
  path: '/directory/services',
  access: forAll,
  summary: 'Services that are offered now, best first: a place free, the same district, then by name',
  query: serviceQuery,
  answers: z.strictObject({ items: z.array(serviceView) }),
  run: async (work, { query }) => {
    const items = await servicesFor(work.db, query)
    work.counted(items.length)
    return ok({ items })
  },
})

const offering = endpoint({
  name: 'addService',
  method: 'POST',
  path: '/directory/services',
  access: { ...forAll, writes: true, roles: ['supervisor', 'technicalAdministrator'] },
  summary: 'Add a service that a unit of one’s own organisation offers',
  body: serviceAdd,
  answers: written,
  run: async (work, { body }) => ok(await offerService(work, body)),
})

const counting = endpoint({
  name: 'changeCapacity',
  method: 'POST',
  path: '/directory/services/:org/:id/capacity',
  access: { ...forAll, writes: true },
  summary: 'Say how many places of one’s own unit are free now',
  params: serviceAddress,
  body: capacityChange,
  answers: written,
  run: async (work, { params, body }) => ok(await changeCapacity(work, params, body)),
})

const keeping = endpoint({
  name: 'keepSiteAddress',
  method: 'POST',
  path: '/directory/services/:org/:id/site',
  access: { ...forAll, writes: true, roles: ['caseworker', 'supervisor'] },
  summary: 'Keep where a service of one’s own unit stands, sealed',
  params: serviceAddress,
  body: siteAddress,
  answers: written,
  run: async (work, { params, body }) => ok(await keepSiteAddress(work, params, body.address)),
})

// Not declared as a write, since what a write answers is kept for whoever repeats it, and this is sealed.
const reading = endpoint({
  name: 'readSiteAddress',
  method: 'POST',
  path: '/directory/services/:org/:id/site/read',
  access: { ...forAll, roles: ['caseworker', 'supervisor'] },
  summary: 'Open the address of a site of one’s own unit; each reading is logged',
  params: serviceAddress,
  body: command,
  answers: siteView,
  run: async (work, { params }) => ok({ address: await readSiteAddress(work, params) }),
})

export const serviceEndpoints: readonly Endpoint[] = [finding, offering, counting, keeping, reading]
