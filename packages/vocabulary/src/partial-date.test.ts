import { describe, expect, test } from 'vitest'
import {
  ageOn,
  ageUnknown,
  dayBounds,
  type PartialDate,
  parsePartialDate,
  treatAsChild,
} from './partial-date.ts'
import { plainDate } from './plain-date.ts'
import { ageBandOf } from './protection/age-bands.ts'

function born(text: string): PartialDate {
  const date = parsePartialDate(text)
  if (date === null) throw new RangeError(text)
  return date
}

const today = plainDate('2026-06-15')

describe('a partial date', () => {
  test('is a year, a month or a day, and nothing else', () => {
    for (const text of ['2008', '2008-02', '2008-02-29']) expect(parsePartialDate(text)).toBe(text)
    for (const text of ['08', '2008-13', '2007-02-29', '0000', '2008-', 'about 2008']) {
      expect(parsePartialDate(text)).toBeNull()
    }
  })

  test('reaches over all the days it can be', () => {
    expect(dayBounds(born('2008'))).toEqual({ earliest: '2008-01-01', latest: '2008-12-31' })
    expect(dayBounds(born('2008-02'))).toEqual({ earliest: '2008-02-01', latest: '2008-02-29' })
    expect(dayBounds(born('2008-12'))).toEqual({ earliest: '2008-12-01', latest: '2008-12-31' })
    expect(dayBounds(born('2008-02-29'))).toEqual({ earliest: '2008-02-29', latest: '2008-02-29' })
  })
})

describe('an age', () => {
  test('is certain from a day of birth', () => {
    expect(ageOn(born('2008-06-15'), today)).toEqual({ youngest: 18, oldest: 18 })
    expect(ageOn(born('2008-06-16'), today)).toEqual({ youngest: 17, oldest: 17 })
  })

  test('has two bounds from a year of birth', () => {
    expect(ageOn(born('2008'), today)).toEqual({ youngest: 17, oldest: 18 })
    expect(ageOn(born('2008-06'), today)).toEqual({ youngest: 17, oldest: 18 })
    expect(ageOn(born('2026'), today)).toEqual({ youngest: 0, oldest: 0 })
  })

  test('stays unknown when the birth is unknown or lies ahead', () => {
    expect(ageOn(null, today)).toEqual(ageUnknown)
    expect(ageOn(born('2027'), today)).toEqual(ageUnknown)
  })

  test('of somebody born on 29 February is completed on 1 March', () => {
    expect(ageOn(born('2008-02-29'), plainDate('2026-02-28')).oldest).toBe(17)
    expect(ageOn(born('2008-02-29'), plainDate('2026-03-01')).youngest).toBe(18)
  })

  test('in doubt is that of a child', () => {
    expect(treatAsChild(ageOn(born('2008'), today))).toBe(true)
    expect(treatAsChild(ageUnknown)).toBe(true)
    expect(treatAsChild({ youngest: 18, oldest: null })).toBe(false)
  })

  test('falls in the narrowest band that certainly holds it', () => {
    expect(ageBandOf({ youngest: 17, oldest: 17 })).toBe('15-17')
    expect(ageBandOf({ youngest: 8, oldest: 12 })).toBe('childUnknown')
    expect(ageBandOf({ youngest: 17, oldest: 18 })).toBe('unknown')
    expect(ageBandOf({ youngest: 24, oldest: 25 })).toBe('adultUnknown')
    expect(ageBandOf({ youngest: 61, oldest: 90 })).toBe('60+')
    expect(ageBandOf({ youngest: 18, oldest: null })).toBe('adultUnknown')
    expect(ageBandOf({ youngest: null, oldest: 15 })).toBe('childUnknown')
    expect(ageBandOf(ageUnknown)).toBe('unknown')
  })
})
