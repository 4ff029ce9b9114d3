import {
  command,
  deviceView,
  knownDeviceView,
  nodeView,
  preferences,
  sessionView,
  signedIn,
  signIn as signInShape,
} from '@setu/records/api'
import { id } from '@setu/records/check'
import { sql } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../database/transaction.ts'
import { type Access, type Endpoint, endpoint, nothing, ok, visitEndpoint } from '../http/endpoint.ts'
import { Problem } from '../problem.ts'
import { changePassword } from './change-password.ts'
import { forgetDevice, knownDevices } from './known-device.ts'
import { renewOwnKey } from './renew-own-key.ts'
import { endSession, liveSessions } from './session-store.ts'
import { viewSession } from './session-view.ts'
import { setPreferences } from './set-preferences.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { logVisit } from './visit-log.ts'

const forAnyone: Access = { part: 'none', relations: ['anyone'], writes: false }
const forOneself: Access = { part: 'none', relations: ['signedIn'], writes: false }
const changesOneself: Access = { ...forOneself, writes: true }

const passwordChange = command.extend({ now: z.string().min(1).max(200), next: z.string().min(1).max(200) })
const keyOfOneself = command.extend({ password: z.string().min(1).max(200) })

const nodeAtAGlance = visitEndpoint({
  name: 'viewNode',
  method: 'GET',
  path: '/node',
  access: forAnyone,
  summary: 'Whether this node has been set up, and whether it is the demonstration',
  answers: nodeView,
  run: async (visit) => {
    const { engine, demo, version } = visit.node
    const empty = await inTransaction(engine, { role: 'setu_signin' }, async (db) => {
      const { rows } = await sql<{ empty: boolean }>`select node_is_empty() as empty`.execute(db)
      await logVisit(db, visit, { action: 'viewNode', method: 'GET', status: 200 }, null)
      return rows[0]?.empty ?? false
    })
    return ok({ empty, demo, engine: engine.kind, version })
  },
})

const signingIn = visitEndpoint({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  access: { ...forAnyone, writes: true },
  summary: 'Begin to sign in by name and password; the answer says what else is asked for',
  body: signInShape,
  answers: signedIn,
  run: (visit, { body }) => signIn(visit, body),
})

const ownSession = endpoint({
  name: 'viewSession',
  method: 'GET',
  path: '/session',
  access: forOneself,
  summary: 'Who is signed in, where they work and as what',
  answers: sessionView,
  run: async (work) => ok(await viewSession(work)),
})

const signingOut = visitEndpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  access: { ...forAnyone, writes: true },
  summary: 'Sign out',
  run: (visit) => signOut(visit),
})

const preferring = endpoint({
  name: 'setPreferences',
  method: 'POST',
  path: '/session/preferences',
  access: changesOneself,
  summary: 'Keep one’s language and how one likes the screens',
  body: preferences,
  answers: sessionView,
  run: async (work, { body }) => ok(await setPreferences(work, body)),
})

const devices = endpoint({
  name: 'listDevices',
  method: 'GET',
  path: '/session/devices',
  access: forOneself,
  summary: 'Where one is signed in, and which browsers are known to be one’s own',
  answers: z.strictObject({ items: z.array(deviceView), known: z.array(knownDeviceView) }),
  run: async (work) => {
    const sessions = await liveSessions(work.db)
    const items = sessions.map(({ id, device, began_at: began, seen_at: seen, this_one: thisOne }) => ({
      id,
      device,
      began,
      seen,
      thisOne,
    }))
    return ok({ items, known: await knownDevices(work.db) })
  },
})

const forgettingDevice = endpoint({
  name: 'forgetDevice',
  method: 'POST',
  path: '/session/known-devices/:id/forget',
  access: changesOneself,
  summary: 'Forget a browser that was known to be one’s own; one’s other sessions in it end',
  params: z.strictObject({ id }),
  body: command,
  run: async (work, { params }) => {
    if (!(await forgetDevice(work.db, params.id))) throw new Problem('not-found')
    return nothing
  },
})

const endingDevice = endpoint({
  name: 'endDevice',
  method: 'POST',
  path: '/session/devices/:id/end',
  access: changesOneself,
  summary:
    'End one’s session on another device, at once, and forget that device; this one ends by signing out',
  params: z.strictObject({ id }),
  body: command,
  run: async (work, { params }) => {
    if (params.id === work.actor.session) throw new Problem('step-not-possible')
    if (!(await endSession(work.db, params.id))) throw new Problem('not-found')
    await forgetDevice(work.db, params.id)
    return nothing
  },
})

const changingPassword = visitEndpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/session/password',
  access: changesOneself,
  summary: 'Change one’s own password; every other session ends',
  body: passwordChange,
  run: (visit, { body }) => changePassword(visit, body),
})

const renewingKey = visitEndpoint({
  name: 'renewOwnKey',
  method: 'POST',
  path: '/session/key',
  access: { ...changesOneself, stepUp: true },
  summary: 'Take a new key of one’s own under the same password; every other session ends',
  body: keyOfOneself,
  run: (visit, { body }) => renewOwnKey(visit, body),
})

/** Coming in, going out, and what belongs to one’s own account. */
export const sessionEndpoints: readonly Endpoint[] = [
  nodeAtAGlance,
  signingIn,
  ownSession,
  signingOut,
  preferring,
  devices,
  endingDevice,
  forgettingDevice,
  changingPassword,
  renewingKey,
]
