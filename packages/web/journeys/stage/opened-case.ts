import { randomUUID } from 'node:crypto'
import { addMonths, plainDate } from '@setu/vocabulary'
import { ask, type Visitor } from './visitor.ts'

interface Opening {
  readonly urgency: string
  readonly ageBand: string
  readonly safeWay: string
  readonly guardianAgreed: boolean | null
}

/** The address of a case as it stands after the first conversation: who the person is to us, and what they agreed to. */
export async function openedCase(
  visitor: Visitor,
  { urgency, ageBand, safeWay, guardianAgreed }: Opening,
): Promise<string> {
  const session = JSON.parse((await ask(visitor, 'GET', '/session')).text) as {
    readonly units: readonly { readonly id: string }[]
  }
  const today = plainDate(new Date().toISOString().slice(0, 10))
  const id = randomUUID()
  const said = { givenOn: today, language: 'bn', textVersion: '2026-01' }
  const agreed = { purpose: 'services', parts: [], recipient: null, answer: 'given' }
  const opened = await ask(visitor, 'POST', '/cases', {
    id,
    unit: session.units[0]?.id,
    urgency,
    conflict: 'none',
    facts: { ageBand, ageCertainty: 'stated', sex: 'female', language: 'bn' },
    contact: { safeWay },
    rightsNotice: { ...said, id: randomUUID(), means: 'explained', understood: true },
    consents: {
      ...said,
      medium: 'spoken',
      interpreter: false,
      guardianAgreed,
      answers: [{ ...agreed, id: randomUUID(), validUntil: addMonths(today, 6) }],
    },
  })
  const { org } = JSON.parse(opened.text) as { readonly org: string }
  return `/cases/${org}/${id}`
}
