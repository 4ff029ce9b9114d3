import { randomUUID } from 'node:crypto'
import { type CaseRecordName, caseRecords, columnsOf } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { codesOf, type States, stepBetween } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { giveEmergency } from '../../../test/emergencies.ts'
import { openFullCase } from '../../../test/full-case.ts'
import { intrude } from '../../../test/intruder.ts'
import { accept, refer, widest } from '../../../test/referred.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { handleOf } from '../../platform/index.ts'
import { protectionEndpoints } from '../index.ts'
import type { CaseRef } from './record-store.ts'

/** Everybody, by what they are to one and the same case: every relation, and every role that there is. */
const circle = {
  own: ['asha'],
  supervise: ['farida'],
  office: ['mina', 'manager', 'trainer', 'analyst', 'chief', 'admin'],
  dataProtection: ['guard'],
  offered: ['lawyer'],
  named: ['inspector', 'nadia'],
  emergency: ['otherChief'],
  stranger: ['constable', 'consul', 'prosecutor', 'secretary', 'otherAdmin'],
} as const satisfies Readonly<Record<string, readonly AnyName[]>>

const everybody = Object.entries(circle).flatMap(([relation, names]) =>
  names.map((who) => ({ relation, who })),
)
const insiders: readonly string[] = ['own', 'supervise']

/** What whoever works on the case does not read once it is in such a state: it may be about them. */
const unread: Readonly<Partial<Record<CaseRecordName, readonly string[]>>> = {
  survivorFeedback: ['answered'],
}
const reads = (name: CaseRecordName, state: string, relation: string) =>
  relation !== 'own' || !(unread[name]?.includes(state) ?? false)

const stepped = (Object.keys(caseRecords) as CaseRecordName[]).flatMap((name) => {
  const { table, states } = caseRecords[name]
  return states === undefined ? [] : [{ name, table, states }]
})
const pairsOf = ({ list }: States) =>
  codesOf(list).flatMap((from) => codesOf(list).map((to) => ({ from, to })))

/** What the declaration lets each of some people do, as lines to be compared. */
function declared(states: States, people: readonly { relation: string; who: string }[]): string[] {
  return people.flatMap(({ relation, who }) =>
    states.steps
      .filter(({ by }) => by.some((one) => one === relation))
      .map(({ from, to }) => `${who}: ${from} → ${to}`),
  )
}

test('there are records with states to try', () => {
  expect(stepped.length).toBeGreaterThan(1)
})

describe.each(enginesInTurn)('a record with states, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: CaseRef
  const items = new Map<CaseRecordName, string>()
  // Over HTTP everybody is tried once; the table itself is tried on both kinds of database.
  const people =
    kind === 'pglite' ? everybody : everybody.filter(({ who }) => ['asha', 'farida', 'mina'].includes(who))

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, protectionEndpoints)
    const { asha, farida, lawyer, inspector, nadia, otherChief } = world.people
    file = await openFullCase(asha, 'cnry')
    await refer(asha, file, lawyer, widest.legal)
    for (const [to, asked] of [
      [inspector, widest.police],
      [nadia, widest.care],
    ] as const) {
      const { referral, version } = await refer(asha, file, to, asked)
      await accept(to, file.org, referral, version)
    }
    await giveEmergency(world.owner, otherChief, { ...file, by: farida }, ['identity', 'protection'])
    for (const { name, table } of stepped) {
      const [row] = await rowsOf(world.owner, `select id from ${table} where case_id = $1`, [file.id])
      items.set(name, String(row?.['id']))
    }
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })
  beforeEach(() => rowsOf(world.owner, 'delete from record_step'))

  const itemOf = (name: CaseRecordName): string => items.get(name) ?? ''

  /** Puts a record into a state past all rules, and says at which version it is. */
  async function put(name: CaseRecordName, state: string): Promise<number> {
    const [row] = await rowsOf(
      world.owner,
      `update ${caseRecords[name].table} set state = $1 where id = $2 returning version`,
      [state, itemOf(name)],
    )
    return Number(row?.['version'])
  }

  const step = (who: AnyName, name: CaseRecordName, base: number, to: string, values = {}) =>
    client.post(
      `/cases/${file.org}/${file.id}/records/${name}/${itemOf(name)}/step`,
      world.people[who].cookie,
      {
        base,
        to,
        values,
      },
    )

  test.each(stepped)(
    '$name: who may take which step is what its table says, and nothing else',
    async ({ name, states }) => {
      const allowed: string[] = []
      for (const { from, to } of pairsOf(states)) {
        for (const { relation, who } of people) {
          const base = await put(name, from)
          const { status } = await step(who, name, base, to)
          if (status === 200) allowed.push(`${who}: ${from} → ${to}`)
          else if (insiders.includes(relation) && reads(name, from, relation))
            expect([403, 409], `${who}: ${from} → ${to}`).toContain(status)
          else expect(status, `${who}: ${from} → ${to}`).toBe(404)
          await rowsOf(world.owner, 'delete from record_step')
        }
      }
      expect(allowed.toSorted()).toEqual(declared(states, people).toSorted())
    },
    // Eight states are a thousand requests, and a machine may have other work.
    180_000,
  )

  test.each(stepped)(
    '$name: the database allows the same steps, whatever asks it',
    async ({ name, table, states }) => {
      const asked = [
        { relation: 'own', who: 'asha' },
        { relation: 'supervise', who: 'farida' },
        { relation: 'named', who: 'nadia' },
      ] as const
      const allowed: string[] = []
      for (const { from, to } of pairsOf(states)) {
        await put(name, from)
        if (from === to) continue
        for (const { who } of asked) {
          const handle = handleOf(world.people[who].cookie)
          const tried = await intrude(world.node.engine, 'setu_app', handle, (attempt) =>
            attempt(`update ${table} set state = $1 where id = $2`, [to, itemOf(name)]),
          )
          if (tried.refused === null && tried.count === 1) allowed.push(`${who}: ${from} → ${to}`)
        }
      }
      expect(allowed.toSorted()).toEqual(declared(states, asked).toSorted())
    },
  )

  test.each(stepped)(
    '$name: what it says is corrected only while its state lets it be',
    async ({ name, table, states }) => {
      const { asha, farida } = world.people
      const [date] = columnsOf(caseRecords[name]).filter(({ type }) => type === 'date')
      for (const state of codesOf(states.list)) {
        const base = await put(name, state)
        const { cookie } = reads(name, state, 'own') ? asha : farida
        const amends = states.amends.includes(state)
        const written = await client.post(`/cases/${file.org}/${file.id}/records/${name}`, cookie, {
          id: itemOf(name),
          base,
          values: {},
        })
        expect([state, written.status, written.body.code]).toEqual(
          amends ? [state, 200, undefined] : [state, 409, 'record-settled'],
        )
        const column = date?.name ?? 'version'
        const tried = await intrude(world.node.engine, 'setu_app', handleOf(cookie), (attempt) =>
          attempt(`update ${table} set ${column} = ${date ? `'2020-02-02'` : '77'} where id = $1`, [
            itemOf(name),
          ]),
        )
        expect([state, tried.refused]).toEqual([state, amends ? null : '42501'])
      }
    },
  )

  test.each(stepped)(
    '$name: it begins where it begins, and nowhere else',
    async ({ name, table, states }) => {
      const { asha } = world.people
      await put(name, states.begins)
      for (const state of codesOf(states.list)) {
        const tried = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
          attempt(`insert into ${table} (org_id, id, case_id, version, state) values ($1, $2, $3, 1, $4)`, [
            file.org,
            randomUUID(),
            file.id,
            state,
          ]),
        )
        expect([state, tried.refused]).toEqual([state, state === states.begins ? null : '42501'])
      }
    },
  )

  test('nobody takes the step after their own where somebody else must', async () => {
    for (const { name, states } of stepped) {
      for (const { from, to, by, notBy = [] } of states.steps) {
        for (const { who } of people.filter(({ relation }) => by.some((one) => one === relation))) {
          for (const earlier of notBy) {
            const base = await put(name, from)
            const { org, account } = world.people[who]
            await rowsOf(
              world.owner,
              `insert into record_step (org_id, id, case_id, record, item_id, to_state, account_org, account_id, at)
               values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, now())`,
              [file.org, file.id, name, itemOf(name), earlier, org, account],
            )
            const answer = await step(who, name, base, to)
            expect([answer.status, answer.body.code], `${name}: ${from} → ${to} by ${who}`).toEqual([
              403,
              'own-request',
            ])
            const tried = await intrude(
              world.node.engine,
              'setu_app',
              handleOf(world.people[who].cookie),
              (attempt) =>
                attempt(`update ${caseRecords[name].table} set state = $1 where id = $2`, [to, itemOf(name)]),
            )
            expect(tried.refused, `${name}: ${from} → ${to} by ${who}, past the application`).toBe('42501')
            await rowsOf(world.owner, 'delete from record_step')
          }
        }
      }
    }
  })

  test('each step stands in the history, by whom and when, and what may come next is offered', async () => {
    const { asha } = world.people
    for (const { name, states } of stepped) {
      const base = await put(name, states.begins)
      const [first] = states.steps.filter(({ from, by }) => from === states.begins && by.includes('own'))
      if (first === undefined) throw new TypeError(`${name} goes nowhere`)
      expect((await step('asha', name, base, first.to)).status).toBe(200)
      const view = (await client.get(`/cases/${file.org}/${file.id}`, asha.cookie))
        .body as unknown as CaseView
      const shown = view.records.find(({ id }) => id === itemOf(name))
      expect(shown?.state).toBe(first.to)
      expect(shown?.steps.at(-1)).toMatchObject({ to: first.to, by: { person: 'asha' } })
      const next = states.steps.filter(
        ({ from, by, notBy = [] }) => from === first.to && by.includes('own') && !notBy.includes(first.to),
      )
      expect(shown?.mayBecome.toSorted()).toEqual(next.map(({ to }) => to).toSorted())
      const outside = (await client.get(`/cases/${file.org}/${file.id}`, world.people.nadia.cookie))
        .body as unknown as CaseView
      for (const { steps, mayBecome } of outside.records) expect([steps, mayBecome]).toEqual([[], []])
    }
  })

  test('a step is refused from an older version, with values that it does not ask, and without those it asks', async () => {
    for (const { name, states } of stepped) {
      const asking = states.steps.find(({ asks = [], by }) => asks.length > 0 && by.includes('own'))
      if (asking === undefined) continue
      const base = await put(name, asking.from)
      expect((await step('asha', name, base - 1, asking.to)).body.code).toBe('stale')
      const unasked = Object.keys(caseRecords[name].fields).find((key) => !asking.asks?.includes(key)) ?? ''
      expect((await step('asha', name, base, asking.to, { [unasked]: null })).status).toBe(400)
      const [asked = ''] = asking.asks ?? []
      expect((await step('asha', name, base, asking.to, { [asked]: null })).status).toBe(400)
    }
  })

  test('the database was told the same table as the declaration holds', async () => {
    const kept = await rowsOf(
      world.owner,
      `select record, state, begins, amends from record_state order by record collate "C", state collate "C"`,
    )
    const states = stepped.flatMap(({ name, states: { list, begins, amends } }) =>
      codesOf(list)
        .toSorted()
        .map((state) => ({ record: name, state, begins: state === begins, amends: amends.includes(state) })),
    )
    expect(kept).toEqual(states.toSorted((a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)))
    const rules = await rowsOf(
      world.owner,
      `select record, from_state, to_state, relations, not_by from record_step_rule`,
    )
    const lines = rules.map((row) =>
      [
        row['record'],
        row['from_state'],
        row['to_state'],
        String(row['relations']),
        String(row['not_by']),
      ].join(' | '),
    )
    const wanted = stepped.flatMap(({ name, states: { steps } }) =>
      steps.map(({ from, to, by, notBy = [] }) => [name, from, to, String(by), String(notBy)].join(' | ')),
    )
    expect(lines.toSorted()).toEqual(wanted.toSorted())
    for (const { states: one } of stepped) expect(stepBetween(one, one.begins, one.begins)).toBeNull()
  })
})
