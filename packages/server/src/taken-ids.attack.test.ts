import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../test/cases.ts'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { accept, openCaseOf, refer, widest } from '../test/referred.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'

/** Ids are made by whoever writes, so an attacker may choose one that they have seen elsewhere. */
describe.each(['pglite', 'postgres'] as const)('an id that belongs to somebody else, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: { readonly org: string; readonly id: string }

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha, officer } = world.people
    file = await openCaseOf(asha, 'taken')
    const sent = await refer(asha, file, officer, widest.care)
    await accept(officer, file.org, sent.referral, sent.version)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const post = (name: keyof typeof world.people, path: string, body: Record<string, unknown>) =>
    client.post(path, world.people[name].cookie, body)
  const names = { nameEn: 'Twin', nameBn: 'যমজ', district: null }
  const person = {
    name: 'Twin',
    postEn: 'Post',
    postBn: 'পদ',
    language: 'bn',
    password: 'eleven crows at noon',
  }

  test('opens no second unit, in one’s own organisation or in a new one', async () => {
    const { asha, inspector } = world.people
    for (const id of [asha.unit, inspector.unit]) {
      expect((await post('otherAdmin', '/admin/units', { ...names, id })).status).toBe(409)
    }
    const first = {
      unit: { id: inspector.unit, nameEn: 'Desk', nameBn: 'ডেস্ক' },
      account: { ...person, id: randomUUID(), signInName: 'twin.desk' },
    }
    const agency = { ...names, id: randomUUID(), type: 'ngo', phone: null, first }
    expect((await post('otherAdmin', '/admin/organisations', agency)).status).toBe(409)
    const kept = await rowsOf(world.owner, `select 1 from organisation where id = $1`, [agency.id])
    expect(kept).toEqual([])
  })

  test('opens no second account', async () => {
    const { asha, otherAdmin } = world.people
    const twin = {
      ...person,
      id: asha.account,
      signInName: 'twin',
      roles: ['caseworker'],
      units: [{ id: otherAdmin.unit, supervises: false, focal: true }],
    }
    expect((await post('otherAdmin', '/admin/accounts', twin)).status).toBe(409)
  })

  test('opens a case of one’s own, which shows nothing of the other and touches nothing of it', async () => {
    const { asha, nadia } = world.people
    const twin = { ...newCase(nadia, 'twin'), id: file.id }
    const before = await rowsOf(world.owner, `select * from due_item where org_id = $1 order by id`, [
      file.org,
    ])
    const opened = await post('nadia', '/cases', twin)
    expect(opened.status).toBe(201)
    const list = await client.get('/cases', nadia.cookie)
    expect(list.body.items?.map(({ org, id }) => [org, id])).toEqual([[nadia.org, file.id]])
    for (const path of ['', '/timeline', '/trail']) {
      expect((await client.get(`/cases/${file.org}/${file.id}${path}`, nadia.cookie)).status).toBe(404)
      expect((await client.get(`/cases/${nadia.org}/${file.id}${path}`, nadia.cookie)).status).toBe(200)
      expect((await client.get(`/cases/${nadia.org}/${file.id}${path}`, asha.cookie)).status).toBe(404)
    }
    const words = await post('nadia', `/cases/${file.org}/${file.id}/open-part`, {
      part: 'identity',
      reason: 'planningCare',
    })
    expect(words.status).toBe(404)
    const look = { field: 'name', text: 'taken-name', reason: 'planningCare' }
    const found = await client.ask('POST', '/cases/look-up', { cookie: nadia.cookie, body: look })
    expect(found.body.items).toEqual([])
    expect(
      await rowsOf(world.owner, `select * from due_item where org_id = $1 order by id`, [file.org]),
    ).toEqual(before)
    const day = await client.get('/my-day', nadia.cookie)
    expect(day.text).not.toContain(file.org)
  })

  test('a case known from a referral that is over cannot be looked at under its id', async () => {
    const { officer, asha } = world.people
    await rowsOf(world.owner, `update referral set state = 'recalled', ended_at = now() where case_id = $1`, [
      file.id,
    ])
    expect((await post('officer', '/cases', { ...newCase(officer, 'officers'), id: file.id })).status).toBe(
      201,
    )
    expect((await client.get(`/cases/${file.org}/${file.id}`, officer.cookie)).status).toBe(404)
    const list = await client.get('/cases', officer.cookie)
    expect(list.body.items?.map(({ org }) => org)).toEqual([officer.org])
    expect((await client.get(`/cases/${file.org}/${file.id}`, asha.cookie)).status).toBe(200)
  })
})
