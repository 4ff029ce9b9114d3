import { countries } from '@setu/vocabulary/places'
import type { PlainTable } from '../oversight/write-table.ts'

/** Persons who are alike in what the questionnaire asks. Only those of trafficking are given here. */
export interface GlotipPeople {
  readonly measure: 'formalContact' | 'prosecuted' | 'convicted'
  readonly jurisdiction: string
  readonly category: string
  readonly sex: string
  readonly age: string
  readonly nationality: string | null
  readonly persons: number
}

/** Offences of trafficking that were recorded in a country in the year. */
export interface GlotipOffences {
  readonly jurisdiction: string
  readonly cases: number
}

const heads = [
  'Iso3_code',
  'Country',
  'Region',
  'Subregion',
  'Indicator',
  'Dimension',
  'Category',
  'Sex',
  'Age',
  'Year',
  'Unit of measurement',
  'txtVALUE',
  'Source',
] as const

const indicators = {
  formalContact: 'Persons brought into formal contact',
  prosecuted: 'Persons prosecuted',
  convicted: 'Persons convicted',
} as const

/** How the office of the United Nations groups the countries of the region; others are left empty. */
const regions: Readonly<Record<string, readonly [region: string, subregion: string]>> = {
  ...Object.fromEntries(
    ['AF', 'BD', 'BT', 'IN', 'LK', 'MV', 'NP', 'PK'].map((code) => [code, ['Asia', 'Southern Asia']]),
  ),
  MM: ['Asia', 'South-eastern Asia'],
}

const sexOf = (sex: string): string =>
  sex === 'female' ? 'Female' : sex === 'male' ? 'Male' : sex === 'unknown' ? 'Unknown' : 'Other'

const ageOf = (age: string): string =>
  age === 'adult' ? '18 years or over' : age === 'child' ? '0 to 17 years' : 'Unknown'

const formOf = (category: string): string =>
  category === 'sex'
    ? 'Sexual exploitation'
    : category === 'labour'
      ? 'Forced labour'
      : 'Other forms of exploitation'

interface Cell {
  readonly dimension: string
  readonly category: string
  readonly sex: string
  readonly age: string
  readonly value: number
}

const sumOf = (people: readonly GlotipPeople[]): number =>
  people.reduce((sum, { persons }) => sum + persons, 0)

const ages = ['0 to 17 years', '18 years or over'] as const

/**
 * By sex and by age. A total of a sex holds those of unknown age too, so that parts never add up to more than their total;
 * whose sex and age are both unknown stand by themselves, as in the official file.
 */
function bySexAndAge(people: readonly GlotipPeople[]): Cell[] {
  const cell = (sex: string, age: string, of: readonly GlotipPeople[]): Cell => ({
    dimension: 'Total',
    category: 'Total',
    sex,
    age,
    value: sumOf(of),
  })
  const of = (sex: string) => people.filter((one) => sexOf(one.sex) === sex)
  const aged = (age: string, some: readonly GlotipPeople[]) => some.filter((one) => ageOf(one.age) === age)
  return [
    ...['Female', 'Male', 'Other'].flatMap((sex) => [
      ...ages.map((age) => cell(sex, age, aged(age, of(sex)))),
      cell(sex, 'Total', of(sex)),
    ]),
    ...ages.map((age) => cell('Total', age, aged(age, people))),
    cell('Unknown', 'Unknown', aged('Unknown', of('Unknown'))),
    cell('Total', 'Total', people),
  ]
}

function byCategory(
  people: readonly GlotipPeople[],
  dimension: string,
  named: (one: GlotipPeople) => string,
): Cell[] {
  const groups = [...Map.groupBy(people, named)]
  return groups
    .map(([category, of]) => ({ dimension, category, sex: 'Total', age: 'Total', value: sumOf(of) }))
    .toSorted((one, other) => one.category.localeCompare(other.category))
}

const countryName = (code: string | null): string =>
  countries.find(({ alpha2 }) => alpha2 === code)?.en ?? 'Unknown'

/** A cell that is nought among its parts says nothing; a total of nought says that there was nobody. */
const worthSaying = ({ sex, age, dimension, value }: Cell): boolean =>
  value > 0 || (dimension === 'Total' && sex === 'Total' && age === 'Total')

/**
 * Figures of a calendar year in the cells of the database on trafficking of the United Nations: each cell once, totals that
 * hold their parts, counts that are counts.
 */
export function glotipTable(
  people: readonly GlotipPeople[],
  offences: readonly GlotipOffences[],
  year: number,
  notes: readonly [string, string],
): PlainTable {
  const codes = [...new Set([...people, ...offences].map(({ jurisdiction }) => jurisdiction))].toSorted()
  const rows = codes.flatMap((code) => {
    const country = countries.find(({ alpha2 }) => alpha2 === code)
    const [region, subregion] = regions[code] ?? ['', '']
    const row = (indicator: string, { dimension, category, sex, age, value }: Cell) => [
      country?.alpha3 ?? code,
      country?.en ?? code,
      region,
      subregion,
      indicator,
      dimension,
      category,
      sex,
      age,
      year,
      'Counts',
      value,
      'Setu',
    ]
    const total = { dimension: 'Total', category: 'Total', sex: 'Total', age: 'Total' } as const
    const recorded = offences
      .filter(({ jurisdiction }) => jurisdiction === code)
      .reduce((sum, { cases }) => sum + cases, 0)
    return [
      row('Offences of trafficking in persons', { ...total, value: recorded }),
      ...(['formalContact', 'prosecuted', 'convicted'] as const).flatMap((measure) => {
        const theirs = people.filter((one) => one.measure === measure && one.jurisdiction === code)
        const cells = [
          ...bySexAndAge(theirs),
          ...(measure === 'convicted'
            ? [
                ...byCategory(theirs, 'by citizenship', ({ nationality }) => countryName(nationality)),
                ...byCategory(
                  theirs.filter(({ category }) => category !== 'unspecified'),
                  'by form of exploitation',
                  ({ category }) => formOf(category),
                ),
              ]
            : []),
        ]
        return cells.filter(worthSaying).map((cell) => row(indicators[measure], cell))
      }),
    ]
  })
  return { sheet: 'data_glotip_1', notes: [...notes], heads: [...heads], rows }
}
