import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { nobodysSecret, passwordFits } from './password.ts'
import { paced, waitAfter } from './sign-in-pace.ts'

test('slips of the hand cost nothing; guessing costs seconds, and never more than four', () => {
  expect([0, 1, 2].map(waitAfter)).toEqual([0, 0, 0])
  expect([3, 4, 5, 6].map(waitAfter)).toEqual([500, 1000, 2000, 4000])
  expect(waitAfter(1_000_000)).toBe(4000)
})

test('a flood is told to come later before any of it is worked on, and the door opens again after it', async () => {
  const secret = nobodysSecret({ memory: 64, passes: 1, parallelism: 1 })
  const flood = Array.from({ length: 40 }, () => passwordFits('guess', secret))
  let tried = false
  const late = paced(0, () => {
    tried = true
    return Promise.resolve(true)
  })
  await expect(late).rejects.toEqual(new Problem('sign-in-later'))
  expect(tried).toBe(false)
  await Promise.all(flood)
  expect(await paced(0, () => Promise.resolve('in'))).toBe('in')
})
