import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { addMonths, plainDate } from '@setu/vocabulary'
import { dayOf } from '../../src/platform/index.ts'
import type { Draws } from './draws.ts'
import type { Worker } from './installation.ts'

/** One change that is asked for over HTTP, with the command under which it may be asked for again. */
interface Change {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>> & { readonly command: string }
  /** What the writer knows once it is done. */
  readonly learn: () => void
}

/** A change that the node said was done. */
export interface Acknowledged {
  readonly cookie: string
  readonly path: string
  readonly body: Change['body']
  readonly status: number
  readonly text: string
}

/** What four writers were told, and what was said to them that nobody should hear. */
export interface Book {
  readonly done: Acknowledged[]
  readonly wrong: string[]
  /** Answers of the node that said it could not, and lines that went dead. */
  refused: number
  dead: number
}

export interface Writer {
  /** Asks for one change after another until the signal comes; what had no answer is asked for again first. */
  work(origin: string, until: AbortSignal): Promise<void>
}

interface Case {
  readonly at: string
  consent: { readonly id: string; sent: boolean } | null
}

/** Sends a change as a browser of ours would. */
export function send(origin: string, cookie: string, path: string, body: object): Promise<Response> {
  return fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-setu': '1', cookie: `setu=${cookie}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
}

const fresh = () => ({ command: randomUUID() })

function newCase(me: Worker, known: Case[]): Change {
  const id = randomUUID()
  const identity = { name: 'Somebody', father: 'Somebody else' }
  return {
    path: '/cases',
    body: {
      ...fresh(),
      id,
      unit: me.unit,
      urgency: 'standard',
      conflict: 'none',
      identity,
      narrative: { ownWords: 'Words' },
    },
    learn: () => known.push({ at: `/cases/${me.org}/${id}`, consent: null }),
  }
}

function note({ at }: Case, draws: Draws): Change {
  const kind = draws.oneOf(['general', 'legal', 'psychosocial'])
  const happenedOn = dayOf(new Date())
  return {
    path: `${at}/notes`,
    body: { ...fresh(), id: randomUUID(), kind, happenedOn, words: 'Some words' },
    learn: () => undefined,
  }
}

function yes(file: Case, desk: Worker): Change {
  const id = randomUUID()
  const today = plainDate(dayOf(new Date()))
  const answer = {
    id,
    purpose: 'shareLegalAid',
    parts: ['identity', 'facts', 'legal'],
    recipient: { org: desk.org, unit: desk.unit },
    answer: 'given',
    validUntil: addMonths(today, 5),
  }
  const how = {
    medium: 'spoken',
    language: 'bn',
    textVersion: '2026-01',
    interpreter: false,
    guardianAgreed: true,
  }
  return {
    path: `${file.at}/consents`,
    body: { ...fresh(), givenOn: today, ...how, answers: [answer] },
    learn: () => {
      file.consent = { id, sent: false }
    },
  }
}

function referral(file: Case, consent: NonNullable<Case['consent']>, desk: Worker): Change {
  const to = { org: desk.org, unit: desk.unit }
  return {
    path: `${file.at}/referrals`,
    body: { ...fresh(), id: randomUUID(), to, service: 'legalAid', urgency: 'standard', note: 'A note' },
    learn: () => {
      consent.sent = true
    },
  }
}

function withdrawal(file: Case, consent: NonNullable<Case['consent']>): Change {
  return {
    path: `${file.at}/consents/${consent.id}/withdraw`,
    body: { ...fresh(), base: 1 },
    learn: () => {
      file.consent = null
    },
  }
}

/** Somebody who goes on working whatever happens, and writes down what was acknowledged. */
export function writer(me: Worker, desk: Worker, draws: Draws, book: Book): Writer {
  const known: Case[] = []
  let waiting: Change | null = null

  function nextChange(): Change {
    const file = known[draws.below(known.length)]
    if (file === undefined || draws.below(4) === 0) return newCase(me, known)
    if (draws.below(2) === 0) return note(file, draws)
    if (file.consent === null) return yes(file, desk)
    return file.consent.sent || draws.below(4) === 0
      ? withdrawal(file, file.consent)
      : referral(file, file.consent, desk)
  }

  async function ask(origin: string, change: Change): Promise<boolean> {
    const { path, body } = change
    const answer = await send(origin, me.cookie, path, body).catch(() => null)
    const text = await answer?.text().catch(() => null)
    if (answer === null || text === null || text === undefined) {
      book.dead += 1
      return false
    }
    if (answer.status >= 500) {
      book.refused += 1
      if (answer.status !== 503) book.wrong.push(`${answer.status} ${path} ${text}`)
      return false
    }
    if (answer.ok) {
      book.done.push({ cookie: me.cookie, path, body, status: answer.status, text })
      change.learn()
    } else book.wrong.push(`${answer.status} ${path} ${text}`)
    return true
  }

  return {
    async work(origin, until) {
      while (!until.aborted) {
        waiting ??= nextChange()
        if (await ask(origin, waiting)) waiting = null
        else await pause(25)
      }
    },
  }
}
