import { randomUUID } from 'node:crypto'
import type { CaseView } from '@setu/records/api'
import { addDays, addMonths, type CaseRequirement, type PlainDate } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { lookAtRisks, writeAndStep } from '../../../test/risks.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { changeState, checkRequirement } from '../cases/change-state.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'

const today = dayOf(new Date())
const well = { metOn: today, housing: 'safe', living: 'enough', safety: 'safe', signs: ['none'] }
const values = (more: object = {}) => ({ livesWith: 'parents', begunOn: addMonths(today, -4), ...more })

describe.each(['pglite', 'postgres'] as const)('livelihood and follow-ups, on %s', (kind) => {
  let world: World
  let asha: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const promised = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
  const followUps = async () =>
    (await view()).records
      .filter(({ record }) => record === 'followUp')
      .toSorted((a, b) => String(a.values['dueOn']).localeCompare(String(b.values['dueOn'])))
  const missing = async (): Promise<readonly CaseRequirement[]> =>
    (await view()).path.find(({ to }) => to === 'closed')?.missing ?? []
  async function step(item: string, to: string, given: object): Promise<void> {
    const kept = (await view()).records.find(({ id }) => id === item)
    if (!kept) throw new TypeError('no such record')
    const change = { base: kept.version, to, values: { ...given } }
    await asha.as((work) => stepRecord(work, file, { record: kept.record, item }, change))
  }
  const tried = (triedOn: PlainDate, result = 'noAnswer', channel = 'ownPhone') =>
    asha.as((work) =>
      writeRecord(work, file, 'tracingAttempt', {
        id: randomUUID(),
        base: 0,
        values: { triedOn, channel, result },
      }),
    )
  const mayTry = (...channels: string[]) =>
    writeAndStep(asha, file, 'safetyPlan', { channels, agreedOn: today, keptBy: 'memory' }, 'inForce')

  test('reintegration that begins makes the calendar, each follow-up promised by its day', async () => {
    expect(await missing()).not.toContain('followUpsDone')
    const back = await writeAndStep(asha, file, 'reintegration', values(), 'begun')
    const due = [3, 6, 12, 24].map((months) => addMonths(addMonths(today, -4), months))
    expect((await followUps()).map(({ values: { months, dueOn } }) => [months, dueOn])).toEqual(
      [3, 6, 12, 24].map((months, at) => [months, due[at]]),
    )
    expect((await promised('followUp')).map(({ due: at }) => dayOf(new Date(at)))).toEqual(due)
    expect(await missing()).toContain('followUpsDone')
    const waived = { id: randomUUID(), requirement: 'followUpsDone', reason: 'supervision' } as const
    const check = (by: Person, answer: 'done' | 'waived') =>
      by.as((work) => checkRequirement(work, file, { ...waived, answer }))
    await expect(check(asha, 'done')).rejects.toMatchObject({ code: 'shown-by-records' })
    await check(world.people.farida, 'waived')
    expect(await missing()).not.toContain('followUpsDone')
    const second = writeAndStep(asha, file, 'reintegration', values(), 'begun')
    await expect(second).rejects.toMatchObject({ code: 'exists-already' })
    await step(back, 'broken', { whyBroken: 'notAccepted' })
    expect((await followUps()).map(({ state }) => state)).toEqual(Array(4).fill('dropped'))
    expect(await promised('followUp')).toEqual([])
    expect(await missing()).not.toContain('followUpsDone')
  })

  test('what was found keeps the promise; a no for all later ones is a no', async () => {
    await writeAndStep(asha, file, 'reintegration', values(), 'begun')
    const [first, second] = await followUps()
    await step(first?.id ?? '', 'reached', { ...well, channel: 'ownPhone', words: 'cnry-well' })
    expect(await promised('followUp')).toHaveLength(3)
    expect((await view()).timeline.items.map(({ kind: one }) => one)).not.toContain('renewedDanger')
    const both = step(second?.id ?? '', 'reached', { ...well, signs: ['none', 'debt'] })
    await expect(both).rejects.toMatchObject({ code: 'bad-request' })
    await step(second?.id ?? '', 'declined', { metOn: today, declines: 'allLater' })
    expect((await followUps()).map(({ state }) => state)).toEqual([
      'reached',
      'declined',
      'declined',
      'declined',
    ])
    expect(await promised('followUp')).toEqual([])
    expect(await missing()).not.toContain('followUpsDone')
  })

  test('a sign of renewed danger asks for a look at the risks, and nothing closes before it', async () => {
    await lookAtRisks(asha, file, {}, { assessedOn: today })
    expect(await missing()).not.toContain('noHighRisk')
    const [before] = await promised('reassessRisk')
    await writeAndStep(asha, file, 'reintegration', values(), 'begun')
    const [first] = await followUps()
    await step(first?.id ?? '', 'reached', { ...well, signs: ['offer'] })
    const [after] = await promised('reassessRisk')
    expect(Date.parse(after?.due ?? '')).toBeLessThan(Date.parse(before?.due ?? ''))
    expect(await missing()).toContain('noHighRisk')
    await lookAtRisks(asha, file, {}, { assessedOn: today })
    expect(await missing()).not.toContain('noHighRisk')
  })

  test('who was missed twice is looked for, in agreed ways only, until contact counts as lost', async () => {
    await writeAndStep(asha, file, 'reintegration', values(), 'begun')
    const [first, second] = await followUps()
    const missed = { metOn: addDays(today, -60), whyNot: 'noAnswer' }
    await step(first?.id ?? '', 'notReached', missed)
    expect(await promised('tracePerson')).toEqual([])
    await step(second?.id ?? '', 'notReached', missed)
    expect(await promised('tracePerson')).toHaveLength(1)
    expect(await missing()).toContain('safelyTraced')

    await mayTry('ownPhone')
    for (const way of ['visit', 'trusted'])
      await expect(tried(today, 'noAnswer', way)).rejects.toMatchObject({ code: 'bad-request' })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(
        `insert into tracing_attempt (org_id, id, case_id, version, tried_on, channel, result) values ($1, $2, $3, 1, $4, 'visit', 'noAnswer')`,
        [file.org, randomUUID(), file.id, today],
      ),
    )
    expect(past.refused).toBe('42501')

    for (const days of [-40, -25, -20]) await tried(addDays(today, days))
    expect((await view()).tracing).toMatchObject({ tries: 3, needed: 3, lost: false })
    expect(await promised('tracePerson')).toHaveLength(1)
    await tried(addDays(today, -8))
    expect((await view()).tracing).toMatchObject({ tries: 4, lost: true })
    expect(await promised('tracePerson')).toEqual([])
    expect(await missing()).not.toContain('safelyTraced')
    await tried(today, 'reached')
    expect((await view()).tracing).toMatchObject({ tries: 0, missed: 0, lost: false })
  })

  test('nobody outside reads of a try, and nobody closes as unreachable who was not looked for', async () => {
    await mayTry('ownPhone')
    await tried(today)
    for (const who of ['mina', 'nadia', 'guard'] as const) {
      const seen = await intrude(
        world.node.engine,
        'setu_app',
        handleOf(world.people[who].cookie),
        (attempt) => attempt('select 1 from tracing_attempt'),
      )
      expect([who, seen.count]).toEqual([who, 0])
    }
    const { version } = await view()
    await tried(today, 'reached')
    const close = asha.as((work) =>
      changeState(work, file, { base: version, to: 'closed', reason: 'unreachable' }),
    )
    const refused: unknown = await close.catch((error: unknown) => error)
    expect(JSON.stringify(refused)).toContain('safelyTraced')
  })

  test('there is one baseline, by the version of the questions that was asked', async () => {
    const base = { occasion: 'baseline', takenOn: today, income: 250_000, incomeCovers: 'little' }
    const first = await writeAndStep(asha, file, 'sustainability', base, 'made')
    const kept = (await view()).records.find(({ id }) => id === first)
    expect(kept?.values).toMatchObject({ questions: '2026-01', income: 250_000 })
    const again = writeAndStep(asha, file, 'sustainability', base, 'made')
    await expect(again).rejects.toMatchObject({ code: 'exists-already' })
    const nothing = writeAndStep(
      asha,
      file,
      'sustainability',
      { occasion: 'outcome', takenOn: today },
      'made',
    )
    await expect(nothing).rejects.toMatchObject({ code: 'bad-request' })
    await step(first, 'replaced', {})
    await writeAndStep(asha, file, 'sustainability', base, 'made')
  })

  test('a follow-up that somebody sets is promised by its day, and by the new one when it is moved', async () => {
    const id = await writeAndStep(asha, file, 'followUp', { dueOn: addDays(today, 9) })
    const moved = { id, base: 1, values: { dueOn: addDays(today, 5) } }
    await asha.as((work) => writeRecord(work, file, 'followUp', moved))
    expect((await promised('followUp')).map(({ due }) => dayOf(new Date(due)))).toEqual([addDays(today, 5)])
    await expect(writeAndStep(asha, file, 'followUp', { months: 3 })).rejects.toMatchObject({
      code: 'bad-request',
    })
    const [row] = await rowsOf(world.owner, `select count(*)::int as n from follow_up where case_id = $1`, [
      file.id,
    ])
    expect(row?.['n']).toBe(1)
  })
})
