import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { readHtcds } from '@setu/exchange'
import { csvOf } from '@setu/exchange/test/csv'
import { unzipParts } from '@setu/exchange/test/workbooks'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { countRows, type Files, openFiles } from '../../../test/files.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { endpoint, httpServer, nothing } from '../../platform/index.ts'
import { openCase } from '../../protection/index.ts'
import { exchangeEndpoints } from '../index.ts'

function fileOf(count: number, name = 'Rahima'): Uint8Array {
  const rows = Array.from({ length: count }, (_, at) => [
    `${name} ${at}`,
    'Feminine',
    'Active',
    `+88017${10_000_000 + at}`,
  ])
  return csvOf([['prs_FirstName', 'prs_Gender', 'cas_Status', 'prs_MobilePhone'], ...rows])
}

describe.each(['pglite', 'postgres'] as const)('who may bring in and take out, on %s', (kind) => {
  let world: World
  let files: Files

  beforeAll(async () => {
    world = await openWorld(kind)
    files = await openFiles(world.node)
  }, 120_000)
  afterAll(async () => {
    await files.close()
    await world.close()
  })

  async function bringIn(person: Person, file: Uint8Array) {
    const { body } = await files.preview(person.cookie, file)
    return files.bringIn(person.cookie, { preview: body.id, unit: person.unit })
  }

  async function namesOut(person: Person): Promise<unknown[]> {
    const { bytes } = await files.export(person.cookie)
    return (await readHtcds(bytes)).rows.map(({ values }) => values.prs_FirstName)
  }

  test('nobody who is not signed in, and nobody whose work it is not', async () => {
    const { inspector, admin, guard, lawyer } = world.people
    const before = await countRows(world.owner)
    const asked = { preview: randomUUID(), unit: inspector.unit }
    expect(await files.preview(undefined, fileOf(1))).toMatchObject({ status: 401 })
    expect((await files.export(undefined)).status).toBe(401)
    for (const person of [inspector, admin, guard]) {
      expect(await files.preview(person.cookie, fileOf(1))).toMatchObject({
        status: 403,
        body: { code: 'role-needed' },
      })
      expect(await files.bringIn(person.cookie, asked)).toMatchObject({
        status: 403,
        body: { code: 'role-needed' },
      })
      expect((await files.export(person.cookie)).status).toBe(403)
    }
    const refused = { status: 403, body: { code: 'case-not-yours-to-own' } }
    expect(await files.preview(lawyer.cookie, fileOf(1))).toMatchObject(refused)
    expect(await countRows(world.owner)).toEqual(before)
  })

  test('only the account that uploaded a file brings it in, only for a unit of its own, only once', async () => {
    const { asha, bina, mina } = world.people
    const { body } = await files.preview(asha.cookie, fileOf(2))
    const preview = body.id
    const before = await countRows(world.owner)
    for (const [person, unit, code] of [
      [bina, bina.unit, 'import-expired'],
      [asha, mina.unit, 'not-for-you'],
      [asha, randomUUID(), 'not-for-you'],
    ] as const) {
      expect((await files.bringIn(person.cookie, { preview, unit })).body.code).toBe(code)
    }
    expect(await countRows(world.owner)).toEqual(before)
    expect((await files.bringIn(asha.cookie, { preview, unit: asha.unit })).body.cases).toBe(2)
    expect((await files.bringIn(asha.cookie, { preview, unit: asha.unit })).body.code).toBe('import-expired')
  })

  test('a newer file takes the place of the last, and a quarter of an hour is all there is', async () => {
    const { bina } = world.people
    const first = await files.preview(bina.cookie, fileOf(1))
    const second = await files.preview(bina.cookie, fileOf(1))
    const later = await openFiles({ ...world.node, clock: () => new Date(Date.now() + 15 * 60_000 + 1) })
    for (const [through, preview] of [
      [files, first.body.id],
      [later, second.body.id],
    ] as const) {
      const tried = await through.bringIn(bina.cookie, { preview, unit: bina.unit })
      expect(tried.body.code).toBe('import-expired')
    }
    await later.close()
  })

  test('the same command twice has one effect and one answer, at once or after', async () => {
    const { bina } = world.people
    const { body } = await files.preview(bina.cookie, fileOf(3))
    const asked = { preview: body.id, unit: bina.unit, command: randomUUID() }
    const both = await Promise.all([files.bringIn(bina.cookie, asked), files.bringIn(bina.cookie, asked)])
    expect(both.map(({ status }) => status)).toContain(201)
    for (const { status } of both) expect([201, 503]).toContain(status)
    expect(await files.bringIn(bina.cookie, asked)).toMatchObject({ status: 201, body: { cases: 3 } })
    expect(await namesOut(bina)).toHaveLength(3)
  })

  test('what fails in the middle leaves nothing, and can be tried again', async () => {
    const { mina } = world.people
    const { body } = await files.preview(mina.cookie, fileOf(150))
    const asked = { preview: body.id, unit: mina.unit, command: randomUUID() }
    const before = await countRows(world.owner)
    const owner = await world.owner.connect()
    await owner.script(`
      create sequence spoilt;
      grant usage on sequence spoilt to setu_app;
      create function spoil() returns trigger language plpgsql as $$
      begin
        if nextval('spoilt') > 120 then raise exception 'spoilt'; end if;
        return new;
      end $$;
      create trigger spoil before insert on person_contact for each row execute function spoil()`)
    owner.release(false)
    expect((await files.bringIn(mina.cookie, asked)).status).toBe(500)
    expect(await countRows(world.owner)).toEqual(before)
    await rowsOf(world.owner, 'drop trigger spoil on person_contact')
    await rowsOf(world.owner, 'drop function spoil()')
    await rowsOf(world.owner, 'drop sequence spoilt')
    expect(await files.bringIn(mina.cookie, asked)).toMatchObject({ status: 201, body: { cases: 150 } })
    expect(await namesOut(mina)).toHaveLength(150)
  })

  test.runIf(kind === 'postgres')('others are answered while a file comes in', async () => {
    const { officer, nadia } = world.people
    const { body } = await files.preview(officer.cookie, fileOf(300))
    const asked = { preview: body.id, unit: officer.unit }
    const state = { answered: 0, imported: false }
    const importing = files.bringIn(officer.cookie, asked).finally(() => {
      state.imported = true
    })
    while (!state.imported) {
      await nadia.as((work) => sql`select 1`.execute(work.db))
      state.answered += 1
    }
    expect((await importing).status).toBe(201)
    expect(state.answered).toBeGreaterThan(1)
  })

  test('the line stays open for as long as a large file takes, and for no other request', async () => {
    const { asha } = world.people
    const waits: (number | undefined)[] = []
    const sockets: Socket[] = []
    const clock = () => {
      waits.push(sockets.at(-1)?.timeout)
      return new Date()
    }
    const other = endpoint({
      name: 'other',
      method: 'GET',
      path: '/other',
      summary: 'Any other',
      access: { part: 'none', relations: ['signedIn'], writes: false },
      run: async () => nothing,
    })
    const endpoints = [...exchangeEndpoints, other]
    const report = () => undefined
    const app = await httpServer({ ...world.node, clock }, { endpoints, web: null, secure: false, report })
    app.server.on('connection', (socket) => sockets.push(socket))
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const path of ['/api/exchange/htcds/export?format=csv', '/api/other']) {
      await (await fetch(address + path, { headers: { cookie: `setu=${asha.cookie}` } })).arrayBuffer()
    }
    expect(waits).toEqual([900_000, 15_000])
    await app.close()
  })

  test('caseworkers take out their own cases, supervisors those of their unit, others a file of nobody', async () => {
    const { asha, bina, farida, lawyer, nadia } = world.people
    expect(await namesOut(asha)).toEqual(['Rahima 0', 'Rahima 1'])
    expect(await namesOut(bina)).toHaveLength(3)
    expect(await namesOut(farida)).toHaveLength(5)
    for (const person of [lawyer, nadia]) expect(await namesOut(person)).toEqual([])
  })

  test('every case that leaves is logged, part by part, with a reason, before it leaves', async () => {
    const { farida } = world.people
    const read = () =>
      rowsOf(
        world.owner,
        `select count(distinct i.case_id)::int as cases, count(*)::int as parts,
           array_agg(distinct i.part order by i.part) as which, array_agg(distinct i.relation) as relations
         from audit_item i join audit_event e on e.id = i.event_id
         where i.account_id = $1 and i.did = 'read' and i.reason = 'documents' and e.action = 'exchange.exportHtcds'`,
        [farida.account],
      )
    const [before] = await read()
    await files.export(farida.cookie)
    const [after] = await read()
    expect(Number(after?.['parts']) - Number(before?.['parts'])).toBe(20)
    expect(after).toMatchObject({
      cases: 5,
      which: ['contact', 'facts', 'identity', 'narrative'],
      relations: ['supervise'],
    })
  })

  test('a case opened here goes out with what a file has room for, and no consent', async () => {
    const { officer } = world.people
    const canary = 'Anwara Bibi'
    await officer.as((work) => openCase(work, newCase(officer, canary)))
    const { bytes } = await files.export(officer.cookie)
    const { rows } = await readHtcds(bytes)
    const row = rows.find(({ ids }) => ids?.['name'] === `${canary}-name`)
    expect(row).toMatchObject({
      values: {
        prs_IdentityNumber: `${canary}-id`,
        cas_Status: 'Active',
        vic_TypeOfExploitation: ['ForcedLabour'],
      },
      ids: { state: 'intake' },
    })
    expect(row?.values.con_Consent).toBeUndefined()
    expect(new TextDecoder().decode(bytes)).not.toContain(`${canary}-words`)
  })

  test('a part that somebody’s unit has no key for is left out, said so, and not logged as read', async () => {
    const { asha, mina } = world.people
    await rowsOf(
      world.owner,
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
       select org_id, gen_random_uuid(), case_id, 1, org_id, $2, false, 'none', $1, now() from case_assignment
       where account_id = $1 limit 1`,
      [asha.account, mina.account],
    )
    const { rows } = await readHtcds((await files.export(mina.cookie)).bytes)
    const closed = rows.filter(({ ids }) => ids?.['left_out'] !== undefined)
    expect(closed).toHaveLength(1)
    expect(closed[0]).toMatchObject({
      values: { prs_Gender: 'Feminine' },
      ids: { left_out: 'identity;contact' },
    })
    expect(closed[0]?.values.prs_FirstName).toBeUndefined()
    const [logged] = await rowsOf(
      world.owner,
      `select array_agg(distinct part order by part) as parts from audit_item
       where account_id = $1 and did = 'read' and case_id = $2`,
      [mina.account, closed[0]?.ids?.['case']],
    )
    expect(logged?.['parts']).toEqual(['facts', 'narrative'])
  })

  test('a name that a spreadsheet program would run is text in either file', async () => {
    const { nadia } = world.people
    await bringIn(
      nadia,
      csvOf([
        ['prs_FirstName', 'prs_Title'],
        ['=HYPERLINK("http://x")', '@SUM(A1)'],
      ]),
    )
    const csv = await files.export(nadia.cookie)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers['content-disposition']).toMatch(
      /^attachment; filename="export-\d{4}-\d\d-\d\d[.]csv"$/,
    )
    const text = new TextDecoder().decode(csv.bytes)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`"'@SUM(A1)"`)
    expect(text).toContain('HTCDS 2.0')
    const workbook = await files.export(nadia.cookie, 'xlsx')
    const parts = unzipParts(workbook.bytes)
    expect(Object.values(parts).join('')).not.toMatch(/<f>/)
    for (const { bytes } of [csv, workbook]) {
      const { rows } = await readHtcds(bytes)
      expect(rows[0]?.values).toEqual({ prs_FirstName: '=HYPERLINK("http://x")', prs_Title: '@SUM(A1)' })
    }
    expect((await files.export(nadia.cookie, 'pdf')).status).toBe(400)
  })

  test('the demonstration takes small files with a warning, and no large ones', async () => {
    const { nadia } = world.people
    const demo = await openFiles({ ...world.node, demo: true })
    const small = await demo.preview(nadia.cookie, fileOf(2))
    expect(small.body).toMatchObject({
      ready: true,
      notices: [{ en: expect.stringContaining('real people') }, {}],
    })
    const large = await demo.preview(nadia.cookie, fileOf(201))
    expect([large.status, large.body.code]).toEqual([409, 'demo-refuses'])
    await demo.close()
  })
})
