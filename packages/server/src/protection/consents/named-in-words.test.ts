import { randomUUID } from 'node:crypto'
import type { ConsentsRecord } from '@setu/records/api'
import { addMonths } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { dayOf, platformEndpoints } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'

const today = dayOf(new Date())

type AnswerMade = Omit<ConsentsRecord['answers'][number], 'id' | 'recipient' | 'validUntil'>

describe.each(['pglite', 'postgres'] as const)('somebody named in words, on %s', (kind) => {
  let world: World
  let client: Client
  let file: CaseRef
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const at = (): string => `/cases/${file.org}/${file.id}`
  const say = (answer: AnswerMade) =>
    client.post(`${at()}/consents`, world.people.asha.cookie, {
      givenOn: today,
      medium: 'spoken',
      language: 'bn',
      textVersion: '2026-01',
      interpreter: false,
      guardianAgreed: null,
      answers: [{ id: randomUUID(), recipient: null, validUntil: addMonths(today, 5), ...answer }],
    })
  const open = async (who: 'asha' | 'farida' | 'officer', part = 'narrative') =>
    client.post(`${at()}/open-part`, world.people[who].cookie, { part, reason: 'planningCare' })
  const family = { purpose: 'familyContact', parts: ['status'], answer: 'given' } as const

  test('a yes says who it is; who it is may not be said of what has offices, nor told more than is said', async () => {
    for (const [answer, field, problem] of [
      [family, 'recipientWords', 'missing'],
      [{ ...family, recipientWords: 'cnry-mother', parts: ['identity'] }, 'parts', 'not-for-this-purpose'],
      [
        { purpose: 'services', parts: [], answer: 'given', recipientWords: 'cnry' },
        'recipientWords',
        'not-for-this-purpose',
      ],
      [
        { purpose: 'sharePolice', parts: ['facts'], answer: 'given', recipientWords: 'cnry' },
        'recipientWords',
        'not-for-this-purpose',
      ],
    ] as const) {
      const refused = await say(answer as unknown as AnswerMade)
      expect([refused.status, refused.body['fields']]).toEqual([400, [{ field, problem }]])
    }
  })

  test('who it is stands sealed, and is for those who may read her words', async () => {
    const { asha, farida, officer, guard } = world.people
    for (const recipientWords of ['cnry-mother', 'cnry-uncle'])
      expect((await say({ ...family, parts: ['status'], recipientWords })).status).toBe(200)
    const kept = await rowsOf(
      world.owner,
      `select recipient_words as words from consent where case_id = $1`,
      [file.id],
    )
    expect(kept.length).toBe(2)
    for (const { words } of kept) expect(Buffer.from(words as Uint8Array).includes('cnry')).toBe(false)
    for (const who of ['asha', 'farida'] as const) {
      const named = (await open(who)).body['named'] as { words: string }[]
      expect(named.map(({ words }) => words).toSorted()).toEqual(['cnry-mother', 'cnry-uncle'])
    }
    const { referral, version } = await refer(asha, file, officer, widest.care)
    await accept(officer, file.org, referral, version)
    expect((await open('officer')).status).toBe(404)
    for (const { cookie } of [asha, farida, officer, guard]) {
      const view = await client.get(at(), cookie)
      expect(view.status).toBe(200)
      expect(view.text).not.toContain('cnry')
    }
    const seen = (await client.get(at(), officer.cookie)).text
    expect(seen).not.toContain('familyContact')
  })

  test('a no is a no to everybody who was named, and a new answer to a plain question replaces the one before', async () => {
    expect((await open('asha', 'family')).status).toBe(200)
    expect((await say({ ...family, parts: [], answer: 'refused' })).status).toBe(200)
    expect((await open('asha', 'family')).status).toBe(404)
    const contact = { purpose: 'contact', parts: [] } as const
    await say({ ...contact, parts: [], answer: 'given' })
    await say({ ...contact, parts: [], answer: 'refused' })
    const rows = await rowsOf(
      world.owner,
      `select purpose, state from consent where case_id = $1 and recipient_unit is null order by purpose, state`,
      [file.id],
    )
    expect(rows).toEqual([
      { purpose: 'contact', state: 'refused' },
      { purpose: 'contact', state: 'withdrawn' },
      { purpose: 'familyContact', state: 'refused' },
      { purpose: 'familyContact', state: 'withdrawn' },
      { purpose: 'familyContact', state: 'withdrawn' },
    ])
  })
})
