import { describe, expect, test } from 'vitest'
import { makeSecret, nobodysSecret, slotKeyOf, usualCost } from './password.ts'

const quick = { memory: 64, passes: 1, parallelism: 1 }

describe('a password', () => {
  test('fits what was kept of it, and another one does not', async () => {
    const secret = await makeSecret('seven boats on the Padma', quick)
    expect(await slotKeyOf('seven boats on the Padma', secret)).toHaveLength(32)
    expect(await slotKeyOf('seven boats on the Meghna', secret)).toBeNull()
  })

  test('fits however a keyboard composed its letters', async () => {
    const secret = await makeSecret('caf\u00e9 by the river ঢাকা', quick)
    expect(await slotKeyOf('cafe\u0301 by the river ঢাকা', secret)).toHaveLength(32)
  })

  test('is kept under a salt of its own, so that two alike do not look alike', async () => {
    const [first, second] = await Promise.all([
      makeSecret('the same words', quick),
      makeSecret('the same words', quick),
    ])
    expect(first.verifier.equals(second.verifier)).toBe(false)
    expect(first.salt.equals(second.salt)).toBe(false)
  })

  test('is tried as hard as it was kept, so that the cost may grow', async () => {
    const secret = await makeSecret('the same words', quick)
    expect(secret.cost).toEqual(quick)
    expect(await slotKeyOf('the same words', { ...secret, cost: { ...quick, passes: 2 } })).toBeNull()
  })

  test('for a name that nobody has is tried at the full cost and never fits', async () => {
    expect(nobodysSecret(usualCost).cost).toEqual(usualCost)
    const secret = nobodysSecret(quick)
    expect(await slotKeyOf('', secret)).toBeNull()
    expect(secret.verifier.length).toBe((await makeSecret('any', quick)).verifier.length)
  })

  test('of which many wait for a turn is still tried, each once', async () => {
    const secret = await makeSecret('patience is a boat', quick)
    const tries = Array.from({ length: 20 }, (_, at) =>
      slotKeyOf(at % 2 ? 'patience is a boat' : 'no', secret),
    )
    const fits = (await Promise.all(tries)).map((slotKey) => slotKey !== null)
    expect(fits).toEqual(tries.map((_, at) => at % 2 === 1))
  })
})
