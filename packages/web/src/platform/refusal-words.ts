import type { WordId } from '../words/rooms.ts'
import { Refusal } from './refusal.ts'

interface RefusalWords {
  /** Said only where the node sent no sentence of its own. */
  readonly what: WordId
  readonly safe: WordId | null
  readonly next: WordId
}

/** Whatever was thrown, as a refusal; our own mistakes get a code and no details. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal({ code: 'screen.broken', status: 0 })
}

const unchanged: WordId = 'refusal.safe.unchanged'

const forChild: RefusalWords = {
  what: 'refusal.stale.what',
  safe: unchanged,
  next: 'refusal.child.next',
}

const byCode: Readonly<Record<string, RefusalWords>> = {
  'network.unreachable': {
    what: 'refusal.network.what',
    safe: 'refusal.network.safe',
    next: 'refusal.network.next',
  },
  'screen.broken': { what: 'refusal.screen.what', safe: 'refusal.screen.safe', next: 'refusal.screen.next' },
  'sign-in-failed': { what: 'refusal.sign-in.what', safe: null, next: 'refusal.sign-in.next' },
  'code-wrong': { what: 'refusal.code.what', safe: null, next: 'refusal.code.next' },
  'passkey-wrong': { what: 'refusal.passkey.what', safe: null, next: 'refusal.passkey.next' },
  'passkey.not-given': { what: 'refusal.passkey.what', safe: null, next: 'refusal.passkey.next' },
  'last-factor': { what: 'refusal.last-factor.what', safe: unchanged, next: 'refusal.last-factor.next' },
  'step-up-needed': { what: 'refusal.step-up.what', safe: unchanged, next: 'refusal.step-up.next' },
  'sign-in-later': { what: 'refusal.too-often.what', safe: null, next: 'refusal.too-often.next' },
  'storage-full': {
    what: 'refusal.storage.what',
    safe: 'refusal.storage.safe',
    next: 'refusal.storage.next',
  },
  'best-interests-needed': forChild,
  'guardian-conflict': forChild,
  'guardian-needed': forChild,
  'place-full': { what: 'refusal.stale.what', safe: unchanged, next: 'refusal.place.next' },
  'lives-elsewhere': { what: 'refusal.stale.what', safe: unchanged, next: 'refusal.lives-elsewhere.next' },
  'consent-missing': { what: 'refusal.consent.what', safe: unchanged, next: 'refusal.consent.next' },
}

const byStatus: Readonly<Record<number, RefusalWords>> = {
  400: { what: 'refusal.not-valid.what', safe: unchanged, next: 'refusal.not-valid.next' },
  401: { what: 'refusal.signed-out.what', safe: unchanged, next: 'refusal.signed-out.next' },
  403: { what: 'refusal.not-allowed.what', safe: unchanged, next: 'refusal.not-allowed.next' },
  404: { what: 'refusal.not-found.what', safe: unchanged, next: 'refusal.not-found.next' },
  409: { what: 'refusal.stale.what', safe: unchanged, next: 'refusal.stale.next' },
  413: { what: 'refusal.too-large.what', safe: unchanged, next: 'refusal.too-large.next' },
  422: { what: 'refusal.not-valid.what', safe: unchanged, next: 'refusal.not-valid.next' },
  429: { what: 'refusal.too-often.what', safe: unchanged, next: 'refusal.too-often.next' },
}

const otherwise: RefusalWords = {
  what: 'refusal.node.what',
  safe: 'refusal.node.safe',
  next: 'refusal.node.next',
}

/** The sentences of a refusal: its own where we have them, those of its kind where not. */
export function refusalWords({ code, status }: Refusal): RefusalWords {
  return byCode[code] ?? byStatus[status] ?? otherwise
}
