import { randomUUID } from 'node:crypto'
import type { CaseView } from '@setu/records/api'
import { addDays, addMonths, type CustodyState, plainDate } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../test/cases.ts'
import { rowsOf } from '../test/client.ts'
import { aCourt, type CriminalGiven, heldCriminalCase } from '../test/criminal-calls.ts'
import { intrude } from '../test/intruder.ts'
import { writeAndStep } from '../test/risks.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import type { Person } from '../test/world.ts'
import { dayOf, handleOf } from './platform/index.ts'
import { keepHearing, stepCustody } from './prosecution/index.ts'
import {
  type CaseRef,
  openCase,
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
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const due = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
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
  async function step(to: CustodyState, on = today): Promise<void> {
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
    const [task, ...more] = await due('heedCourt')
    expect(more).toEqual([])
    expect(new Date(String(task?.due)).getTime()).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000)
    expect(JSON.stringify(await view())).not.toContain('cnry-accused')
  })

  test('tells that a survivor is summoned, once for each day that is set', async () => {
    await agreed()
    await tie()
    const on = addDays(today, 21)
    const at = { org: criminal.criminalOrg, id: criminal.criminal }
    const set = {
      command: randomUUID(),
      id: randomUUID(),
      court: aCourt,
      on,
      purpose: 'prosecutionEvidence',
      standing: 'set',
      why: null,
      asker: null,
      orders: null,
      witnesses: [{ place: 2, kind: 'survivor', day: 'summoned' }],
      next: null,
    } as const
    const { prosecutor } = world.people
    for (const base of [0, 1])
      await prosecutor.as((work) => keepHearing(work, at, { ...set, witnesses: [...set.witnesses], base }))
    expect(await moved()).toEqual([{ on, what: 'summoned', by: null }])
  })

  test('is told of every month, with proof of when and how, and what had happened is done with it', async () => {
    await agreed()
    await tie()
    const month = async () => (await due('informOfProceedings')).map((one) => dayOf(new Date(one.due)))
    expect(await month()).toEqual([addMonths(plainDate(today), 1)])
    await step('onBail')
    const tell = (values: object) =>
      asha.as((work) =>
        writeRecord(work, file, 'courtTold', { id: randomUUID(), base: 0, values: { ...values } }),
      )
    const told = { toldOn: addDays(today, -1), channel: 'safeWay', what: ['released'], words: 'cnry-said' }
    await expect(tell({ ...told, channel: 'visit' })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(tell({ ...told, toldOn: addDays(today, 1) })).rejects.toMatchObject({ code: 'bad-request' })
    await tell(told)
    expect(await due('heedCourt')).toEqual([])
    expect(await month()).toEqual([addMonths(plainDate(addDays(today, -1)), 1)])
  })

  test('reaches whoever wishes to hear of danger only without the month, and nobody after a no or an end', async () => {
    await agreed()
    const id = await tie({ wish: 'dangerOnly' })
    expect(await due('informOfProceedings')).toEqual([])
    await step('onBail')
    expect(await moved()).toHaveLength(1)
    await asha.as((work) => withdrawConsent(work, file, consent, 1))
    await step('absconding')
    expect(await moved()).toHaveLength(1)
    await agreed()
    await step('arrested')
    const base = (await view()).records.find((one) => one.id === id)?.version ?? 0
    await asha.as((work) =>
      stepRecord(
        work,
        file,
        { record: 'courtLink', item: id },
        { base, to: 'ended', values: { whyEnded: 'caseOver' } },
      ),
    )
    expect(await due('heedCourt')).toEqual([])
    await step('onBail')
    expect(await moved()).toHaveLength(1)
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
        const { refused } = await attempt(`select court_moved($1, $2, 'onBail', current_date)`, [
          criminal.criminalOrg,
          criminal.criminal,
        ])
        expect(refused).toBe('42501')
      })
  })
})
