import type { TrailItem } from '@setu/records/api'
import { expect, test } from 'vitest'
import { trailLines } from './trail-days.ts'

const dayOf = (moment: string) => moment.slice(0, 10)

function read(at: string, part: TrailItem['part'], reason: string | null = null): TrailItem {
  return {
    at,
    part,
    did: 'read',
    reason,
    by: { person: 'Asha', office: { en: 'Asha', bn: 'আশা' } },
    relation: 'own',
    place: 7,
  }
}

test('looking at the same part all day is one line that says how often', () => {
  const items = [
    read('2027-03-12T11:00:00Z', 'facts'),
    read('2027-03-12T10:00:00Z', 'status'),
    read('2027-03-12T09:00:00Z', 'facts'),
  ]
  expect(trailLines(items, dayOf).map(({ item, times }) => [item.part, item.at, times])).toEqual([
    ['facts', '2027-03-12T11:00:00Z', 2],
    ['status', '2027-03-12T10:00:00Z', 1],
  ])
})

test('another day, another reason, another line', () => {
  const items = [
    read('2027-03-12T11:00:00Z', 'identity', 'planningCare'),
    read('2027-03-12T10:00:00Z', 'identity', 'safety'),
    read('2027-03-11T10:00:00Z', 'identity', 'safety'),
  ]
  expect(trailLines(items, dayOf)).toHaveLength(3)
})
