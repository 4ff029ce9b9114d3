import { randomUUID } from 'node:crypto'
import type { Caseload } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { lookAtRisks } from '../../../test/risks.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'

describe.each(enginesInTurn)('who carries how much, on %s', (kind) => {
  let world: World
  let client: Client
  let dangerous: string

  const read = async ({ cookie }: Person): Promise<Caseload> => {
    const { status, body } = await client.get('/caseload', cookie)
    expect(status).toBe(200)
    return body as unknown as Caseload
  }
  const named = ({ workers }: Caseload) =>
    Object.fromEntries(workers.map(({ account, cases, points }) => [account.name, [cases.length, points]]))

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha, bina, mina } = world.people
    const open = async (person: Person, ageBand: string) => {
      const facts = { ageBand, ageCertainty: 'documented' }
      const opened = await client.post('/cases', person.cookie, { ...newCase(person, 'cnry'), facts })
      expect(opened.status).toBe(201)
      return String(opened.body['id'])
    }
    dangerous = await open(asha, '30-39')
    await lookAtRisks(
      asha,
      { org: asha.org, id: dangerous },
      { family: 'high' },
      { assessedOn: '2026-11-01' },
    )
    await open(asha, '10-14')
    await open(bina, '30-39')
    await open(mina, '30-39')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('a supervisor sees everybody of the own units, and of the others nobody', async () => {
    const load = await read(world.people.farida)
    // Intake is three; a high risk three more; a child one, and one more while nobody has looked at the risks.
    expect(named(load)).toEqual({ asha: [2, 11], bina: [1, 4], farida: [0, 0] })
    expect(load.workers.map(({ account }) => account.name)).toEqual(['asha', 'bina', 'farida'])
    expect(load.mayAssign).toBe(true)
    expect(load.nobodys).toEqual([])
  })

  test('a caseworker sees themselves alone', async () => {
    const load = await read(world.people.bina)
    expect(named(load)).toEqual({ bina: [1, 4] })
    expect(load.mayAssign).toBe(false)
  })

  test('what is given to a colleague weighs on the colleague', async () => {
    const { asha, bina, farida } = world.people
    const given = await client.post(`/cases/${asha.org}/${dangerous}/assignments`, farida.cookie, {
      id: randomUUID(),
      account: bina.account,
      lead: true,
      instead: asha.account,
    })
    expect(given.status, given.text).toBeLessThan(300)
    const load = await read(farida)
    expect(named(load)).toEqual({ asha: [1, 5], bina: [2, 10], farida: [0, 0] })
    expect(load.workers.find(({ account }) => account.name === 'bina')?.undeclared).toBe(1)
    expect(named(await read(bina))).toEqual({ bina: [1, 4] })
  })

  test('a case that nobody works is nobody’s, and one that is closed weighs nothing', async () => {
    const { asha, bina, farida } = world.people
    await rowsOf(world.owner, `update case_assignment set ended_at = now() where case_id = $1`, [dangerous])
    const load = await read(farida)
    expect(load.nobodys.map(({ id, points }) => [id, points])).toEqual([[dangerous, 6]])
    expect(named(load)).toEqual({ asha: [1, 5], bina: [1, 4], farida: [0, 0] })
    await rowsOf(
      world.owner,
      `update case_file set closed_on = current_date, state = 'closed' where owner_unit = $1`,
      [asha.unit],
    )
    expect(named(await read(bina))).toEqual({ bina: [0, 0] })
    expect((await read(farida)).nobodys).toEqual([])
  })

  test('rules that were laid down are what is weighed by', async () => {
    const { asha, mina } = world.people
    await rowsOf(
      world.owner,
      `insert into rule_set (kind, version, valid_from, rules, made_at)
       select kind, 'other', '2026-01-01', rules || '{"capacity": 7, "riskUnknown": 9}', now() from rule_set where kind = 'caseloadRules'`,
    )
    const load = await read(mina)
    expect([load.capacity, named(load)]).toEqual([7, { mina: [1, 12] }])
    expect((await read(asha)).capacity).toBe(7)
  })
})
