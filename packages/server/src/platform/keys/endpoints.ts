import { keyAdmission, keyWaits } from '@setu/records/api'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, nothing, ok } from '../http/endpoint.ts'
import { letIn, whoWaits } from './admission.ts'

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

/** Who waits for a key, and letting them in. */
export const keyEndpoints: readonly Endpoint[] = [waiting, admitting]
