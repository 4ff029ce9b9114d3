import type { CaseView } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { accusedMark, dayOf, handleOf } from '../../platform/index.ts'
import { checkRequirement } from '../cases/change-state.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { writeRecord } from '../cases/write-record.ts'

const today = dayOf(new Date())
const soon = addDays(today, 5)
const accused = { caseNumber: 'Kotwali 12(3)/2026', accusedAs: 'Rahima  Khatun' }
const claim = { offences: ['falsePapers'], link: 'forced', raisedOn: today, nextBy: soon, nextStep: 'letter' }
const no = { decidedBy: 'court', decidedOn: today }

describe.each(['pglite', 'postgres'] as const)('a claim of non-punishment, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const missing = async () => (await view()).path.find(({ to }) => to === 'closed')?.missing ?? []
  const promised = async () => (await view()).due.filter((one) => one.kind === 'pursueClaim')
  const kept = async (item: string) => {
    const found = (await view()).records.find(({ id }) => id === item)
    if (!found) throw new TypeError('no such record')
    return found
  }
  const raise = (by: Person = asha, more: object = {}) =>
    writeAndStep(by, file, 'nonPunishmentClaim', { ...claim, ...accused, words: 'cnry', ...more })
  async function step(by: Person, item: string, to: string, given: object = {}): Promise<void> {
    const { record, version: base } = await kept(item)
    await by.as((work) => stepRecord(work, file, { record, item }, { base, to, values: { ...given } }))
  }
  const markOf = (name: string, caseNumber = accused.caseNumber) =>
    asha.as((work) => Promise.resolve(accusedMark(work, { caseNumber, name })))
  async function mayBePublished(
    codes: readonly unknown[],
    marks: readonly (string | null)[],
  ): Promise<boolean> {
    const [row] = await rowsOf(
      world.owner,
      'select may_be_published_as_accused($1::text[], $2::text[]) as may',
      [codes, marks],
    )
    return row?.['may'] === true
  }

  test('keeps somebody from being published as accused for as long as it goes on, and ever after a yes', async () => {
    const item = await raise()
    const { claimCode } = (await kept(item)).values
    expect(claimCode).toMatch(/^N-\w{3}-\w{3}$/)
    const mark = await markOf('KHATUN, Rahima', 'kotwali ১২ (৩) ২০২৬')
    const both = async () => [await mayBePublished([claimCode], []), await mayBePublished([], [mark])]
    expect(await both()).toEqual([false, false])
    expect(
      await mayBePublished(
        ['N-222-222'],
        [await markOf('Rahima Begum'), await markOf('Rahima Khatun', '13(3)/2026')],
      ),
    ).toBe(true)
    await step(asha, item, 'supported', { grounds: ['papers'], supportedBy: 'us', supportedOn: today })
    await step(asha, item, 'notAccepted', { ...no, contestUntil: soon })
    expect(await both()).toEqual([false, false])
    await step(asha, item, 'contested', { contestedOn: today })
    expect(await both()).toEqual([false, false])
    await step(farida, item, 'accepted', { contestBy: 'court', outcome: 'acquitted' })
    expect(await both()).toEqual([false, false])

    const lost = await raise(asha, { accusedAs: 'Salma Akter' })
    const hers = [await markOf('Salma Akter')]
    expect(await mayBePublished([], hers)).toBe(false)
    await step(asha, lost, 'notAccepted', no)
    expect(await mayBePublished([], hers)).toBe(true)
    expect(await mayBePublished([null], [null])).toBe(true)
  })

  test('is written down as accepted by somebody else than who raised it', async () => {
    const yes = { ...no, outcome: 'released' }
    const item = await raise(farida)
    await expect(step(farida, item, 'accepted', yes)).rejects.toMatchObject({ code: 'own-request' })
    await step(farida, item, 'supported', { grounds: ['papers'], supportedBy: 'us', supportedOn: today })
    await expect(step(farida, item, 'accepted', yes)).rejects.toMatchObject({ code: 'own-request' })
    await step(farida, item, 'notAccepted', { ...no, contestUntil: soon })
    await step(farida, item, 'contested', { contestedOn: today })
    const again = { contestBy: 'court', outcome: 'acquitted' }
    await expect(step(farida, item, 'accepted', again)).rejects.toMatchObject({ code: 'own-request' })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(farida.cookie), (attempt) =>
      attempt(`update non_punishment_claim set state = 'accepted', version = version + 1 where id = $1`, [
        item,
      ]),
    )
    expect(past.refused).toBe('42501')
    await step(asha, item, 'accepted', again)
  })

  test('is asked of by no person: to be told no would be to be told of a survivor', async () => {
    const tried = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(`select may_be_published_as_accused('{}', '{}')`),
    )
    expect(tried.refused).toBe('42501')
  })

  test('has a next step that somebody is promised to take, and keeps the case open until it is settled', async () => {
    const item = await raise()
    expect((await promised()).map(({ holder }) => holder.account?.id)).toEqual([asha.account])
    expect(await missing()).toContain('noOpenClaim')
    const { version: base } = await kept(item)
    const later = { id: item, base, values: { nextBy: addDays(soon, 3), nextOwner: 'supervisor' } }
    await asha.as((work) => writeRecord(work, file, 'nonPunishmentClaim', later))
    expect((await promised()).map(({ holder }) => holder.account?.id)).toEqual([farida.account])
    await step(asha, item, 'notAccepted', { ...no, contestUntil: soon })
    expect((await promised()).map(({ due }) => dayOf(new Date(due)))).toEqual([soon])
    expect(await missing()).toContain('noOpenClaim')
    const leave = {
      id: crypto.randomUUID(),
      requirement: 'noOpenClaim',
      answer: 'waived',
      reason: 'cnry',
    } as const
    await farida.as((work) => checkRequirement(work, file, leave))
    expect(await missing()).not.toContain('noOpenClaim')
    await step(asha, item, 'contested', { contestedOn: today })
    expect(await missing()).toContain('noOpenClaim')
    await step(asha, item, 'lost', { contestBy: 'court' })
    expect(await missing()).not.toContain('noOpenClaim')
    expect(await promised()).toEqual([])
  })

  test('is taken back by somebody else than who raised it, and its code is never another', async () => {
    const item = await raise()
    const back = { whyWithdrawn: 'survivorsWish' }
    await expect(step(asha, item, 'withdrawn', back)).rejects.toMatchObject({ code: 'not-for-you' })
    const own = await raise(farida)
    await expect(step(farida, own, 'withdrawn', back)).rejects.toMatchObject({ code: 'own-request' })
    const other = { id: item, base: 1, values: { claimCode: 'N-222-222' } }
    await expect(
      asha.as((work) => writeRecord(work, file, 'nonPunishmentClaim', other)),
    ).rejects.toMatchObject({
      code: 'bad-request',
    })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(`update non_punishment_claim set claim_code = 'N-222-222' where id = $1`, [item]),
    )
    expect(past.refused).toBe('42501')
    await step(farida, item, 'withdrawn', back)
    expect((await promised()).map(({ about }) => about)).toEqual([own])
  })

  test('says of what, and by when somebody does what is next', async () => {
    for (const wrong of [{ offences: null }, { nextBy: null }])
      await expect(raise(asha, wrong)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('is told to nobody whom the survivor did not agree to', async () => {
    await raise(asha, { told: ['survivor', 'management'] })
    await expect(raise(asha, { told: ['survivor', 'police'] })).rejects.toMatchObject({
      code: 'consent-missing',
    })
  })
})
