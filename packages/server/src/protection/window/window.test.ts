import { randomUUID } from 'node:crypto'
import type { OwnAgreements, OwnLooks, OwnPart } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor } from '../../../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { oneRenewalEnds } from '../../../test/renewals.ts'
import { enterWindow, giveWindow, pin } from '../../../test/windows.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { dayOf, platformEndpoints } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { writeRecord } from '../cases/write-record.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { protectionEndpoints } from '../index.ts'
import { answerTransfer } from '../transfers/answer-transfer.ts'
import { offerTransfer } from '../transfers/offer-transfer.ts'

describe.each(['pglite', 'postgres'] as const)('a survivor’s own window, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    await rowsOf(world.owner, 'update session set proved_at = now()')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const get = (own: string, path: string) => client.ask('GET', `/own/${path}`, { own })
  const post = (own: string, path: string, body?: object) => client.ask('POST', `/own/${path}`, { own, body })
  const enter = (receipt: string, digits = pin) =>
    client.ask('POST', '/own', { body: { receipt, pin: digits } })
  const agreed = async (own: string) => (await get(own, 'agreed')).body as unknown as OwnAgreements
  const looked = async (own: string) => ((await get(own, 'looked')).body as unknown as OwnLooks).items
  const part = async (own: string, name: string) =>
    (await get(own, `part?part=${name}`)).body as unknown as OwnPart
  const said = ({ status, body }: Answer) => {
    const { number: _, ...rest } = body
    return { status, rest }
  }
  const caseOf = (canary = 'cnry') => openCaseOf(world.people.asha, canary)

  async function policed(canary = 'cnry') {
    const { asha, inspector } = world.people
    const file = await caseOf(canary)
    const sent = await refer(asha, file, inspector, widest.police)
    await accept(inspector, file.org, sent.referral, sent.version)
    return { file, ...sent, at: `/cases/${file.org}/${file.id}` }
  }

  test('opens with a receipt of sixteen digits and her PIN, and says nothing but her own', async () => {
    const { asha } = world.people
    const file = await caseOf('cnry-her')
    const given = await client.ask('POST', `/cases/${file.org}/${file.id}/window`, {
      cookie: asha.cookie,
      body: { pin, nearSuspect: 'no', understood: true },
    })
    expect(given.status).toBe(201)
    const receipt = String(given.body['receipt'])
    expect(receipt).toMatch(/^\d{16}$/)
    const own = await enterWindow(client, receipt)
    const names = (await part(own, 'identity')).items
    expect(names).toContainEqual({ field: 'name', value: 'cnry-her-name' })
    expect((await part(own, 'contact')).items).toContainEqual({ field: 'safeWay', value: 'cnry-her-way' })
    expect((await part(own, 'narrative')).items).toEqual([{ field: 'ownWords', value: 'cnry-her-words' }])
    const looks = await looked(own)
    expect(looks.some(({ relation, office }) => relation === 'self' && office === null)).toBe(true)
    expect(looks.some(({ office }) => office?.en === 'ngo')).toBe(true)
    expect(JSON.stringify(looks)).not.toMatch(/asha|account/)
  })

  test('a wrong PIN, a made-up receipt, a frozen window and an old receipt are answered alike', async () => {
    const { asha } = world.people
    const file = await caseOf()
    const old = await giveWindow(asha, file)
    const before = await enterWindow(client, old)
    const receipt = await giveWindow(asha, file)
    const wrong = said(await enter(receipt, '802947'))
    expect(wrong.status).toBe(401)
    expect(said(await enter('0123456789012345'))).toEqual(wrong)
    expect(said(await enter(old))).toEqual(wrong)
    expect((await get(before, 'agreed')).status, 'a session of the old receipt').toBe(401)
    const own = await enterWindow(client, receipt)
    expect((await post(own, 'freeze')).status).toBe(204)
    expect((await get(own, 'agreed')).status).toBe(401)
    expect(said(await enter(receipt))).toEqual(wrong)
  })

  test('one who comes in anew ends the window that was open', async () => {
    const receipt = await giveWindow(world.people.asha, await caseOf())
    const first = await enterWindow(client, receipt)
    const second = await enterWindow(client, receipt)
    expect((await get(first, 'agreed')).status).toBe(401)
    expect((await get(second, 'agreed')).status).toBe(200)
    expect((await client.ask('DELETE', '/own', { own: second })).status).toBe(204)
    expect((await get(second, 'agreed')).status).toBe(401)
  })

  test('is not open to the staff, and shows nothing of another case', async () => {
    const { asha, farida } = world.people
    const [mine, hers] = [await policed('cnry-mine'), await policed('cnry-hers')]
    const own = await enterWindow(client, await giveWindow(asha, mine.file))
    await giveWindow(asha, hers.file)
    for (const { cookie } of [asha, farida]) {
      expect((await client.ask('GET', '/own/agreed', { cookie })).status).toBe(401)
      expect((await client.ask('GET', '/own/agreed', { own: cookie })).status).toBe(401)
    }
    for (const path of ['looked', 'agreed', 'part?part=identity', 'part?part=narrative'])
      expect((await get(own, path)).text).not.toContain('cnry-hers')
    expect((await post(own, 'withdraw', { id: hers.consent, base: 1 })).status).toBe(404)
    expect((await client.get(hers.at, world.people.inspector.cookie)).status).toBe(200)
  })

  /** What of a case a withdrawal changes, without the ids and moments. */
  async function traces({ org, id }: CaseRef) {
    const of = (text: string) => rowsOf(world.owner, text, [org, id])
    return {
      consents: await of(
        'select state, version, withdrawn_at is not null as at from consent where org_id = $1 and case_id = $2 order by 1, 2',
      ),
      referrals: await of(
        'select state, version, ended_at is not null as at from referral where org_id = $1 and case_id = $2',
      ),
      due: await of(
        `select kind, cancelled_at is not null as gone, case when kind = 'renewConsent' then due_at end as day
         from due_item where org_id = $1 and case_id = $2 order by 1, 2`,
      ),
      keys: await of(
        `select k.part, k.generation, array_agg(w.through order by w.through) as through from part_key k
         left join part_wrap w on w.org_id = k.org_id and w.part_key_id = k.id
         where k.org_id = $1 and k.holder_id = $2 group by 1, 2 order by 1, 2`,
      ),
      events: await of(
        `select kind, part, about - 'code' as about from case_event where org_id = $1 and case_id = $2 order by 1, 3`,
      ),
    }
  }

  test('she takes a consent back, which leaves what a caseworker’s withdrawal leaves; the police are blind at once', async () => {
    const { asha, inspector, lawyer } = world.people
    const [mine, twin] = [await policed(), await policed()]
    for (const { file } of [mine, twin]) {
      await refer(asha, file, lawyer, widest.legal)
      // What is asked about next is then another answer than the one that she takes back.
      await rowsOf(
        world.owner,
        `update consent set valid_until = valid_until + 60 where purpose = 'shareLegalAid' and case_id = $1`,
        [file.id],
      )
    }
    const receipt = await giveWindow(asha, mine.file)
    const other = await giveWindow(asha, twin.file)
    expect(other).not.toBe(receipt)
    const own = await enterWindow(client, receipt)
    const consent = (await agreed(own)).items.find(({ purpose }) => purpose === 'sharePolice')
    expect(consent).toMatchObject({ state: 'given', office: { en: 'police' } })
    expect((await client.get(mine.at, inspector.cookie)).status).toBe(200)
    expect((await post(own, 'withdraw', { id: consent?.id, base: consent?.version })).status).toBe(204)
    expect((await client.get(mine.at, inspector.cookie)).status).toBe(404)
    await asha.as((work) => withdrawConsent(work, twin.file, twin.consent, 1))
    expect(await traces(mine.file)).toEqual(await traces(twin.file))
    const [told] = await rowsOf(
      world.owner,
      `select count(*)::int as told from notice where account_id = $1 and kind = 'windowWithdrew' and about ->> 'case' = $2`,
      [asha.account, mine.file.id],
    )
    expect(told).toEqual({ told: 1 })
    expect((await post(own, 'withdraw', { id: consent?.id, base: 1 })).status, 'again').toBe(204)
  })

  test('she says in it that she is not to be reached, and nobody has to tell her of her criminal case any more', async () => {
    const { asha } = world.people
    const file = await caseOf()
    await asha.as((work) => {
      const { answers, ...asked } = consentFor(work, asha, 'contact', [])
      return recordConsents(work, file, {
        ...asked,
        answers: answers.map((one) => ({ ...one, recipient: null })),
      })
    })
    const values = { criminalCode: 'CC-222-222', agreedOn: dayOf(new Date()), wish: 'everything' }
    const id = randomUUID()
    await asha.as((work) => writeRecord(work, file, 'courtLink', { id, base: 0, values }))
    const own = await enterWindow(client, await giveWindow(asha, file))
    const consent = (await agreed(own)).items.find(({ purpose }) => purpose === 'contact')
    const still = () =>
      rowsOf(
        world.owner,
        `select l.state, l.why_ended as why, d.cancelled_at is null as waits from court_link l
          join due_item d on d.about_id = l.id where l.id = $1`,
        [id],
      )
    expect(await still()).toEqual([{ state: 'linked', why: null, waits: true }])
    expect((await post(own, 'withdraw', { id: consent?.id, base: consent?.version })).status).toBe(204)
    expect(await still()).toEqual([{ state: 'ended', why: 'consentEnded', waits: false }])
  })

  test('what is written after that opens for her, for the team and for who still may, not with older keys', async () => {
    const { asha, bina, lawyer } = world.people
    const { file, consent, at } = await policed()
    const legal = await refer(asha, file, lawyer, widest.legal)
    await accept(lawyer, file.org, legal.referral, legal.version)
    const own = await enterWindow(client, await giveWindow(asha, file))
    await post(own, 'withdraw', { id: consent, base: 1 })
    const [row] = await rowsOf(world.owner, 'select id, version from person_identity where case_id = $1', [
      file.id,
    ])
    const values = { name: 'cnry-new-name' }
    await asha.as((work) =>
      writeRecord(work, file, 'personIdentity', {
        id: String(row?.['id']),
        base: Number(row?.['version']),
        values,
      }),
    )
    expect((await part(own, 'identity')).items).toContainEqual({ field: 'name', value: 'cnry-new-name' })
    for (const { cookie } of [asha, lawyer]) {
      const opened = await client.post(`${at}/open-part`, cookie, {
        part: 'identity',
        reason: 'planningCare',
      })
      expect(opened.text).toContain('cnry-new-name')
    }
    expect((await client.get(at, bina.cookie)).status).toBe(404)
  })

  test('says what is wrong: once a task for whoever leads the case', async () => {
    const { asha } = world.people
    const file = await caseOf()
    const own = await enterWindow(client, await giveWindow(asha, file))
    for (const name of ['identity', 'identity', 'contact'])
      expect((await post(own, 'contest', { part: name })).status).toBe(204)
    const tasks = await rowsOf(world.owner, 'select kind, account from case_task where case_id = $1', [
      file.id,
    ])
    expect(tasks).toEqual([{ kind: 'hearSurvivor', account: asha.account }])
    const day = await client.get('/my-day', asha.cookie)
    expect(day.text).toContain('hearSurvivor')
    const events = await rowsOf(
      world.owner,
      `select about ->> 'part' as part, account_id from case_event where case_id = $1 and kind = 'contested' order by 1`,
      [file.id],
    )
    expect(events).toEqual([
      { part: 'contact', account_id: null },
      { part: 'identity', account_id: null },
    ])
  })

  test('is frozen by her or her caseworker, and opened again only by her caseworker', async () => {
    const { asha, farida } = world.people
    const file = await caseOf()
    const at = `/cases/${file.org}/${file.id}/window`
    const receipt = await giveWindow(asha, file)
    const own = await enterWindow(client, receipt)
    expect((await client.post(`${at}/freeze`, farida.cookie, { because: 'found' })).status).toBe(204)
    expect((await get(own, 'agreed')).status).toBe(401)
    const thaw = { present: true, nearSuspect: 'no' }
    expect((await client.post(`${at}/thaw`, farida.cookie, thaw)).status).toBe(404)
    expect((await client.get(at, asha.cookie)).body['slot']).toMatchObject({ because: 'found' })
    expect((await client.post(`${at}/thaw`, asha.cookie, thaw)).status).toBe(204)
    await enterWindow(client, receipt)
  })

  test('is not given while somebody near her may be a suspect, and a live one is shut', async () => {
    const { asha } = world.people
    const file = await caseOf()
    const at = `/cases/${file.org}/${file.id}/window`
    const receipt = await giveWindow(asha, file)
    const ask = (nearSuspect: string) =>
      client.ask('POST', at, { cookie: asha.cookie, body: { pin, nearSuspect, understood: true } })
    const refused = await ask('yes')
    expect([refused.status, refused.body.code]).toEqual([409, 'window-not-safe'])
    expect((await enter(receipt)).status).toBe(401)
    expect((await client.get(at, asha.cookie)).body['slot']).toMatchObject({ because: 'nearSuspect' })
  })

  test('of a child it opens only where nobody near her may be a suspect, whenever that is known', async () => {
    const { asha } = world.people
    const file = await caseOf()
    const at = `/cases/${file.org}/${file.id}/window`
    const ask = (nearSuspect: string) =>
      client.ask('POST', at, { cookie: asha.cookie, body: { pin, nearSuspect, understood: true } })
    const receipt = String((await ask('cannotSay')).body['receipt'])
    const own = await enterWindow(client, receipt)
    await rowsOf(world.owner, `update case_facts set age_band = '15-17' where case_id = $1`, [file.id])
    expect((await get(own, 'agreed')).status).toBe(401)
    expect((await enter(receipt)).status).toBe(401)
    expect((await client.get(at, asha.cookie)).body['slot']).toMatchObject({ shut: true })
    expect((await ask('cannotSay')).status).toBe(409)
    expect((await ask('no')).status).toBe(201)
  })

  test('takes no PIN that is tried first, and nobody but whoever works on the case gives it', async () => {
    const { asha, bina, farida } = world.people
    const file = await caseOf()
    const at = `/cases/${file.org}/${file.id}/window`
    const ask = (cookie: string, digits: string) =>
      client.ask('POST', at, { cookie, body: { pin: digits, nearSuspect: 'no', understood: true } })
    for (const digits of ['111111', '123456', '987654', '121212', '123123', '890123'])
      expect((await ask(asha.cookie, digits)).body.code, digits).toBe('pin-weak')
    expect((await ask(farida.cookie, pin)).status).toBe(404)
    expect((await ask(bina.cookie, pin)).status).toBe(404)
    await rowsOf(world.owner, 'update session set proved_at = null')
    expect((await ask(asha.cookie, pin)).body.code).toBe('step-up-needed')
    await rowsOf(world.owner, 'update session set proved_at = now()')
    expect((await ask(asha.cookie, pin)).status).toBe(201)
  })

  test('goes along with a case that changes hands, and the new owner is told', async () => {
    const { asha, officer } = world.people
    const file = await caseOf()
    const receipt = await giveWindow(asha, file)
    await asha.as((work) => recordConsents(work, file, consentFor(work, officer, 'transferCase', [])))
    const transfer = randomUUID()
    const to = { org: officer.org, unit: officer.unit }
    await asha.as((work) => offerTransfer(work, file, { id: transfer, to }))
    const ref = { org: file.org, id: transfer }
    await officer.as((work) => answerTransfer(work, ref, { base: 1, to: 'accepted', conflict: 'none' }))
    const own = await enterWindow(client, receipt)
    expect((await part(own, 'identity')).items.length).toBeGreaterThan(0)
    const told = await rowsOf(
      world.owner,
      `select kind from notice where account_id = $1 and about ->> 'case' = $2 and kind = 'windowStays'`,
      [officer.account, file.id],
    )
    expect(told.length).toBe(1)
    const seen = await client.get(`/cases/${file.org}/${file.id}/window`, officer.cookie)
    expect(seen.body['mayIssue']).toBe(true)
    expect((await client.get(`/cases/${file.org}/${file.id}/window`, asha.cookie)).status).toBe(404)
  })

  test('opens what is written about her when all keys of the case were renewed, and holds none of the older ones', async () => {
    const { asha } = world.people
    const file = await caseOf('cnry-renewed')
    const own = await enterWindow(client, await giveWindow(asha, file))
    const asked = { id: randomUUID(), reason: 'deviceLost' }
    const begun = await client.post(`/cases/${file.org}/${file.id}/renewals`, asha.cookie, asked)
    expect(begun.status).toBeLessThan(300)
    await oneRenewalEnds(world.node.engine)
    expect((await part(own, 'identity')).items).toContainEqual({ field: 'name', value: 'cnry-renewed-name' })
    const held = await rowsOf(
      world.owner,
      `select distinct k.generation from slot_wrap w join part_key k on k.id = w.part_key_id where k.holder_id = $1`,
      [file.id],
    )
    expect(held).toEqual([{ generation: 2 }])
  })

  test('every act of hers is in the log as hers, with no account, and the team reads it as such', async () => {
    const { asha } = world.people
    const file = await caseOf()
    const own = await enterWindow(client, await giveWindow(asha, file))
    await part(own, 'identity')
    await post(own, 'contest', { part: 'identity' })
    await post(own, 'withdraw', { id: randomUUID(), base: 1 })
    const events = await rowsOf(
      world.owner,
      `select e.action, e.status, e.account_id, e.org_id, i.part, i.did, i.relation, i.account_id as by
       from audit_event e left join audit_item i on i.event_id = e.id
       where e.session_id = (select id from slot_session where ended_at is null and slot_id = (select id from case_slot where case_id = $1))
       order by e.at`,
      [file.id],
    )
    const nobody = { account_id: null, org_id: null, by: null }
    expect(events).toEqual([
      { action: 'own.enter', status: 201, part: 'status', did: 'read', relation: 'self', ...nobody },
      { action: 'own.part', status: 200, part: 'identity', did: 'read', relation: 'self', ...nobody },
      { action: 'own.contest', status: 204, part: 'status', did: 'wrote', relation: 'self', ...nobody },
      { action: 'own.withdraw', status: 404, part: null, did: null, relation: null, ...nobody },
    ])
    const trail = await client.get(`/cases/${file.org}/${file.id}/trail`, asha.cookie)
    expect(trail.body.items).toContainEqual(
      expect.objectContaining({
        relation: 'self',
        part: 'identity',
        by: { person: null, office: { en: '', bn: '' } },
      }),
    )
  })
})
