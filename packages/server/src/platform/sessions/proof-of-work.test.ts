import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { solved } from '../../../test/second-factor.ts'
import { nodeKeyFrom } from '../keys/node-key.ts'
import { bitsFor, challengeFor, spendWork, workDone } from './proof-of-work.ts'

const key = nodeKeyFrom(randomBytes(32))
const asha = key.mark('asha', 'sign-in name')
const now = new Date('2026-03-01T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

describe('work that is asked of a stranger’s device', () => {
  test('grows with the line', () => {
    expect([0, 0.5, 1, 7].map(bitsFor)).toEqual([16, 19, 21, 21])
  })

  test('is done by whoever finds the number, and counts once', () => {
    const work = solved(challengeFor(key, asha, now, 8), 8)
    expect(workDone(key, asha, now, work)).toBe(true)
    expect([spendWork(work, now), spendWork(work, now)]).toEqual([true, false])
    expect(spendWork(work, later(1)), 'nor again while it would still be taken').toBe(false)
  })

  test('is good for its name, its node, its five minutes and its number of bits', () => {
    const challenge = challengeFor(key, asha, now, 8)
    const work = solved(challenge, 8)
    expect(workDone(key, key.mark('bina', 'sign-in name'), now, work)).toBe(false)
    expect(workDone(nodeKeyFrom(randomBytes(32)), asha, now, work)).toBe(false)
    expect(workDone(key, asha, later(4), work)).toBe(true)
    expect(workDone(key, asha, later(6), work)).toBe(false)
    const cheaper = challenge.replace('.8.', '.1.')
    expect(workDone(key, asha, now, solved(cheaper, 1))).toBe(false)
    const longer = challenge.replace(/^\d+/, (until) => String(Number(until) + 1))
    expect(workDone(key, asha, now, solved(longer, 8))).toBe(false)
  })

  test.each(['', 'x', '1.2.3.4', `${'9'.repeat(13)}.0.${'a'.repeat(22)}.${'a'.repeat(43)}`])(
    'is not done for a challenge that nobody gave: %j',
    (challenge) => {
      expect(workDone(key, asha, now, { challenge, answer: '0' })).toBe(false)
    },
  )
})
