import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import type { Person } from '../../../test/world.ts'
import { handleOf, platformEndpoints } from '../../platform/index.ts'
import { remind } from '../../platform/jobs/remind.ts'
import { protectionEndpoints } from '../index.ts'
import { beginReviews, quarterBefore } from './begin-reviews.ts'

const day = 86_400_000

describe('a quarter', () => {
  test('is the last whole one, as people here live it', () => {
    const before = (at: string) => quarterBefore(new Date(at)).name
    expect(before('2026-11-22T06:00:00Z')).toBe('2026-Q3')
    expect(before('2027-01-01T00:30:00+06:00')).toBe('2026-Q4')
    expect(before('2026-12-31T23:30:00+06:00')).toBe('2026-Q3')
    const { from, to } = quarterBefore(new Date('2026-02-11T06:00:00Z'))
    expect([from.toISOString(), to.toISOString()]).toEqual([
      '2025-09-30T18:00:00.000Z',
      '2025-12-31T18:00:00.000Z',
    ])
  })
})

describe.each(['pglite', 'postgres'] as const)('who has access, looked over each quarter, on %s', (kind) => {
  let world: WideWorld
  let client: Client

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha, farida } = world.people
    const made = newCase(asha, 'CNRY')
    await client.post('/cases', asha.cookie, made)
    await client.get(`/cases/${asha.org}/${made.id}`, farida.cookie)
    const { to } = quarterBefore(new Date())
    const within = new Date(to.getTime() - 30 * day).toISOString()
    await owner('update account set made_at = $1', [within])
    await owner(`update audit_item set at = $1 where relation = 'supervise'`, [within])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)
  type Line = {
    id: string
    name: string
    version: number
    mayAnswer: boolean
    outside: number
    answer: string | null
  }
  type Review = {
    id: string
    org: string
    unit: { id: string } | null
    open: number
    mayAnswer: boolean
    doneAt: string | null
  }
  const listOf = async ({ cookie }: Person): Promise<Review[]> =>
    ((await client.get('/access-reviews', cookie)).body.items ?? []) as unknown as Review[]
  const linesOf = async ({ cookie }: Person, { org, id }: Review): Promise<Line[]> =>
    (await client.get(`/access-reviews/${org}/${id}`, cookie)).body['accounts'] as Line[]
  const answer = (by: Person, { org, id }: Review, line: Line, said: string) =>
    client.post(`/access-reviews/${org}/${id}/lines/${line.id}`, by.cookie, {
      base: line.version,
      answer: said,
    })
  const toldTo = async ({ account }: Person) =>
    (await owner('select kind from notice where account_id = $1 order by made_at', [account])).map(
      (row) => row['kind'],
    )

  test('begins once a quarter is over, for each organisation and each unit with a supervisor, and once', async () => {
    const begun = await beginReviews(world.node.engine, world.node.clock)
    expect(begun).toBeGreaterThan(3)
    expect(await beginReviews(world.node.engine, () => new Date(Date.now() + day))).toBe(0)
    const { farida, admin, guard, asha, nadia } = world.people
    const [unit, ...rest] = await listOf(farida)
    expect(rest).toEqual([])
    expect(unit).toMatchObject({ unit: { id: farida.unit }, mayAnswer: true })
    expect((await linesOf(farida, unit as Review)).map(({ name }) => name)).toEqual([
      'admin',
      'asha',
      'bina',
      'leaver',
    ])
    expect((await listOf(admin)).some((one) => one.unit === null && one.mayAnswer)).toBe(true)
    expect((await listOf(guard)).length).toBeGreaterThan(2)
    for (const other of [asha, nadia])
      expect((await client.get('/access-reviews', other.cookie)).status).toBe(403)
    expect(await toldTo(farida)).toContain('reviewBegun')
    const due = await owner(`select kind from due_item where account_id = $1`, [farida.account])
    expect(due).toEqual([{ kind: 'reviewAccess' }])
  })

  test('says of everybody their roles, when they were last seen and how many other cases they opened', async () => {
    const { admin } = world.people
    const whole = (await listOf(admin)).find(({ unit }) => unit === null) as Review
    const lines = await linesOf(admin, whole)
    expect(lines.find(({ name }) => name === 'farida')).toMatchObject({
      roles: ['supervisor'],
      outside: 1,
      factors: [],
    })
    expect(lines.find(({ name }) => name === 'asha')).toMatchObject({
      outside: 0,
      lastSeen: expect.any(String),
    })
  })

  test('nobody answers for themselves, and nobody of another organisation or unit answers', async () => {
    const { admin, guard, farida, otherGuard, otherAdmin, chief } = world.people
    const whole = (await listOf(admin)).find(({ unit }) => unit === null) as Review
    const lines = await linesOf(admin, whole)
    const own = lines.find(({ name }) => name === 'admin') as Line
    expect(own.mayAnswer).toBe(false)
    expect((await answer(admin, whole, own, 'kept')).body['code']).toBe('own-request')
    for (const other of [otherGuard, otherAdmin, farida, chief])
      expect((await answer(other, whole, own, 'kept')).status, other.account).toBe(404)
    await intrude(world.node.engine, 'setu_app', handleOf(admin.cookie), async (attempt) => {
      for (const text of [
        `update access_review_line set answer = 'kept', answered_by = account_id, answered_at = now()`,
        `update access_review_line set outside = 0`,
        'update access_review set done_at = now()',
        'delete from access_review_line',
      ])
        expect((await attempt(text)).count, text).toBe(0)
    })
    expect((await answer(guard, whole, own, 'kept')).status).toBe(200)
    expect((await answer(guard, whole, own, 'ended')).body['code']).toBe('stale')
  })

  test('a review that is late goes up to whoever guards the data, and one with every line answered is done', async () => {
    const { farida, guard, admin } = world.people
    await remind(world.node.engine, () => new Date(Date.now() + 17 * day))
    await remind(world.node.engine, () => new Date(Date.now() + 18 * day))
    expect(await toldTo(guard)).toContain('escalated')
    const [unit] = (await listOf(farida)) as [Review]
    for (const line of await linesOf(farida, unit))
      expect((await answer(farida, unit, line, line.name === 'leaver' ? 'ended' : 'kept')).status).toBe(200)
    expect(await toldTo(admin)).toContain('reviewToChange')
    const [done] = (await listOf(farida)) as [Review]
    expect(done).toMatchObject({ open: 0, mayAnswer: false, doneAt: expect.any(String) })
    const open = await owner(`select 1 from due_item where about_id = $1 and done_at is null`, [unit.id])
    expect(open).toEqual([])
  })

  test('leaves as a table that no spreadsheet runs, after a fresh proof', async () => {
    const { farida, otherGuard } = world.people
    await owner(`update account set name = '=cmd|x' where sign_in_name = 'bina'`)
    const [unit] = (await listOf(farida)) as [Review]
    const path = `/access-review-table?id=${unit.id}&language=bn`
    expect((await client.get(path, otherGuard.cookie)).status).toBe(404)
    await owner('update session set proved_at = null')
    expect((await client.get(path, farida.cookie)).body['code']).toBe('step-up-needed')
    await owner('update session set proved_at = now()')
    const { status, text } = await client.get(path, farida.cookie)
    expect(status).toBe(200)
    expect(text).toContain(`"'=cmd|x"`)
    expect(text.split('\r\n')).toHaveLength(6)
    expect(text).toContain('শেষ হলো')
  })
})
