import { describe, expect, test } from 'vitest'
import { lastDayOf, type TimeAllowed } from '../directory/calendar.ts'
import { seedCalendars } from '../directory/calendars-table.ts'
import { daysBetween, plainDate } from '../plain-date.ts'
import { caseClocks, followUpSchedule, serviceLevels } from './clocks.ts'

const [calendar] = seedCalendars
const start = plainDate('2026-09-06')

function inHours(allowed: TimeAllowed): number {
  if (calendar === undefined) throw new TypeError('no calendar')
  if (allowed.unit === 'hours') return allowed.amount
  return 24 * (daysBetween(start, lastDayOf(allowed, start, calendar)) + 1)
}

describe('service levels', () => {
  test('ask to acknowledge before answering, and to answer before starting', () => {
    for (const level of Object.values(serviceLevels.levels)) {
      expect(inHours(level.acknowledge)).toBeLessThan(inHours(level.answer))
      expect(inHours(level.answer)).toBeLessThanOrEqual(inHours(level.start))
      expect(inHours(level.answer)).toBeLessThan(inHours(level.expire))
    }
  })

  test('never give an emergency more time than an urgent referral, nor that more than a standard one', () => {
    const { emergency, urgent, standard } = serviceLevels.levels
    for (const step of ['acknowledge', 'answer', 'start', 'feedback', 'expire'] as const) {
      expect(inHours(emergency[step])).toBeLessThan(inHours(urgent[step]))
      expect(inHours(urgent[step])).toBeLessThan(inHours(standard[step]))
    }
  })
})

describe('case clocks', () => {
  test('look at a high risk more often than at a low one', () => {
    const { low, medium, high, imminent } = caseClocks.reassessRisk
    expect(inHours(imminent)).toBeLessThan(inHours(high))
    expect(inHours(high)).toBeLessThan(inHours(medium))
    expect(inHours(medium)).toBeLessThanOrEqual(inHours(low))
  })

  test('ask after a returned person sixteen times in two years, ever less often', () => {
    const hours = followUpSchedule.after.map(inHours)
    expect(hours).toHaveLength(16)
    expect(hours).toEqual(hours.toSorted((first, second) => first - second))
  })
})
