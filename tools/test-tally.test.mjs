import { expect, test } from 'vitest'
import { tally, tallyLine } from './test-tally.mjs'

/** @param {string[]} statuses */
const file = (...statuses) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
})
const unread = { status: 'failed', assertionResults: [] }

test('counts what passed, failed and was skipped', () => {
  const results = { testResults: [file('passed', 'failed', 'skipped'), file('passed', 'todo')] }
  expect(tallyLine(tally(results, false))).toBe('2 passed, 1 failed, 2 skipped')
})

test('a file that could not be read is a failure', () => {
  expect(tally({ testResults: [file('passed'), unread] }, false)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  })
})

test('a run in which nothing ran is a failure', () => {
  expect(tally({ testResults: [] }, true).failed).toBe(1)
  expect(tally({ testResults: [file('skipped')] }, true).failed).toBe(1)
  expect(tally(null, true).failed).toBe(1)
})

test('a run that ended badly is a failure though every test passed', () => {
  expect(tally({ testResults: [file('passed')] }, false).failed).toBe(1)
  expect(tally({ testResults: [file('passed')] }, true).failed).toBe(0)
})
