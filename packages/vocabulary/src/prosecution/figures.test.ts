import { describe, expect, test } from 'vitest'
import { plainDate } from '../plain-date.ts'
import {
  convictionRates,
  daysUntil,
  type FigureCell,
  type FigureMeasure,
  figureOf,
  reportingYear,
  reportingYearOf,
  survivalOf,
} from './figures.ts'

const cell = (
  measure: FigureMeasure,
  cases: number,
  persons: number,
  matter = 'trafficking',
): FigureCell => ({
  measure,
  matter,
  category: 'labour',
  transnational: true,
  cases,
  persons,
})

describe('a reporting year', () => {
  test('begins in the month that was laid down and ends the day before it begins again', () => {
    expect(reportingYear(4, 2025)).toEqual({ from: '2025-04-01', to: '2026-03-31' })
    expect(reportingYear(1, 2025)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(reportingYear(3, 2023)).toEqual({ from: '2023-03-01', to: '2024-02-29' })
    expect(reportingYearOf(4, plainDate('2026-03-31'))).toBe(2025)
    expect(reportingYearOf(4, plainDate('2026-04-01'))).toBe(2026)
    expect(reportingYearOf(1, plainDate('2026-01-01'))).toBe(2026)
  })
})

describe('both conviction rates', () => {
  test('of the tribunal in Dhaka: 43 convictions among 368 judged, and one case in two disposed of', () => {
    const cells = [
      cell('convicted', 30, 43),
      cell('acquitted', 200, 325),
      cell('endedOtherwise', 90, 160),
      cell('disposed', 60, 0),
      cell('disposedWithConviction', 30, 0),
    ]
    expect(convictionRates(cells, 'trafficking')).toEqual({
      persons: { convicted: 43, of: 368, rate: 43 / 368 },
      cases: { convicted: 30, of: 60, rate: 0.5 },
    })
  })

  test('are none where nothing was judged, and smuggling is not counted as trafficking', () => {
    const cells = [cell('convicted', 1, 1, 'smuggling'), cell('convicted', 2, 5, 'trafficksAndSmuggles')]
    expect(figureOf(cells, 'convicted', 'trafficking')).toEqual({ cases: 2, persons: 5 })
    expect(figureOf(cells, 'convicted', 'smuggling')).toEqual({ cases: 3, persons: 6 })
    expect(convictionRates([], 'trafficking').persons.rate).toBeNull()
    expect(convictionRates([], 'trafficking').cases.rate).toBeNull()
  })
})

describe('how long it takes', () => {
  // By hand: six cases. Two end after 10 days, one is still open after 20, one ends after 30, one is open after 30, one ends after 60.
  // After 10 days: 6 at risk, 2 end: 4/6. After 30: 3 at risk, 1 ends: 4/6 x 2/3 = 4/9. After 60: 1 at risk, 1 ends: 0.
  const waits = [
    { days: 60, ended: 1, left: 0 },
    { days: 10, ended: 2, left: 0 },
    { days: 30, ended: 1, left: 1 },
    { days: 20, ended: 0, left: 1 },
  ]

  test('counts those who wait for as long as they have waited', () => {
    const steps = survivalOf(waits)
    expect(steps.map(({ days, atRisk, ended }) => [days, atRisk, ended])).toEqual([
      [10, 6, 2],
      [30, 3, 1],
      [60, 1, 1],
    ])
    for (const [place, share] of [4 / 6, 4 / 9, 0].entries())
      expect(steps[place]?.longer).toBeCloseTo(share, 12)
    expect(daysUntil(steps, 0.25)).toBe(10)
    expect(daysUntil(steps, 0.5)).toBe(30)
    expect(daysUntil(steps, 0.75)).toBe(60)
  })

  test('has no half where fewer than half have come to the end', () => {
    const steps = survivalOf([
      { days: 5, ended: 1, left: 0 },
      { days: 400, ended: 0, left: 9 },
    ])
    expect(daysUntil(steps, 0.5)).toBeNull()
    expect(survivalOf([])).toEqual([])
  })
})
