import {
  enrolled,
  factorCode,
  factorsView,
  firstPassword,
  recoveryCodes,
  signedIn,
  totpBegun,
} from '@setu/records/api'
import { type Access, type Endpoint, endpoint, ok, visitEndpoint } from '../http/endpoint.ts'
import { confirmInDemo, finishTotp, newRecoveryCodes, startTotp } from './enrol.ts'
import { ownFactors, provedLately } from './factor-store.ts'
import { setOwnPassword } from './own-password.ts'
import { proveFactor } from './prove-factor.ts'

/** Each looks at the session itself, since a sign-in that is half way is no session to anything else. */
const halfWay: Access = { part: 'none', relations: ['signedIn'], writes: true }

const proving = visitEndpoint({
  name: 'proveFactor',
  method: 'POST',
  path: '/session/factor',
  access: halfWay,
  summary: 'The second half of signing in, or in a session a fresh proof that it is oneself: a code',
  body: factorCode,
  answers: signedIn,
  run: (visit, { body }) => proveFactor(visit, body.code),
})

const ownPassword = visitEndpoint({
  name: 'setOwnPassword',
  method: 'POST',
  path: '/session/first-password',
  access: halfWay,
  summary: 'A password of one’s own in the place of one that an administrator gave for one sign-in',
  body: firstPassword,
  answers: signedIn,
  run: (visit, { body }) => setOwnPassword(visit, body.next),
})

const starting = visitEndpoint({
  name: 'startTotp',
  method: 'POST',
  path: '/session/totp',
  access: halfWay,
  summary: 'Begin to enrol an app that makes codes; in a session, with a fresh proof',
  answers: totpBegun,
  run: (visit) => startTotp(visit),
})

const finishing = visitEndpoint({
  name: 'finishTotp',
  method: 'POST',
  path: '/session/totp/confirm',
  access: halfWay,
  summary:
    'The first code of the app: from now on it is the second factor, with ten recovery codes beside it',
  body: factorCode,
  answers: enrolled,
  run: (visit, { body }) => finishTotp(visit, body.code),
})

const renewing = visitEndpoint({
  name: 'newRecoveryCodes',
  method: 'POST',
  path: '/session/recovery',
  access: halfWay,
  summary: 'New recovery codes in the place of the old; with a fresh proof',
  answers: recoveryCodes,
  run: (visit) => newRecoveryCodes(visit),
})

const confirming = visitEndpoint({
  name: 'confirmInDemo',
  method: 'POST',
  path: '/session/confirm',
  access: halfWay,
  summary: 'In the demonstration, where nobody has a second factor: say that it is oneself',
  run: (visit) => confirmInDemo(visit),
})

const viewing = endpoint({
  name: 'viewFactors',
  method: 'GET',
  path: '/session/factors',
  access: { part: 'none', relations: ['signedIn'], writes: false },
  summary: 'One’s own second factors',
  answers: factorsView,
  run: async ({ db }) => ok({ ...(await ownFactors(db)), fresh: await provedLately(db) }),
})

/** The second half of signing in, and what one has to come in with. */
export const factorEndpoints: readonly Endpoint[] = [
  proving,
  ownPassword,
  starting,
  finishing,
  renewing,
  confirming,
  viewing,
]
