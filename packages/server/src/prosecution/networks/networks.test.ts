import { randomUUID } from 'node:crypto'
import type { NetworkHistory, NetworkNodeView, NetworkView } from '@setu/records/api'
import { addDays, type CriminalStage, networkTies, tieEnds } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { heldCriminalCase } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { aPerson, aThing, aTie, namesIn } from '../../../test/network-calls.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { dayOf, handleOf } from '../../platform/index.ts'

const today = dayOf(new Date())
const tables = ['network', 'network_office', 'network_node', 'network_tie', 'network_step', 'network_hold']

describe.each(['pglite', 'postgres'] as const)('a network, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: { org: string; id: string }
  let offence = ''
  const [network, karim, salma] = [randomUUID(), randomUUID(), randomUUID()]
  const [phone, agency] = [randomUUID(), randomUUID()]
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const at = (more = '') => `/networks/${world.people.inspector.org}/${network}${more}`
  const forCase = () => `?caseOrg=${file.org}&case=${file.id}`
  const post = (who: AnyName, more: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(at(more), cookieOf(who), body)
  const get = (who: AnyName, more = '') => client.get(at(more) + forCase(), cookieOf(who))
  const read = async (who: AnyName): Promise<NetworkView> => {
    const answer = await get(who)
    expect(answer.status, answer.text).toBe(200)
    return answer.body as unknown as NetworkView
  }
  const nodeOf = async (id: string, who: AnyName = 'inspector'): Promise<NetworkNodeView> => {
    const found = (await read(who)).nodes.find((one) => one.id === id)
    if (found === undefined) throw new TypeError('no such node')
    return found
  }
  const keep = async (body: Readonly<Record<string, unknown>>, who: AnyName = 'inspector') => {
    const answer = await post(who, '/nodes', body)
    expect(answer.status, answer.text).toBe(200)
  }
  const tied = async (
    tie: string,
    from: string,
    to: string,
    more: object = {},
    who: AnyName = 'inspector',
  ) => {
    const id = randomUUID()
    const answer = await post(who, '/ties', { ...aTie, id, tie, from, to, ...more })
    expect(answer.status, answer.text).toBe(200)
    return id
  }
  const exported = async (reach: 'others' | 'own', who: AnyName = 'inspector', of = network) => {
    await rowsOf(world.owner, 'update session set proved_at = now()')
    const { org } = world.people.inspector
    const path = `/exchange/network/export${forCase()}&org=${org}&id=${of}&reach=${reach}`
    return client.get(path, cookieOf(who))
  }
  const stage = (to: CriminalStage, outcome: string | null = null) =>
    rowsOf(world.owner, 'update accused_offence set stage = $2, outcome = $3 where id = $1', [
      offence,
      to,
      outcome,
    ])
  const standing = async (to: CriminalStage, outcome: string | null = null) => {
    await stage(to, outcome)
    const { standing: now, ended } = await nodeOf(karim)
    return [now, ended]
  }

  const begun = (more: object = {}) => {
    const { unit } = world.people.inspector
    return { id: network, unit, name: 'CNRY River', case: file, ...more }
  }

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const held = await heldCriminalCase(world, 'cnry')
    file = { org: held.criminalOrg, id: held.criminal }
    offence = held.offence
    await rowsOf(world.owner, 'update criminal_case set gr_number = $2 where id = $1', [file.id, '211/2026'])
    const { org } = file
    await client.post('/networks', cookieOf('inspector'), begun())
    const accused = { org, case: file.id, id: held.accused }
    await keep({ ...aPerson, id: karim, names: ['CNRY Karim', 'করিম'], accused })
    await keep({ ...aPerson, id: salma, names: ['CNRY Salma'], sex: 'female', birthYear: null })
    await keep({ ...aThing, id: phone, kind: 'phone', names: [], number: '+8801700000000' })
    await keep({ ...aThing, id: agency, kind: 'company', names: ['CNRY Agency'], number: 'RL-1' })
    await tied('uses', karim, phone, { role: 'CNRY bought it', learnt: file })
    await tied('associate', karim, salma)
    await tied('directs', salma, agency)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('is begun by whoever investigates or prosecutes, out of a case of theirs, and by nobody else', async () => {
    const begin = async (who: AnyName, more: object = {}) =>
      (await client.post('/networks', cookieOf(who), begun({ id: randomUUID(), ...more }))).status
    for (const who of ['asha', 'farida', 'lawyer', 'bench', 'admin', 'policeAdmin', 'analyst'] as const)
      expect(await begin(who), who).toBe(403)
    expect(await begin('inspector', { unit: world.people.prosecutor.unit })).toBe(403)
    expect(await begin('inspector', { case: { org: file.org, id: randomUUID() } })).toBe(404)
  })

  test('exists for its own offices and for nobody else, over HTTP and past it', async () => {
    for (const who of Object.keys(world.people) as AnyName[]) {
      if (['inspector', 'constable'].includes(who)) continue
      for (const more of ['', '/history'])
        expect([403, 404], `${who} ${more}`).toContain((await get(who, more)).status)
      const listed = await client.get('/networks', cookieOf(who))
      expect(listed.status === 403 || listed.text === '{"items":[]}', who).toBe(true)
      const found = await intrude(world.node.engine, 'setu_app', handleOf(cookieOf(who)), (attempt) =>
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
    const [listed] = (await client.get('/networks', cookieOf('constable'))).body.items ?? []
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
        expect([403, 404], who).toContain((await get(who)).status)
        await rowsOf(world.owner, 'delete from network_office where unit_id = $1', [unit])
      }
    }
    for (const who of ['asha', 'bench', 'lawyer'] as const) {
      const added = await post('inspector', '/offices', { id: randomUUID(), unit: world.people[who].unit })
      expect(added.body.code, who).toBe('receiver-not-available')
    }
  })

  test('is looked at for a criminal case that one works on, and that is logged', async () => {
    expect((await client.get(at(), cookieOf('inspector'))).status).toBe(400)
    const other = `?caseOrg=${file.org}&case=${randomUUID()}`
    expect((await client.get(at() + other, cookieOf('inspector'))).status).toBe(404)
    const view = await read('constable')
    expect(view).toMatchObject({ name: 'CNRY River', leads: true, most: 2000 })
    expect(view.ties.map(({ role }) => role)).toContain('CNRY bought it')
    const logged = await rowsOf(
      world.owner,
      `select distinct i.record_id, i.relation from audit_item i where i.case_id = $1 and i.part = 'network' and i.did = 'read'`,
      [network],
    )
    expect(logged).toEqual([{ record_id: file.id, relation: 'investigation' }])
    const { org, account } = world.people.policeAdmin
    const [named] = await rowsOf(world.owner, 'select code from criminal_case where id = $1', [file.id])
    const readings = async (who: AnyName) =>
      (await client.get('/criminal-readings', cookieOf(who))).body.items?.filter(
        ({ part }) => part === 'network',
      )
    await rowsOf(world.owner, `insert into account_role values ($1, $2, 'dataProtectionOfficer')`, [
      org,
      account,
    ])
    expect((await readings('policeAdmin'))?.[0]).toMatchObject({
      code: named?.['code'],
      tasks: ['investigation'],
    })
    expect((await get('policeAdmin')).status, 'who guards data opens none').toBe(403)
    await rowsOf(
      world.owner,
      `delete from account_role where account_id = $1 and role = 'dataProtectionOfficer'`,
      [account],
    )
    expect(await readings('guard')).toEqual([])
  })

  test('says of somebody what a court has said, and never more', async () => {
    expect(await standing('reported')).toEqual(['accused', null])
    expect(await standing('chargeFramed')).toEqual(['charged', null])
    expect(await standing('convicted', 'convicted')).toEqual(['charged', null])
    expect(await standing('convictionFinal', 'convicted')).toEqual(['convicted', null])
    expect(await standing('acquitted', 'acquitted')).toEqual(['ofInterest', 'acquitted'])
    expect(await standing('dischargeFinal', 'discharged')).toEqual(['ofInterest', 'discharged'])
    expect((await nodeOf(salma)).standing).toBe('ofInterest')
    expect((await nodeOf(phone)).standing).toBeNull()
    const said = { ...aPerson, id: salma, base: 1, names: ['CNRY Salma'], standing: 'convicted' }
    expect((await post('inspector', '/nodes', said)).body.code).toBe('unknown-field')
    await stage('chargeFramed')
  })

  test('takes what fits, and nothing else', async () => {
    const two = { id: randomUUID(), from: phone, to: karim }
    expect((await post('inspector', '/ties', { ...aTie, ...two, tie: 'family' })).status).toBe(400)
    expect((await post('inspector', '/ties', { ...aTie, ...two, tie: 'uses' })).status).toBe(400)
    const nobody = { ...aPerson, id: randomUUID(), names: [] }
    expect((await post('inspector', '/nodes', nobody)).body).toMatchObject({ fields: [{ field: 'names' }] })
    const victim = { ...aPerson, id: randomUUID(), kind: 'victim' }
    expect((await post('inspector', '/nodes', victim)).status).toBe(400)
    const accused = { org: file.org, case: file.id, id: randomUUID() }
    expect((await post('inspector', '/nodes', { ...aPerson, id: randomUUID(), accused })).status).toBe(400)
    const back = { ...aTie, id: randomUUID(), tie: 'associate', from: karim, to: salma, until: '2024-01-01' }
    expect((await post('inspector', '/ties', back)).status).toBe(400)
    const rules = await rowsOf(world.owner, 'select tie, from_kinds, to_kinds from network_tie_rule')
    const told = networkTies.entries.map(({ code }) => [code, tieEnds[code].from, tieEnds[code].to])
    const kept = rules.map((row) => [row['tie'], row['from_kinds'], row['to_kinds']])
    const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).toSorted()
    expect(sorted(kept)).toEqual(sorted(told))
  })

  test('goes to another office with its names, until its place in it ends', async () => {
    const [place, prosecution] = [randomUUID(), world.people.prosecutor]
    expect((await post('inspector', '/offices', { id: place, unit: prosecution.unit })).status).toBe(200)
    const seen = await read('prosecutor')
    expect(seen).toMatchObject({ leads: false, name: 'CNRY River' })
    expect(seen.nodes.flatMap(({ names }) => names)).toContain('CNRY Karim')
    const { unit } = world.people.constable
    expect((await post('prosecutor', '/offices', { id: randomUUID(), unit })).status).toBe(403)
    const lead = seen.offices.find(({ leads }) => leads)
    expect((await post('inspector', '/offices/end', { office: lead?.id })).body.code).toBe('last-holder')
    expect((await post('prosecutor', '/offices/end', { office: lead?.id })).body.code).toBe('last-holder')
    expect((await post('inspector', '/offices/end', { office: place })).status).toBe(200)
    expect((await get('prosecutor')).status).toBe(404)
    const wraps = await rowsOf(
      world.owner,
      `select 1 from part_wrap where part = 'network' and unit_id = $1`,
      [prosecution.unit],
    )
    expect(wraps).toEqual([])
    await post('inspector', '/offices', { id: randomUUID(), unit: prosecution.unit })
  })

  test('keeps what stood there before each change, and who changed it', async () => {
    const extra = randomUUID()
    await keep({ ...aPerson, id: extra, names: ['CNRY Wrong'] })
    const tie = await tied('associate', extra, salma)
    await keep({ ...aPerson, id: extra, base: 1, names: ['CNRY Right'] }, 'prosecutor')
    expect((await post('inspector', '/nodes', { ...aPerson, id: extra, base: 1 })).body.code).toBe('stale')
    expect((await post('inspector', '/nodes/remove', { id: extra, base: 2 })).status).toBe(200)
    expect((await post('inspector', '/nodes/remove', { id: extra, base: 3 })).status).toBe(404)
    expect((await read('inspector')).ties.some(({ id }) => id === tie)).toBe(false)
    const { items } = (await get('inspector', '/history')).body as unknown as NetworkHistory
    const told = items.filter(({ item }) => item === extra).map(({ did, names }) => [did, names])
    expect(told).toEqual([
      ['removed', ['CNRY Right']],
      ['changed', ['CNRY Wrong']],
      ['added', null],
    ])
    expect(items.find(({ item }) => item === tie)).toMatchObject({ did: 'removed', grade: 'B2' })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(cookieOf('inspector')), (attempt) =>
      Promise.all([
        attempt('delete from network_step'),
        attempt(`update network_node set removed_at = null`),
      ]),
    )
    expect(past.every(({ refused }) => refused !== null)).toBe(true)
  })

  test('leaves for others only with whom a court has charged, and for its own offices as a whole', async () => {
    await stage('chargeFramed')
    expect(namesIn(await exported('others'))).toEqual(['+8801700000000', 'CNRY Karim'])
    expect(namesIn(await exported('own'))).toEqual(
      ['+8801700000000', 'CNRY Agency', 'CNRY Karim', 'CNRY Salma'].toSorted(),
    )
    expect((await exported('own')).text).toContain('Presumed innocent')
    await stage('acquitted', 'acquitted')
    expect((await exported('others')).text).toBe('')
    await stage('chargeFramed')
    await rowsOf(world.owner, `update accused set age = 'child' where case_id = $1`, [file.id])
    expect((await exported('others')).text).toBe('')
    await rowsOf(world.owner, `update accused set age = 'adult' where case_id = $1`, [file.id])
    for (const who of ['asha', 'bench', 'admin', 'lawyer'] as const)
      expect((await exported('own', who)).status, who).toBe(403)
    await rowsOf(world.owner, `update session set proved_at = now() - interval '6 minutes'`)
    const path = `/exchange/network/export${forCase()}&org=${file.org}&id=${network}&reach=own`
    expect((await client.get(path, cookieOf('inspector'))).body.code).toBe('step-up-needed')
  })

  test('leaves without whom an office holds back, which no other office can see', async () => {
    const before = await nodeOf(karim, 'inspector')
    expect((await post('prosecutor', '/nodes/hold', { node: karim, held: true })).status).toBe(200)
    expect(await nodeOf(karim, 'inspector')).toEqual(before)
    expect((await nodeOf(karim, 'prosecutor')).held).toBe(true)
    expect((await exported('others')).text).toBe('')
    expect(namesIn(await exported('own'))).toEqual(['CNRY Agency', 'CNRY Salma'])
    expect((await post('inspector', '/nodes/hold', { node: karim, held: false })).status).toBe(200)
    expect((await exported('others')).text, 'not theirs to lift').toBe('')
    await post('prosecutor', '/nodes/hold', { node: karim, held: false })
    expect(namesIn(await exported('others'))).toContain('CNRY Karim')
  })

  test('leaves without whom a claim of non-punishment protects, and looks as it did before', async () => {
    const { asha } = world.people
    const { org } = asha
    const opened = newCase(asha, 'cnry')
    const { id } = opened
    expect((await client.post('/cases', asha.cookie, { ...opened })).status).toBe(201)
    const before = await read('inspector')
    await writeAndStep(asha, { org, id }, 'nonPunishmentClaim', {
      offences: ['falsePapers'],
      link: 'forced',
      raisedOn: today,
      nextBy: addDays(today, 5),
      nextStep: 'letter',
      caseNumber: 'GR No. 211/2026',
      accusedAs: 'Karim, CNRY',
    })
    expect(await read('inspector')).toEqual(before)
    expect((await exported('others')).text).toBe('')
    expect(namesIn(await exported('own'))).toEqual(['CNRY Agency', 'CNRY Salma'])
    const asked = await intrude(world.node.engine, 'setu_app', handleOf(cookieOf('inspector')), (attempt) =>
      attempt(`select may_be_published_as_accused('{}', '{}')`),
    )
    expect(asked.refused).not.toBeNull()
    await rowsOf(world.owner, 'update non_punishment_claim set accused_mark = null')
    expect(namesIn(await exported('others'))).toContain('CNRY Karim')
  })

  test('comes in from a file, all of it or nothing, and gives nobody a standing', async () => {
    const into = randomUUID()
    await client.post('/networks', cookieOf('inspector'), begun({ id: into, name: 'Copy' }))
    const look = (body: string | Buffer, who: AnyName = 'inspector') =>
      client.ask('POST', `/exchange/network/preview?org=${file.org}&id=${into}`, {
        cookie: cookieOf(who),
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
    for (const who of ['asha', 'prosecutor'] as const)
      expect([403, 404], who).toContain((await look('{}', who)).status)
    const out = (await exported('own')).text
    const seen = await look(out)
    expect(seen.body).toMatchObject({ ready: true, ties: 3 })
    const preview = seen.body['preview']
    expect((await client.post('/exchange/network/import', cookieOf('constable'), { preview })).status).toBe(
      404,
    )
    const brought = await client.post('/exchange/network/import', cookieOf('inspector'), { preview })
    expect(brought.body, brought.text).toEqual({ nodes: 4, ties: 3 })
    const again = namesIn(await exported('own', 'inspector', into))
    expect(again).toEqual(namesIn({ text: out }))
    const copy = (await client.get(`/networks/${file.org}/${into}${forCase()}`, cookieOf('inspector')))
      .body as unknown as NetworkView
    const sorted = ({ nodes, ties }: NetworkView) => [
      nodes
        .map((one) => [one.kind, one.names, one.number, one.sex, one.birthYear, one.country].join('|'))
        .toSorted(),
      ties
        .map((one) => [one.tie, one.role, one.since, one.reliability, one.credibility].join('|'))
        .toSorted(),
    ]
    expect(sorted(copy)).toEqual(sorted(await read('inspector')))
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
    const one = await post('inspector', '/nodes', { ...aPerson, id: randomUUID() })
    expect(one.body.code).toBe('network-full')
    await rowsOf(world.owner, `delete from network_node where network_id = $1 and kind = 'place'`, [network])
    expect((await post('inspector', '/nodes', { ...aPerson, id: randomUUID() })).status).toBe(200)
  })
})
