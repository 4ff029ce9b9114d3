import { randomUUID } from 'node:crypto'
import type { AssistanceView } from '@setu/records/api'
import {
  type AssistanceStage,
  addDays,
  assistanceStages,
  assistanceSteps,
  codesOf,
  type OfficeTask,
} from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../../../test/client.ts'
import {
  assistanceProposal,
  type CriminalGiven,
  facts,
  heldCriminalCase,
} from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { dayOf, handleOf } from '../../platform/index.ts'

const today = dayOf(new Date())
const ago = (days: number) => addDays(today, -days)
const workers: Readonly<Record<string, OfficeTask>> = {
  inspector: 'investigation',
  prosecutor: 'prosecution',
  secretary: 'centralAuthority',
}

describe.each(['pglite', 'postgres'] as const)('a request to another country, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let held: CriminalGiven
  const at = (more = '') => `/criminal-cases/${held.criminalOrg}/${held.criminal}/assistance${more}`
  const post = (who: AnyName, more: string, body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    client.post(at(more), world.people[who].cookie, body)
  const read = async (who: AnyName, id: string): Promise<AssistanceView | undefined> => {
    const { body, status, text } = await client.get(at(), world.people[who].cookie)
    expect(status, text).toBe(200)
    return (body['items'] as AssistanceView[]).find((one) => one.id === id)
  }
  const propose = (who: AnyName, more: object = {}) =>
    post(who, '', { ...assistanceProposal, id: randomUUID(), accused: [held.accused], ...more })
  const step = async (who: AnyName, id: string, to: AssistanceStage, on = today) => {
    const [row] = await rowsOf(world.owner, 'select version from assistance_request where id = $1', [id])
    return post(who, `/${id}/step`, { base: row?.['version'], to, on, paper: null })
  }
  const bringAuthority = () =>
    client.post(
      `/criminal-cases/${held.criminalOrg}/${held.criminal}/offices`,
      world.people.inspector.cookie,
      { id: randomUUID(), unit: world.people.secretary.unit, task: 'centralAuthority' },
    )

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    held = await heldCriminalCase(world, 'CNRY-abroad')
    // The wide world has no ministry: for this once the committee is one, and its secretary a lawyer of the state.
    const { secretary } = world.people
    await rowsOf(world.owner, `update organisation set type = 'ministry' where id = $1`, [secretary.org])
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'prosecutor')`,
      [secretary.org, secretary.account],
    )
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('is proposed by those who investigate or prosecute, and handed to an authority that works on the case', async () => {
    for (const who of ['asha', 'farida', 'lawyer', 'admin', 'secretary', 'bench'] as const)
      expect((await propose(who)).status, who).toBe(404)
    const made = await propose('prosecutor')
    expect(made.status, made.text).toBe(200)
    const id = String(made.body['id'])
    const early = await step('prosecutor', id, 'withAuthority')
    expect([early.status, early.text]).toEqual([400, expect.stringContaining('no-central-authority')])
    const brought = await bringAuthority()
    expect(brought.status, brought.text).toBe(200)
    expect((await step('prosecutor', id, 'withAuthority', ago(19))).status).toBe(200)
    expect((await read('secretary', id))?.next.toSorted()).toEqual(['lapsed', 'proposed', 'sent'])
    expect((await read('prosecutor', id))?.next).toEqual([])
  })

  test('says what is wrong with it, by the field, and keeps nothing then', async () => {
    const before = await rowsOf(world.owner, 'select 1 from assistance_request')
    for (const [field, more] of [
      ['country', { country: 'BD' }],
      ['on', { on: addDays(today, 1) }],
      ['on', { on: ago(4000) }],
      ['accused', { accused: [randomUUID()] }],
      ['accused', { kind: 'extradition', asked: ['surrender'], accused: [] }],
      ['asked', { asked: ['surrender'] }],
      ['asked', { kind: 'extradition' }],
    ] as const) {
      const { status, body } = await propose('inspector', more)
      expect([status, body['fields']], JSON.stringify(more)).toEqual([
        400,
        [expect.objectContaining({ field })],
      ])
    }
    expect(await rowsOf(world.owner, 'select 1 from assistance_request')).toHaveLength(before.length)
  })

  test('is waited for from the day it was sent, on the desk of every office that works on it, the longest first', async () => {
    const ids: string[] = []
    for (const days of [10, 15]) {
      const id = String((await propose('inspector')).body['id'])
      ids.unshift(id)
      expect((await step('inspector', id, 'withAuthority', ago(18))).status).toBe(200)
      expect((await step('secretary', id, 'sent', ago(days))).status).toBe(200)
    }
    for (const who of ['inspector', 'secretary', 'prosecutor'] as const) {
      const { body } = await client.get('/assistance', world.people[who].cookie)
      const items = body['items'] as { id: string; silentSince: string | null }[]
      expect(items.slice(0, 2).map((one) => [one.id, one.silentSince])).toEqual([
        [ids[0], ago(15)],
        [ids[1], ago(10)],
      ])
    }
    expect((await step('secretary', String(ids[0]), 'acknowledged', ago(3))).status).toBe(200)
    expect(await read('inspector', String(ids[0]))).toMatchObject({
      stage: 'acknowledged',
      silentSince: null,
    })
    expect((await client.get('/assistance', world.people.asha.cookie)).body).toEqual({
      items: [],
      more: false,
    })
    const back = await step('secretary', String(ids[1]), 'executed', ago(16))
    expect([back.status, back.text]).toEqual([400, expect.stringContaining('before-last-step')])
  })

  test('that nobody over there answers is told to the authority and the prosecution after 60, 120 and 180 days', async () => {
    const waiting = async () =>
      (
        await rowsOf(
          world.owner,
          `select mark, subject, due_on as on, tasks from criminal_alert
           where case_id = $1 and kind = 'assistanceUnanswered' and until_on is null order by mark`,
          [held.criminal],
        )
      ).map(({ mark, subject, on, tasks }) => [subject, mark, on, String(tasks)])
    const whom = 'centralAuthority,prosecution'
    const before = await waiting()
    const id = String((await propose('inspector', { country: 'NP' })).body['id'])
    await step('inspector', id, 'withAuthority', ago(9))
    expect(await waiting()).toEqual(before)
    await step('secretary', id, 'sent', ago(5))
    const added = (await waiting()).filter(([country]) => country === 'NP')
    expect(added).toEqual([60, 120, 180].map((mark) => ['NP', mark, addDays(ago(5), mark), whom]))
    await step('secretary', id, 'infoRequested', ago(1))
    expect(await waiting()).toEqual(before)
  })

  test('shows what is open about its basis, and what the law over there has for what is charged', async () => {
    const id = String((await propose('inspector', { country: 'AE', basis: 'saarcAssistance' })).body['id'])
    const view = await read('inspector', id)
    expect(view?.doubts).toEqual(['notParty', 'forceNotKnown'])
    expect(view?.criminality.map(({ found }) => found)).toEqual(['notKnown'])
    const india = (await read('inspector', held.request))?.criminality
    expect(india).toEqual([expect.objectContaining({ law: 'PSHTA-2012', section: '6(2)' })])
  })

  test('holds what is charged by the law of the case and of the day, whatever bears the same code elsewhere', async () => {
    const found = async () => (await read('inspector', held.request))?.criminality.map((one) => one.found)
    const day = (on: string) =>
      rowsOf(world.owner, 'update criminal_case set offence_on = $2 where id = $1', [held.criminal, on])
    await rowsOf(world.owner, `update accused_offence set section = '6' where id = $1`, [held.offence])
    await day('2020-05-01')
    expect(await found()).toEqual(['partly'])
    const act = builtInLaws.find(({ code }) => code === 'PSHTA-2012')
    const unread = act?.offences.map((one) => ({ ...one, category: 'related' }))
    for (const other of [
      { jurisdiction: 'AF', edition: '2012' },
      { jurisdiction: 'BD', edition: '2031', validFrom: '2031-01-01', validTo: null },
    ]) {
      const text = { ...act, offences: unread, ...other }
      await rowsOf(
        world.owner,
        `insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at, proposed_at,
           answered_org, answered_by, answered_at)
         values (gen_random_uuid(), $1, 'PSHTA-2012', $2, $3::jsonb, 'inForce', $4, $5, now(), now(), $4, gen_random_uuid(), now())`,
        [
          text.jurisdiction,
          text.edition,
          JSON.stringify(text),
          world.people.admin.org,
          world.people.admin.account,
        ],
      )
      expect(await found(), text.jurisdiction).toEqual(['partly'])
    }
    // On a day on which that law no longer held, no other is put in its place.
    await day('2026-02-01')
    expect(await found()).toEqual(['notKnown'])
    await day(facts.offenceOn)
  })

  test('names nobody, and is beyond reach of everybody else past the endpoints too', async () => {
    const { text } = await client.get(at(), world.people.secretary.cookie)
    expect(text).not.toContain('CNRY')
    const tables = ['assistance_request', 'assistance_step']
    for (const who of ['asha', 'lawyer', 'admin', 'bench'] as const) {
      const found = await intrude(
        world.node.engine,
        'setu_app',
        handleOf(world.people[who].cookie),
        (attempt) => Promise.all(tables.map((table) => attempt(`select 1 from ${table}`))),
      )
      expect(
        found.map(({ count }) => count),
        who,
      ).toEqual([0, 0])
    }
  })

  test('is not for the court, the monitoring cell or the lawyer of a survivor, though they work on the case', async () => {
    const ofCase = `/criminal-cases/${held.criminalOrg}/${held.criminal}/alerts`
    const theirs = await client.get(ofCase, world.people.prosecutor.cookie)
    expect(theirs.text).toContain('assistanceUnanswered')
    for (const [who, task] of [
      ['bench', 'court'],
      ['lawyer', 'legalAid'],
    ] as const) {
      const brought = await client.post(
        `/criminal-cases/${held.criminalOrg}/${held.criminal}/offices`,
        world.people.inspector.cookie,
        { id: randomUUID(), unit: world.people[who].unit, task },
      )
      expect(brought.status, brought.text).toBe(200)
      const { body } = await client.get(at(), world.people[who].cookie)
      expect(body).toEqual({ items: [] })
      expect((await client.get('/assistance', world.people[who].cookie)).body).toEqual({
        items: [],
        more: false,
      })
      const seen = await intrude(
        world.node.engine,
        'setu_app',
        handleOf(world.people[who].cookie),
        (attempt) => attempt('select 1 from assistance_step'),
      )
      expect(seen.count).toBe(0)
      const alerts = await client.get(ofCase, world.people[who].cookie)
      expect([alerts.status, alerts.text.includes('assistanceUnanswered')]).toEqual([200, false])
    }
  })

  test('takes each step by whose it is, and no other: every pair of stages by every task', async () => {
    for (const from of codesOf(assistanceStages)) {
      for (const to of codesOf(assistanceStages)) {
        const way = assistanceSteps.find((one) => one.from === from && one.to === to)
        for (const [who, task] of Object.entries(workers)) {
          await rowsOf(world.owner, `update assistance_request set stage = $2, stage_on = $3 where id = $1`, [
            held.request,
            from,
            ago(20),
          ])
          const { status } = await step(who as AnyName, held.request, to, ago(20))
          const expected = way === undefined ? 409 : way.by.includes(task) ? 200 : 403
          expect(status, `${from} > ${to} by ${who}`).toBe(expected)
        }
      }
    }
  })
})
