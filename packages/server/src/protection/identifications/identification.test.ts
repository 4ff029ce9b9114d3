import { randomUUID } from 'node:crypto'
import { identificationStates, identificationSteps } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openCaseOf } from '../../../test/referred.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'

const reasons = 'CNRY-why: her account and the tickets agree.'

describe.each(['pglite', 'postgres'] as const)('identification, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  async function presumed() {
    const { asha } = world.people
    const file = await openCaseOf(asha, 'identification')
    const at = `/cases/${file.org}/${file.id}/identification`
    const begun = await client.post(at, asha.cookie, { id: randomUUID() })
    expect(begun.status, begun.text).toBe(201)
    const step = (by: Person, base: number, to: string, more: object = {}) =>
      client.post(`${at}/step`, by.cookie, { base, to, body: 'NGO', reasons, ...more })
    const view = async (by: Person) =>
      (await client.get(at, by.cookie)).body['identification'] as Record<string, unknown>
    return { file, at, step, view }
  }

  test('begins with being presumed: a decision is promised, and the time to recover runs', async () => {
    const { asha, nadia, guard } = world.people
    const { file, at, view } = await presumed()
    const due = await owner(
      'select kind from due_item where case_id = $1 and kind = any ($2::text[]) order by 1',
      [file.id, ['identify', 'endReflection']],
    )
    expect(due.map(({ kind: one }) => one)).toEqual(['endReflection', 'identify'])
    const found = await view(asha)
    expect(found).toMatchObject({ state: 'presumed', may: ['identified', 'noProposed', 'inconclusive'] })
    const days =
      (Date.parse(String(found['reflectUntil'])) - Date.parse(String(found['presumedOn']))) / 86_400_000
    expect(days).toBe(30)
    expect((await client.post(at, asha.cookie, { id: randomUUID() })).body.code).toBe('exists-already')
    for (const other of [nadia, guard]) expect((await client.get(at, other.cookie)).status).toBe(404)
    const more = { base: 1, ground: 'intimidation', days: 45 }
    expect((await client.post(`${at}/reflection`, asha.cookie, more)).status).toBe(200)
    const later = await view(asha)
    expect(Date.parse(String(later['reflectUntil'])) - Date.parse(String(found['reflectUntil']))).toBe(
      45 * 86_400_000,
    )
  })

  test('a yes names body, act, means and purpose, and stands where HTCDS files are made from', async () => {
    const { asha } = world.people
    const { file, step, view } = await presumed()
    await owner(`update case_facts set age_band = '25-29', age_certainty = 'documented' where case_id = $1`, [
      file.id,
    ])
    const elements = { acts: ['recruited'], purposes: ['labour'] }
    expect((await step(asha, 1, 'identified', elements)).body.code).toBe('bad-request')
    expect(
      (await step(asha, 1, 'identified', { ...elements, means: ['deception'], reasons: undefined })).body
        .code,
    ).toBe('reason-needed')
    expect((await step(asha, 1, 'identified', { ...elements, means: ['deception'] })).status).toBe(200)
    const [facts] = await owner(
      'select trafficking_status as status, decided_by as body from case_facts where case_id = $1',
      [file.id],
    )
    expect(facts).toEqual({ status: 'ActualVictimOfTrafficking', body: 'NGO' })
    expect(await view(asha)).toMatchObject({ state: 'identified', may: [] })
    const open = await owner(
      `select 1 from due_item where case_id = $1 and kind = 'identify' and done_at is null`,
      [file.id],
    )
    expect(open).toEqual([])
  })

  test('of a child no means is asked', async () => {
    const { asha } = world.people
    const { file, step } = await presumed()
    await owner(`update case_facts set age_band = '15-17', age_certainty = 'documented' where case_id = $1`, [
      file.id,
    ])
    expect((await step(asha, 1, 'identified', { acts: ['received'], purposes: ['sexual'] })).status).toBe(200)
  })

  test('a no takes somebody else, opens an appeal with a clock, and is answered by somebody else again', async () => {
    const { asha, farida } = world.people
    const { file, step, view } = await presumed()
    expect((await step(asha, 1, 'notIdentified')).body.code).toBe('step-not-possible')
    expect((await step(asha, 1, 'noProposed')).status).toBe(200)
    expect((await view(asha))['may']).toEqual([])
    expect((await step(asha, 2, 'notIdentified')).body.code).toBe('own-request')
    expect((await step(farida, 2, 'notIdentified')).status).toBe(200)
    expect(await view(farida)).toMatchObject({
      state: 'notIdentified',
      may: ['appealed'],
      appealUntil: expect.any(String),
    })
    const [facts] = await owner('select trafficking_status as status from case_facts where case_id = $1', [
      file.id,
    ])
    expect(facts).toEqual({ status: 'NotAVictimOfTrafficking' })
    const appeal = { body: undefined }
    await owner(`update identification set appeal_until = current_date - 2 where case_id = $1`, [file.id])
    expect((await step(asha, 3, 'appealed', appeal)).body.code).toBe('step-not-possible')
    await owner(`update identification set appeal_until = current_date + 2 where case_id = $1`, [file.id])
    expect((await step(asha, 3, 'appealed', appeal)).status).toBe(200)
    for (const again of [asha, farida])
      expect((await step(again, 4, 'notIdentified')).body.code).toBe('own-request')
    const [waits] = await owner(
      `select count(*)::int as n from due_item where case_id = $1 and kind = 'answerAppeal' and done_at is null`,
      [file.id],
    )
    expect(waits?.['n']).toBe(1)
    const still = await client.get(`/cases/${file.org}/${file.id}`, asha.cookie)
    expect(still.body['may']).toMatchObject({ refer: true })
  })

  test('goes from state to state as the table says, below the application too', async () => {
    const { file } = await presumed()
    const states = identificationStates.entries.map(({ code }) => code)
    for (const from of states)
      for (const to of states) {
        await owner('alter table identification disable trigger identification_follows')
        await owner(
          'update identification set state = $2, decided_by = null, proposed_by = null where case_id = $1',
          [file.id, from],
        )
        await owner('alter table identification enable trigger identification_follows')
        const tried = owner(
          'update identification set state = $2, decided_by = $3, decided_on = current_date where case_id = $1',
          [file.id, to, randomUUID()],
        ).then(
          () => true,
          () => false,
        )
        const allowed = from === to || identificationSteps.some((one) => one.from === from && one.to === to)
        expect([from, to, await tried]).toEqual([from, to, allowed])
      }
  })

  test('says nothing of why in clear', async () => {
    const rows = await owner(
      `select 1 from case_note n where n::text like '%CNRY%' union all select 1 from identification i where i::text like '%CNRY%'`,
    )
    expect(rows).toEqual([])
  })
})
