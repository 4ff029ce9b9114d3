import { Secret, TOTP } from 'otpauth'

interface Person {
  readonly name: string
  /** The password that they were given, and the one they choose instead. */
  readonly given: string
  readonly own: string
}

interface Answered {
  readonly next?: string
  readonly secret?: string
  readonly recovery?: string[]
}

/** The first sign-in of somebody, as their browser does it; what comes of it are the codes for paper. */
export async function enrol(origin: string, { name, given, own }: Person): Promise<string[]> {
  let cookie = ''
  const post = async (path: string, body: object): Promise<Answered> => {
    const headers = { 'content-type': 'application/json', 'x-setu': '1', cookie }
    const answer = await fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return (await answer.json()) as Answered
  }
  const { next } = await post('/session', { name, password: given })
  if (next === 'password') await post('/session/first-password', { next: own })
  const { secret = '' } = await post('/session/totp', {})
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const { recovery } = await post('/session/totp/confirm', { code })
  if (recovery === undefined) throw new Error(`${name} could not enrol`)
  return recovery
}
