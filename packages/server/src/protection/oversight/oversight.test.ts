import { randomUUID } from 'node:crypto'
import type { Oversight } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { platformEndpoints } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'

interface Told {
  readonly of_all: number
  readonly of_each: number
  readonly told: readonly boolean[]
}

/** Draws that are the same in every run of the same seed. */
function drawsOf(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * (most + 1))
  }
}

/** A funnel of some places, the first row of which is all of them together. */
function tableOf(seed: number): number[][] {
  const draw = drawsOf(seed)
  const rows = Array.from({ length: 2 + draw(7) }, () => {
    let left = draw(seed % 3 === 0 ? 12 : 90)
    return Array.from({ length: 4 }, () => {
      const now = left
      left = draw(3) === 0 ? left : left - draw(left)
      return now
    })
  })
  const all = [0, 1, 2, 3].map((place) => rows.reduce((sum, row) => sum + (row[place] ?? 0), 0))
  return [all, ...rows.filter(([cases = 0]) => cases > 0)]
}

const subsets = <T>(of: readonly T[]): T[][] =>
  of.reduce<T[][]>((found, one) => [...found, ...found.map((set) => [...set, one])], [[]])

const sumOf = (rows: readonly (readonly number[])[], column: number): number =>
  rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)

/**
 * Every number that somebody could get by adding and subtracting what is told: of any told rows together, and of
 * whoever is left of all when they are taken away, each column and each difference of two.
 */
function reckoned(table: readonly (readonly number[])[], { of_all, of_each, told }: Told): number[] {
  const [all = [], ...places] = table
  const columnsOf = (mask: number) => [
    0,
    ...[0, 1, 2].filter((bit) => mask & (1 << bit)).map((bit) => bit + 1),
  ]
  const shown = places.filter((_, at) => told[at + 1] === true)
  const others = places.filter((_, at) => told[at + 1] !== true)
  const groups =
    shown.length === 0 ? [] : subsets([...shown.map((row) => [row]), ...(others.length > 0 ? [others] : [])])
  const found: number[] = []
  const tell = (rows: readonly (readonly number[])[], mask: number) => {
    const columns = columnsOf(mask)
    for (const one of columns) {
      found.push(sumOf(rows, one))
      for (const other of columns)
        if (other > one) found.push(Math.abs(sumOf(rows, one) - sumOf(rows, other)))
    }
  }
  if ((all[0] ?? 0) > 0 && of_all > 0) tell([all], of_all)
  for (const group of groups) if (group.length > 0) tell(group.flat(), of_each)
  return found
}

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
    expect(nation.telling).toEqual({ least: 10, roundedTo: 5 })
    expect(nation.rows.map(({ place, cases }) => [place, cases])).toEqual([['total', 55]])
    expect(nation.rows[0]?.reached[0]).toEqual({ step: 'presumed', people: 35 })
    // Ten may be told of organisations, so that half of 34 is not: of so few the day of each could be guessed.
    expect(nation.rows[0]?.waits).toEqual([])
    const { nadia } = world.people
    for (let more = 0; more < 10; more++)
      await add(nadia.org, nadia.unit, '2025-03-01', { presumed: '2025-03-16' })
    const [wider] = (await read('/oversight/told?by=organisation')).rows
    const weeks = { waiting: null, longest: null, q1: null, median: 7, q3: null }
    expect(wider?.waits).toEqual([{ step: 'presumed', ...weeks }])
    // A district may be that of one organisation, and so may a year.
    for (const by of ['district', 'year'])
      expect((await read(`/oversight/told?by=${by}`)).telling, by).toEqual({ least: 10, roundedTo: 5 })
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

  test('nobody else is told anything', async () => {
    for (const path of ['/oversight/own?by=unit', '/oversight/told?by=year'])
      expect((await ask('admin', path)).status).toBe(403)
    expect((await client.get('/oversight/told?by=year', world.people.asha.cookie)).status).toBe(403)
  })

  test('no adding and subtracting of what is told gives a small number', async () => {
    let rowsTold = 0
    for (let seed = 1; seed <= 150; seed++) {
      const table = tableOf(seed)
      const [answer] = await rowsOf(world.owner, `select * from oversight_tellable($1::integer[], 5)`, [
        table,
      ])
      const told = answer as unknown as Told
      const found = reckoned(table, told)
      expect(Math.min(5, ...found), JSON.stringify({ table, told })).toBe(5)
      const hidden = told.told.slice(1).filter((one) => !one).length
      if (told.told.includes(true)) expect(hidden, JSON.stringify({ table, told })).not.toBe(1)
      rowsTold += told.told.filter(Boolean).length
    }
    expect(rowsTold).toBeGreaterThan(150)
  })
})
