import { randomInt, randomUUID } from 'node:crypto'

const receipt = (): string => String(randomInt(2 ** 47)).padStart(16, '0')

const choice = { number: '01712345678', wording: 'asAgreed', language: 'bn', safe: true }

/** One request for each address of a survivor's own window, of hers and of those who give it. */
export const windowCalls = {
  'window.view': {},
  'window.issue': { body: () => ({ pin: '802946', nearSuspect: 'no', understood: true }) },
  'window.freeze': { body: () => ({ because: 'asked' }) },
  'window.thaw': { body: () => ({ present: true, nearSuspect: 'no' }) },
  'messages.list': {},
  'messages.answer': { body: () => ({ id: randomUUID(), words: 'Some words' }) },
  'messages.seen': { body: () => ({ until: new Date().toISOString() }) },
  'own.enter': { body: () => ({ receipt: receipt(), pin: '802946' }) },
  'own.leave': {},
  'own.looked': {},
  'own.agreed': {},
  'own.part': { query: () => '?part=identity' },
  'own.plan': {},
  'own.referrals': {},
  'own.next': {},
  'own.appointments': {},
  'own.answer': { body: () => ({ id: randomUUID(), answer: 'yes' }) },
  'own.messages': {},
  'own.write': { body: () => ({ id: randomUUID(), words: 'Some words' }) },
  'own.feedback': {},
  'own.giveFeedback': { body: () => ({ id: randomUUID(), base: 1, said: null }) },
  'own.withdraw': { body: ({ consent }: { readonly consent: string }) => ({ id: consent, base: 1 }) },
  'own.contest': { body: () => ({ part: 'identity' }) },
  'own.freeze': {},
  'texts.view': {},
  'texts.choose': { body: () => ({ ...choice, chose: true, seen: null }) },
  'texts.stop': { body: () => ({}) },
  'own.texts': {},
  'own.chooseTexts': { body: () => choice },
  'own.stopTexts': {},
} as const
