import { describe, expect, test } from 'vitest'
import { reference, unavailable } from '../../test/reference.ts'
import { spokenLanguages } from './spoken-languages.ts'

describe('spoken languages', () => {
  test('include those of the camps and the hills, which ISO 639-2 cannot name', () => {
    for (const code of ['rhg', 'ctg', 'syl', 'ccp'] as const) {
      const entry = spokenLanguages.entries.find((candidate) => candidate.code === code)
      expect(entry?.iso6393).toBe(code)
      expect(entry?.htcds).not.toBe(code)
    }
  })

  test('have a three-letter code each, but for the sign languages, which are many', () => {
    const without = spokenLanguages.entries.filter(({ iso6393 }) => iso6393 === null)
    expect(without.map(({ code }) => code)).toEqual(['sgn'])
  })
})

describe.skipIf(unavailable)(`languages as published${unavailable}`, () => {
  interface Published {
    readonly alpha_2?: string
    readonly alpha_3: string
  }

  function published(part: '639-2' | '639-3'): Published[] {
    return (JSON.parse(reference(`iso/iso_${part}.json`)) as Record<string, Published[]>)[part] ?? []
  }

  test('every code is of ISO 639-3, and is the two-letter one where there is one', () => {
    const theirs = new Map(published('639-3').map(({ alpha_2, alpha_3 }) => [alpha_3, alpha_2 ?? alpha_3]))
    const named = spokenLanguages.entries.filter(({ iso6393 }) => iso6393 !== null)
    expect(named.map(({ iso6393 }) => theirs.get(iso6393 ?? ''))).toEqual(named.map(({ code }) => code))
  })

  test('a code that goes into an HTCDS file is of ISO 639-2, the language’s own where it has one', () => {
    const theirs = new Set(published('639-2').map(({ alpha_3 }) => alpha_3))
    expect(spokenLanguages.entries.filter(({ htcds }) => !theirs.has(htcds))).toEqual([])
    const otherwise = spokenLanguages.entries.filter(
      ({ iso6393, htcds }) => iso6393 !== null && theirs.has(iso6393) && htcds !== iso6393,
    )
    expect(otherwise).toEqual([])
  })
})
