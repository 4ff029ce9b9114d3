import { describe, expect, test } from 'vitest'
import { ageBands } from './age-bands.ts'
import {
  countsOf,
  dimensionHolds,
  type IndicatorWeight,
  promptOf,
  type ScreeningDimension,
  screeningDimensions,
  screeningMayBecome,
  screeningPrompt,
  screeningStates,
  treatedAsChild,
} from './screening.ts'
import { screeningInstruments } from './screening-instruments-table.ts'

/** The rule as it is published: the least that makes a dimension positive, one bag of indicators a letter. */
const enough: readonly (readonly IndicatorWeight[])[] = [
  ['strong', 'strong'],
  ['strong', 'medium'],
  ['strong', 'weak'],
  ['medium', 'medium', 'medium'],
  ['medium', 'medium', 'weak'],
]

/** Whether one bag lies in another, taking out piece by piece. */
function liesIn(little: readonly IndicatorWeight[], big: readonly IndicatorWeight[]): boolean {
  const left = [...big]
  return little.every((piece) => {
    const at = left.indexOf(piece)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at)
const many = (weight: IndicatorWeight, count: number) => Array.from({ length: count }, () => weight)

describe('the ILO rule', () => {
  test('holds for every count of strong, medium and weak to four, and only where a published bag lies in it', () => {
    let tried = 0
    for (const strong of upTo(4))
      for (const medium of upTo(4))
        for (const weak of upTo(4)) {
          const bag = [...many('strong', strong), ...many('medium', medium), ...many('weak', weak)]
          const wanted = enough.some((least) => liesIn(least, bag))
          expect([bag, dimensionHolds({ strong, medium, weak })]).toEqual([bag, wanted])
          tried += 1
        }
    expect(tried).toBe(125)
  })

  const dimensions = screeningDimensions.entries.map(({ code }) => code)

  /** Every combination of six dimensions, act, purpose and age, with what each rule says of it in its own words. */
  const cases = upTo(2 ** 9 - 1).map((bits) => {
    const bit = (at: number) => ((bits >> at) & 1) === 1
    const holds = Object.fromEntries(dimensions.map((name, at) => [name, bit(at)])) as Record<
      ScreeningDimension,
      boolean
    >
    return { holds, act: bit(6), purposeEvident: bit(7), child: bit(8) }
  })

  test('combines for an adult as published: recruitment, exploitation, and force or weakness at the destination', () => {
    for (const found of cases.filter(({ child }) => !child)) {
      const holding = new Set(dimensions.filter((name) => found.holds[name]))
      const any = (...names: ScreeningDimension[]) => names.filter((name) => holding.has(name)).length > 0
      const recruitment = any('deception', 'coercedRecruitment', 'vulnerabilityAtRecruitment')
      const destination = any('coercion', 'vulnerabilityAtDestination')
      const row = [recruitment, any('exploitation'), destination, found.purposeEvident].map(Number).join('')
      const table: Record<string, string> = {
        '0000': 'notReached',
        '0001': 'notReached',
        '0010': 'notReached',
        '0011': 'notReached',
        '0100': 'exploitationOnly',
        '0101': 'exploitationOnly',
        '0110': 'exploitationOnly',
        '0111': 'exploitationOnly',
        '1000': 'notReached',
        '1001': 'interrupted',
        '1010': 'notReached',
        '1011': 'interrupted',
        '1100': 'recruitedAndExploited',
        '1101': 'recruitedAndExploited',
        '1110': 'presumed',
        '1111': 'presumed',
      }
      expect([found, promptOf(found)]).toEqual([found, table[row]])
    }
  })

  test('asks no means of a child: an act and exploitation are enough, an act and a plain purpose are an interruption', () => {
    const children = cases.filter(({ child }) => child)
    expect(children).toHaveLength(256)
    for (const found of children) {
      const recruitment = ['deception', 'coercedRecruitment', 'vulnerabilityAtRecruitment'] as const
      const act = [found.act, ...recruitment.map((name) => found.holds[name])].includes(true)
      const row = [act, found.holds.exploitation, found.purposeEvident].map(Number).join('')
      const table: Record<string, string> = {
        '000': 'notReached',
        '001': 'notReached',
        '010': 'exploitationOnly',
        '011': 'exploitationOnly',
        '100': 'notReached',
        '101': 'interrupted',
        '110': 'presumed',
        '111': 'presumed',
      }
      expect([found, promptOf(found)]).toEqual([found, table[row]])
    }
  })

  test('whom the adult rule presumes, the rule for children presumes, and more children besides', () => {
    const asAdults = cases.filter(
      (found) => found.child && promptOf({ ...found, child: false }) === 'presumed',
    )
    expect(asAdults.length).toBeGreaterThan(0)
    expect(new Set(asAdults.map(promptOf))).toEqual(new Set(['presumed']))
    const more = cases.filter((found) => found.child && promptOf(found) === 'presumed')
    expect(more.length).toBeGreaterThan(asAdults.length)
  })
})

describe('the instruments', () => {
  const named = (id: string) => {
    const found = screeningInstruments.find((one) => one.id === id)
    if (!found) throw new TypeError(id)
    return found
  }

  test('hold 67 indicators for adults and 65 for children, in the six dimensions as published', () => {
    const sizes = (id: string) =>
      screeningDimensions.entries.map(
        ({ code }) => named(id).items.filter(({ dimension }) => dimension === code).length,
      )
    expect(sizes('iloAdultLabour')).toEqual([10, 10, 16, 9, 15, 7])
    expect(sizes('iloChildLabour')).toEqual([10, 10, 15, 8, 15, 7])
    expect(named('iloAdultLabour').items).toHaveLength(67)
    expect(named('iloChildLabour').items).toHaveLength(65)
    expect(named('iloChildLabour').items.filter(({ weight }) => weight === 'weak')).toEqual([])
  })

  test('say of themselves that they are incomplete where weights are not known, and are not counted then', () => {
    for (const instrument of screeningInstruments) {
      const known =
        instrument.counted === 'checklist' || instrument.items.every(({ weight }) => weight !== null)
      expect([instrument.id, instrument.complete]).toEqual([instrument.id, known])
      const all = Object.fromEntries(instrument.items.map(({ id }) => [id, 'yes'] as const))
      expect([instrument.id, screeningPrompt(instrument, all, false)]).toEqual([
        instrument.id,
        instrument.complete ? (instrument.counted === 'ilo' ? 'presumed' : 'askFurther') : 'cannotBeScored',
      ])
    }
  })

  test('name every question once and in both languages', () => {
    for (const { id, items } of screeningInstruments) {
      expect([id, new Set(items.map((item) => item.id)).size]).toEqual([id, items.length])
      for (const item of items) {
        expect(item.bn).toMatch(/[\u0980-\u09ff]/)
        expect(item.en.length).toBeGreaterThan(5)
      }
    }
  })

  test('count a yes alone: no, not asked and no wish to answer never count against anybody', () => {
    const instrument = named('iloAdultLabour')
    for (const answer of ['no', 'notAsked', 'didNotWish'] as const) {
      const answers = Object.fromEntries(instrument.items.map(({ id }) => [id, answer]))
      expect(
        Object.values(countsOf(instrument, answers)).every((n) => n.strong + n.medium + n.weak === 0),
      ).toBe(true)
    }
    const some = { deceivedJob: 'yes', deceivedPay: 'yes', excessiveHours: 'no' } as const
    expect(countsOf(instrument, some).deception).toEqual({ strong: 1, medium: 1, weak: 0 })
    const none = { deceivedJob: 'yes', deceivedPay: 'yes' } as const
    expect(screeningPrompt(instrument, none, false)).toBe(screeningPrompt(instrument, some, false))
  })

  const reference = process.env['SETU_REFERENCE']
  test.skipIf(reference === undefined)('weigh each indicator as the reference table does', async () => {
    const { readFile } = await import('node:fs/promises')
    const text = await readFile(`${reference}/ilo/ilo_delphi_labour_indicators.json`, 'utf8')
    const table = JSON.parse(text) as {
      dimensions: { indicators: { adultLabour: string; childLabour: string | null }[] }[]
    }
    const letters = { strong: 'S', medium: 'M', weak: 'W' } as const
    for (const [id, column] of [
      ['iloAdultLabour', 'adultLabour'],
      ['iloChildLabour', 'childLabour'],
    ] as const) {
      for (const [at, { code }] of screeningDimensions.entries.entries()) {
        const ours = named(id)
          .items.filter(({ dimension }) => dimension === code)
          .map(({ weight }) => (weight === null ? null : letters[weight]))
        const theirs = table.dimensions[at]?.indicators
          .map((one) => one[column])
          .filter((one) => one !== null)
        expect([id, code, ours]).toEqual([id, code, theirs])
      }
    }
  })
})

describe('a screening', () => {
  test('goes by the rule for children under eighteen and wherever it is not sure', () => {
    const sure = ageBands.entries.filter(({ code }) => treatedAsChild(code, true)).map(({ code }) => code)
    expect(sure).toEqual(['0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown'])
    const unsure = ageBands.entries.filter(({ code }) => treatedAsChild(code, false)).map(({ code }) => code)
    expect(unsure).toEqual([
      '0-4',
      '5-9',
      '10-14',
      '15-17',
      '18-24',
      'childUnknown',
      'adultUnknown',
      'unknown',
    ])
  })

  test('is never decided while it is stopped, and never goes back from a case', () => {
    expect(screeningMayBecome('stopped', 'decided')).toBe(false)
    for (const { code } of screeningStates.entries) expect(screeningMayBecome('caseOpened', code)).toBe(false)
  })
})
