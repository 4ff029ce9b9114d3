import { seedCalendars } from '@setu/vocabulary'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openWorld, type PersonName, type World } from '../../../test/world.ts'
import { onCalendarChanged, Problem } from '../../platform/index.ts'
import { directoryEndpoints } from '../index.ts'

const heard: { readonly ids: unknown; readonly by: string; readonly versions: unknown }[] = []
let refusing = false

onCalendarChanged(async (work, ids) => {
  if (refusing) throw new Problem('busy')
  const { rows } = await sql`select 1 from working_calendar where version = ${ids.version}`.execute(work.db)
  heard.push({ ids, by: work.actor.account, versions: rows.length })
})

describe.each(['pglite', 'postgres'] as const)('working calendars, on %s', (kind) => {
  let world: World
  let client: Client
  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, directoryEndpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const calendar = (version: string, given: Record<string, unknown> = {}) => ({
    jurisdiction: 'BD',
    institution: 'executive',
    version,
    validFrom: '2026-12-01',
    weekend: [5, 6],
    holidays: [
      { date: '2026-12-25', en: 'Christmas Day', bn: 'বড়দিন' },
      { date: '2026-12-16', en: 'Victory Day', bn: 'বিজয় দিবস', provisional: true },
    ],
    ...given,
  })
  const add = (who: PersonName, version: string, given: Record<string, unknown> = {}) =>
    client.post('/calendars', world.people[who].cookie, calendar(version, given))
  const shown = async () => (await client.get('/calendars', world.people.asha.cookie)).body.items ?? []

  test('are there from the first day, one of each country and institution', async () => {
    const items = await shown()
    expect(items).toHaveLength(seedCalendars.length)
    const bangladesh = items.find(
      ({ jurisdiction, institution }) => jurisdiction === 'BD' && institution === 'court',
    )
    expect(bangladesh).toMatchObject({ weekend: [5, 6] })
    expect(bangladesh?.['holidays']).toContainEqual({
      date: '2026-12-16',
      en: 'Victory Day',
      bn: 'বিজয় দিবস',
      source: expect.stringContaining('9 November 2025'),
    })
  })

  test.each([
    ['admin', 200],
    ['asha', 403],
    ['farida', 403],
    ['guard', 403],
  ] as const)('%s may write a new version: %i', async (who, status) => {
    expect((await add(who, `2026-by-${who}`)).status).toBe(status)
  })

  test('get a new version beside the old one, and whoever counts days by them is told in the same breath', async () => {
    heard.length = 0
    const before = await shown()
    const answer = await add('admin', '2026-12-a')
    expect(answer.body['version']).toBe(3)
    const after = await shown()
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(({ version }) => version === '2026-12-a')?.['holidays']).toEqual([
      { date: '2026-12-16', en: 'Victory Day', bn: 'বিজয় দিবস', provisional: true },
      { date: '2026-12-25', en: 'Christmas Day', bn: 'বড়দিন' },
    ])
    const ids = { jurisdiction: 'BD', institution: 'executive', version: '2026-12-a' }
    expect(heard).toEqual([{ ids, by: world.people.admin.account, versions: 1 }])
  })

  test('are not kept when what depends on them cannot be counted again', async () => {
    refusing = true
    const answer = await add('admin', '2026-12-b')
    refusing = false
    expect(answer.body.code).toBe('busy')
    expect(
      await rowsOf(world.owner, `select 1 as one from working_calendar where version = '2026-12-b'`),
    ).toEqual([])
  })

  test('never change under a version that days were counted by', async () => {
    await add('admin', '2026-12-c')
    const again = await add('admin', '2026-12-c', { weekend: [0] })
    expect(again.body.code).toBe('exists-already')
    expect((await shown()).find(({ version }) => version === '2026-12-c')?.['weekend']).toEqual([5, 6])
  })

  test.each([
    ['a country that is none', { jurisdiction: 'XQ' }],
    ['an institution that is none', { institution: 'bazaar' }],
    ['an eighth day of the week', { weekend: [7] }],
    ['a day that never was', { holidays: [{ date: '2026-02-30', en: 'Nothing', bn: 'কিছু না' }] }],
  ])('know no %s', async (_, fault) => {
    expect((await add('admin', '2026-12-d', fault)).body.code).toBe('bad-request')
  })

  test('stand beside the rules by which promises are made, which everyone may read', async () => {
    const { items = [] } = (await client.get('/rules', world.people.inspector.cookie)).body
    const kinds = items.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['caseClocks', 'serviceLevels']))
    expect(items.find(({ kind }) => kind === 'serviceLevels')).toMatchObject({
      version: '2026-01',
      rules: { levels: { emergency: { acknowledge: { amount: 1, unit: 'hours' } } } },
    })
  })
})
