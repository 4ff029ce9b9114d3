import { randomUUID } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { pdfWith, pictureWith } from '../../../test/papers.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'

const remark = 'cnry-camera-remark'

describe.each(['pglite', 'postgres'] as const)('papers of a case, on %s', (kind) => {
  let world: World
  let client: Client
  let file: CaseRef
  let taken: Buffer
  const paper = { identity: randomUUID(), medical: randomUUID(), order: randomUUID() }

  const at = (item = '') => `/cases/${file.org}/${file.id}/documents${item && `/${item}`}`
  const add = ({ cookie }: Person, id: string, type: string, bytes: Buffer, words: string | null = null) =>
    client.post(at(), cookie, { id, kind: type, issuedOn: null, words, file: bytes.toString('base64') })
  const act = ({ cookie }: Person, item: string, what: string, body: Record<string, unknown>) =>
    client.post(`${at(item)}/${what}`, cookie, body)
  const open = (who: Person, item: string) => act(who, item, 'open', { reason: 'planningCare' })
  const seenBy = async ({ cookie }: Person) =>
    (await client.get(at(), cookie)).body.items?.map(({ id }) => id)
  const bytesOf = ({ body }: Answer) => Buffer.from(String(body['file']), 'base64')

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    file = await openCaseOf(world.people.asha, 'cnry')
    taken = await pictureWith(remark)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('are kept drawn anew, under the part that their kind belongs to', async () => {
    const { asha } = world.people
    expect((await add(asha, paper.identity, 'nationalId', taken, 'cnry-words')).status).toBe(201)
    expect((await add(asha, paper.medical, 'medicalReport', await pdfWith(remark, 3))).status).toBe(201)
    const { body, text } = await client.get(at(), asha.cookie)
    expect(body.items).toMatchObject([
      { id: paper.medical, part: 'health', type: 'application/pdf', pages: 3, goesAlong: false },
      { id: paper.identity, part: 'identity', type: 'image/jpeg', pages: 1, goesAlong: false },
    ])
    expect(text).not.toContain('cnry')
    const shown = await open(asha, paper.identity)
    expect(shown.body).toMatchObject({ type: 'image/jpeg', words: 'cnry-words' })
    expect(await sharp(bytesOf(shown)).metadata()).toMatchObject({ width: 40, height: 60 })
    expect(bytesOf(shown).includes(remark)).toBe(false)
  })

  test('come back whole, however many pieces they are kept in', async () => {
    const { asha } = world.people
    const noise = await sharp({
      create: {
        width: 1600,
        height: 1200,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg({ quality: 95 })
      .toBuffer()
    await add(asha, paper.order, 'courtOrder', noise)
    const [row] = await rowsOf(
      world.owner,
      `select d.bytes, count(*)::int as pieces from case_document d
       join case_document_piece p on p.org_id = d.org_id and p.document_id = d.id where d.id = $1 group by d.bytes`,
      [paper.order],
    )
    expect(Number(row?.['pieces'])).toBeGreaterThan(2)
    const bytes = bytesOf(await open(asha, paper.order))
    expect(bytes.length).toBe(Number(row?.['bytes']))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 1200, format: 'jpeg' })
  })

  test('that are none are refused by the name of what is wrong, and nothing of them stays', async () => {
    const { asha } = world.people
    const before = await rowsOf(world.owner, 'select count(*)::int as n from case_document')
    const text = await add(asha, randomUUID(), 'other', Buffer.from('a letter of words'))
    expect([text.status, text.body.code]).toEqual([422, 'file-unreadable'])
    expect(text.body['fields']).toEqual([{ field: 'file', problem: 'unknown' }])
    const long = await add(asha, randomUUID(), 'other', await pdfWith('x', 101))
    expect(long.body['fields']).toEqual([{ field: 'file', problem: 'too-many-pages' }])
    expect(await rowsOf(world.owner, 'select count(*)::int as n from case_document')).toEqual(before)
  })

  test('are nobody’s outside the office, whatever was agreed, until one of them is let go along', async () => {
    const { asha, farida, nadia, inspector, mina } = world.people
    const sent = await refer(asha, file, inspector, widest.police)
    await accept(inspector, file.org, sent.referral, sent.version)
    expect(await seenBy(inspector)).toEqual([])
    expect((await open(inspector, paper.identity)).status).toBe(404)
    expect((await act(asha, paper.identity, 'along', { base: 1, goesAlong: true })).status).toBe(200)
    expect((await act(asha, paper.medical, 'along', { base: 1, goesAlong: true })).status).toBe(200)
    // The police never read what belongs to health, let along or not.
    expect(await seenBy(inspector)).toEqual([paper.identity])
    expect((await open(inspector, paper.identity)).status).toBe(200)
    expect((await open(inspector, paper.medical)).status).toBe(404)
    expect((await act(inspector, paper.identity, 'along', { base: 2, goesAlong: false })).status).toBe(404)
    expect(await seenBy(farida)).toHaveLength(3)
    for (const stranger of [nadia, mina]) {
      expect(await seenBy(stranger)).toBeUndefined()
      expect((await open(stranger, paper.identity)).status).toBe(404)
    }
  })

  test('are told apart in the log of who looked, each opening with its reason', async () => {
    const { inspector } = world.people
    const read = await rowsOf(
      world.owner,
      `select e.reason from audit_event e join audit_item i on i.event_id = e.id
       where e.account_id = $1 and i.record_id = $2 and i.did = 'read'`,
      [inspector.account, paper.identity],
    )
    expect(read).toEqual([{ reason: 'planningCare' }])
  })

  test('are let along from the version that was seen', async () => {
    const { asha } = world.people
    const stale = await act(asha, paper.identity, 'along', { base: 1, goesAlong: false })
    expect([stale.status, stale.body.code]).toEqual([409, 'stale'])
  })

  test('are taken along after a fresh proof only, as pages that say who took them', async () => {
    const { asha } = world.people
    const reason = { reason: 'legalWork' }
    await rowsOf(world.owner, `update session set proved_at = now() - interval '6 minutes'`)
    expect((await act(asha, paper.identity, 'take', reason)).body.code).toBe('step-up-needed')
    await rowsOf(world.owner, `update session set proved_at = now()`)
    const { body, ...rest } = await act(asha, paper.identity, 'take', reason)
    expect([rest.status, body['type']]).toEqual([200, 'application/pdf'])
    expect((await PDFDocument.load(bytesOf({ body, ...rest }))).getPageCount()).toBe(1)
  })

  test('are taken away for good by those who work the case', async () => {
    const { asha, inspector } = world.people
    expect((await act(inspector, paper.identity, 'remove', { base: 2 })).status).toBe(404)
    expect((await act(asha, paper.identity, 'remove', { base: 1 })).body.code).toBe('stale')
    expect((await act(asha, paper.identity, 'remove', { base: 2 })).status).toBe(204)
    expect((await open(asha, paper.identity)).status).toBe(404)
    const left = await rowsOf(world.owner, 'select 1 from case_document_piece where document_id = $1', [
      paper.identity,
    ])
    expect(left).toEqual([])
    const { body } = await client.get(`/cases/${file.org}/${file.id}/timeline`, asha.cookie)
    expect(body.items?.map((event) => event['kind'])).toContain('documentRemoved')
  })
})
