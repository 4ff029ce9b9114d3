import type { CaseView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { looksIn, riskNow } from './risk-levels.ts'

type Kept = CaseView['records'][number]

function look(
  id: string,
  assessedOn: string,
  levels: Record<string, string>,
  at: string,
  state = 'made',
): Kept {
  return {
    record: 'riskAssessment',
    id,
    version: 2,
    values: { assessedOn, ...levels },
    sealed: [],
    state,
    mayBecome: [],
    steps: [{ to: state, at, by: { person: 'asha', office: { en: '', bn: '' } } }],
  }
}

const first = look('a', '2026-01-05', { family: 'high', debt: 'low' }, '2026-01-05T08:00:00Z')
const second = look('b', '2026-02-05', { family: 'medium', debt: 'low' }, '2026-02-05T08:00:00Z')

test('the risk of a case is the greatest of the last look, in whichever order looks were written down', () => {
  expect(riskNow([second, first])).toBe('medium')
  expect(looksIn([second, first]).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(riskNow([])).toBeNull()
})

test('of two looks on one day the one that was finished later counts', () => {
  const later = look('c', '2026-02-05', { family: 'imminent' }, '2026-02-05T10:00:00Z')
  expect(riskNow([later, second])).toBe('imminent')
})

test('what is still being written, or was dropped, is no look', () => {
  expect(riskNow([first, look('d', '2026-03-01', { family: 'low' }, '', 'draft')])).toBe('high')
})
