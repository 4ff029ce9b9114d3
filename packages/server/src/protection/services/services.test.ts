import { randomUUID } from 'node:crypto'
import type { OwnServiceAdd } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { timelineOf } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { readReferral } from '../referrals/read-referrals.ts'
import { stepReferral } from '../referrals/step-referral.ts'
import { changeService, giveService, readServices } from './give-service.ts'

const today = dayOf(new Date())
const next = addDays(today, 7)
const session = { happenedOn: today, outcome: 'given', why: null, sessions: 1, nextOn: next } as const

describe.each(enginesInTurn)('what a receiver gives, on %s', (kind) => {
  let world: WideWorld
  let file: CaseRef
  let ref: CaseRef
  let consent: string
  let version: number

  beforeAll(async () => {
    world = await openWideWorld(kind)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { asha, lawyer } = world.people
    file = await openCaseOf(asha, 'cnry')
    const sent = await refer(asha, file, lawyer, widest.legal)
    consent = sent.consent
    ref = { org: file.org, id: sent.referral }
    version = await accept(lawyer, file.org, sent.referral, sent.version)
  })

  const give = (by: Person, told: Partial<Omit<OwnServiceAdd, 'command'>> = {}, at = ref) => {
    const id = randomUUID()
    return by.as((work) => giveService(work, at, { id, ...session, ...told }))
  }
  const seenBy = async (who: Person) =>
    (await who.as((work) => readServices(work, file))).items.map(({ outcome }) => outcome)
  const promised = async (who: Person) =>
    (await who.as((work) => readReferral(work, ref))).clocks
      .filter(({ kind: one, done }) => one === 'giveService' && done === null)
      .map(({ due }) => dayOf(new Date(due)))

  test('is seen by whoever works on the case, on its timeline too, and by no other receiver', async () => {
    const { asha, farida, lawyer, inspector, mina } = world.people
    const other = await refer(asha, file, inspector, widest.police)
    await accept(inspector, file.org, other.referral, other.version)
    await give(lawyer)
    await give(lawyer, { outcome: 'missed', why: 'ill' })
    for (const who of [asha, farida, lawyer]) expect(await seenBy(who)).toHaveLength(2)
    expect(await seenBy(inspector)).toEqual([])
    await expect(seenBy(mina)).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await asha.as((work) => timelineOf(work, file, null))
    expect(items.filter((one) => one.kind === 'partnerService').map(({ about }) => about['outcome'])).toEqual(
      ['missed', 'given'],
    )
    await expect(give(inspector, {}, { org: file.org, id: other.referral })).rejects.toMatchObject({
      code: 'not-found',
    })
    for (const who of [asha, mina]) await expect(give(who)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('promises the next session, which the one after it keeps', async () => {
    const { lawyer } = world.people
    const { id } = await give(lawyer)
    expect(await promised(lawyer)).toEqual([next])
    await lawyer.as((work) => changeService(work, ref, id, { base: 1, ...session, nextOn: addDays(next, 1) }))
    expect(await promised(lawyer)).toEqual([addDays(next, 1)])
    await give(lawyer, { nextOn: null, outcome: 'stopped', why: 'survivorsWish' })
    expect(await promised(lawyer)).toEqual([])
  })

  test('is told with a reason where it did not take place, and never of a day to come', async () => {
    const { lawyer } = world.people
    for (const wrong of [
      { outcome: 'missed' as const },
      { happenedOn: addDays(today, 1), nextOn: null },
      { nextOn: addDays(today, -1) },
    ])
      await expect(give(lawyer, wrong)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('is written no more once the referral ended, and not seen once the survivor withdraws', async () => {
    const { asha, lawyer } = world.people
    const { id } = await give(lawyer)
    for (const [at, to] of (['serviceStarted', 'completed'] as const).entries()) {
      const step = { command: randomUUID(), base: version + at, to }
      await lawyer.as((work) => stepReferral(work, ref, step))
    }
    await expect(give(lawyer)).rejects.toMatchObject({ code: 'record-settled' })
    expect(await seenBy(lawyer)).toEqual(['given'])
    const past = await intrude(world.node.engine, 'setu_app', handleOf(lawyer.cookie), (attempt) =>
      attempt(`update own_service set outcome = 'missed' where id = $1`, [id]),
    )
    expect([past.refused, past.count]).toEqual([null, 0])
    const [row] = await rowsOf(world.owner, 'select version from consent where id = $1', [consent])
    await asha.as((work) => withdrawConsent(work, file, consent, Number(row?.['version'])))
    await expect(seenBy(lawyer)).rejects.toMatchObject({ code: 'not-found' })
    expect(await seenBy(asha)).toEqual(['given'])
  })

  test('is never put to another case, referral or person, whatever asks', async () => {
    const { lawyer } = world.people
    const { id } = await give(lawyer)
    const tries = [
      `update own_service set case_id = gen_random_uuid() where id = $1`,
      `update own_service set account_id = gen_random_uuid() where id = $1`,
      `delete from own_service where id = $1`,
    ]
    for (const text of tries) {
      const tried = await intrude(world.node.engine, 'setu_app', handleOf(lawyer.cookie), (attempt) =>
        attempt(text, [id]),
      )
      expect([text, tried.refused]).toEqual([text, '42501'])
    }
  })
})
