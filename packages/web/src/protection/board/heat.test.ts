import { expect, test } from 'vitest'
import { heatOf, itemsOf } from './heat.ts'

const due = (id: string, unit: string, account: string | null, kind: string) => ({
  org: 'o',
  id,
  case: null,
  about: null,
  kind,
  due: '2027-03-12T10:00:00Z',
  began: '2027-03-10T10:00:00Z',
  state: 'overdue' as const,
  holder: {
    unit,
    name: { en: unit, bn: unit },
    account: account === null ? null : { id: account, name: account },
  },
  rule: '2026-01',
  calendar: null,
  office: null,
})

const items = [
  due('1', 'u', 'a', 'followUp'),
  due('2', 'u', 'b', 'followUp'),
  due('3', 'u', null, 'assessRisk'),
]

test('a cell leads to the promises of one holder and one kind', () => {
  expect(itemsOf(items, { row: 'u.a', kind: 'followUp' }).map(({ id }) => id)).toEqual(['1'])
  expect(itemsOf(items, { row: 'u.', kind: 'assessRisk' }).map(({ id }) => id)).toEqual(['3'])
  expect(itemsOf(items, {})).toHaveLength(3)
})

test('what is late is hotter than what is soon', () => {
  expect([heatOf(0, 0), heatOf(0, 9), heatOf(1, 0), heatOf(5, 0)]).toEqual([
    'calm',
    'due',
    'late',
    'very-late',
  ])
})
