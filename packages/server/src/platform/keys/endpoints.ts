import { keyAdmission, keyWaits, renewalStands, unitKeyView, unitRenewal } from '@setu/records/api'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, nothing, ok } from '../http/endpoint.ts'
import { letIn, whoWaits } from './admission.ts'
import { beginRenewal, goOnRenewing } from './renew-unit.ts'
import { heldUnitKeys } from './unit-keys.ts'

const forHolders: Access = { part: 'none', relations: ['signedIn'], writes: false }

const waiting = endpoint({
  name: 'keys.waiting',
  method: 'GET',
  path: '/keys/waiting',
  access: forHolders,
  summary: 'Colleagues who wait to be let in to the key of a unit that one holds',
  answers: z.strictObject({ items: z.array(keyWaits) }),
  run: async (work) => {
    const items = await whoWaits(work)
    work.counted(items.length)
    return ok({ items })
  },
})

const admitting = endpoint({
  name: 'keys.letIn',
  method: 'POST',
  path: '/keys/let-in',
  access: { ...forHolders, writes: true, stepUp: true },
  summary: 'Let a colleague in to the key of a unit, so that they open what it may read',
  body: keyAdmission,
  run: async (work, { body }) => {
    await letIn(work, body.unit, body.account)
    return nothing
  },
})

const units = endpoint({
  name: 'keys.units',
  method: 'GET',
  path: '/keys/units',
  access: forHolders,
  summary: 'The keys of units that one holds: since when, by how many, and whether they are being renewed',
  answers: z.strictObject({ items: z.array(unitKeyView) }),
  run: async (work) => {
    const items = await heldUnitKeys(work)
    work.counted(items.length)
    return ok({ items })
  },
})

const renewing = endpoint({
  name: 'keys.renew',
  method: 'POST',
  path: '/keys/renew',
  access: { ...forHolders, writes: true, stepUp: true },
  summary: 'Give a unit a new key; what is sealed to the one before goes over to it slice by slice',
  body: unitRenewal,
  answers: renewalStands,
  run: async (work, { body }) => {
    const held = await beginRenewal(work, body.unit)
    return ok(await goOnRenewing(work, body.unit, { held }))
  },
})

const goingOn = endpoint({
  name: 'keys.goOn',
  method: 'POST',
  path: '/keys/go-on',
  access: { ...forHolders, writes: true },
  summary: 'Go on with the renewal of a unit’s key: one more slice',
  body: unitRenewal,
  answers: renewalStands,
  run: async (work, { body }) => ok(await goOnRenewing(work, body.unit)),
})

/** Who waits for a key, letting them in, and renewing the key of a unit. */
export const keyEndpoints: readonly Endpoint[] = [waiting, admitting, units, renewing, goingOn]
