import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../test/client.ts'
import { openFullCase } from '../../test/full-case.ts'
import { accept, refer, widest } from '../../test/referred.ts'
import { openWideWorld, type WideWorld } from '../../test/wide-world.ts'
import { endpoints } from '../endpoints.ts'
import { asActor, type Work } from '../platform/index.ts'
import { passOf } from '../platform/sessions/token.ts'
import { openCase } from './cases/open-case.ts'
import { openPart } from './cases/open-part.ts'
import type { CaseRef } from './cases/record-store.ts'

describe.each(['pglite', 'postgres'] as const)('several sessions at once, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  const reports: unknown[] = []
  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints, (line) => reports.push(line))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const at = (file: CaseRef): string => `/cases/${file.org}/${file.id}`
  const open = (file: CaseRef, cookie: string) =>
    client.post(`${at(file)}/open-part`, cookie, { part: 'identity', reason: 'planningCare' })
  const withdraw = (file: CaseRef, consent: string, base = 1) =>
    client.post(`${at(file)}/consents/${consent}/withdraw`, world.people.asha.cookie, { base })

  async function sent(canary: string) {
    const { asha, inspector } = world.people
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, canary)))
    const file = { org, id }
    return { file, ...(await refer(asha, file, inspector, widest.police)) }
  }

  test('a withdrawal and an acceptance at the same moment: the survivor’s word stands, whoever was faster', async () => {
    const { inspector } = world.people
    for (let round = 0; round < 8; round++) {
      const { file, referral, consent, version } = await sent(`cnry-race-${round}`)
      const step = { base: version, to: 'accepted', conflict: 'none' }
      const [withdrawn, accepted] = await Promise.all([
        withdraw(file, consent),
        client.post(`/referrals/${file.org}/${referral}/step`, inspector.cookie, step),
      ])
      expect([withdrawn.status, withdrawn.body.code]).toEqual([200, undefined])
      expect([200, 404, 409]).toContain(accepted.status)
      expect((await client.get(at(file), inspector.cookie)).status).toBe(404)
      expect((await open(file, inspector.cookie)).status).toBe(404)
      expect((await client.get(`/referrals/${file.org}/${referral}`, inspector.cookie)).status).toBe(404)
      const left = await rowsOf(
        world.owner,
        `select 1 from part_wrap where case_id = $1 and through = 'referral'
         union all select 1 from due_item where about_id = $2 and done_at is null and cancelled_at is null`,
        [file.id, referral],
      )
      expect(left).toEqual([])
    }
  })

  test('readings while a consent is withdrawn are whole or nothing, and nothing afterwards', async () => {
    const { inspector } = world.people
    const { file, referral, consent, version } = await sent('cnry-reading')
    await accept(inspector, file.org, referral, version)
    const session = await world.session('inspector')
    const readings = Array.from({ length: 12 }, (_, n) =>
      open(file, n % 2 === 0 ? inspector.cookie : session.cookie),
    )
    const [answers, withdrawn] = await Promise.all([Promise.all(readings), withdraw(file, consent)])
    expect(withdrawn.status).toBe(200)
    for (const { status, text } of answers) {
      expect([200, 404]).toContain(status)
      expect(text.includes('cnry-reading-name')).toBe(status === 200)
    }
    for (const cookie of [inspector.cookie, session.cookie])
      expect((await open(file, cookie)).status).toBe(404)
  })

  test('a reading that a withdrawal overtakes shows what stood when it began, and the next one nothing', async () => {
    const { inspector } = world.people
    const { file, referral, consent, version } = await sent('cnry-overtaken')
    await accept(inspector, file.org, referral, version)
    const read = (work: Work) => openPart(work, file, { part: 'identity', reason: 'planningCare' })
    let withdrawal: ReturnType<typeof withdraw> | undefined
    const overtaken = async (work: Work) => {
      const before = await read(work)
      withdrawal = withdraw(file, consent)
      // The embedded engine does one transaction after the other: there the withdrawal waits for this reading.
      if (kind === 'postgres') await withdrawal
      return { before, after: await read(work) }
    }
    const pass = passOf(inspector.cookie)
    const { before, after } = await asActor(world.node, pass, overtaken, { reads: true })
    expect(JSON.stringify(before)).toContain('cnry-overtaken-name')
    expect(after).toEqual(before)
    expect((await withdrawal)?.status).toBe(200)
    expect((await open(file, inspector.cookie)).status).toBe(404)
  })

  test('whoever leaves a unit or a session leaves what came with it, at the next request of any session', async () => {
    const { inspector, admin } = world.people
    const { file, referral, version } = await sent('cnry-moved')
    await accept(inspector, file.org, referral, version)
    const other = await world.session('inspector')
    expect((await open(file, other.cookie)).status).toBe(200)
    const out = await world.session('inspector')
    expect((await client.ask('DELETE', '/session', { cookie: out.cookie })).status).toBe(204)
    expect((await open(file, out.cookie)).status).toBe(401)
    await rowsOf(world.owner, `update unit_member set focal = false where account_id = $1`, [
      inspector.account,
    ])
    expect((await open(file, other.cookie)).status, 'who took it on goes on').toBe(200)
    await rowsOf(world.owner, `delete from unit_member where account_id = $1`, [inspector.account])
    for (const cookie of [inspector.cookie, other.cookie]) {
      expect((await open(file, cookie)).status).toBe(404)
      expect((await client.get('/referrals?box=in', cookie)).body.items).toEqual([])
      expect((await client.get('/my-day', cookie)).text).not.toContain(referral)
    }
    await rowsOf(
      world.owner,
      `insert into unit_member (org_id, unit_id, account_id, supervises, focal, since) values ($1, $2, $3, false, true, now())`,
      [inspector.org, inspector.unit, inspector.account],
    )
    expect(
      (await client.post(`/admin/accounts/${inspector.account}`, admin.cookie, { base: 1, disabled: true }))
        .status,
    ).toBe(404)
  })

  test('a page mark of somebody else’s list opens nothing of it', async () => {
    const { asha, nadia, guard, lawyer } = world.people
    for (let n = 0; n < 3; n++) {
      const file = await openFullCase(asha, `cnry-page-${n}`)
      await refer(asha, file, lawyer, widest.legal)
    }
    const first = await client.get('/cases?limit=1', asha.cookie)
    const mark = encodeURIComponent(String(first.body['next']))
    expect(mark).not.toBe('null')
    for (const { cookie } of [nadia, lawyer]) {
      const page = await client.get(`/cases?limit=200&after=${mark}`, cookie)
      expect(page.body.items).toEqual([])
    }
    const [file] = first.body.items ?? []
    const address = `/cases/${String(file?.['org'])}/${String(file?.['id'])}`
    for (const path of ['timeline', 'trail']) {
      for (const { cookie } of [nadia, lawyer])
        expect((await client.get(`${address}/${path}?after=${mark}`, cookie)).status).toBe(404)
    }
    expect((await client.get(`/referrals?box=out&after=${mark}`, nadia.cookie)).body.items).toEqual([])
    expect((await client.get(`/cases?limit=200&after=${mark}`, guard.cookie)).text).not.toContain('25-29')
  })

  test('whoever guards the data learns no fact of the survivor, by whichever way they ask', async () => {
    const { asha, guard, lawyer } = world.people
    const file = await openFullCase(asha, 'cnry-guarded')
    const { referral } = await refer(asha, file, lawyer, { ...widest.legal, note: 'cnry-note' })
    await rowsOf(world.owner, `update referral set worker_preference = 'female' where id = $1`, [referral])
    const facts = { sex: null, ageBand: null, language: null, district: null, workerPreference: null }
    const one = await client.get(`/referrals/${file.org}/${referral}`, guard.cookie)
    expect(one.body).toMatchObject(facts)
    const view = await client.get(at(file), guard.cookie)
    expect(view.body['referrals']).toContainEqual(expect.objectContaining({ id: referral, ...facts }))
    for (const path of [
      at(file),
      `${at(file)}/timeline`,
      '/cases?limit=200',
      '/referrals?box=out',
      '/my-day',
    ]) {
      const { text } = await client.get(path, guard.cookie)
      expect(text, path).not.toMatch(/25-29|cnry|BD4041/)
    }
    expect((await client.get('/cases?district=BD4041', guard.cookie)).body.items).toEqual([])
    expect((await client.get(`/referrals/${file.org}/${referral}`, asha.cookie)).body['ageBand']).toBe(
      '25-29',
    )
  })

  test('a file that somebody looked through is brought in by nobody else', async () => {
    const { asha, bina, nadia } = world.people
    const looked = await client.ask('POST', '/exchange/htcds/preview', {
      cookie: asha.cookie,
      body: Buffer.from('case_CaseID,spl_Type\n1,x\n'),
    })
    const preview = looked.body['preview'] ?? looked.body['id'] ?? randomUUID()
    for (const { cookie, unit } of [bina, nadia]) {
      const answer = await client.post('/exchange/htcds/import', cookie, { preview, unit })
      expect(answer.status).toBe(404)
    }
  })

  test('whoever was given other work reads no case through the team or the seat that they were left on', async () => {
    const { asha, nadia, admin, otherAdmin } = world.people
    const file = await openFullCase(nadia, 'cnry-other-work')
    const mine = await openFullCase(asha, 'cnry-mine')
    const { referral, version } = await refer(asha, mine, nadia, widest.care)
    await accept(nadia, mine.org, referral, version)
    const waiting = await refer(asha, mine, nadia, { ...widest.care, service: 'medical' })
    for (const one of [file, mine]) expect((await open(one, nadia.cookie)).status).toBe(200)
    for (const roles of [['technicalAdministrator'], ['trainer'], ['analyst', 'programmeManager']]) {
      await rowsOf(world.owner, `delete from account_role where account_id = $1`, [nadia.account])
      await rowsOf(
        world.owner,
        `insert into account_role (org_id, account_id, role) select $1, $2, r from unnest($3::text[]) r`,
        [nadia.org, nadia.account, roles],
      )
      for (const one of [file, mine]) {
        expect((await client.get(at(one), nadia.cookie)).status).toBe(404)
        expect((await open(one, nadia.cookie)).status).toBe(404)
      }
      for (const id of [referral, waiting.referral])
        expect((await client.get(`/referrals/${mine.org}/${id}`, nadia.cookie)).status).toBe(404)
      for (const path of ['/cases?limit=200', '/referrals?box=in', '/my-day', '/transfers']) {
        const { text } = await client.get(path, nadia.cookie)
        for (const id of [file.id, mine.id, referral, waiting.referral]) expect(text, path).not.toContain(id)
      }
    }
    const back = { base: 1, roles: ['caseworker'] }
    expect((await client.post(`/admin/accounts/${nadia.account}`, admin.cookie, back)).status).toBe(404)
    expect((await client.post(`/admin/accounts/${nadia.account}`, otherAdmin.cookie, back)).status).toBe(200)
    expect((await open(file, nadia.cookie)).status).toBe(200)
  })

  test('none of this was a failure of ours', () => {
    expect(reports).toEqual([])
  })
})
