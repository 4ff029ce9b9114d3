import { recoveryMake, recoveryShares, recoveryUse, recoveryView } from '@setu/records/api'
import { type Access, type Endpoint, endpoint, ok, visitEndpoint } from '../http/endpoint.ts'
import { makeRecoveryKey } from './make-recovery-key.ts'
import { viewRecovery } from './recovery-store.ts'
import { useRecoveryKey } from './use-recovery-key.ts'

const forAdministrators: Access = {
  part: 'none',
  relations: ['signedIn'],
  writes: false,
  roles: ['technicalAdministrator'],
}
const gravely: Access = { ...forAdministrators, writes: true, stepUp: true }

const looking = endpoint({
  name: 'recovery.view',
  method: 'GET',
  path: '/admin/recovery',
  access: forAdministrators,
  summary: 'Whether there is a recovery key, who was given its shares, and which units it opens',
  answers: recoveryView,
  run: async (work) => ok(await viewRecovery(work)),
})

const making = visitEndpoint({
  name: 'recovery.make',
  method: 'POST',
  path: '/admin/recovery/key',
  access: gravely,
  summary: 'Make a recovery key in three shares, any two of which open it; they are in this answer alone',
  body: recoveryMake,
  answers: recoveryShares,
  run: (visit, { body }) => makeRecoveryKey(visit, body),
})

const using = visitEndpoint({
  name: 'recovery.use',
  method: 'POST',
  path: '/admin/recovery/use',
  access: gravely,
  summary: 'Open units that nobody can open any more with two shares, and let a member in to each',
  body: recoveryUse,
  run: (visit, { body }) => useRecoveryKey(visit, body),
})

/** An organisation's recovery key: how it stands, making it, and using it. */
export const recoveryEndpoints: readonly Endpoint[] = [looking, making, using]
