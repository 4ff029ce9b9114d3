import { organisationAdd, organisationView, unitAdd, written } from '@setu/records/api'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { bringIn, openUnit } from './add-to-directory.ts'
import { organisations } from './organisation-store.ts'

const forAdministrators: Access = {
  part: 'none',
  relations: ['signedIn'],
  writes: true,
  roles: ['technicalAdministrator'],
}

const listing = endpoint({
  name: 'listOrganisations',
  method: 'GET',
  path: '/directory/organisations',
  access: { part: 'none', relations: ['signedIn'], writes: false },
  summary: 'Every organisation that works here, with its units',
  answers: z.strictObject({ items: z.array(organisationView) }),
  run: async (work) => {
    const items = await organisations(work.db)
    work.counted(items.length)
    return ok({ items })
  },
})

const bringingIn = endpoint({
  name: 'addOrganisation',
  method: 'POST',
  path: '/admin/organisations',
  access: { ...forAdministrators, stepUp: true },
  summary: 'Bring another agency into the directory',
  body: organisationAdd,
  answers: written,
  run: async (work, { body }) => ok(await bringIn(work, body)),
})

const opening = endpoint({
  name: 'addUnit',
  method: 'POST',
  path: '/admin/units',
  access: { ...forAdministrators, stepUp: true },
  summary: 'Open a unit in one’s own organisation, with a key of its own',
  body: unitAdd,
  answers: written,
  run: async (work, { body }) => ok(await openUnit(work, body)),
})

export const organisationEndpoints: readonly Endpoint[] = [listing, bringingIn, opening]
