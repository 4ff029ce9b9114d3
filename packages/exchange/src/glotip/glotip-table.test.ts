import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type GlotipPeople, glotipTable } from './glotip-table.ts'

const people = (given: Partial<GlotipPeople>): GlotipPeople => ({
  measure: 'convicted',
  jurisdiction: 'BD',
  category: 'labour',
  sex: 'male',
  age: 'adult',
  nationality: 'BD',
  persons: 1,
  ...given,
})

const reference = process.env['SETU_REFERENCE']
const notes = ['Setu', '2025'] as const
const table = glotipTable(
  [
    people({ persons: 3 }),
    people({ persons: 2, sex: 'female', category: 'sex' }),
    people({ age: 'unknown', nationality: 'IN' }),
    people({ sex: 'unknown', age: 'unknown', nationality: null, category: 'unspecified' }),
    people({ measure: 'formalContact', age: 'child', persons: 4 }),
    people({ measure: 'prosecuted', sex: 'intersex', persons: 2 }),
  ],
  [{ jurisdiction: 'BD', cases: 7 }],
  2025,
  notes,
)
const valueOf = (indicator: string, dimension: string, category: string, sex: string, age: string) =>
  table.rows.find((row) =>
    [indicator, dimension, category, sex, age].every((part, place) => row[place + 4] === part),
  )?.[11]

describe('figures in the cells of the global database', () => {
  test('are the sums of their parts, counted by hand', () => {
    expect(valueOf('Offences of trafficking in persons', 'Total', 'Total', 'Total', 'Total')).toBe(7)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Total', 'Total')).toBe(7)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Male', 'Total')).toBe(4)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Male', '18 years or over')).toBe(3)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Female', 'Total')).toBe(2)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Total', '18 years or over')).toBe(5)
    expect(valueOf('Persons convicted', 'Total', 'Total', 'Unknown', 'Unknown')).toBe(1)
    expect(valueOf('Persons convicted', 'by citizenship', 'Bangladesh', 'Total', 'Total')).toBe(5)
    expect(valueOf('Persons convicted', 'by citizenship', 'Unknown', 'Total', 'Total')).toBe(1)
    expect(valueOf('Persons convicted', 'by form of exploitation', 'Forced labour', 'Total', 'Total')).toBe(4)
    expect(valueOf('Persons brought into formal contact', 'Total', 'Total', 'Total', '0 to 17 years')).toBe(4)
    expect(valueOf('Persons prosecuted', 'Total', 'Total', 'Other', 'Total')).toBe(2)
  })

  test.skipIf(reference === undefined)(
    'stand under the heads of the official file (SETU_REFERENCE), and each cell stands once',
    () => {
      const lines = (name: string) =>
        readFileSync(`${reference}/glotip/${name}`, 'utf8').trim().split(/\r?\n/)
      expect(table.heads.join()).toBe(lines('glotip_2025_south_asia_plus_mmr.csv')[0])
      const grid = new Set(lines('glotip_cell_grid.csv').map((line) => line.split(',').slice(0, 4).join()))
      const cells = table.rows.map((row) => row.slice(4, 9).join())
      expect(new Set(cells).size).toBe(cells.length)
      for (const row of table.rows)
        expect([row[4], row[5], row[7], row[8]].join(), row.join()).toSatisfy((cell: string) =>
          grid.has(cell),
        )
      const places = new Set(
        lines('glotip_2025_south_asia_plus_mmr.csv').map((line) => line.split(',').slice(0, 4).join()),
      )
      for (const row of table.rows) expect(places).toContain(row.slice(0, 4).join())
      expect(table.notes).toHaveLength(2)
    },
  )
})
