import {
  command,
  enrolled,
  factorCode,
  factorProof,
  factorsView,
  firstPassword,
  passkeyAsked,
  passkeyBegun,
  passkeyMade,
  passkeyWanted,
  recoveryCodes,
  signedIn,
  totpBegun,
} from '@setu/records/api'
import { id } from '@setu/records/check'
import { z } from 'zod'
import { type Access, type Endpoint, endpoint, nothing, ok, visitEndpoint } from '../http/endpoint.ts'
import { Problem } from '../problem.ts'
import { confirmInDemo, finishTotp, newRecoveryCodes, startTotp } from './enrol.ts'
import { askPasskey, finishPasskey, startPasskey } from './enrol-passkey.ts'
import { ownFactors, provedLately } from './factor-store.ts'
import { setOwnPassword } from './own-password.ts'
import { removePasskey } from './passkey-store.ts'
import { proveFactor } from './prove-factor.ts'

/** Each looks at the session itself, since a sign-in that is half way is no session to anything else. */
const halfWay: Access = { part: 'none', relations: ['signedIn'], writes: true }

const proving = visitEndpoint({
  name: 'proveFactor',
  method: 'POST',
  path: '/session/factor',
  access: halfWay,
  summary:
    'The second half of signing in, or in a session a fresh proof that it is oneself: a code or a passkey',
  body: factorProof,
  answers: signedIn,
  run: (visit, { body }) => proveFactor(visit, body),
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

const asking = visitEndpoint({
  name: 'askPasskey',
  method: 'POST',
  path: '/session/passkey',
  access: halfWay,
  summary: 'What a passkey of one’s own must sign, once and within five minutes, to prove that it is oneself',
  body: passkeyWanted,
  answers: passkeyAsked,
  run: (visit, { body }) => askPasskey(visit, body),
})

const startingPasskey = visitEndpoint({
  name: 'startPasskey',
  method: 'POST',
  path: '/session/passkeys',
  access: halfWay,
  summary: 'Begin to enrol a passkey; in a session, with a fresh proof',
  answers: passkeyBegun,
  run: (visit) => startPasskey(visit),
})

const finishingPasskey = visitEndpoint({
  name: 'finishPasskey',
  method: 'POST',
  path: '/session/passkeys/confirm',
  access: halfWay,
  summary:
    'The passkey that was made: from now on it is a second factor; as the first, with ten recovery codes',
  body: passkeyMade,
  answers: enrolled,
  run: (visit, { body }) => finishPasskey(visit, body),
})

const removing = endpoint({
  name: 'removePasskey',
  method: 'POST',
  path: '/session/passkeys/:id/remove',
  access: { ...halfWay, stepUp: true },
  summary: 'Take away a passkey of one’s own, unless it is the last second factor; one’s other sessions end',
  params: z.strictObject({ id }),
  body: command,
  run: async ({ db }, { params }) => {
    const said = await removePasskey(db, params.id)
    if (said === 'none') throw new Problem('not-found')
    if (said !== 'gone') throw new Problem(said === 'last' ? 'last-factor' : 'step-up-needed')
    return nothing
  },
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
  run: async ({ db, passkeys }) =>
    ok({ ...(await ownFactors(db)), fresh: await provedLately(db), mayPasskey: passkeys !== null }),
})

/** The second half of signing in, and what one has to come in with. */
export const factorEndpoints: readonly Endpoint[] = [
  proving,
  ownPassword,
  starting,
  finishing,
  asking,
  startingPasskey,
  finishingPasskey,
  removing,
  renewing,
  confirming,
  viewing,
]
