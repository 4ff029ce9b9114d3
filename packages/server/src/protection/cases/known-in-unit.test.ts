import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'

const mobile = '+8801712345678'

describe.each(['pglite', 'postgres'] as const)('before a second case is opened, on %s', (kind) => {
  let world: World
  let client: Client
  let file: string

  const known = async (person: Person, field = 'mobile', text = mobile) => {
    const answer = await client.ask('POST', '/cases/known', { cookie: person.cookie, body: { field, text } })
    return answer.status === 200 ? answer.body['items'] : answer.status
  }

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha } = world.people
    const opened = await client.post('/cases', asha.cookie, {
      ...newCase(asha, 'cnry'),
      contact: { mobile },
    })
    file = String(opened.body['id'])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('whoever works the case is led to it', async () => {
    expect(await known(world.people.asha)).toEqual([expect.objectContaining({ id: file, mine: true })])
    expect(await known(world.people.asha, 'mobile', '+8801799999999')).toEqual([])
  })

  test('a colleague of the unit is told its code and whom to talk to, and no more', async () => {
    const { bina, asha } = world.people
    const [found] = (await known(bina)) as Record<string, unknown>[]
    expect(found).toMatchObject({ id: file, mine: false, lead: expect.any(String) })
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['code', 'id', 'lead', 'mine', 'openedOn', 'org'])
    expect((await client.get(`/cases/${asha.org}/${file}`, bina.cookie)).status).toBe(404)
    const items = await rowsOf(
      world.owner,
      `select i.relation, i.reason, i.part from audit_item i where i.case_id = $1 and i.account_id = $2`,
      [file, bina.account],
    )
    expect(items).toContainEqual({ relation: 'office', reason: 'duplicateCheck', part: 'identity' })
  })

  test('nobody of another unit or office, nobody with a conflict of interest and nobody who works no cases is told', async () => {
    const { mina, nadia, guard, admin, bina } = world.people
    for (const person of [mina, nadia]) expect(await known(person)).toEqual([])
    for (const person of [guard, admin]) expect(await known(person)).toBe(403)
    await rowsOf(
      world.owner,
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
       select org_id, gen_random_uuid(), id, 1, $2, $3, false, 'knowsAccused', $3, now() from case_file where id = $1`,
      [file, bina.org, bina.account],
    )
    expect(await known(bina)).toEqual([])
  })
})
