import type { CaseView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { followUpsIn, levelsOf, looksIn } from './looks-in.ts'

type Kept = CaseView['records'][number]

const kept = (record: Kept['record'], id: string, state: string, values: Kept['values']): Kept => ({
  record,
  id,
  version: 1,
  values,
  sealed: [],
  state,
  mayBecome: [],
  steps: [],
})
const look = (id: string, occasion: string, takenOn: string, state = 'made') =>
  kept('sustainability', id, state, { occasion, takenOn, questions: '2026-01', feelsSafe: 'little' })

test('the last finished answers are compared with the baseline', () => {
  const { baseline, last } = looksIn([
    look('d', 'outcome', '2026-09-01', 'draft'),
    look('c', 'outcome', '2026-08-01'),
    look('b', 'outcome', '2026-05-01'),
    look('wrong', 'baseline', '2026-01-09', 'replaced'),
    look('a', 'baseline', '2026-01-01'),
  ])
  expect([baseline?.id, last?.id]).toEqual(['a', 'c'])
  expect(levelsOf(last, 'feelsSafe')).toBe('little')
  expect(levelsOf(last, 'hopes')).toBeNull()
  expect(last?.sides.map(({ answered, measure }) => [answered, measure])).toEqual([
    [0, null],
    [0, null],
    [1, null],
  ])
})

test('follow-ups stand by their day, and those that are no longer held do not stand', () => {
  const found = followUpsIn([
    kept('followUp', 'later', 'planned', { dueOn: '2027-01-01' }),
    kept('followUp', 'gone', 'dropped', { dueOn: '2026-01-01' }),
    kept('followUp', 'first', 'reached', { dueOn: '2026-02-01' }),
  ])
  expect(found.map(({ id }) => id)).toEqual(['first', 'later'])
})
