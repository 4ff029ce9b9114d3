import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../../../test/cases.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { openCase } from '../cases/open-case.ts'
import { openPart } from '../cases/open-part.ts'
import { readCase, readTrail } from '../cases/read-case.ts'
import { consentsOf } from '../consents/consent-store.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { readBox } from './read-referrals.ts'
import { sendReferral } from './send-referral.ts'
import { stepReferral } from './step-referral.ts'

describe.each(['pglite', 'postgres'] as const)('one case worked by three agencies on %s', (kind) => {
  let world: World
  const canary = `cnry-${randomUUID()}`
  const referral = randomUUID()
  let file: { org: string; id: string }

  beforeAll(async () => {
    world = await openWorld(kind)
    const { asha } = world.people
    const opened = await asha.as((work) => openCase(work, newCase(asha, canary)))
    file = { org: opened.org, id: opened.id }
  }, 60_000)
  afterAll(() => world.close())

  test('the caseworker reads back what she wrote, with a reason', async () => {
    const { asha } = world.people
    const view = await asha.as((work) => readCase(work, file))
    expect(view.relation).toBe('own')
    expect(JSON.stringify(view)).not.toContain(canary)
    const opened = await asha.as((work) => openPart(work, file, { part: 'identity', reason: 'planningCare' }))
    expect(opened.records[0]?.values['name']).toBe(`${canary}-name`)
  })

  test('a colleague, another NGO and the police are told that there is no such case', async () => {
    const { bina, mina, nadia, inspector, admin } = world.people
    for (const stranger of [bina, mina, nadia, inspector, admin]) {
      await expect(stranger.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })
      await expect(
        stranger.as((work) => openPart(work, file, { part: 'identity', reason: 'planningCare' })),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('nothing is sent without consent', async () => {
    const { asha, inspector } = world.people
    const send = {
      command: randomUUID(),
      id: randomUUID(),
      to: { org: inspector.org, unit: inspector.unit },
      service: 'policeLiaison',
      urgency: 'urgent',
    } as const
    await expect(asha.as((work) => sendReferral(work, file, send))).rejects.toMatchObject({
      code: 'consent-missing',
    })
  })

  test('the police accept and see only what the consent covers', async () => {
    const { asha, inspector, constable } = world.people
    await asha.as((work) =>
      recordConsents(work, file, consentFor(work, inspector, 'sharePolice', ['identity', 'facts'])),
    )
    await asha.as((work) =>
      sendReferral(work, file, {
        command: randomUUID(),
        id: referral,
        to: { org: inspector.org, unit: inspector.unit },
        service: 'policeLiaison',
        urgency: 'urgent',
        note: `${canary}-note`,
      }),
    )
    const inbox = await inspector.as((work) => readBox(work, { direction: 'in', open: true, after: null }))
    expect(inbox.items.map(({ id }) => id)).toEqual([referral])
    expect(inbox.items[0]?.case).toBeNull()
    await expect(inspector.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })

    const accepted = await inspector.as((work) =>
      stepReferral(
        work,
        { org: file.org, id: referral },
        { command: randomUUID(), base: inbox.items[0]?.version ?? 0, to: 'accepted', conflict: 'none' },
      ),
    )
    expect(accepted.case?.code).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
    const view = await inspector.as((work) => readCase(work, file))
    expect(view.may.read.toSorted()).toEqual(['facts', 'identity', 'status'])
    expect(view.records.map(({ record }) => record).toSorted()).toEqual(['caseFacts', 'personIdentity'])
    expect(view.notes).toEqual([])
    const opened = await inspector.as((work) =>
      openPart(work, file, { part: 'identity', reason: 'legalWork' }),
    )
    expect(opened.records[0]?.values['name']).toBe(`${canary}-name`)
    for (const part of ['contact', 'narrative', 'health'] as const) {
      await expect(
        inspector.as((work) => openPart(work, file, { part, reason: 'legalWork' })),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(constable.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('social services decline with a reason, and the owner sees it', async () => {
    const { asha, officer } = world.people
    const second = randomUUID()
    await asha.as((work) => recordConsents(work, file, consentFor(work, officer, 'shareService', ['facts'])))
    const sent = await asha.as((work) =>
      sendReferral(work, file, {
        command: randomUUID(),
        id: second,
        to: { org: officer.org, unit: officer.unit },
        service: 'shelter',
        urgency: 'standard',
      }),
    )
    await officer.as((work) =>
      stepReferral(
        work,
        { org: file.org, id: second },
        { command: randomUUID(), base: sent.version, to: 'declined', declineReason: 'full' },
      ),
    )
    const view = await asha.as((work) => readCase(work, file))
    expect(view.referrals.find(({ id }) => id === second)).toMatchObject({
      state: 'declined',
      declineReason: 'full',
    })
    expect(
      (await officer.as((work) => readBox(work, { direction: 'in', open: false, after: null }))).items,
    ).toEqual([])
  })

  test('after withdrawal the next read by the police finds nothing', async () => {
    const { asha, inspector } = world.people
    const consents = await asha.as((work) => consentsOf(work, file))
    const given = consents.find(({ purpose }) => purpose === 'sharePolice')
    if (!given) throw new Error('no consent')
    const gone = await asha.as((work) => withdrawConsent(work, file, given.id, given.version))
    expect(gone.recalled.map(({ id }) => id)).toEqual([referral])
    await expect(inspector.as((work) => readCase(work, file))).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      inspector.as((work) => openPart(work, file, { part: 'identity', reason: 'legalWork' })),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(
      (await inspector.as((work) => readBox(work, { direction: 'in', open: false, after: null }))).items,
    ).toEqual([])
    const still = await asha.as((work) => openPart(work, file, { part: 'identity', reason: 'planningCare' }))
    expect(still.records[0]?.values['name']).toBe(`${canary}-name`)
  })

  test('the owner may read who looked', async () => {
    const { asha } = world.people
    await expect(
      asha.as((work) => readTrail(work, file, { after: null, reason: null })),
    ).resolves.toMatchObject({ next: null })
  })
})
