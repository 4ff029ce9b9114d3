import { expect, test, vi } from 'vitest'
import { Problem } from '../problem.ts'
import { type Line, nobodysSecret, slotKeyOf } from './password.ts'
import { paced, strangersWaiting, waitAfter } from './sign-in-pace.ts'

const secret = nobodysSecret({ memory: 64, passes: 1, parallelism: 1 })
const flood = (line: Line) => Array.from({ length: 40 }, () => slotKeyOf('guess', secret, line))
const at = (line: Line, attempt: () => Promise<string>) =>
  paced({ failures: 0, line, admit: () => undefined }, attempt)

test('slips of the hand cost nothing; guessing costs seconds, and never more than four', () => {
  expect([0, 1, 2].map(waitAfter)).toEqual([0, 0, 0])
  expect([3, 4, 5, 6].map(waitAfter)).toEqual([500, 1000, 2000, 4000])
  expect(waitAfter(1_000_000)).toBe(4000)
})

test('a flood is told to come later before any of it is worked on, and the door opens again after it', async () => {
  const strangers = flood('stranger')
  let tried = false
  const late = at('stranger', () => {
    tried = true
    return Promise.resolve('in')
  })
  await expect(late).rejects.toEqual(new Problem('sign-in-later'))
  expect(tried).toBe(false)
  await Promise.all(strangers)
  expect(await at('stranger', () => Promise.resolve('in'))).toBe('in')
})

test('a flood of strangers makes its own line long, and costs work; the known have a line of their own', async () => {
  expect(strangersWaiting()).toBe(null)
  const strangers = flood('stranger')
  expect(strangersWaiting()).toBe(1)
  const order: string[] = []
  void strangers.at(-1)?.then(() => order.push('the last stranger'))
  await at('known', () => slotKeyOf('guess', secret, 'known').then(() => 'in'))
  order.push('whoever is known')
  await Promise.all(strangers)
  expect(order[0]).toBe('whoever is known')
  expect(strangersWaiting()).toBe(null)
})

test('work is asked for again when somebody comes to the front, and counted there', async () => {
  const admit = () => {
    throw new Problem('work-needed')
  }
  let tried = false
  const refused = paced({ failures: 0, line: 'stranger', admit }, () => {
    tried = true
    return Promise.resolve('in')
  })
  await expect(refused).rejects.toEqual(new Problem('work-needed'))
  expect(tried).toBe(false)
})

test('a stranger who has waited for eight seconds is told to come later, before the line is cut', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const strangers = Promise.allSettled(flood('stranger'))
    const known = flood('known')
    vi.advanceTimersByTime(8000)
    expect(strangersWaiting()).toBe(null)
    const told = await strangers
    const late = told.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(late).toEqual(Array.from({ length: 39 }, () => new Problem('sign-in-later')))
    expect(await Promise.all(known), 'whoever is known is waited for').toHaveLength(40)
  } finally {
    vi.useRealTimers()
  }
})
