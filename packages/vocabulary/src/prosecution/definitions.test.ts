import { describe, expect, test } from 'vitest'
import { definitionRows, mainOffence, penaltyText } from './definitions.ts'
import { builtInLaws } from './laws/index.ts'

const of = (code: string) => builtInLaws.filter((law) => law.code === code)
const [act] = of('PSHTA-2012')
const [ordinance] = of('HTSM-2026')
const [nyaya] = of('BNS-2023')
if (!act || !ordinance || !nyaya) throw new TypeError('three laws')

describe('definitions side by side', () => {
  const rows = definitionRows([act, nyaya, ordinance], 'en')
  const cells = (label: string) => rows.find((row) => row.label === label)?.cells

  test('say of each element whether a law has it, and of a law not read that it is not known', () => {
    expect(cells('Purpose: Begging')).toEqual(['no', 'yes', 'not known'])
    expect(cells('Means: Abuse of a position of vulnerability')).toEqual(['yes', 'no', 'not known'])
    expect(cells('Act: Recruitment')).toEqual(['yes', 'yes', 'not known'])
    expect(cells('A means must be proved of a child')).toEqual(['no', 'yes', 'not known'])
    expect(cells('A child is under')).toEqual(['18', '18', 'not known'])
    expect(cells('Whom it protects')).toEqual(['Everybody', 'Everybody', 'not known'])
    expect(cells('Definition')).toEqual(['3, Verified', '143, Verified', 'not known'])
  })

  test('say of a definition that is known from reports alone that an element was not read, never that it is missing', () => {
    const [old] = of('NSND-2000')
    if (!old) throw new TypeError('the Act of 2000')
    const said = definitionRows([old], 'en')
    const cell = (label: string) => said.find((row) => row.label === label)?.cells[0]
    expect(cell('Purpose: Begging')).toBe('not read')
    expect(cell('Act: Harbouring or confining')).toBe('yes')
    expect(said.flatMap(({ cells: all }) => all)).not.toContain('no')
  })

  test('have a cell for each law in each line, in both languages alike', () => {
    const bangla = definitionRows([act, nyaya, ordinance], 'bn')
    expect(bangla).toHaveLength(rows.length)
    for (const { label, cells: said } of bangla) {
      expect(said).toHaveLength(3)
      expect(label).toMatch(/\p{Script=Bengali}/u)
    }
  })
})

test.each([
  ['PSHTA-2012', '6', 'Imprisonment for life; at least 5 years; a fine of at least BDT 50 000'],
  ['PSHTA-2012', '9', 'Imprisonment for years; 5 years to 12 years; a fine of at least BDT 50 000'],
  [
    'PTPA-2018',
    '3(1)',
    'Imprisonment for years; at most 7 years; a fine of at most PKR 1 000 000; or a fine alone',
  ],
  ['HTTCA-2007', '15(1)(a)', 'Imprisonment for years; 20 years; a fine of at least NPR 200 000'],
  [
    'HTTCA-2007',
    '15(1)(e)(1)',
    'Imprisonment for years; 10 years to 15 years; a fine of NPR 50 000 to NPR 100 000',
  ],
  ['PSHTA-2012', '44', 'not known'],
] as const)('the penalty of %s, section %s, as people read it', (code, section, text) => {
  const [law] = of(code)
  const penalty = law?.offences.find((offence) => offence.section === section)?.penalty
  expect(penaltyText(penalty ?? null, law?.currency ?? '', 'en')).toBe(text)
})

test('the offence compared is trafficking itself, not one beside it', () => {
  expect(mainOffence(act)?.section).toBe('6')
  expect(mainOffence(ordinance)?.title.en).toBe('Human trafficking')
  const [children] = of('CHILD-2013')
  expect(children && mainOffence(children)).toBe(null)
})
