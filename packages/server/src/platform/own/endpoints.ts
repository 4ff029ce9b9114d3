import { ownEnter, ownEntered } from '@setu/records/api'
import { sql } from 'kysely'
import { type Access, type Endpoint, nothing, ownEndpoint, visitEndpoint } from '../http/endpoint.ts'
import { enter } from './enter.ts'

const forAnyone: Access = { part: 'none', relations: ['anyone'], writes: true }

const entering = visitEndpoint({
  name: 'own.enter',
  method: 'POST',
  path: '/own',
  access: forAnyone,
  summary: 'A survivor opens her own window with the receipt and the PIN that she was given',
  body: ownEnter,
  answers: ownEntered,
  run: (visit, { body }) => enter(visit, body),
})

const leaving = ownEndpoint({
  name: 'own.leave',
  method: 'DELETE',
  path: '/own',
  access: { part: 'none', relations: ['self'], writes: true },
  summary: 'A survivor shuts her own window',
  run: async ({ db }) => ({ ...nothing, ownCookie: null, last: () => sql`select own_end()`.execute(db) }),
})

/** The way in to a survivor's own window, and out of it. */
export const ownEndpoints: readonly Endpoint[] = [entering, leaving]
