import { randomUUID } from 'node:crypto'
import type { CriminalView } from '@setu/records/api'
import { addDays, type CriminalStage } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { aCourt, facts, someoneAccused } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { dayOf, handleOf } from '../../platform/index.ts'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
const tables = `criminal_case criminal_matter criminal_office accused accused_offence criminal_step hearing
  hearing_witness`.split(/\s+/)

describe.each(['pglite', 'postgres'] as const)('a criminal case, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let id = ''
  const at = (more = '') => `/criminal-cases/${world.people.inspector.org}/${id}${more}`
  const cookieOf = (who: AnyName) => world.people[who].cookie
  const post = (who: AnyName, more: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(at(more), cookieOf(who), body)
  const read = async (who: AnyName): Promise<CriminalView> => {
    const { body, status, text } = await client.get(at(), cookieOf(who))
    expect(status, text).toBe(200)
    return body as unknown as CriminalView
  }
  const open = async (who: AnyName, more: object = {}): Promise<Answer> => {
    const made = randomUUID()
    const { unit } = world.people[who]
    const answer = await client.post('/criminal-cases', cookieOf(who), {
      ...facts,
      id: made,
      unit,
      jurisdiction: 'BD',
      reportedOn: ago(900),
      offenceOn: ago(950),
      ...more,
    })
    if (answer.status === 201) id = made
    return answer
  }
  const accuse = async (name: string, on = ago(900)): Promise<{ accused: string; offence: string }> => {
    const [accused, offence] = [randomUUID(), randomUUID()]
    const added = await post('inspector', '/accused', {
      ...someoneAccused,
      base: 0,
      id: accused,
      name,
      custodyOn: on,
    })
    expect(added.status, added.text).toBe(200)
    const said = { accused, law: 'PSHTA-2012', section: '6(2)', stage: 'reported', on, paper: 'GD 1' }
    const written = await post('inspector', '/offences', { id: offence, ...said })
    expect(written.status, written.text).toBe(200)
    return { accused, offence }
  }
  const step = async (who: AnyName, offence: string, to: CriminalStage, on: string, more: object = {}) => {
    const [row] = await rowsOf(world.owner, `select version from accused_offence where id = $1`, [offence])
    return post(who, `/offences/${offence}/step`, { base: row?.['version'], to, on, paper: null, ...more })
  }
  /** Takes an offence along its way; each step by whose it is, a day after the one before. */
  const walk = async (offence: string, way: readonly CriminalStage[], more: object = {}) => {
    const [row] = await rowsOf(world.owner, `select stage_on as on from accused_offence where id = $1`, [
      offence,
    ])
    let on = String(row?.['on'])
    const police: readonly string[] = ['firLodged', 'underInvestigation', 'chargeSheeted', 'finalReport']
    for (const to of way) {
      on = addDays(on as never, 1)
      const answers = ['convicted', 'finalReport'].includes(to) ? more : {}
      const by = police.includes(to) ? 'inspector' : 'prosecutor'
      const answer = await step(by, offence, to, on, answers)
      expect(answer.status, `${to}: ${answer.text}`).toBe(200)
    }
  }
  const bring = (who: AnyName, by: AnyName, task: string) =>
    post(by, '/offices', { id: randomUUID(), unit: world.people[who].unit, task })

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('is written down by whoever investigates, and by nobody of a protection organisation', async () => {
    for (const who of ['asha', 'farida', 'lawyer', 'prosecutor', 'bench', 'admin'] as const)
      expect((await open(who)).status, who).toBe(403)
    const { org } = world.people.inspector
    expect((await open('inspector', { unit: world.people.prosecutor.unit })).status).toBe(403)
    expect((await open('inspector', { offenceOn: addDays(today, 1) })).status).toBe(400)
    expect((await open('inspector', { court: randomUUID() })).status).toBe(400)
    const made = await open('inspector')
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ org, id, version: 1 })
    expect(made.body['code']).toMatch(/^CC-[2-9A-Y]{3}-[2-9A-Y]{3}$/)
    expect((await read('constable')).tasks).toEqual(['investigation'])
  })

  test('exists for the offices that work on it and for nobody else, over HTTP and past it', async () => {
    await accuse('CNRY Karim')
    const strangers = [
      'asha',
      'bina',
      'farida',
      'guard',
      'admin',
      'policeAdmin',
      'nadia',
      'officer',
      'lawyer',
    ] as const
    for (const who of [...strangers, 'prosecutor', 'bench', 'secretary', 'analyst'] as const) {
      for (const more of ['', '/hearings'])
        expect((await client.get(at(more), cookieOf(who))).status, `${who} ${more}`).toBe(404)
      expect((await client.get('/criminal-cases', cookieOf(who))).body).toEqual({ items: [], next: null })
      expect((await client.get('/criminal-counts', cookieOf(who))).body).toMatchObject({
        all: { cases: 0, persons: 0 },
      })
      const found = await intrude(world.node.engine, 'setu_app', handleOf(cookieOf(who)), async (attempt) =>
        Promise.all(tables.map((table) => attempt(`select 1 from ${table}`))),
      )
      expect(
        found.map(({ count, refused }) => refused ?? count),
        who,
      ).toEqual(tables.map(() => 0))
    }
  })

  test('opens to no protection organisation, though a row named its unit', async () => {
    const { asha, inspector } = world.people
    for (const task of ['legalAid', 'monitoring'])
      await rowsOf(
        world.owner,
        `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
         values ($1, $2, $3, $4, $5, $6, current_date, $1, $7)`,
        [inspector.org, randomUUID(), id, asha.org, asha.unit, task, inspector.account],
      )
    for (const who of ['asha', 'farida'] as const) {
      expect((await client.get(at(), cookieOf(who))).status).toBe(404)
      expect((await client.get('/criminal-cases', cookieOf(who))).body.items).toEqual([])
    }
    await rowsOf(world.owner, `delete from criminal_office where unit_id = $1`, [asha.unit])
  })

  test('is read by each office as far as its task goes', async () => {
    const asked = await client.get('/criminal-offices', cookieOf('inspector'))
    expect(asked.body.items?.map((one) => one['tasks'])).toEqual(
      expect.arrayContaining([['investigation', 'monitoring'], ['prosecution'], ['court'], ['legalAid']]),
    )
    expect(asked.body.items).toHaveLength(4)
    expect((await bring('asha', 'inspector', 'legalAid')).body.code).toBe('receiver-not-available')
    expect((await bring('nadia', 'inspector', 'prosecution')).body.code).toBe('receiver-not-available')
    for (const [who, task] of [
      ['prosecutor', 'prosecution'],
      ['bench', 'court'],
      ['lawyer', 'legalAid'],
    ] as const)
      expect((await bring(who, 'inspector', task)).status, who).toBe(200)
    expect((await bring('bench', 'inspector', 'court')).body.code).toBe('exists-already')
    const order = {
      base: 0,
      id: randomUUID(),
      court: aCourt,
      on: ago(880),
      purpose: 'bail',
      standing: 'held',
    }
    const plain = { why: null, asker: null, witnesses: [], next: null }
    expect((await post('inspector', '/hearings', { ...order, ...plain, orders: null })).status).toBe(403)
    const kept = await post('bench', '/hearings', { ...order, ...plain, orders: 'CNRY bail refused' })
    expect(kept.status, kept.text).toBe(200)
    const orderOf = async (who: AnyName) =>
      (await client.get(at('/hearings'), cookieOf(who))).body.items?.[0]?.['orders']
    for (const who of ['inspector', 'constable', 'prosecutor', 'bench'] as const) {
      expect((await read(who)).accused[0]?.said, who).toMatchObject({ name: 'CNRY Karim' })
      expect(await orderOf(who), who).toBe('CNRY bail refused')
    }
    expect((await read('lawyer')).accused[0]?.said).toBeNull()
    expect(await orderOf('lawyer')).toBe('CNRY bail refused')
    expect((await client.get(at(), cookieOf('lawyer'))).text).not.toContain('CNRY')
    const names = await rowsOf(
      world.owner,
      `select distinct i.relation from audit_item i where i.case_id = $1 and i.part = 'accused' and i.did = 'read'`,
      [id],
    )
    expect(names.map(({ relation }) => String(relation)).toSorted()).toEqual([
      'court',
      'investigation',
      'prosecution',
    ])
  })

  test('a monitoring cell sees how it stands, and neither names nor orders', async () => {
    const { constable, inspector } = world.people
    const cell = randomUUID()
    for (const text of [
      `insert into unit (org_id, id, name_en, name_bn) values ($1, $2, 'Cell', 'সেল')`,
      `insert into unit_member (org_id, unit_id, account_id, since) values ($1, $2, '${constable.account}', now())`,
    ])
      await rowsOf(world.owner, text, [inspector.org, cell])
    for (const table of ['unit_wrap', 'unit_member'])
      await rowsOf(world.owner, `delete from ${table} where account_id = $1 and unit_id = $2`, [
        constable.account,
        inspector.unit,
      ])
    expect((await client.get(at(), cookieOf('constable'))).status).toBe(404)
    const added = await post('inspector', '/offices', { id: randomUUID(), unit: cell, task: 'monitoring' })
    expect(added.status, added.text).toBe(200)
    const seen = await client.get(at(), cookieOf('constable'))
    expect(seen.body).toMatchObject({ tasks: ['monitoring'], writes: [] })
    const heard = await client.get(at('/hearings'), cookieOf('constable'))
    expect(heard.body.items).toHaveLength(1)
    expect(seen.text + heard.text).not.toContain('CNRY')
  })

  test('goes from the police to the prosecution with the report, and each stays out of the other’s part', async () => {
    const seen = await read('inspector')
    const [offence] = seen.accused.flatMap(({ offences }) => offences)
    const item = String(offence?.id)
    expect(seen.writes).toEqual(['status', 'accused', 'custody', 'offices'])
    expect((await read('prosecutor')).writes).toEqual(['custody', 'hearings', 'offices'])
    const matter = { ...facts, matter: 'smuggling', offenceOn: ago(950) }
    expect((await post('prosecutor', '', { base: 1, ...matter })).status).toBe(403)
    expect((await post('bench', '', { base: 1, ...matter })).status).toBe(403)
    expect((await post('inspector', '', { base: 1, ...matter })).status).toBe(200)
    expect((await read('inspector')).matters.map((one) => one.matter)).toEqual(['trafficking', 'smuggling'])
    expect((await step('prosecutor', item, 'firLodged', ago(899))).body.code).toBe('not-for-you')
    expect((await step('inspector', item, 'chargeFramed', ago(899))).body.code).toBe('step-not-possible')
    expect((await step('inspector', item, 'firLodged', ago(901))).status, 'a day before').toBe(400)
    expect((await step('inspector', item, 'firLodged', addDays(today, 1))).status, 'to come').toBe(400)
    await walk(item, ['firLodged', 'underInvestigation'])
    expect((await step('inspector', item, 'finalReport', ago(890))).status, 'of no kind').toBe(400)
    await walk(item, ['chargeSheeted'])
    expect((await read('inspector')).writes).toEqual(['custody', 'offices'])
    expect((await read('prosecutor')).writes).toEqual(['status', 'accused', 'custody', 'hearings', 'offices'])
    expect((await step('inspector', item, 'cognizance', ago(880))).body.code).toBe('not-for-you')
    await walk(item, ['cognizance', 'chargeFramed'])
    expect((await step('prosecutor', item, 'convicted', ago(870))).status, 'without a sentence').toBe(400)
    const wrong = { kinds: ['imprisonment'], months: null, fine: 50_000, compensation: null }
    expect((await step('prosecutor', item, 'convicted', ago(870), { sentence: wrong })).status).toBe(400)
    const trail = (await read('prosecutor')).steps.map(({ from, to }) => `${from} > ${to}`)
    expect(trail.filter((one) => !one.includes('atLarge'))).toEqual([
      'null > reported',
      'reported > firLodged',
      'firLodged > underInvestigation',
      'underInvestigation > chargeSheeted',
      'chargeSheeted > cognizance',
      'cognizance > chargeFramed',
    ])
  })

  test('says where an accused is, step by step, and who may say so', async () => {
    const [someone] = (await read('inspector')).accused
    const move = (who: AnyName, base: number, to: string, on = ago(700)) =>
      post(who, `/accused/${someone?.id}/custody`, { base, to, on, paper: 'Warrant 3' })
    expect((await move('inspector', 1, 'escaped')).body.code).toBe('step-not-possible')
    expect((await move('bench', 1, 'arrested')).status).toBe(403)
    expect((await move('lawyer', 1, 'arrested')).status).toBe(403)
    expect((await move('inspector', 1, 'arrested')).status).toBe(200)
    expect((await move('inspector', 1, 'inCustody')).body.code).toBe('stale')
    expect((await move('prosecutor', 2, 'onBail', ago(701))).status, 'before the arrest').toBe(400)
    expect((await move('prosecutor', 2, 'onBail')).status).toBe(200)
    expect((await read('lawyer')).accused[0]?.custody).toBe('onBail')
    const corrected = { ...someoneAccused, id: someone?.id, base: 3, name: 'CNRY Karim Sheikh' }
    expect((await post('inspector', '/accused', corrected)).status).toBe(403)
    expect((await post('prosecutor', '/accused', corrected)).status).toBe(200)
    expect((await read('inspector')).accused[0]).toMatchObject({
      said: { name: 'CNRY Karim Sheikh' },
      custody: 'onBail',
    })
  })

  test('ends five ways for five accused, and is one case and five persons', async () => {
    await open('inspector')
    await bring('prosecutor', 'inspector', 'prosecution')
    const five: { accused: string; offence: string }[] = []
    for (const name of ['A', 'B', 'C', 'D', 'E']) five.push(await accuse(`Accused ${name}`))
    const [a, b, c, d, e] = five.map(({ offence }) => offence) as [string, string, string, string, string]
    const investigated = ['firLodged', 'underInvestigation'] as const
    const tried = [
      ...investigated,
      'chargeSheeted',
      'cognizance',
      'chargeFramed',
      'prosecutionEvidence',
    ] as const
    const sentence = { kinds: ['imprisonment', 'fine'], months: 84, fine: 50_000, compensation: null }
    await walk(a, [...tried, 'convicted'], { sentence })
    await walk(b, [...tried, 'acquitted'])
    await walk(c, [...investigated, 'chargeSheeted', 'cognizance', 'discharged'])
    await walk(d, [...tried, 'abated'])
    await walk(e, [...investigated, 'finalReport', 'closedByReport'], { report: 'trueNoClue' })
    const seen = await read('prosecutor')
    expect(seen.accused.map(({ offences }) => offences[0]?.outcome)).toEqual([
      'convicted',
      'acquitted',
      'discharged',
      'abated',
      'closedByReport',
    ])
    expect(seen.accused[0]?.offences[0]?.sentence).toEqual(sentence)
    // By hand: the first case has one person on trial; the second has five persons, of whom each ended in another way.
    expect((await client.get('/criminal-counts', cookieOf('prosecutor'))).body).toEqual({
      all: { cases: 2, persons: 6 },
      investigated: { cases: 0, persons: 0 },
      prosecuted: { cases: 1, persons: 1 },
      convicted: { cases: 1, persons: 1 },
      acquitted: { cases: 1, persons: 1 },
      discharged: { cases: 1, persons: 1 },
      endedOtherwise: { cases: 1, persons: 2 },
      convictedOfJudged: 1 / 3,
      convictedOfDisposed: 1,
    })
    const ended = await client.get('/criminal-cases?standing=over', cookieOf('prosecutor'))
    expect(ended.body.items?.map((one) => one['id'])).toEqual([id])
    const open2 = await client.get('/criminal-cases?standing=open', cookieOf('prosecutor'))
    expect(open2.body.items).toHaveLength(1)
    expect((await client.get('/criminal-cases', cookieOf('bench'))).body.items).toHaveLength(1)
  })

  test('an acquittal on appeal takes the sentence away, and a new trial opens the case again', async () => {
    const [first] = (await read('prosecutor')).accused
    const item = String(first?.offences[0]?.id)
    await walk(item, ['convictionAppealed', 'acquittedOnAppeal'])
    const turned = (await read('prosecutor')).accused[0]?.offences[0]
    expect(turned).toMatchObject({ outcome: 'acquitted', sentence: { kinds: [], months: null } })
    await walk(item, ['acquittalAppealed', 'retrialOrdered'])
    expect((await read('prosecutor')).accused[0]?.offences[0]).toMatchObject({ outcome: null })
  })

  test('days in court: put off with who asked and why, and found on the list of their day', async () => {
    const put = { court: aCourt, purpose: 'prosecutionEvidence', orders: null, standing: 'adjourned' }
    const why = { why: 'witnessAbsent', asker: 'prosecution' }
    const absent = [{ place: 1, kind: 'survivor', day: 'summoned' }]
    const keep = (on: string, more: object) =>
      post('prosecutor', '/hearings', {
        base: 0,
        id: randomUUID(),
        on,
        ...put,
        witnesses: [],
        next: null,
        ...more,
      })
    expect((await keep(ago(30), { why: null, asker: null })).body.code).toBe('reason-needed')
    expect((await keep(addDays(today, 3), why)).status, 'put off before it came').toBe(400)
    const next = randomUUID()
    expect((await keep(ago(30), { ...why, witnesses: absent })).status).toBe(200)
    const second = await keep(ago(10), {
      ...why,
      next: { id: next, on: today, purpose: 'prosecutionEvidence' },
    })
    expect(second.status, second.text).toBe(200)
    const list = await client.get(`/cause-list?on=${today}`, cookieOf('prosecutor'))
    expect(list.body.items).toMatchObject([{ case: id, hearing: next, standing: 'set', putOff: 2 }])
    const elsewhere = `/cause-list?on=${today}&court=5e7c0000-0000-4000-8000-000000000001`
    expect((await client.get(elsewhere, cookieOf('prosecutor'))).body.items).toEqual([])
    expect((await client.get(`/cause-list?on=${today}`, cookieOf('asha'))).body.items).toEqual([])
    const held = {
      base: 1,
      id: next,
      on: today,
      ...put,
      standing: 'held',
      why: null,
      asker: null,
      next: null,
    }
    const heard = [{ place: 1, kind: 'survivor', day: 'hostile' }]
    expect((await post('prosecutor', '/hearings', { ...held, witnesses: heard })).status).toBe(200)
    const undone = { ...held, base: 2, standing: 'set', witnesses: [] }
    expect((await post('prosecutor', '/hearings', undone)).body.code).toBe('step-not-possible')
    const days = (await client.get(at('/hearings'), cookieOf('prosecutor'))).body.items ?? []
    expect(days.map((one) => one['standing'])).toEqual(['adjourned', 'adjourned', 'held'])
    expect(days[2]?.['witnesses']).toEqual(heard)
  })

  test('an office that is done finds nothing any more, and nobody ends what is not theirs to end', async () => {
    const { offices } = await read('inspector')
    const of = (task: string) => offices.find((one) => one.task === task)?.id
    const end = (who: AnyName, office: string | undefined) => post(who, '/offices/end', { office })
    expect((await end('inspector', of('prosecution'))).body.code).toBe('not-for-you')
    expect((await end('inspector', of('investigation'))).status).toBe(200)
    expect((await client.get(at(), cookieOf('inspector'))).status).toBe(404)
    expect((await end('prosecutor', of('prosecution'))).body.code).toBe('last-holder')
    const left = await rowsOf(
      world.owner,
      `select distinct w.unit_id as unit from part_wrap w join part_key k on k.org_id = w.org_id and k.id = w.part_key_id
       where k.holder = 'criminalCase' and k.holder_id = $1`,
      [id],
    )
    expect(left).toEqual([{ unit: world.people.prosecutor.unit }])
  })
})
