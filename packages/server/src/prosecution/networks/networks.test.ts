import { randomUUID } from 'node:crypto'
import type { NetworkHistory, NetworkView } from '@setu/records/api'
import { type CriminalStage, networkTies, tieEnds } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { aPerson, aTie, namesIn } from '../../../test/network-calls.ts'
import { deskIds, type NetworkDesk, openNetworkDesk } from '../../../test/network-desk.ts'
import type { AnyName, WideWorld } from '../../../test/wide-world.ts'
import { handleOf } from '../../platform/index.ts'

const tables = ['network', 'network_office', 'network_node', 'network_tie', 'network_step', 'network_hold']

describe.each(['pglite', 'postgres'] as const)('a network, on %s', (kind) => {
  let desk: NetworkDesk
  let world: WideWorld
  let client: Client
  let file: { org: string; id: string }
  const ids = deskIds()
  const { network, karim, salma, phone } = ids
  const stage = (to: CriminalStage, outcome: string | null = null) =>
    rowsOf(world.owner, 'update accused_offence set stage = $2, outcome = $3 where id = $1', [
      desk.offence,
      to,
      outcome,
    ])
  const standing = async (to: CriminalStage, outcome: string | null = null) => {
    await stage(to, outcome)
    const { standing: now, ended } = await desk.nodeOf(karim)
    return [now, ended]
  }

  beforeAll(async () => {
    desk = await openNetworkDesk(kind, ids)
    ;({ world, client, file } = desk)
  })
  afterAll(() => desk.close())

  test('is begun by whoever investigates or prosecutes, out of a case of theirs, and by nobody else', async () => {
    const begin = async (who: AnyName, more: object = {}) =>
      (await desk.begin(who, { id: randomUUID(), ...more })).status
    for (const who of ['asha', 'farida', 'lawyer', 'bench', 'admin', 'policeAdmin', 'analyst'] as const)
      expect(await begin(who), who).toBe(403)
    expect(await begin('inspector', { unit: world.people.prosecutor.unit })).toBe(403)
    expect(await begin('inspector', { case: { org: file.org, id: randomUUID() } })).toBe(404)
  })

  test('exists for its own offices and for nobody else, over HTTP and past it', async () => {
    for (const who of Object.keys(world.people) as AnyName[]) {
      if (['inspector', 'constable'].includes(who)) continue
      for (const more of ['', '/history'])
        expect([403, 404], `${who} ${more}`).toContain((await desk.get(who, more)).status)
      const listed = await client.get('/networks', desk.cookieOf(who))
      expect(listed.status === 403 || listed.text === '{"items":[]}', who).toBe(true)
      const found = await intrude(world.node.engine, 'setu_app', handleOf(desk.cookieOf(who)), (attempt) =>
        Promise.all([
          ...tables.map((table) => attempt(`select 1 from ${table}`)),
          attempt(`select 1 from part_key where holder = 'network'`),
          attempt(`select 1 from part_wrap where part = 'network'`),
          attempt('select 1 from network_accused($1, $2)', [file.org, network]),
        ]),
      )
      expect(
        found.map(({ count, refused }) => refused ?? count),
        who,
      ).toEqual(found.map(() => 0))
    }
    const [listed] = (await client.get('/networks', desk.cookieOf('constable'))).body.items ?? []
    expect(listed).toMatchObject({ name: 'CNRY River', nodes: 4, ties: 3, begun: { id: file.id } })
  })

  test('opens to no other kind of office, though a row named its unit', async () => {
    const { inspector } = world.people
    for (const who of ['asha', 'lawyer', 'bench', 'admin'] as const) {
      const { org, unit } = world.people[who]
      for (const task of ['investigation', 'prosecution']) {
        await rowsOf(
          world.owner,
          `insert into network_office (org_id, id, network_id, office_org, unit_id, task, from_on, added_org, added_by)
           values ($1, $2, $3, $4, $5, $6, current_date, $1, $7)`,
          [inspector.org, randomUUID(), network, org, unit, task, inspector.account],
        )
        expect([403, 404], who).toContain((await desk.get(who)).status)
        await rowsOf(world.owner, 'delete from network_office where unit_id = $1', [unit])
      }
    }
    for (const who of ['asha', 'bench', 'lawyer'] as const) {
      const added = await desk.post('inspector', '/offices', {
        id: randomUUID(),
        unit: world.people[who].unit,
      })
      expect(added.body.code, who).toBe('receiver-not-available')
    }
  })

  test('is looked at for a criminal case that one works on, and that is logged', async () => {
    expect((await client.get(desk.at(), desk.cookieOf('inspector'))).status).toBe(400)
    const other = `?caseOrg=${file.org}&case=${randomUUID()}`
    expect((await client.get(desk.at() + other, desk.cookieOf('inspector'))).status).toBe(404)
    const view = await desk.read('constable')
    expect(view).toMatchObject({ name: 'CNRY River', leads: true, most: 2000 })
    expect(view.ties.map(({ role }) => role)).toContain('CNRY bought it')
    const logged = await rowsOf(
      world.owner,
      `select distinct i.record_id, i.relation from audit_item i where i.case_id = $1 and i.part = 'network' and i.did = 'read'`,
      [network],
    )
    expect(logged).toEqual([{ record_id: file.id, relation: 'investigation' }])
  })

  test('says of somebody what a court has said, and never more', async () => {
    expect(await standing('reported')).toEqual(['accused', null])
    expect(await standing('chargeFramed')).toEqual(['charged', null])
    expect(await standing('convicted', 'convicted')).toEqual(['charged', null])
    expect(await standing('convictionFinal', 'convicted')).toEqual(['convicted', null])
    expect(await standing('acquitted', 'acquitted')).toEqual(['ofInterest', 'acquitted'])
    expect(await standing('dischargeFinal', 'discharged')).toEqual(['ofInterest', 'discharged'])
    expect((await desk.nodeOf(salma)).standing).toBe('ofInterest')
    expect((await desk.nodeOf(phone)).standing).toBeNull()
    const said = { ...aPerson, id: salma, base: 1, names: ['CNRY Salma'], standing: 'convicted' }
    expect((await desk.post('inspector', '/nodes', said)).body.code).toBe('unknown-field')
    await stage('chargeFramed')
  })

  test('takes what fits, and nothing else', async () => {
    const two = { id: randomUUID(), from: phone, to: karim }
    expect((await desk.post('inspector', '/ties', { ...aTie, ...two, tie: 'family' })).status).toBe(400)
    expect((await desk.post('inspector', '/ties', { ...aTie, ...two, tie: 'uses' })).status).toBe(400)
    const nobody = { ...aPerson, id: randomUUID(), names: [] }
    expect((await desk.post('inspector', '/nodes', nobody)).body).toMatchObject({
      fields: [{ field: 'names' }],
    })
    const victim = { ...aPerson, id: randomUUID(), kind: 'victim' }
    expect((await desk.post('inspector', '/nodes', victim)).status).toBe(400)
    const accused = { org: file.org, case: file.id, id: randomUUID() }
    expect((await desk.post('inspector', '/nodes', { ...aPerson, id: randomUUID(), accused })).status).toBe(
      400,
    )
    const back = { ...aTie, id: randomUUID(), tie: 'associate', from: karim, to: salma, until: '2024-01-01' }
    expect((await desk.post('inspector', '/ties', back)).status).toBe(400)
    const rules = await rowsOf(world.owner, 'select tie, from_kinds, to_kinds from network_tie_rule')
    const told = networkTies.entries.map(({ code }) => [code, tieEnds[code].from, tieEnds[code].to])
    const kept = rules.map((row) => [row['tie'], row['from_kinds'], row['to_kinds']])
    const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted()
    expect(sorted(kept)).toEqual(sorted(told))
  })

  test('goes to another office with its names, until its place in it ends', async () => {
    const [place, prosecution] = [randomUUID(), world.people.prosecutor]
    expect((await desk.post('inspector', '/offices', { id: place, unit: prosecution.unit })).status).toBe(200)
    const seen = await desk.read('prosecutor')
    expect(seen).toMatchObject({ leads: false, name: 'CNRY River' })
    expect(seen.nodes.flatMap(({ names }) => names)).toContain('CNRY Karim')
    const { unit } = world.people.constable
    expect((await desk.post('prosecutor', '/offices', { id: randomUUID(), unit })).status).toBe(403)
    const lead = seen.offices.find(({ leads }) => leads)
    expect((await desk.post('inspector', '/offices/end', { office: lead?.id })).body.code).toBe('last-holder')
    expect((await desk.post('prosecutor', '/offices/end', { office: lead?.id })).body.code).toBe(
      'last-holder',
    )
    expect((await desk.post('inspector', '/offices/end', { office: place })).status).toBe(200)
    expect((await desk.get('prosecutor')).status).toBe(404)
    const wraps = await rowsOf(
      world.owner,
      `select 1 from part_wrap where part = 'network' and unit_id = $1`,
      [prosecution.unit],
    )
    expect(wraps).toEqual([])
    await desk.post('inspector', '/offices', { id: randomUUID(), unit: prosecution.unit })
  })

  test('keeps what stood there before each change, and who changed it', async () => {
    const extra = randomUUID()
    await desk.keep({ ...aPerson, id: extra, names: ['CNRY Wrong'] })
    const tie = await desk.tied('associate', extra, salma)
    await desk.keep({ ...aPerson, id: extra, base: 1, names: ['CNRY Right'] }, 'prosecutor')
    expect((await desk.post('inspector', '/nodes', { ...aPerson, id: extra, base: 1 })).body.code).toBe(
      'stale',
    )
    expect((await desk.post('inspector', '/nodes/remove', { id: extra, base: 2 })).status).toBe(200)
    expect((await desk.post('inspector', '/nodes/remove', { id: extra, base: 3 })).status).toBe(404)
    expect((await desk.read('inspector')).ties.some(({ id }) => id === tie)).toBe(false)
    const { items } = (await desk.get('inspector', '/history')).body as unknown as NetworkHistory
    const told = items.filter(({ item }) => item === extra).map(({ did, names }) => [did, names])
    expect(told).toEqual([
      ['removed', ['CNRY Right']],
      ['changed', ['CNRY Wrong']],
      ['added', null],
    ])
    expect(items.find(({ item }) => item === tie)).toMatchObject({ did: 'removed', grade: 'B2' })
    const past = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(desk.cookieOf('inspector')),
      (attempt) =>
        Promise.all([
          attempt('delete from network_step'),
          attempt(`update network_node set removed_at = null`),
        ]),
    )
    expect(past.every(({ refused }) => refused !== null)).toBe(true)
  })

  test('leaves for others only with whom a court has charged, and for its own offices as a whole', async () => {
    await stage('chargeFramed')
    expect(namesIn(await desk.exported('others'))).toEqual(['+8801700000000', 'CNRY Karim'])
    expect(namesIn(await desk.exported('own'))).toEqual(
      ['+8801700000000', 'CNRY Agency', 'CNRY Karim', 'CNRY Salma'].toSorted(),
    )
    expect((await desk.exported('own')).text).toContain('Presumed innocent')
    await stage('acquitted', 'acquitted')
    expect((await desk.exported('others')).text).toBe('')
    await stage('chargeFramed')
    await rowsOf(world.owner, `update accused set age = 'child' where case_id = $1`, [file.id])
    expect((await desk.exported('others')).text).toBe('')
    await rowsOf(world.owner, `update accused set age = 'adult' where case_id = $1`, [file.id])
    for (const who of ['asha', 'bench', 'admin', 'lawyer'] as const)
      expect((await desk.exported('own', who)).status, who).toBe(403)
    await rowsOf(world.owner, `update session set proved_at = now() - interval '6 minutes'`)
    const path = `/exchange/network/export${desk.forCase()}&org=${file.org}&id=${network}&reach=own`
    expect((await client.get(path, desk.cookieOf('inspector'))).body.code).toBe('step-up-needed')
  })

  test('leaves without whom an office holds back, which no other office can see', async () => {
    const before = await desk.nodeOf(karim, 'inspector')
    expect((await desk.post('prosecutor', '/nodes/hold', { node: karim, held: true })).status).toBe(200)
    expect(await desk.nodeOf(karim, 'inspector')).toEqual(before)
    expect((await desk.nodeOf(karim, 'prosecutor')).held).toBe(true)
    expect((await desk.exported('others')).text).toBe('')
    expect(namesIn(await desk.exported('own')), 'the picture shows him too').toContain('CNRY Karim')
    expect(namesIn(await desk.exported('own', 'prosecutor'))).toEqual(['CNRY Agency', 'CNRY Salma'])
    expect((await desk.post('inspector', '/nodes/hold', { node: karim, held: false })).status).toBe(200)
    expect((await desk.exported('others')).text, 'not theirs to lift').toBe('')
    await desk.post('prosecutor', '/nodes/hold', { node: karim, held: false })
    expect(namesIn(await desk.exported('others'))).toContain('CNRY Karim')
  })

  test('comes in from a file, all of it or nothing, and gives nobody a standing', async () => {
    const into = randomUUID()
    await desk.begin('inspector', { id: into, name: 'Copy' })
    const look = (body: string | Buffer, who: AnyName = 'inspector') =>
      client.ask('POST', `/exchange/network/preview?org=${file.org}&id=${into}`, {
        cookie: desk.cookieOf(who),
        body: Buffer.from(body),
      })
    const bad = await look(
      '{"id":"p1","schema":"Person","properties":{"name":["A"],"alias":[" "]}}\n{"id":"p2","schema":"Person"}\n',
    )
    expect(bad.body).toMatchObject({
      ready: false,
      preview: null,
      problems: [
        { line: 2, code: 'ftm.entity', weight: 'error' },
        { line: 1, code: 'ftm.text', property: 'alias', weight: 'error' },
      ],
    })
    const noted = '","schema":"Person","properties":{"name":["A"],"weight":["3"]}}\n'
    const notes = Array.from({ length: 1100 }, (_, at) => `{"id":"n${at}${noted}`).join('')
    const behind = await look(
      `${notes}{"id":"p","schema":"Person","properties":{"name":["A"],"alias":[" "]}}`,
    )
    expect(behind.body).toMatchObject({ ready: false, preview: null, problemCount: 1101 })
    expect(behind.body['problems']).toMatchObject({ 0: { line: 1101, code: 'ftm.text', weight: 'error' } })
    for (const who of ['asha', 'prosecutor'] as const)
      expect([403, 404], who).toContain((await look('{}', who)).status)
    const out = (await desk.exported('own')).text
    const seen = await look(out)
    expect(seen.body).toMatchObject({ ready: true, ties: 3 })
    const preview = seen.body['preview']
    expect(
      (await client.post('/exchange/network/import', desk.cookieOf('constable'), { preview })).status,
    ).toBe(404)
    const brought = await client.post('/exchange/network/import', desk.cookieOf('inspector'), { preview })
    expect(brought.body, brought.text).toEqual({ nodes: 4, ties: 3 })
    const again = namesIn(await desk.exported('own', 'inspector', into))
    expect(again).toEqual(namesIn({ text: out }))
    const copy = (
      await client.get(`/networks/${file.org}/${into}${desk.forCase()}`, desk.cookieOf('inspector'))
    ).body as unknown as NetworkView
    const sorted = ({ nodes, ties }: NetworkView) => [
      nodes
        .map((one) => [one.kind, one.names, one.number, one.sex, one.birthYear, one.country].join('|'))
        .toSorted(),
      ties
        .map((one) => [one.tie, one.role, one.since, one.reliability, one.credibility].join('|'))
        .toSorted(),
    ]
    expect(sorted(copy)).toEqual(sorted(await desk.read('inspector')))
    const stands = copy.nodes.map(({ standing: now }) => String(now)).toSorted()
    expect(stands).toEqual(['null', 'ofInterest', 'ofInterest', 'ofInterest'])
  })

  test('holds no more than one picture can show', async () => {
    await rowsOf(
      world.owner,
      `insert into network_node (org_id, id, network_id, kind, said)
       select $1, gen_random_uuid(), $2, 'place', '\\x00' from generate_series(1, 1996)`,
      [file.org, network],
    )
    const one = await desk.post('inspector', '/nodes', { ...aPerson, id: randomUUID() })
    expect(one.body.code).toBe('network-full')
    await rowsOf(world.owner, `delete from network_node where network_id = $1 and kind = 'place'`, [network])
    expect((await desk.post('inspector', '/nodes', { ...aPerson, id: randomUUID() })).status).toBe(200)
  })
})
