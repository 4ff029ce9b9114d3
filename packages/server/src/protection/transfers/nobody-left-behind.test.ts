import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'
import { openCase } from '../cases/open-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { addTask } from '../due/tasks.ts'
import { addNote } from '../notes/note-store.ts'
import { offerTransfer } from './offer-transfer.ts'

describe.each(['pglite', 'postgres'] as const)('nobody is left behind, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const rows = (text: string, ...values: readonly unknown[]) => rowsOf(world.owner, text, values)
  const open = async (who: Person, file: CaseRef, part: string) => {
    const answer = await client.post(`/cases/${file.org}/${file.id}/open-part`, who.cookie, {
      part,
      reason: 'planningCare',
    })
    return answer.status === 200 ? answer.text : answer.status
  }
  const note = (who: Person, file: CaseRef, kindOfNote: 'psychosocial' | 'legal', words: string) =>
    who.as((work) =>
      addNote(work, file, { id: randomUUID(), kind: kindOfNote, happenedOn: work.today, words }),
    )

  async function opened(): Promise<CaseRef> {
    const { asha } = world.people
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    await asha.as((work) =>
      addTask(
        work,
        { org, id },
        { id: randomUUID(), kind: 'followUp', account: asha.account, dueOn: work.today },
      ),
    )
    return { org, id }
  }

  async function offered(file: CaseRef): Promise<string> {
    const { asha, officer } = world.people
    const transfer = randomUUID()
    await asha.as((work) => recordConsents(work, file, consentFor(work, officer, 'transferCase', [])))
    await asha.as((work) =>
      offerTransfer(work, file, { id: transfer, to: { org: officer.org, unit: officer.unit } }),
    )
    return transfer
  }

  const answer = (who: Person, file: CaseRef, transfer: string, to: string) =>
    client.post(`/transfers/${file.org}/${transfer}/answer`, who.cookie, { base: 1, to, conflict: 'none' })
  const keysOf = (file: CaseRef, unit: string) =>
    rows(`select 1 from part_wrap where case_id = $1 and unit_id = $2`, file.id, unit)

  test('a case that changes hands takes its promises, its tasks, its referrals and all of its words along', async () => {
    const { asha, officer, lawyer, farida } = world.people
    const file = await opened()
    const { referral, version } = await refer(asha, file, lawyer, { ...widest.legal, note: 'cnry-travels' })
    const transfer = await offered(file)
    // A part that had no key when the case was offered, and a referral that was not there.
    await note(asha, file, 'psychosocial', 'cnry-after-the-offer')
    const later = await refer(asha, file, world.people.inspector, { ...widest.police, note: 'cnry-later' })
    expect((await answer(officer, file, transfer, 'accepted')).status).toBe(200)

    const mine = await rows(
      `select kind, unit_id as unit, account_id as account from due_item
       where case_id = $1 and done_at is null and cancelled_at is null and holder_org = any ($2)`,
      file.id,
      [asha.org, officer.org],
    )
    expect(mine.length).toBeGreaterThan(1)
    for (const promise of mine)
      expect(promise).toMatchObject({ unit: officer.unit, account: officer.account })
    const day = await client.get('/my-day', officer.cookie)
    expect(day.text).toContain('followUp')
    expect((await client.get('/my-day', asha.cookie)).text).not.toContain(file.id)
    expect((await client.get('/board', farida.cookie)).text).not.toContain(file.id)
    expect(
      await rows(`select 1 from case_task where case_id = $1 and account = $2`, file.id, asha.account),
    ).toEqual([])

    expect(await open(officer, file, 'identity')).toContain('cnry-name')
    expect(await open(officer, file, 'narrative')).toContain('cnry-words')
    expect(await open(officer, file, 'health')).toContain('cnry-after-the-offer')
    for (const [id, words] of [
      [referral, 'cnry-travels'],
      [later.referral, 'cnry-later'],
    ] as const) {
      const told = await client.post(`/referrals/${file.org}/${id}/open`, officer.cookie, {
        reason: 'planningCare',
      })
      expect(told.body['note']).toBe(words)
    }
    expect(await keysOf(file, asha.unit)).toEqual([])

    const out = await client.get('/referrals?box=out', officer.cookie)
    expect(out.body.items?.map(({ id }) => id)).toContain(referral)
    await rows('delete from notice')
    await accept(lawyer, file.org, referral, version + 1)
    expect(await rows(`select account_id as to from notice where kind = 'referralAccepted'`)).toEqual([
      { to: officer.account },
    ])
  })

  test.each(['declined', 'recalled'] as const)(
    'a handover that is %s leaves no key with the unit that was asked',
    async (to) => {
      const { asha, officer } = world.people
      const file = await opened()
      const transfer = await offered(file)
      expect((await keysOf(file, officer.unit)).length).toBeGreaterThan(0)
      await rows('delete from notice')
      expect((await answer(to === 'declined' ? officer : asha, file, transfer, to)).status).toBe(200)
      expect(await keysOf(file, officer.unit)).toEqual([])
      const told = await rows('select account_id as to, kind from notice')
      expect(told).toEqual(to === 'declined' ? [{ to: asha.account, kind: 'transferDeclined' }] : [])
      expect(await open(asha, file, 'identity')).toContain('cnry-name')
    },
  )

  test('a referral that is declined leaves no key with the unit that was asked', async () => {
    const { asha, lawyer } = world.people
    const file = await opened()
    const { referral, version } = await refer(asha, file, lawyer, { ...widest.legal, note: 'cnry-note' })
    expect((await keysOf(file, lawyer.unit)).length).toBeGreaterThan(0)
    const said = await client.post(`/referrals/${file.org}/${referral}/step`, lawyer.cookie, {
      base: version,
      to: 'declined',
      declineReason: 'full',
    })
    expect(said.status).toBe(200)
    expect(await keysOf(file, lawyer.unit)).toEqual([])
  })

  test('what is written after a referral was taken on reaches those who may have it, and goes on doing so', async () => {
    const { asha, officer, lawyer } = world.people
    const file = await opened()
    const care = await refer(asha, file, officer, widest.care)
    await accept(officer, file.org, care.referral, care.version)
    const legal = await refer(asha, file, lawyer, widest.legal)
    await accept(lawyer, file.org, legal.referral, legal.version)
    await note(asha, file, 'psychosocial', 'cnry-first')
    for (const who of [officer, lawyer]) expect(await open(who, file, 'health')).toContain('cnry-first')

    const ended = await client.post(
      `/cases/${file.org}/${file.id}/consents/${legal.consent}/withdraw`,
      asha.cookie,
      {
        base: 1,
      },
    )
    expect(ended.status).toBe(200)
    await note(asha, file, 'psychosocial', 'cnry-second')
    expect(await open(officer, file, 'health')).toContain('cnry-second')
    expect(await open(lawyer, file, 'health')).toBe(404)
  })

  test('a referral that travelled without a word can be answered with some', async () => {
    const { asha, officer } = world.people
    const file = await opened()
    const { referral, version } = await refer(asha, file, officer, widest.care)
    const accepted = await accept(officer, file.org, referral, version)
    const step = `/referrals/${file.org}/${referral}/step`
    await client.post(step, officer.cookie, { base: accepted, to: 'serviceStarted' })
    const said = await client.post(step, officer.cookie, {
      base: accepted + 1,
      to: 'completed',
      feedback: 'cnry-she-is-safe',
    })
    expect([said.status, said.body.code]).toEqual([200, undefined])
    for (const who of [asha, officer]) {
      const told = await client.post(`/referrals/${file.org}/${referral}/open`, who.cookie, {
        reason: 'planningCare',
      })
      expect(told.body).toMatchObject({ feedback: 'cnry-she-is-safe', unopened: false })
    }
  })

  test('what a released caseworker had promised waits with the unit, where its supervisor sees it', async () => {
    const { asha, farida } = world.people
    const file = await opened()
    const [assignment] = await rows(`select id from case_assignment where case_id = $1`, file.id)
    const path = `/cases/${file.org}/${file.id}`
    const held = await rows(
      `select 1 from due_item where case_id = $1 and account_id = $2 and done_at is null`,
      file.id,
      asha.account,
    )
    expect(held.length).toBeGreaterThan(0)
    const said = await client.post(`${path}/assignments/${String(assignment?.['id'])}/end`, farida.cookie, {
      base: 1,
    })
    expect(said.body).toMatchObject({ unassigned: held.length })
    const left = await rows(
      `select account_id as account, unit_id as unit from due_item where case_id = $1`,
      file.id,
    )
    for (const promise of left) expect(promise).toEqual({ account: null, unit: asha.unit })
    const board = (await client.get('/board', farida.cookie)).body as unknown as {
      items: { case: { id: string } | null; holder: { account: unknown } }[]
    }
    const shown = board.items.filter((item) => item.case?.id === file.id)
    expect(shown.length).toBeGreaterThan(0)
    for (const { holder } of shown) expect(holder.account).toBeNull()
    const told = (await client.get(`${path}/timeline`, farida.cookie)).body.items
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'unassigned',
        about: { account: asha.account, unassigned: held.length },
      }),
    )
  })
})
