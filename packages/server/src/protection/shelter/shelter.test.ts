import { randomUUID } from 'node:crypto'
import type { CaseView, HomeList, ServiceView } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { directoryEndpoints } from '../../directory/index.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'
import { withdrawConsent } from '../consents/withdraw-consent.ts'
import { protectionEndpoints } from '../index.ts'

const today = dayOf(new Date())
const admission = {
  legalBasis: 'courtOrder',
  admittedOn: today,
  reviewOn: addDays(today, 30),
  freeToLeave: false,
  whyNotFree: 'ordered',
}

describe.each(['pglite', 'postgres'] as const)('homes and stays, on %s', (kind) => {
  let world: World
  let client: Client
  let file: CaseRef
  /** A home of Asha's own unit, one of another unit of her organisation, and one of another organisation. */
  let ours = ''
  let theirs = ''

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...directoryEndpoints, ...protectionEndpoints])
    const { farida, officer } = world.people
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) select org_id, id, 'supervisor' from account where sign_in_name = 'officer'`,
    )
    ours = await homeOf('farida', farida.unit)
    theirs = await homeOf('officer', officer.unit)
    await setPlaces('asha', ours, [
      { who: 'women', places: 4, others: 2 },
      { who: 'girls', places: 1, others: 0 },
    ])
    await setPlaces('officer', theirs, [{ who: 'women', places: 1, others: 0 }])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })
  beforeEach(async () => {
    const { asha } = world.people
    await rowsOf(world.owner, 'delete from shelter_stay')
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })

  const post = (who: PersonName, path: string, body: Record<string, unknown>): Promise<Answer> =>
    client.post(path, world.people[who].cookie, body)

  async function homeOf(who: PersonName, unit: string): Promise<string> {
    const id = randomUUID()
    const offer = { id, unit, service: 'shelter', takes: ['women', 'girls'], districts: [], places: null }
    expect((await post(who, '/directory/services', { ...offer, free: null })).status).toBe(200)
    return id
  }

  const at = (who: PersonName, home: string, rest: string) =>
    `/shelter/${world.people[who].org}/${home}/${rest}`

  async function setPlaces(who: PersonName, home: string, groups: readonly object[]): Promise<Answer> {
    const [row] = await rowsOf(world.owner, 'select version from service_offer where id = $1', [home])
    return post(who, at(who, home, 'places'), { base: row?.['version'], groups })
  }

  const free = async (home: string, who: PersonName = 'asha') => {
    const { body } = await client.get('/directory/services?service=shelter', world.people[who].cookie)
    const found = (body.items as unknown as ServiceView[]).find(({ id }) => id === home)
    return Object.fromEntries((found?.freeFor ?? []).map((one) => [one.who, one.free]))
  }
  const homes = async (who: PersonName): Promise<HomeList> =>
    (await client.get('/shelter', world.people[who].cookie)).body as unknown as HomeList
  const view = (): Promise<CaseView> => world.people.asha.as((work) => readCase(work, file))
  const stays = async () => (await view()).records.filter(({ record }) => record === 'shelterStay')

  const asked = async (values: Record<string, unknown>, of = file): Promise<string> => {
    const id = randomUUID()
    const write = { id, base: 0, values }
    await world.people.asha.as((work) => writeRecord(work, of, 'shelterStay', write))
    return id
  }
  const step = (who: PersonName, home: string, stay: string, to: string, values: object) =>
    post(who, at(who, home, `stays/${stay}/step`), { base: 1, of: file.org, to, values })

  async function referred(): Promise<string> {
    const { asha, officer } = world.people
    const { referral, consent, version } = await refer(asha, file, officer, widest.care)
    await accept(officer, file.org, referral, version)
    return consent
  }

  test('how many places are free for whom is told to those who refer, and how many there are to nobody else', async () => {
    expect(await free(ours, 'nadia')).toEqual({ women: 2, girls: 1 })
    await writeAndStep(
      world.people.asha,
      file,
      'shelterStay',
      { home: ours, placeFor: 'girls', ...admission },
      'admitted',
    )
    expect(await free(ours, 'nadia')).toEqual({ women: 2, girls: 0 })
    for (const who of ['nadia', 'officer', 'inspector', 'mina'] as const) {
      const seen = await intrude(
        world.node.engine,
        'setu_app',
        handleOf(world.people[who].cookie),
        (attempt) => attempt('select 1 from shelter_place where offer_id = $1', [ours]),
      )
      expect([who, seen.count]).toEqual([who, 0])
      expect([403, 404]).toContain((await setPlaces(who, ours, [])).status)
    }
  })

  test('a request is answered by those who run the home, and by nobody else', async () => {
    await referred()
    const stay = await asked({ home: theirs, placeFor: 'women' })
    const [shown] = await stays()
    expect(shown?.mayBecome).toEqual(['dropped'])
    for (const to of ['admitted', 'refused']) {
      const path = `/cases/${file.org}/${file.id}/records/shelterStay/${stay}/step`
      const { whyNotFree: _, ...asking } = admission
      const values = to === 'admitted' ? asking : { refusedBecause: 'full' }
      expect((await post('asha', path, { base: 1, to, values })).status).toBe(404)
    }
    expect((await step('nadia', theirs, stay, 'admitted', admission)).status).toBe(404)
    const [home] = (await homes('officer')).homes
    expect(home?.stays.map(({ id, mayBecome }) => [id, mayBecome])).toEqual([[stay, ['admitted', 'refused']]])
    expect((await step('officer', theirs, stay, 'admitted', admission)).status).toBe(200)
    const [now] = await stays()
    expect([now?.state, now?.values['legalBasis'], now?.steps.at(-1)?.to]).toEqual([
      'admitted',
      'courtOrder',
      'admitted',
    ])
    expect((await view()).timeline.items.map((event) => event.kind)).toContain('shelterBegan')
    expect((await view()).due.map((due) => due.kind)).toContain('reviewShelter')
  })

  test('another organisation’s home is asked only after it accepted a referral', async () => {
    await expect(asked({ home: theirs, placeFor: 'women' })).rejects.toMatchObject({ code: 'bad-request' })
    const tried = await intrude(
      world.node.engine,
      'setu_app',
      handleOf(world.people.asha.cookie),
      (attempt) =>
        attempt(
          `insert into shelter_stay (org_id, id, case_id, version, state, home) values ($1, gen_random_uuid(), $2, 1, 'requested', $3)`,
          [file.org, file.id, theirs],
        ),
    )
    expect(tried.refused).toBe('42501')
  })

  test('a home begins a stay itself on a case that is named to it, and on no other', async () => {
    const waiting = async () => (await homes('officer')).homes[0]?.waiting.map((one) => one.case.id)
    const received = (id: string) => ({ id, of: file, placeFor: 'women' })
    expect((await post('officer', at('officer', theirs, 'stays'), received(randomUUID()))).status).toBe(404)
    await referred()
    expect(await waiting()).toContain(file.id)
    const id = randomUUID()
    expect((await post('officer', at('officer', theirs, 'stays'), received(id))).status).toBe(201)
    expect(await waiting()).not.toContain(file.id)
    expect((await step('officer', theirs, id, 'admitted', admission)).status).toBe(200)
  })

  test('when the survivor takes her consent back, the home still lets her go, and reads nothing else of her', async () => {
    const consent = await referred()
    const stay = await asked({ home: theirs, placeFor: 'women', paperNumber: 'cnry-217' })
    expect((await step('officer', theirs, stay, 'admitted', admission)).status).toBe(200)
    await world.people.asha.as((work) => withdrawConsent(work, file, consent, 1))
    const { cookie } = world.people.officer
    expect((await client.get(`/cases/${file.org}/${file.id}`, cookie)).status).toBe(404)
    const left = { leftOn: today, leftTo: 'ownHome', leftBecause: 'wished' }
    expect((await step('officer', theirs, stay, 'left', left)).status).toBe(200)
    expect(await free(theirs)).toEqual({ women: 1 })
  })

  test('the last place is given once; whoever comes too late is refused by the name of the place, and stays on the list', async () => {
    await referred()
    const { asha } = world.people
    const first = await asked({ home: theirs, placeFor: 'women' })
    const another = await asha.as((work) => openCase(work, newCase(asha, 'cnry-other')))
    const { referral, version } = await refer(asha, another, world.people.officer, widest.care)
    await accept(world.people.officer, another.org, referral, version)
    const second = await asked({ home: theirs, placeFor: 'women' }, another)
    expect((await step('officer', theirs, first, 'admitted', admission)).status).toBe(200)
    const refused = await step('officer', theirs, second, 'admitted', admission)
    expect([refused.status, refused.body.code, refused.body['about']]).toEqual([
      409,
      'place-full',
      { home: theirs, placeFor: 'women' },
    ])
    const kept = await rowsOf(world.owner, 'select id, state from shelter_stay')
    const states = new Map(kept.map((row) => [row['id'], row['state']]))
    expect([states.get(first), states.get(second)]).toEqual(['admitted', 'requested'])
  })

  test('nobody lives in two homes: a second one is refused without a word of the first, until that stay ends', async () => {
    await referred()
    const { asha } = world.people
    const elsewhere = await asked({ elsewhere: 'cnry-safe-home', placeFor: 'women', ...admission })
    const stay = await asked({ home: theirs, placeFor: 'women' })
    const live = { record: 'shelterStay', item: elsewhere } as const
    const both = await Promise.allSettled([
      asha.as((work) => stepRecord(work, file, live, { base: 1, to: 'admitted', values: {} })),
      step('officer', theirs, stay, 'admitted', admission),
    ])
    const homesOf = await rowsOf(world.owner, `select id from shelter_stay where state = 'admitted'`)
    expect(homesOf).toHaveLength(1)
    if (homesOf[0]?.['id'] === stay) {
      expect(both[0]).toMatchObject({ status: 'rejected', reason: { constraint: 'shelter_one_home' } })
      return
    }
    const refused = both[1].status === 'fulfilled' ? both[1].value : null
    expect([refused?.status, refused?.body.code]).toEqual([409, 'lives-elsewhere'])
    expect(JSON.stringify(refused?.body)).not.toContain(elsewhere)
    const left = { leftOn: today, leftTo: 'otherShelter', leftBecause: 'wished' }
    await asha.as((work) => stepRecord(work, file, live, { base: 2, to: 'left', values: left }))
    expect((await step('officer', theirs, stay, 'admitted', admission)).status).toBe(200)
  })

  test('a home touches no sealed word, moves nobody, and brings back nobody who left', async () => {
    await referred()
    const stay = await asked({ home: theirs, placeFor: 'women', paperNumber: 'cnry-217' })
    const attack = (set: string) =>
      intrude(world.node.engine, 'setu_app', handleOf(world.people.officer.cookie), (attempt) =>
        attempt(`update shelter_stay set ${set} where id = $1`, [stay]),
      )
    for (const set of [
      'paper_number = null',
      'version = 9',
      'home = null',
      `home = '${ours}'`,
      `state = 'left'`,
      `state = 'dropped'`,
      `case_id = gen_random_uuid()`,
    ]) {
      expect([set, (await attack(set)).refused]).toEqual([set, '42501'])
    }
    expect((await attack(`review_on = '2026-12-01'`)).refused).toBeNull()
  })

  test('days that cannot be are named, and a stay is not begun without what it rests on', async () => {
    const stay = await asked({ home: ours, placeFor: 'women' })
    for (const [wrong, field] of [
      [{ ...admission, admittedOn: addDays(today, 1) }, 'admittedOn'],
      [{ ...admission, reviewOn: addDays(today, -1) }, 'reviewOn'],
      [{ ...admission, legalBasis: null }, 'legalBasis'],
      [{ ...admission, paperNumber: 'x' }, 'paperNumber'],
    ] as const) {
      const { status, body } = await step('asha', ours, stay, 'admitted', wrong)
      expect([status, body['fields']]).toEqual([400, [expect.objectContaining({ field })]])
    }
    expect((await stays())[0]?.state).toBe('requested')
  })

  test('a look at a stay keeps the promise to look and promises the next; who supervises sees what is late or missing', async () => {
    const adult = { home: ours, placeFor: 'women', ...admission, legalBasis: 'guardianConsent' }
    const stay = await writeAndStep(world.people.asha, file, 'shelterStay', adult, 'admitted')
    const past = addDays(today, -200)
    await rowsOf(world.owner, 'update shelter_stay set admitted_on = $2, review_on = $2 where id = $1', [
      stay,
      past,
    ])
    const flagsFor = async (who: PersonName) =>
      (await homes(who)).looks.find(({ id }) => id === stay)?.flags.toSorted()
    const all = ['heldWithoutBasis', 'longStay', 'reviewLate']
    expect(await flagsFor('farida')).toEqual(all)
    expect(await flagsFor('asha')).toEqual(all)
    expect(await flagsFor('mina')).toBeUndefined()
    const review = { base: 2, of: file.org, legalBasis: 'ownConsent', freeToLeave: true, whyNotFree: null }
    const path = at('asha', ours, `stays/${stay}/review`)
    expect((await post('asha', path, { ...review, reviewOn: addDays(today, 14) })).status).toBe(200)
    expect(await flagsFor('farida')).toEqual(['longStay'])
    const promised = (await view()).due.filter((due) => due.kind === 'reviewShelter')
    expect(promised.map(({ due, state }) => [dayOf(new Date(due)), state])).toEqual([
      [addDays(today, 14), 'later'],
    ])
    expect((await view()).timeline.items.map((event) => event.kind)).toContain('shelterReviewed')
  })

  test('a child in a place for adults, and an order without its number, are seen on the case', async () => {
    const { asha } = world.people
    const [facts] = await rowsOf(
      world.owner,
      `update case_facts set age_band = '10-14' where case_id = $1 returning id`,
      [file.id],
    )
    expect(facts).toBeDefined()
    const stay = await writeAndStep(
      asha,
      file,
      'shelterStay',
      { placeFor: 'women', ...admission },
      'admitted',
    )
    const flags = async () => (await homes('asha')).looks.find(({ id }) => id === stay)?.flags
    expect(await flags()).toEqual(['childAmongAdults', 'paperMissing'])
    await asha.as((work) =>
      writeRecord(work, file, 'shelterStay', {
        id: stay,
        base: 2,
        values: { paperNumber: 'cnry-217', placeFor: 'girls' },
      }),
    )
    expect(await flags()).toBeUndefined()
  })
})
