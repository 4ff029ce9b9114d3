import { randomUUID } from 'node:crypto'
import type { CaseView, MoneyBook } from '@setu/records/api'
import { addDays, type CaseRequirement, type PaymentKind } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { addLine, closeLine, linesOf } from './line-store.ts'
import { readMoney } from './read-money.ts'

const today = dayOf(new Date())
const grant = { kind: 'livelihoodGrant', amount: 1_250_050, neededFor: 'cnry-why' }
const cash = { paidOn: today, paidBy: 'cash' }

describe.each(['pglite', 'postgres'] as const)('money, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let file: CaseRef

  const another = async (): Promise<CaseRef> => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    return { org, id }
  }
  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    file = await another()
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const kept = async (item: string) => {
    const found = (await view()).records.find(({ id }) => id === item)
    if (!found) throw new TypeError('no such record')
    return found
  }
  const promised = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
  const missing = async (): Promise<readonly CaseRequirement[]> =>
    (await view()).path.find(({ to }) => to === 'closed')?.missing ?? []
  async function step(by: Person, item: string, to: string, given: object = {}): Promise<void> {
    const { record, version: base } = await kept(item)
    const change = { base, to, values: { ...given } }
    await by.as((work) => stepRecord(work, file, { record, item }, change))
  }
  const ask = (values: object = {}) => writeAndStep(asha, file, 'payment', { ...grant, ...values })
  async function paid(values: object = {}): Promise<string> {
    const item = await ask(values)
    await step(farida, item, 'approved')
    await step(asha, item, 'paid', cash)
    return item
  }

  test('is approved by somebody else than who asked, then paid, then receipted', async () => {
    const item = await ask()
    expect((await kept(item)).values).toMatchObject({ amount: 1_250_050, currency: 'BDT' })
    expect((await promised('approvePayment')).map(({ holder }) => holder.account?.id)).toEqual([
      farida.account,
    ])
    await expect(step(asha, item, 'approved')).rejects.toMatchObject({ code: 'not-for-you' })
    const own = await writeAndStep(farida, file, 'payment', grant)
    await expect(step(farida, own, 'approved')).rejects.toMatchObject({ code: 'own-request' })
    await step(farida, item, 'approved')
    await step(asha, item, 'paid', cash)
    expect(await promised('keepReceipt')).toHaveLength(1)
    const bare = step(asha, item, 'receipted', { receiptKind: 'attached' })
    await expect(bare).rejects.toMatchObject({ code: 'bad-request' })
    const nowhere = step(asha, item, 'receipted', { receiptKind: 'attached', receipt: randomUUID() })
    await expect(nowhere).rejects.toMatchObject({ code: 'bad-request' })
    await step(asha, item, 'receipted', { receiptKind: 'register', receiptNumber: 'cnry-17' })
    expect(
      [await promised('approvePayment'), await promised('keepReceipt')].map(({ length }) => length),
    ).toEqual([1, 0])
    for (const wrong of [{}, { amount: 0 }])
      await expect(writeAndStep(asha, file, 'payment', wrong)).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('that was asked for is never changed, in the app or past it, and never taken away', async () => {
    const item = await paid()
    const tries = [
      `update payment set amount = 1 where id = $1`,
      `update payment set amount = 1, state = 'receipted' where id = $1`,
      `update payment set paid_on = '2020-01-01', state = 'receipted' where id = $1`,
      `update payment set state = 'asked' where id = $1`,
      `delete from payment where id = $1`,
    ]
    for (const text of tries) {
      const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
        attempt(text, [item]),
      )
      expect([text, past.refused]).toEqual([text, '42501'])
    }
  })

  test('is taken back once, by a counter entry that is approved as well', async () => {
    const item = await paid()
    const waiting = await ask()
    for (const reverses of [waiting, randomUUID()]) {
      const refused = writeAndStep(asha, file, 'payment', { reverses, whyReversed: 'cameBack' })
      await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
    }
    const back = await writeAndStep(asha, file, 'payment', {
      reverses: item,
      whyReversed: 'cameBack',
      amount: 5,
    })
    expect((await kept(back)).values).toMatchObject({ amount: 1_250_050, kind: 'livelihoodGrant' })
    const twice = writeAndStep(asha, file, 'payment', { reverses: item, whyReversed: 'cameBack' })
    await expect(twice).rejects.toMatchObject({ code: 'exists-already' })
    await step(farida, back, 'approved')
    await step(asha, back, 'paid', { paidOn: today, paidBy: 'book' })
    const again = writeAndStep(asha, file, 'payment', { reverses: back, whyReversed: 'cameBack' })
    await expect(again).rejects.toMatchObject({ code: 'bad-request' })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(
        `insert into payment (org_id, id, case_id, version, state, kind, amount, currency, reverses)
         values ($1, gen_random_uuid(), $2, 1, 'asked', 'travel', 1, 'BDT', $3)`,
        [file.org, file.id, item],
      ),
    )
    expect(past.refused).toBe('42501')
  })

  test('comes from a line that is open and of those who pay', async () => {
    const line = randomUUID()
    const code = `DK-${line.slice(0, 6)}`
    const named = { code, nameEn: 'Grants', nameBn: 'অনুদান', donor: 'Denmark' }
    await farida.as((work) => addLine(work, { id: line, ...named }))
    const twice = farida.as((work) => addLine(work, { id: randomUUID(), ...named }))
    await expect(twice).rejects.toMatchObject({ code: 'name-taken' })
    const item = await ask({ line })
    const { nadia } = world.people
    expect((await nadia.as((work) => linesOf(work))).items).toEqual([])
    await expect(
      asha.as((work) => addLine(work, { id: randomUUID(), ...named, code: 'X' })),
    ).rejects.toMatchObject({ sqlState: '42501' })
    await farida.as((work) => closeLine(work, line, 1))
    await expect(ask({ line })).rejects.toMatchObject({ code: 'bad-request' })
    await step(farida, item, 'approved')
    await expect(ask({ line: randomUUID() })).rejects.toMatchObject({ code: 'bad-request' })
  })

  test('adds up: what the book says is what its rows say, added up by somebody else', async () => {
    const line = randomUUID()
    const named = { code: `N-${line.slice(0, 6)}`, nameEn: 'Costs', nameBn: 'খরচ', donor: null }
    await farida.as((work) => addLine(work, { id: line, ...named }))
    const kinds: readonly PaymentKind[] = ['travel', 'medical', 'emergencyGrant']
    for (const [at, one] of kinds.entries()) {
      const item = await paid({ kind: one, amount: 333 + at * 10_007, line: at === 1 ? line : null })
      if (at === 0) await step(asha, item, 'receipted', { receiptKind: 'register' })
      if (at === 2) {
        const back = await writeAndStep(asha, file, 'payment', { reverses: item, whyReversed: 'wrongAmount' })
        await step(farida, back, 'approved')
        await step(asha, back, 'paid', { paidOn: today, paidBy: 'book' })
      }
    }
    file = await another()
    await paid({ amount: 77, currency: 'USD', line })
    await ask({ amount: 1001, line })
    await step(farida, await ask({ amount: 2002 }), 'approved')
    await step(asha, await ask({ amount: 4_000_000 }), 'withdrawn')

    const book = await farida.as((work) => readMoney(work))
    const rows = await rowsOf(
      world.owner,
      `select p.case_id, p.line, f.owner_unit, p.state, p.currency, p.amount, p.reverses from payment p
       join case_file f on f.id = p.case_id where p.amount is not null`,
    )
    const column = { byCase: 'case_id', byLine: 'line', byUnit: 'owner_unit' } as const
    const standing = (state: unknown) =>
      ['paid', 'receipted', 'unreceipted'].includes(String(state)) ? 'paid' : String(state)
    for (const by of ['byCase', 'byLine', 'byUnit'] as const) {
      const wanted = new Map<string, number>()
      for (const row of rows) {
        const key = `${String(row[column[by]])} ${String(row['currency'])} ${standing(row['state'])}`
        const amount = Number(row['amount']) * (row['reverses'] === null ? 1 : -1)
        wanted.set(key, (wanted.get(key) ?? 0) + amount)
      }
      for (const sum of book[by])
        for (const state of ['asked', 'approved', 'paid'] as const)
          expect(sum[state], `${by} ${state}`).toBe(
            wanted.get(`${String(sum.id)} ${sum.currency} ${state}`) ?? 0,
          )
      expect(totalOf(book[by])).toEqual(totalOf(book.byCase))
    }
    expect(JSON.stringify(book)).not.toContain('cnry')
    await expect(asha.as((work) => readMoney(work))).rejects.toMatchObject({ code: 'role-needed' })
    expect((await world.people.mina.as((work) => linesOf(work))).mayChange).toBe(false)
  })

  test('of compensation is owed until all of it came, and a case is not closed before', async () => {
    const claim = { source: 'court', claimed: 50_000_000, words: 'cnry-order' }
    const item = await writeAndStep(asha, file, 'compensation', claim)
    expect(await missing()).not.toContain('compensationPaid')
    await step(asha, item, 'ordered', { amount: 20_000_000, decidedOn: addDays(today, -30) })
    expect(await missing()).toContain('compensationPaid')
    const more = step(asha, item, 'partlyPaid', { received: 20_000_001, receivedOn: today })
    await expect(more).rejects.toMatchObject({ code: 'bad-request' })
    await step(asha, item, 'partlyPaid', { received: 5_000_000, receivedOn: today })
    expect(await missing()).toContain('compensationPaid')
    await step(asha, item, 'paid', { allReceivedOn: today })
    expect(await missing()).not.toContain('compensationPaid')
    await expect(step(asha, item, 'setAside')).rejects.toMatchObject({ code: 'not-for-you' })
    const past = await intrude(world.node.engine, 'setu_app', handleOf(asha.cookie), (attempt) =>
      attempt(`update compensation set amount = 1, state = 'setAside' where id = $1`, [item]),
    )
    expect(past.refused).toBe('42501')
    await step(farida, item, 'setAside')
  })

  test('is nobody’s outside the office, and of the office only theirs who work on the case', async () => {
    await paid()
    for (const who of ['mina', 'nadia', 'guard', 'admin'] as const) {
      const seen = await intrude(
        world.node.engine,
        'setu_app',
        handleOf(world.people[who].cookie),
        (attempt) => attempt('select 1 from payment'),
      )
      expect([who, seen.count]).toEqual([who, 0])
    }
  })
})

/** All that was paid, in each currency. */
function totalOf(sums: MoneyBook['byCase']): Record<string, number> {
  const total: Record<string, number> = {}
  for (const { currency, paid } of sums) total[currency] = (total[currency] ?? 0) + paid
  return total
}
