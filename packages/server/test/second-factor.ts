import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Answer, Client } from './client.ts'

/** What an app shows for a secret now, or so many half minutes on. */
export function codeOf(secret: string, halfMinutesOn = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return totp.generate({ timestamp: Date.now() + halfMinutesOn * 30_000 })
}

/** Somebody who has come in for the first time: their session, and what they come in with from now on. */
export interface Enrolled {
  readonly answer: Answer
  readonly cookie: string
  readonly secret: string
  readonly recovery: readonly string[]
}

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new TypeError('no text')
  return value
}

/** Signs in by name and password: what a right password alone opens. */
export function knock(client: Client, name: string, password: string, cookie?: string): Promise<Answer> {
  const before = cookie === undefined ? {} : { cookie }
  return client.ask('POST', '/session', { body: { name, password }, ...before })
}

/** Enrols an app in the sign-in or the session behind a cookie. */
export async function enrolApp(client: Client, cookie: string): Promise<Enrolled> {
  const begun = await client.ask('POST', '/session/totp', { cookie })
  const secret = text(begun.body['secret'])
  const body = { code: codeOf(secret) }
  const answer = await client.ask('POST', '/session/totp/confirm', { cookie, body })
  const recovery = answer.body['recovery']
  if (!Array.isArray(recovery)) throw new TypeError(`not enrolled: ${answer.text}`)
  return { answer, cookie: answer.cookie ?? cookie, secret, recovery: recovery.map(text) }
}

/** The first sign-in of somebody: a password of their own if an administrator gave them one, then an app. */
export async function firstSignIn(
  client: Client,
  name: string,
  password: string,
  own = 'green mangoes in a basket',
): Promise<Enrolled> {
  const begun = await knock(client, name, password)
  const cookie = text(begun.cookie)
  if (begun.body['next'] === 'password')
    await client.ask('POST', '/session/first-password', { cookie, body: { next: own } })
  return enrolApp(client, cookie)
}

/** Brings a code, of an app or of the paper, to the sign-in or the session behind a cookie. */
export function bringCode(client: Client, cookie: string, code: string): Promise<Answer> {
  return client.ask('POST', '/session/factor', { cookie, body: { code } })
}

/** Does the work that a node asks of a device while very many sign in. */
export function solved(
  challenge: string,
  bits: number,
): { readonly challenge: string; readonly answer: string } {
  const hash = (answer: number) => createHash('sha256').update(`${challenge}:${answer}`).digest('hex')
  const mostly = 2n ** BigInt(256 - bits)
  let answer = 0
  while (BigInt(`0x${hash(answer)}`) >= mostly) answer += 1
  return { challenge, answer: String(answer) }
}
