import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { nodeView, type RefusalView, refusal, signedIn } from '@setu/records/api'
import type { Language, Words } from '@setu/vocabulary'
import { askCode } from './ask-code.ts'
import { keepSession, readSession } from './session-file.ts'
import { solveWork } from './solve-work.ts'
import { exchange, type Outgoing, textOf } from './transport.ts'
import { type Environment, Stop } from './words.ts'

/** What checks an answer; the shapes of the API are such checks. */
export interface Shape<Answer> {
  parse(value: unknown): Answer
}

type Method = 'GET' | 'POST' | 'DELETE'

interface Sent {
  readonly json?: unknown
  readonly bytes?: Uint8Array
}

/** A running node, as somebody who is signed in or is about to be. */
export interface NodeClient {
  readonly origin: string
  readonly language: Language
  ask<Answer>(method: Method, path: string, shape: Shape<Answer>, sent?: Sent): Promise<Answer>
  tell(method: Method, path: string, sent?: Sent): Promise<void>
  /** A file as it is made. */
  take(path: string): Promise<AsyncIterable<Uint8Array>>
  /** Signs in; the code of the second factor is asked for when the node asks for it. */
  signIn(name: string, password: string, code: () => Promise<string>): Promise<void>
}

const usualNode = 'http://127.0.0.1:8080'

function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** The node's address. A password or a case never travels in clear beyond this machine. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Stop('usage', {
      en: `${text} is not the address of a node; it looks like https://setu.example`,
      bn: `${text} কোনো নোডের ঠিকানা নয়; ঠিকানা দেখতে https://setu.example-এর মতো`,
    })
  }
  if (url.protocol === 'http:' && !isHere(url.hostname)) {
    throw new Stop('usage', {
      en: `${url.origin} is not encrypted; use https for a node on another machine`,
      bn: `${url.origin} এনক্রিপ্ট করা নয়; অন্য যন্ত্রের নোডের জন্য https ব্যবহার করুন`,
    })
  }
  return url.origin
}

function readRefusal(text: string): RefusalView | null {
  try {
    const result = refusal.safeParse(JSON.parse(text))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

const signInFirst: Words = {
  en: 'Please sign in first: setu sign-in',
  bn: 'অনুগ্রহ করে আগে প্রবেশ করুন: setu sign-in',
}

/** What a refusal means here: the node's own words, the fields it named, and the number to quote. */
function stopOf(status: number, text: string): Stop {
  const said = readRefusal(text)
  if (said === null) {
    return new Stop('unreachable', {
      en: `this address answers, but not as a node of Setu does (${status})`,
      bn: `ঠিকানাটি সাড়া দেয়, তবে সেতুর নোডের মতো নয় (${status})`,
    })
  }
  if (said.code === 'not-signed-in') return new Stop('signIn', signInFirst)
  const fields = (said.fields ?? []).map(({ field, problem }) => ({
    en: `  ${field}: ${problem}`,
    bn: `  ${field}: ${problem}`,
  }))
  const about = Object.entries(said.about).map(([name, value]) => ({
    en: `  ${name}: ${value}`,
    bn: `  ${name}: ${value}`,
  }))
  const number: Words = {
    en: `  (${said.code}, number ${said.number})`,
    bn: `  (${said.code}, নম্বর ${said.number})`,
  }
  return new Stop('refused', said.title, ...fields, ...about, number)
}

function parsed<Answer>(shape: Shape<Answer>, text: string): Answer {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new Stop('unreachable', {
      en: 'the node answers in a form that this setu does not know; are both of the same version?',
      bn: 'নোডের উত্তর এই setu-র অজানা রূপে এসেছে; দুটি কি একই সংস্করণ?',
    })
  }
}

/** A command names itself, so that sending it again after a broken line has one effect. */
function mayRepeat(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'command' in json
}

function nobodyAt(origin: string): Stop {
  return new Stop('unreachable', {
    en: `no node answers at ${origin}; is it started?`,
    bn: `${origin}-এ কোনো নোড সাড়া দিচ্ছে না; সেটি কি চালু আছে?`,
  })
}

function browserFirst(origin: string): Words {
  return {
    en: `sign in once in a browser first, at ${origin}: there you choose your own password and your second factor`,
    bn: `আগে একবার ব্রাউজারে ${origin} ঠিকানায় প্রবেশ করুন: সেখানে নিজের পাসওয়ার্ড ও দ্বিতীয় প্রমাণ ঠিক করবেন`,
  }
}

interface Settings {
  readonly env: Environment
  readonly language: Language
  /** Which node, when the command line says. */
  readonly node: string | undefined
}

interface Known {
  readonly origin: string
  readonly cookie: string | null
}

/** A session is only ever shown to the node that gave it. */
function known({ env, node }: Settings): Known {
  const kept = readSession(env)
  const said = node ?? (env['SETU_NODE'] || undefined)
  const origin = originOf(said ?? kept?.node ?? usualNode)
  const given = env['SETU_SESSION']
  if (given) return { origin, cookie: `setu=${given}; __Host-setu=${given}` }
  return { origin, cookie: kept !== null && kept.node === origin ? kept.cookie : null }
}

/** The cookie's name and value out of what a node sets. */
function cookieIn({ headers }: IncomingMessage): string | null {
  const line = headers['set-cookie']?.find((one) => /^(__Host-)?setu=[\w-]+;/.test(one))
  return line?.split(';')[0] ?? null
}

function outgoingOf(method: Method, { json, bytes }: Sent, cookie: string | null): Outgoing {
  const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json))
  const kind = bytes === undefined ? 'application/json' : 'application/octet-stream'
  const headers = {
    'user-agent': 'setu command line',
    'x-setu': '1',
    ...(cookie === null ? {} : { cookie }),
    ...(body === undefined
      ? {}
      : { 'content-type': kind, 'content-length': String(Buffer.byteLength(body)) }),
  }
  return { method, headers, ...(body === undefined ? {} : { body }) }
}

/** A node, spoken to as whoever is signed in on this machine. */
export function nodeClient(settings: Settings): NodeClient {
  const { origin, cookie } = known(settings)

  async function send(method: Method, path: string, sent: Sent, shown = cookie): Promise<IncomingMessage> {
    const outgoing = outgoingOf(method, sent, shown)
    for (let left = mayRepeat(sent.json) ? 2 : 0; ; left -= 1) {
      try {
        return await exchange(`${origin}/api${path}`, outgoing)
      } catch {
        if (left === 0) throw nobodyAt(origin)
        await pause(500)
      }
    }
  }

  /** Shows once more that it is the person who is signed in; in the demonstration they have no code to show. */
  async function prove(): Promise<void> {
    const { demo } = parsed(nodeView, await textOf(await answered('GET', '/node')))
    if (demo) await textOf(await answered('POST', '/session/confirm'))
    else
      await textOf(
        await answered('POST', '/session/factor', {
          json: { code: await askCode(settings.env, settings.language) },
        }),
      )
  }

  async function answered(
    method: Method,
    path: string,
    sent: Sent = {},
    shown = cookie,
    again = false,
  ): Promise<IncomingMessage> {
    const message = await send(method, path, sent, shown)
    const status = message.statusCode ?? 0
    if (status >= 200 && status < 300) return message
    const text = await textOf(message).catch(() => '')
    const refused = again ? null : readRefusal(text)
    if (refused?.code === 'work-needed') {
      const json = { ...Object(sent.json), work: solveWork(refused) }
      return answered(method, path, { json }, shown, true)
    }
    if (refused?.code !== 'step-up-needed') throw stopOf(status, text)
    await prove()
    return answered(method, path, sent, shown, true)
  }

  async function step(path: string, json: unknown, shown = cookie) {
    const message = await answered('POST', path, { json }, shown)
    const fresh = cookieIn(message)
    const text = await textOf(message)
    if (fresh === null) throw stopOf(message.statusCode ?? 0, '')
    return { cookie: fresh, next: parsed(signedIn, text).next }
  }

  return {
    origin,
    language: settings.language,
    async ask(method, path, shape, sent) {
      return parsed(shape, await textOf(await answered(method, path, sent)).catch(() => ''))
    },
    async tell(method, path, sent) {
      await textOf(await answered(method, path, sent))
    },
    take: (path) => answered('GET', path),
    async signIn(name, password, code) {
      const begun = await step('/session', { name, password })
      if (begun.next !== null && begun.next !== 'factor') throw new Stop('signIn', browserFirst(origin))
      const whole =
        begun.next === null ? begun : await step('/session/factor', { code: await code() }, begun.cookie)
      if (whole.next !== null) throw new Stop('signIn', browserFirst(origin))
      keepSession(settings.env, { node: origin, cookie: whole.cookie })
    },
  }
}
