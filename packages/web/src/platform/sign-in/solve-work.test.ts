import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { solve } from './solve-work.ts'

test('the work that a node asks for is found, and the node’s own reckoning agrees', async () => {
  for (const bits of [1, 7, 8, 12]) {
    const answer = await solve('a challenge', bits)
    const digest = createHash('sha256').update(`a challenge:${answer}`).digest('hex')
    const zeros = BigInt(`0x${digest}`).toString(2).padStart(256, '0').indexOf('1')
    expect(zeros).toBeGreaterThanOrEqual(bits)
  }
})
