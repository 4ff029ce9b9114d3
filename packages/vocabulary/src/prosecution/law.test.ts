import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isCode } from '../codes.ts'
import type { Calendar, Institution } from '../directory/calendar.ts'
import { seedCalendars } from '../directory/calendars-table.ts'
import { plainDate } from '../plain-date.ts'
import { legalActs, legalMeans, legalPurposes } from '../protection/identification.ts'
import {
  editionCharged,
  isChargeable,
  lawOf,
  lawsOn,
  lawsToCharge,
  limitDay,
  offenceCharged,
  overlapsOf,
} from './choose-law.ts'
import { differencesOfLaws } from './compare-laws.ts'
import { type LawText, lawLimits, lawName } from './law.ts'
import { faultsOfLaw } from './law-faults.ts'
import { builtInLaws } from './laws/index.ts'
import { iccsCodes, palermoActs, palermoMeans, palermoPurposes } from './palermo.ts'

const chosen = (country: string, day: string) => {
  const choice = lawOf(builtInLaws, country, plainDate(day))
  return choice.found === 'one' ? choice.law.code : choice.found
}
const named = (code: string, edition?: string): LawText => {
  const law = builtInLaws.find(
    (one) => one.code === code && (edition === undefined || one.edition === edition),
  )
  if (law === undefined) throw new TypeError(code)
  return law
}
const calendarOf = (institution: Institution): Calendar | null =>
  seedCalendars.find((one) => one.jurisdiction === 'BD' && one.institution === institution) ?? null

describe('the day of an offence chooses the law', () => {
  test.each([
    ['BD', '2010-06-01', 'NSND-2000'],
    ['BD', '2012-02-19', 'NSND-2000'],
    ['BD', '2012-02-20', 'PSHTA-2012'],
    ['BD', '2014-06-01', 'PSHTA-2012'],
    ['BD', '2025-06-01', 'PSHTA-2012'],
    ['BD', '2026-01-05', 'PSHTA-2012'],
    ['BD', '2026-01-06', 'HTSM-2026'],
    ['BD', '2026-11-01', 'HTSM-2026'],
    ['BD', '1999-12-31', 'none'],
    ['IN', '2010-01-01', 'IPC-370'],
    ['IN', '2020-01-01', 'IPC-370'],
    ['IN', '2024-07-01', 'BNS-2023'],
    ['NP', '2020-01-01', 'HTTCA-2007'],
    ['PK', '2020-01-01', 'unclear'],
    ['LK', '2020-01-01', 'PC-360C'],
    ['MM', '2022-06-15', 'ATIP-2005'],
    ['MM', '2022-06-16', 'ATIP-2022'],
    ['FR', '2020-01-01', 'none'],
  ])('in %s on %s it is %s', (country, day, code) => {
    expect(chosen(country, day)).toBe(code)
  })

  test('two laws that held on one day are both named and neither is chosen', () => {
    const [first, second] = [named('PSHTA-2012'), { ...named('PSHTA-2012'), edition: 'another' }]
    const choice = lawOf([first, second], 'BD', plainDate('2020-01-01'))
    expect(choice).toEqual({ found: 'unclear', laws: [first, second] })
    expect(overlapsOf([first, second])).toEqual([[first, second]])
  })

  test('an instrument beside the law against trafficking is never chosen in its place', () => {
    expect(lawOf([named('CHILD-2013')], 'BD', plainDate('2020-01-01'))).toEqual({ found: 'none' })
  })

  test('of the laws that Setu brings no two hold for the same offence', () => {
    expect(overlapsOf(builtInLaws).map((pair) => pair.map(lawName))).toEqual([])
  })

  test('that it is not known how a law stands today is said with it', () => {
    expect(lawOf(builtInLaws, 'BD', plainDate('2026-02-01'))).toMatchObject({ found: 'one', sure: false })
    expect(lawOf(builtInLaws, 'BD', plainDate('2020-02-01'))).toMatchObject({ found: 'one', sure: true })
  })

  test('an offence is charged under a law of its day, and under a section that it has as far as they are known', () => {
    const codes = (day: string | null) => [
      ...new Set(lawsToCharge(builtInLaws, 'BD', day).map((law) => law.code)),
    ]
    expect(codes('2011-01-01')).toEqual(['NSND-2000'])
    expect(codes('2020-01-01')).toEqual(['PSHTA-2012', 'OEMA-2013'])
    expect(codes(null)).toHaveLength(4)
    expect(offenceCharged(named('PSHTA-2012'), '6(2)')?.section).toBe('6')
    expect(offenceCharged(named('PSHTA-2012'), '6')?.section).toBe('6')
    expect(offenceCharged(named('PSHTA-2012'), '99')).toBeNull()
    expect(isChargeable(named('PSHTA-2012'), '6')).toBe(true)
    expect(isChargeable(named('PSHTA-2012'), '6(2)')).toBe(true)
    expect(isChargeable(named('PSHTA-2012'), '10')).toBe(true)
    expect(isChargeable(named('PSHTA-2012'), '61')).toBe(false)
    expect(isChargeable(named('HTSM-2026'), '12(1)')).toBe(true)
    expect(isChargeable(named('CHILD-2013'), '4')).toBe(false)
  })

  test('an amended act holds as amended from its amendment on, and not before', () => {
    const editions = (day: string) =>
      lawsToCharge(builtInLaws, 'BD', day).flatMap((law) => (law.code === 'OEMA-2013' ? [law.edition] : []))
    expect(editions('2014-06-01')).toEqual(['2013'])
    expect(editions('2023-11-01')).not.toContain('2024')
    expect(named('OEMA-2013', '2024').offences.map(({ section }) => section)).toContain('35A')
  })

  test('a charge that names a law by its code is under the edition of its country and its day, or under none that is sure', () => {
    const edition = (code: string, jurisdiction: string, day: string) => {
      const choice = editionCharged(builtInLaws, code, { jurisdiction, day })
      return choice.found === 'one' ? choice.law.edition : choice.found
    }
    expect(edition('IPC-370', 'IN', '2005-01-01')).toBe('1860')
    expect(edition('IPC-370', 'IN', '2020-01-01')).toBe('2013')
    expect(edition('IPC-370', 'BD', '2020-01-01')).toBe('none')
    expect(edition('PSHTA-2012', 'BD', '2011-01-01')).toBe('none')
    expect(edition('OEMA-2013', 'BD', '2014-06-01')).toBe('2013')
    expect(edition('OEMA-2013', 'BD', '2024-06-01')).toBe('unclear')
    expect(edition('PTPA-2018', 'PK', '2020-01-01')).toBe('unclear')
  })

  test('each country answers once for a day, in the order of its code', () => {
    expect(lawsOn(builtInLaws, '2025-01-01').map(({ jurisdiction }) => jurisdiction)).toEqual([
      'BD',
      'IN',
      'LK',
      'MM',
      'NP',
      'PK',
    ])
    expect(lawsOn(builtInLaws, '2025-02-30')).toEqual([])
  })
})

describe('time limits', () => {
  const limit = (law: LawText, kind: (typeof lawLimits)['entries'][number]['code'], from: string) =>
    limitDay(law, kind, plainDate(from), calendarOf)

  test.each([
    ['investigation', '2025-01-05', '2025-05-21'],
    ['extensionRequest', '2025-01-05', '2025-05-18'],
    ['extension', '2025-05-21', '2025-07-10'],
    ['trial', '2025-01-05', '2025-10-07'],
    ['overrunReport', '2025-10-07', '2025-10-21'],
    ['appeal', '2025-10-07', '2025-11-06'],
    ['victimInformation', '2025-01-31', '2025-02-28'],
  ] as const)('of the Act of 2012: %s from %s ends on %s', (kind, from, day) => {
    expect(limit(named('PSHTA-2012'), kind, from)).toMatchObject({
      found: 'day',
      day,
      law: 'BD.PSHTA-2012.2012',
    })
  })

  test('keep which calendar counted them, and whether a day of theirs still waits for the moon', () => {
    expect(limit(named('PSHTA-2012'), 'investigation', '2025-01-05')).toMatchObject({
      calendar: '2026-11',
      settled: false,
    })
    // The vacations of courts are not known: no day that was counted without them is settled.
    const calendar = calendarOf('court')
    const sure = calendar && {
      ...calendar,
      holidays: calendar.holidays.map(({ provisional: _waits, ...one }) => one),
    }
    const rested = sure && {
      ...sure,
      holidays: [
        ...sure.holidays,
        { date: plainDate('2025-12-20'), en: 'Vacation', bn: 'অবকাশ', vacation: true as const },
      ],
    }
    const trial = (by: Calendar | null) =>
      limitDay(named('PSHTA-2012'), 'trial', plainDate('2025-01-05'), () => by)
    expect(trial(sure)).toMatchObject({ settled: false })
    expect(trial(rested)).toMatchObject({ settled: true })
    expect(limit(named('PSHTA-2012'), 'appeal', '2025-01-05')).toMatchObject({
      calendar: null,
      settled: true,
    })
  })

  test('that are not known never become a day, in any law', () => {
    const told = builtInLaws.flatMap((law) =>
      lawLimits.entries.map(({ code }) => {
        const known = law.limits.find(({ kind }) => kind === code)
        return [known?.amount ?? null, limit(law, code, '2025-01-05').found]
      }),
    )
    expect(told.filter(([amount, found]) => (amount === null) !== (found === 'notConfigured'))).toEqual([])
    for (const { code } of lawLimits.entries) {
      expect(limit(named('HTSM-2026'), code, '2026-02-01')).toEqual({ found: 'notConfigured' })
    }
  })

  test('asking for more time has no day where the end of the investigation has none', () => {
    const law = named('PSHTA-2012')
    const limits = law.limits.map((one) => (one.kind === 'investigation' ? { ...one, amount: null } : one))
    expect(limit({ ...law, limits }, 'extensionRequest', '2025-01-05')).toEqual({ found: 'notConfigured' })
  })

  test('without a calendar of the institution there is no day either', () => {
    expect(limitDay(named('PSHTA-2012'), 'trial', plainDate('2025-01-05'), () => null)).toEqual({
      found: 'noCalendar',
    })
  })
})

describe('the laws that Setu brings', () => {
  test.each(builtInLaws.map((law) => [lawName(law), law] as const))(
    '%s says nothing that cannot stand',
    (_, law) => {
      expect(faultsOfLaw(law)).toEqual([])
    },
  )

  test('have names of their own, and every provision says what it rests on', () => {
    expect(new Set(builtInLaws.map(lawName)).size).toBe(builtInLaws.length)
    for (const law of builtInLaws) {
      for (const { source } of [law, ...law.offences, ...law.limits]) expect(source).not.toBe('')
      for (const { title } of law.offences) expect(title.bn).toMatch(/\p{Script=Bengali}/u)
    }
  })

  test('name every country of the region, and Bangladesh with its earlier law, its present one and two beside them', () => {
    const of = (country: string) => builtInLaws.filter(({ jurisdiction }) => jurisdiction === country)
    expect(of('BD').map(({ code }) => code)).toEqual([
      'NSND-2000',
      'PSHTA-2012',
      'HTSM-2026',
      'CHILD-2013',
      'OEMA-2013',
      'OEMA-2013',
      'OEMA-2013',
      'RULES-2017',
      'RL-RULES-2025',
      'PDPA-2026',
    ])
    for (const country of ['IN', 'NP', 'PK', 'LK', 'MM']) expect(of(country).length).toBeGreaterThan(0)
  })

  test('ask no means of a child in Bangladesh', () => {
    expect(named('PSHTA-2012').definition).toMatchObject({ childUnder: 18, childNeedsMeans: false })
  })
})

describe('a law that cannot stand', () => {
  const law = named('PSHTA-2012')
  const [trafficking] = law.offences
  const [investigation] = law.limits
  if (trafficking === undefined || investigation === undefined) throw new TypeError('an offence and a limit')
  const penalty = trafficking.penalty

  test.each([
    ['a day that never was', { validFrom: '2012-02-30' }, 'validFrom', 'no-such-day'],
    ['an end before its beginning', { validTo: '2011-01-01' }, 'validTo', 'too-early'],
    ['a repeal without a day', { validTo: null }, 'validTo', 'missing'],
    ['no source', { source: ' ' }, 'law.source', 'missing'],
    ['no offence', { offences: [] }, 'offences', 'missing'],
    ['a section said twice', { offences: [trafficking, trafficking] }, 'offences.6', 'twice'],
    [
      'a greatest term under the least',
      { offences: [{ ...trafficking, penalty: penalty && { ...penalty, maxMonths: 12 } }] },
      'offences.6.penalty.maxMonths',
      'too-low',
    ],
    [
      'means asked of nobody and named all the same',
      { offences: [{ ...trafficking, meansNeededFor: 'nobody' }] },
      'offences.6.means',
      'not-needed',
    ],
    [
      'a limit of nought',
      { limits: [{ ...investigation, amount: 0 }] },
      'limits.investigation.amount',
      'too-low',
    ],
    [
      'a limit that is verified and not known',
      { limits: [{ ...investigation, amount: null }] },
      'limits.investigation.mark',
      'nothing-verified',
    ],
    ['a limit said twice', { limits: [investigation, investigation] }, 'limits.investigation', 'twice'],
  ] satisfies [string, Partial<LawText>, string, string][])(
    '%s is told with its place',
    (_, changed, at, fault) => {
      expect(faultsOfLaw({ ...law, ...changed })).toContainEqual({ at, fault })
    },
  )
})

describe('two editions of a law', () => {
  const law = named('PSHTA-2012')

  test('that say the same differ in nothing', () => {
    expect(differencesOfLaws(law, { ...law, edition: 'another' })).toEqual([])
  })

  test('differ by what one of them says, with before and after', () => {
    const limits = law.limits.map((one) => (one.kind === 'trial' ? { ...one, amount: 200 } : one))
    expect(differencesOfLaws(law, { ...law, limits })).toEqual([
      { at: 'limits.trial.amount', before: '180', after: '200' },
    ])
    const offences = law.offences.filter(({ section }) => section !== '44')
    const gone = differencesOfLaws(law, { ...law, offences })
    expect(gone.length).toBeGreaterThan(3)
    expect(gone.every(({ at, after }) => at.startsWith('offences.44.') && after === null)).toBe(true)
  })

  test('the first of all is told whole', () => {
    const all = differencesOfLaws(null, law)
    expect(all.every(({ before }) => before === null)).toBe(true)
    expect(all).toContainEqual({ at: 'limits.trial.amount', before: null, after: '180' })
  })
})

describe('the concordance', () => {
  test('joins each finer code with the one that an identification knows', () => {
    for (const [list, asked] of [
      [palermoActs, legalActs],
      [palermoMeans, legalMeans],
      [palermoPurposes, legalPurposes],
    ] as const) {
      for (const entry of list.entries) expect(isCode(asked, entry.asked)).toBe(true)
    }
  })

  const file = `${process.env['SETU_REFERENCE'] ?? ''}/iccs/iccs_trafficking_codes.json`
  test.skipIf(!existsSync(file))('names the codes of ICCS for trafficking as they are published', () => {
    const { trafficking } = JSON.parse(readFileSync(file, 'utf8')) as { trafficking: [string, string][] }
    for (const [code] of trafficking) {
      expect(iccsCodes.entries.find((entry) => entry.code === code)).toMatchObject({ mark: 'verified' })
    }
    for (const { code, en } of iccsCodes.entries.filter((entry) => entry.code.startsWith('0204'))) {
      const published = trafficking.find(([one]) => one === code)?.[1] ?? ''
      expect(published.replace(' in persons', '')).toBe(en.replace(' in persons', ''))
    }
  })
})
