import { randomUUID } from 'node:crypto'
import type { PasskeyAsked, PasskeyBegun } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authenticator } from '../../../test/authenticator.ts'
import { newCase } from '../../../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { type Enrolled, firstSignIn } from '../../../test/second-factor.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'

const origin = 'https://setu.example'

describe.each(['pglite', 'postgres'] as const)('what gives emergency access, on %s', (kind) => {
  let world: World
  let client: Client
  let farida: Enrolled
  let file: { readonly org: string; readonly id: string; readonly code: string }
  const phone = authenticator(origin)

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient({ ...world.node, origin }, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    const made = newCase(asha, 'CNRY')
    await client.post('/cases', asha.cookie, made)
    const { body } = await client.get(`/cases/${asha.org}/${made.id}`, asha.cookie)
    file = { org: asha.org, id: made.id, code: String(body['code']) }
    await rowsOf(world.owner, 'update unit_member set on_call = true where account_id = $1', [
      world.people.farida.account,
    ])
    farida = await firstSignIn(client, 'farida', 'farida walks by the river')
    const cookie = farida.cookie
    const begun = await client.ask('POST', '/session/passkeys', { cookie })
    const body2 = phone.make(begun.body as unknown as PasskeyBegun)
    await client.ask('POST', '/session/passkeys/confirm', { cookie, body: body2 })
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const ask = async (by: Person = world.people.nadia): Promise<{ id: string; proof: string }> => {
    const id = randomUUID()
    const answer = await client.post('/emergencies', by.cookie, {
      id,
      to: { org: world.people.asha.org, unit: world.people.asha.unit },
      code: file.code,
      parts: ['identity'],
      reason: 'dangerToLife',
      words: 'He was seen at her door an hour ago.',
      hours: 2,
    })
    if (answer.status !== 201) throw new Error(`not asked: ${answer.text}`)
    const { items = [] } = (await client.get('/emergencies', farida.cookie)).body
    return { id, proof: String(items.find((one) => one['id'] === id)?.['proof']) }
  }
  const answerTo = (id: string, answer: 'approve' | 'decline'): Promise<Answer> =>
    client.post(`/emergencies/${world.people.nadia.org}/${id}/answer`, farida.cookie, { base: 1, answer })
  let codes = 0
  const proveByCode = (about?: string): Promise<Answer> => {
    const code = farida.recovery[codes++] ?? ''
    return client.ask('POST', '/session/factor', { cookie: farida.cookie, body: { code, about } })
  }
  const proveByPasskey = async (asked: string | undefined, given = asked): Promise<Answer> => {
    const { cookie } = farida
    const wanted = await client.ask('POST', '/session/passkey', { cookie, body: { about: asked } })
    const passkey = phone.sign(wanted.body as unknown as PasskeyAsked)
    return client.ask('POST', '/session/factor', { cookie, body: { passkey, about: given } })
  }
  const told = async () => {
    const { guard } = world.people
    const rows = await rowsOf(
      world.owner,
      `select about ->> 'emergency' as id from notice where account_id = $1 and kind = 'emergencyUnproved'`,
      [guard.account],
    )
    return rows.map((row) => row['id'])
  }
  const minutesLater = (minutes: number) =>
    rowsOf(world.owner, `update session set proved_at = proved_at - make_interval(mins => $1)`, [minutes])
  const mayRead = async () =>
    (await client.get(`/cases/${file.org}/${file.id}`, world.people.nadia.cookie)).status === 200

  test('BG-01: a script with the session of somebody on call gives nothing, and is told', async () => {
    const { id } = await ask()
    expect((await client.get('/session/factors', farida.cookie)).body['fresh'], 'even a fresh one').toBe(true)
    for (const _ of [1, 2]) {
      const refused = await answerTo(id, 'approve')
      expect([refused.status, refused.body.code]).toEqual([403, 'bound-proof-needed'])
    }
    expect(await told()).toEqual([id])
    await proveByCode()
    await proveByPasskey(undefined)
    expect((await answerTo(id, 'approve')).body.code, 'nor a proof for nothing in particular').toBe(
      'bound-proof-needed',
    )
    await intrude(world.node.engine, 'setu_app', handleOf(farida.cookie), async (attempt) => {
      const { rows } = await attempt('select emergency_answer($1, $2, 1, true, $3) as said', [
        world.people.nadia.org,
        id,
        'X',
      ])
      expect(rows, 'nor past the endpoint').toEqual([{ said: 'unproved' }])
    })
    expect(await mayRead()).toBe(false)
    expect((await answerTo(id, 'decline')).status, 'a no needs none').toBe(200)
  })

  test('is a code for that very request, used up by it', async () => {
    const [one, other] = [await ask(), await ask()]
    expect(one.proof).toMatch(/^[0-9a-f]{64}$/)
    expect(one.proof).not.toBe(other.proof)
    expect((await proveByCode(other.proof)).status).toBe(200)
    expect((await answerTo(one.id, 'approve')).body.code, 'another’s').toBe('bound-proof-needed')
    expect((await proveByCode(one.proof)).status).toBe(200)
    expect((await answerTo(other.id, 'approve')).body.code, 'the later one counts').toBe('bound-proof-needed')
    expect((await answerTo(one.id, 'approve')).status).toBe(200)
    expect(await mayRead()).toBe(true)
    expect((await answerTo(other.id, 'approve')).body.code, 'once').toBe('bound-proof-needed')
    await answerTo(other.id, 'decline')
  })

  test('or a passkey that has signed for it, within five minutes', async () => {
    const { id, proof } = await ask()
    expect((await proveByPasskey(undefined, proof)).body.code, 'signed for nothing').toBe('passkey-wrong')
    expect((await proveByPasskey('0'.repeat(64), proof)).body.code, 'signed for another').toBe(
      'passkey-wrong',
    )
    expect((await proveByPasskey(proof)).status).toBe(200)
    await minutesLater(6)
    expect((await answerTo(id, 'approve')).body.code).toBe('bound-proof-needed')
    expect((await proveByPasskey(proof)).status).toBe(200)
    expect((await answerTo(id, 'approve')).status).toBe(200)
  })

  test('and to ask needs a fresh proof, too', async () => {
    await minutesLater(6)
    const { org, unit } = world.people.asha
    const asked = await client.post('/emergencies', world.people.nadia.cookie, {
      id: randomUUID(),
      to: { org, unit },
      code: file.code,
      parts: ['identity'],
      reason: 'dangerToLife',
      words: 'He was seen at her door an hour ago.',
      hours: 2,
    })
    expect(asked.body.code).toBe('step-up-needed')
  })
})
