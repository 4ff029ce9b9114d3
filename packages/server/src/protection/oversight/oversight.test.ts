import { randomUUID } from 'node:crypto'
import type { Oversight } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { dayOf, platformEndpoints } from '../../platform/index.ts'
import { handleOf } from '../../platform/sessions/token.ts'
import { protectionEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)('the oversight, on %s', (kind) => {
  let world: World
  let client: Client

  const add = async (org: string, unit: string, opened: string, more: Readonly<Record<string, string>>) => {
    const file = randomUUID()
    await rowsOf(
      world.owner,
      `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at, closed_on)
       values ($1, $2, 1, 'active', $1, $3, $4, now(), now(), $5)`,
      [org, file, unit, opened, more['closed'] ?? null],
    )
    await rowsOf(
      world.owner,
      `insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at) values ($1, $2, $3, 'caseOpened', 'status', $4, $5)`,
      [org, randomUUID(), file, opened, `${opened}T09:00:00+06:00`],
    )
    if (more['presumed'] !== undefined)
      await rowsOf(
        world.owner,
        `insert into identification (org_id, id, case_id, state, presumed_on, reflect_until, decided_on)
         values ($1, $2, $3, $4, $5, $5, $6)`,
        [
          org,
          randomUUID(),
          file,
          more['identified'] ? 'identified' : 'presumed',
          more['presumed'],
          more['identified'] ?? null,
        ],
      )
    return file
  }

  const forgetTold = () => rowsOf(world.owner, 'truncate told_release, told_to')

  /** What was told last becomes what was told of an earlier quarter, after all those before. */
  const quarterPasses = () =>
    rowsOf(
      world.owner,
      `update told_release set until_on = date '2020-01-01' + (select count(*)::int from told_release)
       where until_on = (select max(until_on) from told_release)`,
    )

  const ask = async (name: 'farida' | 'admin', path: string) =>
    await client.get(path, world.people[name].cookie)

  const role = (account: string, name: string) =>
    rowsOf(world.owner, `update account_role set role = $2 where account_id = $1`, [account, name])

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    const { asha, mina, nadia } = world.people
    await rowsOf(world.owner, `update unit set district = 'BD4041' where id = $1`, [asha.unit])
    await rowsOf(world.owner, `update unit set district = 'BD4047' where id = $1`, [mina.unit])
    // Of ten at Jashore, three are presumed after 2, 4 and 9 days, one of them identified; one closed without it after 3.
    await add(asha.org, asha.unit, '2026-01-01', { presumed: '2026-01-03', identified: '2026-01-20' })
    await add(asha.org, asha.unit, '2026-01-01', { presumed: '2026-01-05' })
    await add(asha.org, asha.unit, '2026-02-01', { presumed: '2026-02-10' })
    await add(asha.org, asha.unit, '2026-02-01', { closed: '2026-02-04' })
    await add(mina.org, mina.unit, '2026-01-10', { presumed: '2026-01-11' })
    for (let more = 0; more < 30; more++)
      await add(nadia.org, nadia.unit, '2025-03-01', { presumed: '2025-03-02' })
    for (let more = 0; more < 20; more++) await add(nadia.org, nadia.unit, '2025-03-01', {})
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const read = async (path: string): Promise<Oversight> => {
    const { status, body } = await ask('farida', path)
    expect(status, path).toBe(200)
    return body as unknown as Oversight
  }

  test('a supervisor sees the own units as they are, and nobody else’s', async () => {
    const { rows, telling } = await read('/oversight/own?by=unit')
    expect(telling).toBeNull()
    expect(rows.map(({ place, cases }) => [place, cases])).toEqual([
      ['total', 4],
      ['row', 4],
    ])
    const [all] = rows
    expect(all?.reached.slice(0, 2)).toEqual([
      { step: 'presumed', people: 3 },
      { step: 'identified', people: 1 },
    ])
  })

  test('whoever has not reached a step is counted for as long as they waited', async () => {
    const { rows } = await read('/oversight/own?by=unit')
    const [presumed, identified] = rows[0]?.waits ?? []
    // Two days: 1 of 4. Three days: one leaves uncounted. Four days: 1 of 2 left. Nine days: the last one.
    expect(presumed).toMatchObject({ q1: 2, median: 4, q3: 9, waiting: 0, longest: null })
    // One of three after 17 days, and two wait still: less than half have it, so that there is no median to tell.
    expect(identified).toMatchObject({ q1: 17, median: null, q3: null, waiting: 2 })
    expect(identified?.longest).toBeGreaterThan(200)
  })

  test('a time is chosen by the day on which cases were opened', async () => {
    const { rows } = await read('/oversight/own?by=unit&from=2026-02-01&to=2026-02-28')
    expect(rows[0]?.cases).toBe(2)
  })

  test('a case of one’s own relatives is not among them', async () => {
    const { farida } = world.people
    const [file] = await rowsOf(
      world.owner,
      `select org_id, id from case_file where opened_on = '2026-01-01' limit 1`,
    )
    const assignment = randomUUID()
    await rowsOf(
      world.owner,
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
       values ($1, $2, $3, 1, $4, $5, false, 'knowsSurvivor', $5, now())`,
      [file?.['org_id'], assignment, file?.['id'], farida.org, farida.account],
    )
    expect((await read('/oversight/own?by=unit')).rows[0]?.cases).toBe(3)
    await rowsOf(world.owner, `delete from case_assignment where id = $1`, [assignment])
  })

  test('who may not see single cases is told no small number, and has no filter', async () => {
    const { farida } = world.people
    await role(farida.account, 'programmeManager')
    const own = await read('/oversight/told?by=district')
    // Five cases of the own organisation: as many as may be told, but nothing of four against one.
    expect(own.rows.map(({ place, cases }) => [place, cases])).toEqual([['total', 5]])
    expect(own.rows[0]?.reached.every(({ people }) => people === null)).toBe(true)
    expect((await ask('farida', '/oversight/own?by=unit')).status).toBe(403)
    for (const asked of ['by=district&from=2026-01-01', 'by=unit'])
      expect((await ask('farida', `/oversight/told?${asked}`)).status, asked).toBe(400)
    await rowsOf(world.owner, `update organisation set type = 'ministry' where id = $1`, [farida.org])
    const nation = await read('/oversight/told?by=organisation')
    expect(nation.telling).toEqual({ least: 10, roundedTo: 5, toldOn: dayOf(new Date()) })
    expect(nation.rows.map(({ place, cases }) => [place, cases])).toEqual([['total', 55]])
    expect(nation.rows[0]?.reached[0]).toEqual({ step: 'presumed', people: 35 })
    // Ten may be told of organisations, so that half of 34 is not: of so few the day of each could be guessed.
    expect(nation.rows[0]?.waits).toEqual([])
    const { nadia } = world.people
    for (let more = 0; more < 10; more++)
      await add(nadia.org, nadia.unit, '2025-03-01', { presumed: '2025-03-16' })
    await forgetTold()
    const [wider] = (await read('/oversight/told?by=organisation')).rows
    const weeks = { waiting: null, longest: null, q1: null, median: 7, q3: null }
    expect(wider?.waits).toEqual([{ step: 'presumed', ...weeks }])
    // A district may be that of one organisation, and so may a year.
    for (const by of ['district', 'year'])
      expect((await read(`/oversight/told?by=${by}`)).telling, by).toMatchObject({ least: 10, roundedTo: 5 })
    await rowsOf(world.owner, `update organisation set type = 'ngo' where id = $1`, [farida.org])
    await role(farida.account, 'supervisor')
  })

  test('what happened since the quarter ended is not told yet', async () => {
    const { farida, asha } = world.people
    await role(farida.account, 'analyst')
    const before = await read('/oversight/told?by=year')
    const today = new Date().toISOString().slice(0, 10)
    for (let more = 0; more < 12; more++) await add(asha.org, asha.unit, today, { presumed: today })
    expect(await read('/oversight/told?by=year')).toEqual(before)
    expect(before.until < today).toBe(true)
    await role(farida.account, 'supervisor')
  })

  test('a committee is told of its own district, where that may be told', async () => {
    const { farida, mina, nadia } = world.people
    for (let more = 0; more < 15; more++) await add(mina.org, mina.unit, '2026-01-10', {})
    await rowsOf(world.owner, `update unit set district = 'BD3026' where id = $1`, [nadia.unit])
    await forgetTold()
    await role(farida.account, 'committeeSecretary')
    const told = async (district: string) => {
      const where = `update organisation set type = 'committeeDistrict', district = $2 where id = $1`
      await rowsOf(world.owner, where, [farida.org, district])
      const { rows } = await read('/oversight/told?by=district')
      return rows.map(({ key, cases }) => [key, cases])
    }
    // Four in one district and sixteen in another stand together; of those two no committee is told anything.
    expect(await told('BD3026')).toEqual([
      [null, null],
      ['BD3026', 60],
    ])
    for (const district of ['BD4041', 'BD4047']) expect(await told(district)).toEqual([[null, null]])
    expect((await ask('farida', '/oversight/told?by=year')).status).toBe(403)
    await rowsOf(world.owner, `update organisation set type = 'ngo', district = null where id = $1`, [
      farida.org,
    ])
    await role(farida.account, 'supervisor')
  })

  test('what was told of a quarter is told again as it was, and a later one differs by nothing or by ten', async () => {
    const { farida, nadia } = world.people
    await forgetTold()
    await role(farida.account, 'analyst')
    await rowsOf(world.owner, `update organisation set type = 'ministry' where id = $1`, [farida.org])
    const told = () => read('/oversight/told?by=organisation')
    const first = await told()
    const all = (numbers: Oversight) => [
      numbers.rows[0]?.cases,
      numbers.rows[0]?.reached.find(({ step }) => step === 'presumed')?.people,
    ]
    const [cases = 0, presumed = 0] = all(first)
    for (let more = 0; more < 4; more++)
      await add(nadia.org, nadia.unit, '2025-03-01', { presumed: '2025-03-02' })
    expect(await told()).toEqual(first)
    await quarterPasses()
    expect(all(await told()), 'four more are not told').toEqual([cases, presumed])
    await quarterPasses()
    for (let more = 0; more < 12; more++) await add(nadia.org, nadia.unit, '2025-03-01', {})
    const [now, then] = all(await told())
    expect([(now ?? 0) - (cases ?? 0), then], 'of sixteen ten are told, of four none').toEqual([10, presumed])
    const register = await rowsOf(
      world.owner,
      `select count(*)::int as n, bool_and(t.account_id = $1) as hers from told_to t join told_release r on r.id = t.release_id`,
      [farida.account],
    )
    expect(register).toEqual([{ n: 3, hers: true }])
    await rowsOf(world.owner, `update organisation set type = 'ngo' where id = $1`, [farida.org])
    await role(farida.account, 'supervisor')
  })

  test('what was told is changed by nobody, and what it stands for is read by nobody', async () => {
    const { farida } = world.people
    for (const roleOf of ['setu_app', 'setu_definer', 'setu_backup', 'setu_clock'])
      await intrude(world.owner, roleOf, handleOf(farida.cookie), async (attempt) => {
        for (const table of ['told_release', 'told_to'])
          for (const text of [`delete from ${table}`, `truncate ${table}`])
            expect((await attempt(text)).refused, `${roleOf}: ${text}`).not.toBeNull()
        expect((await attempt(`update told_release set lines = '[]'`)).refused, roleOf).not.toBeNull()
        if (roleOf === 'setu_app')
          expect((await attempt('select stands from told_release')).refused).not.toBeNull()
      })
  })

  test('nobody else is told anything', async () => {
    for (const path of ['/oversight/own?by=unit', '/oversight/told?by=year'])
      expect((await ask('admin', path)).status).toBe(403)
    expect((await client.get('/oversight/told?by=year', world.people.asha.cookie)).status).toBe(403)
  })

  test('a new row of few people neither takes a table away nor is found a quarter later', async () => {
    const { farida, nadia } = world.people
    await forgetTold()
    await role(farida.account, 'analyst')
    await rowsOf(world.owner, `update organisation set type = 'ministry' where id = $1`, [farida.org])
    const told = async () => {
      const { telling, rows } = await read('/oversight/told?by=year')
      await quarterPasses()
      return {
        to: telling?.roundedTo,
        rows: rows.map(({ key, cases, reached }) => ({ key, cases, reached })),
      }
    }
    const first = await told()
    expect(first.rows.map(({ key }) => key)).toEqual([null, '2025', '2026'])
    for (let more = 0; more < 5; more++) await add(nadia.org, nadia.unit, '2024-03-01', {})
    expect(await told()).toEqual(first)
    await rowsOf(
      world.owner,
      `insert into rule_set (kind, version, valid_from, rules, made_at)
       values ('tellingRules', 'rounded to seven', '2020-01-01', '{"least": 5, "leastBetween": 10, "roundedTo": 7}', now())`,
    )
    expect(await told()).toEqual(first)
    for (let more = 0; more < 8; more++) await add(nadia.org, nadia.unit, '2024-03-01', {})
    const { rows } = await told()
    expect(rows.map(({ key, cases }) => [key, cases])).toEqual([
      [null, (first.rows[0]?.cases ?? 0) + 10],
      ['2024', 10],
      ...first.rows.slice(1).map(({ key, cases }) => [key, cases]),
    ])
    await rowsOf(world.owner, `delete from rule_set where version = 'rounded to seven'`)
    await rowsOf(world.owner, `update organisation set type = 'ngo' where id = $1`, [farida.org])
    await role(farida.account, 'supervisor')
  })
})
