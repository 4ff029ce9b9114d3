import { randomUUID } from 'node:crypto'
import type { CaseView, HearingKeep } from '@setu/records/api'
import { addDays, addMonths, type CustodyState, parseId, plainDate } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../test/cases.ts'
import { rowsOf } from '../test/client.ts'
import { aCourt, type CriminalGiven, heldCriminalCase, someoneAccused } from '../test/criminal-calls.ts'
import { intrude } from '../test/intruder.ts'
import { writeAndStep } from '../test/risks.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import type { Person } from '../test/world.ts'
import { dayOf, handleOf } from './platform/index.ts'
import { keepAccused, keepHearing, stepCustody } from './prosecution/index.ts'
import {
  bringNews,
  type CaseRef,
  openCase,
  openPart,
  readCase,
  recordConsents,
  stepRecord,
  withdrawConsent,
  writeRecord,
} from './protection/index.ts'

const today = dayOf(new Date())
const link = { agreedOn: today, wish: 'everything', taking: 'unsure' }

describe.each(['pglite', 'postgres'] as const)('a survivor’s criminal case, on %s', (kind) => {
  let world: WideWorld
  let asha: Person
  let file: CaseRef
  let criminal: CriminalGiven
  let criminalCode = ''
  let consent = ''

  beforeAll(async () => {
    world = await openWideWorld(kind)
    ;({ asha } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
    criminal = await heldCriminalCase(world, 'cnry')
    const [row] = await rowsOf(world.owner, `select code from criminal_case where id = $1`, [
      criminal.criminal,
    ])
    criminalCode = String(row?.['code'])
    await bringNews(world.node.engine)
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const due = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
  const state = async (id: string) => (await view()).records.find((one) => one.id === id)?.state
  const toClose = async () => (await view()).path.find(({ to }) => to === 'closed')?.missing ?? []
  const moved = () =>
    rowsOf(
      world.owner,
      `select happened_on as on, about ->> 'court' as what, account_id as by from case_event
        where case_id = $1 and kind = 'courtMoved' order by recorded_at, about ->> 'court'`,
      [file.id],
    )
  async function agreed(): Promise<void> {
    await asha.as(async (work) => {
      const given = consentFor(work, asha, 'contact', [])
      const answers = given.answers.map((one) => ({ ...one, recipient: null }))
      consent = answers[0]?.id ?? ''
      await recordConsents(work, file, { ...given, answers })
    })
  }
  const tie = (more: object = {}) => writeAndStep(asha, file, 'courtLink', { ...link, criminalCode, ...more })
  async function write(to: CustodyState, on = today): Promise<void> {
    const [row] = await rowsOf(world.owner, `select version from accused where id = $1`, [criminal.accused])
    const at = { org: criminal.criminalOrg, id: criminal.criminal, item: criminal.accused }
    await world.people.inspector.as((work) =>
      stepCustody(work, at, {
        command: randomUUID(),
        base: Number(row?.['version']),
        to,
        on,
        paper: null,
      }),
    )
  }
  const news = () => bringNews(world.node.engine)
  async function step(to: CustodyState, on = today): Promise<void> {
    await write(to, on)
    await news()
  }
  const tell = (values: object) =>
    asha.as((work) =>
      writeRecord(work, file, 'courtTold', {
        id: randomUUID(),
        base: 0,
        values: { channel: 'safeWay', what: ['released'], ...values },
      }),
    )
  const laidDown = async () => {
    const rows = await rowsOf(
      world.owner,
      `select what from court_outbox where criminal_id = $1 order by at`,
      [criminal.criminal],
    )
    return rows.map(({ what }) => what)
  }
  const hearing = (): HearingKeep => ({
    command: randomUUID(),
    id: randomUUID(),
    base: 0,
    court: aCourt,
    on: addDays(today, 21),
    purpose: 'prosecutionEvidence',
    standing: 'set',
    why: null,
    asker: null,
    orders: null,
    witnesses: [{ place: 2, kind: 'survivor', day: 'summoned' }],
    next: null,
  })
  const addAccused = (custody: CustodyState) =>
    world.people.inspector.as((work) =>
      keepAccused(
        work,
        { org: criminal.criminalOrg, id: criminal.criminal },
        {
          ...someoneAccused,
          command: randomUUID(),
          id: randomUUID(),
          base: 0,
          aliases: [],
          roles: [...someoneAccused.roles],
          custody,
          custodyOn: today,
        },
      ),
    )
  async function keep(given: HearingKeep): Promise<void> {
    const at = { org: criminal.criminalOrg, id: criminal.criminal }
    await world.people.prosecutor.as((work) => keepHearing(work, at, given))
  }

  test('is tied by its code, with consent to be reached, and keeps a code of its own', async () => {
    await expect(tie()).rejects.toMatchObject({ code: 'consent-missing' })
    await agreed()
    await expect(tie({ criminalCode: 'CC-222-223' })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(tie({ wish: null })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(tie({ agreedOn: addDays(today, 1) })).rejects.toMatchObject({ code: 'bad-request' })
    const id = await tie({ criminalCode: ` ${criminalCode.toLowerCase()} ` })
    const kept = (await view()).records.find((one) => one.id === id)
    expect(kept?.values).toMatchObject({ criminalCode, wish: 'everything' })
    expect(kept?.values['linkCode']).toMatch(/^L-[2-9A-Y]{3}-[2-9A-Y]{3}$/)
    expect(kept?.sealed).toEqual(['taking'])
    for (const settled of [{ linkCode: 'L-222-222' }, { criminalCode: 'CC-222-222' }])
      await expect(
        asha.as((work) => writeRecord(work, file, 'courtLink', { id, base: 1, values: settled })),
      ).rejects.toMatchObject({ code: 'bad-request' })
    const { refused } = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(`update court_link set criminal_code = 'CC-222-222', version = version + 1 where id = $1`, [
        id,
      ]),
    )
    expect(refused).toBe('42501')
  })

  test('tells of bail, release and escape within the case, with no name, and asks to look within a day', async () => {
    await agreed()
    await tie()
    await step('arrested', addDays(today, -3))
    expect(await moved()).toEqual([])
    await step('onBail', addDays(today, -2))
    await step('absconding', addDays(today, -1))
    expect(await moved()).toEqual([
      { on: addDays(today, -2), what: 'onBail', by: null },
      { on: addDays(today, -1), what: 'absconding', by: null },
    ])
    const tasks = await due('heedCourt')
    expect(tasks).toHaveLength(2)
    for (const task of tasks)
      expect(new Date(task.due).getTime()).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000)
    expect(JSON.stringify(await view())).not.toContain('cnry-accused')
  })

  test('tells that a survivor is summoned, once for each day that is set', async () => {
    await agreed()
    await tie()
    const set = hearing()
    const on = addDays(today, 21)
    for (const base of [0, 1]) await keep({ ...set, base })
    await news()
    expect(await moved()).toEqual([{ on, what: 'summoned', by: null }])
    await tell({ toldOn: today, what: ['hearing'] })
    expect(await due('heedCourt')).toEqual([])
    const later = addDays(on, 7)
    await keep({ ...set, base: 2, on: later })
    await news()
    await keep({ ...set, base: 3 })
    await news()
    expect(await moved()).toEqual([
      { on, what: 'summoned', by: null },
      { on: later, what: 'dayMoved', by: null },
      { on, what: 'dayMoved', by: null },
    ])
    expect(await due('heedCourt')).toHaveLength(2)
  })

  test('tells that a day is put off, and that somebody is out when they are first written down', async () => {
    await agreed()
    await tie()
    const set = { ...hearing(), on: today }
    await keep(set)
    await keep({
      ...set,
      base: 1,
      standing: 'adjourned',
      why: 'judgeAbsent',
      asker: 'courtItself',
      witnesses: [],
    })
    await news()
    await addAccused('absconding')
    await news()
    expect((await moved()).map(({ what }) => what)).toEqual(['summoned', 'putOff', 'absconding'])
  })

  test('is laid down alike whether anybody is tied or not, and waits for nobody’s case', async () => {
    await write('onBail')
    expect(await laidDown()).toEqual(['onBail'])
    await news()
    expect(await laidDown()).toEqual([])
    await agreed()
    await tie()
    await write('absconding')
    expect(await moved()).toEqual([])
    expect(await laidDown()).toEqual(['absconding'])
    await news()
    expect(await moved()).toHaveLength(1)
    expect(await laidDown()).toEqual([])
  })

  test.runIf(kind === 'postgres')('lets nobody wait who writes down what happened', async () => {
    await agreed()
    await tie()
    await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), async (attempt) => {
      const held = await attempt('select 1 from case_file where id = $1 for update', [file.id])
      expect(held.rows).toHaveLength(1)
      await write('onBail')
    })
    await news()
    expect((await moved()).map(({ what }) => what)).toEqual(['onBail'])
  })

  test('is told of every month, with proof of when and how, and what had happened is done with it', async () => {
    await agreed()
    await tie()
    const month = async () => (await due('informOfProceedings')).map((one) => dayOf(new Date(one.due)))
    expect(await month()).toEqual([addMonths(plainDate(today), 1)])
    await step('onBail', addDays(today, -1))
    await expect(tell({ toldOn: today, channel: 'visit' })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(tell({ toldOn: addDays(today, 1) })).rejects.toMatchObject({ code: 'bad-request' })
    await tell({ toldOn: today, what: ['nothingNew'] })
    await tell({ toldOn: addDays(today, -2) })
    expect(await due('heedCourt')).toHaveLength(1)
    expect(await month()).toEqual([addMonths(plainDate(today), 1)])
    await step('absconding')
    await tell({ toldOn: addDays(today, -1), words: 'cnry-said' })
    expect(await due('heedCourt')).toHaveLength(1)
    await tell({ toldOn: today, what: ['escaped'] })
    expect(await due('heedCourt')).toEqual([])
  })

  test('of several cases, keeps the promises of the one that is named', async () => {
    await agreed()
    await tie()
    const other = await heldCriminalCase(world, 'other')
    const [row] = await rowsOf(world.owner, `select code from criminal_case where id = $1`, [other.criminal])
    await tie({ criminalCode: String(row?.['code']) })
    await step('onBail')
    await tell({ toldOn: today })
    expect(await due('heedCourt')).toHaveLength(1)
    await tell({ toldOn: today, criminalCode: String(row?.['code']) })
    expect(await due('heedCourt')).toHaveLength(1)
    await expect(tell({ toldOn: today, criminalCode: 'CC-222-222' })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await tell({ toldOn: today, criminalCode: criminalCode.toLowerCase() })
    expect(await due('heedCourt')).toEqual([])
  })

  test('tells of each who is let out on one day', async () => {
    await agreed()
    await tie()
    await step('onBail')
    await addAccused('onBail')
    await news()
    expect((await moved()).map(({ what }) => what)).toEqual(['onBail', 'onBail'])
    expect(await due('heedCourt')).toHaveLength(2)
    const ids = await rowsOf(
      world.owner,
      `select id from due_item where kind = 'heedCourt' and case_id = $1`,
      [file.id],
    )
    expect(
      ids.map((row) => parseId(String(row['id']))),
      'ids that My day can show',
    ).not.toContain(null)
  })

  test('reaches whoever wishes to hear of danger only without the month, and nobody after a no or an end', async () => {
    await agreed()
    const id = await tie({ wish: 'dangerOnly' })
    expect(await due('informOfProceedings')).toEqual([])
    await step('onBail')
    expect(await moved()).toHaveLength(1)
    await agreed()
    expect(await state(id)).toBe('linked')
    await asha.as((work) => withdrawConsent(work, file, consent, 1))
    expect(await state(id)).toBe('ended')
    const opened = await asha.as((work) =>
      openPart(work, file, { part: 'narrative', reason: 'planningCare' }),
    )
    expect(JSON.stringify(opened), 'what she said of taking part still opens').toContain('unsure')
    expect(await due('heedCourt')).toEqual([])
    await step('absconding')
    expect(await moved()).toHaveLength(1)
    await agreed()
    const again = await tie()
    expect(await due('informOfProceedings')).toHaveLength(1)
    expect(await toClose()).toContain('noOpenCourtLink')
    await step('arrested')
    await asha.as((work) =>
      stepRecord(
        work,
        file,
        { record: 'courtLink', item: again },
        { base: 1, to: 'ended', values: { whyEnded: 'caseOver' } },
      ),
    )
    expect(await toClose()).not.toContain('noOpenCourtLink')
    expect([...(await due('heedCourt')), ...(await due('informOfProceedings'))]).toEqual([])
    await step('onBail')
    expect(await moved()).toHaveLength(1)
  })

  test('ends when the survivor says no to being reached, with what was promised by it', async () => {
    await agreed()
    const id = await tie()
    await write('onBail')
    await asha.as((work) => {
      const { answers, ...asked } = consentFor(work, asha, 'contact', [])
      const no = answers.map((one) => ({ ...one, recipient: null, answer: 'refused' as const }))
      return recordConsents(work, file, { ...asked, answers: no })
    })
    const kept = (await view()).records.find((one) => one.id === id)
    expect(kept).toMatchObject({ state: 'ended', values: { whyEnded: 'consentEnded' } })
    expect(await due('informOfProceedings')).toEqual([])
    await news()
    expect(await moved()).toEqual([])
  })

  test('is nothing that anybody learns of who investigates, prosecutes or judges', async () => {
    await agreed()
    await tie()
    await step('onBail')
    for (const who of ['inspector', 'prosecutor', 'bench', 'lawyer', 'admin', 'secretary'] as const)
      await intrude(world.node.engine, 'setu_app', handleOf(world.people[who].cookie), async (attempt) => {
        for (const table of ['court_link', 'court_told', 'due_item', 'case_event'])
          expect(
            (await attempt(`select * from ${table} where case_id = $1`, [file.id])).rows,
            `${who}: ${table}`,
          ).toEqual([])
        for (const forbidden of ['select court_deliver(gen_random_uuid())', 'select * from court_outbox'])
          expect((await attempt(forbidden)).refused, `${who}: ${forbidden}`).toBe('42501')
      })
  })
})
