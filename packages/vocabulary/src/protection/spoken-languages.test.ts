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
    const theirs = new Map(published('639-3').map((language) => [language.alpha_3, language]))
    for (const { code, iso6393 } of spokenLanguages.entries) {
      if (iso6393 === null) continue
      const language = theirs.get(iso6393)
      expect(language, iso6393).toBeDefined()
      expect(code).toBe(language?.alpha_2 ?? iso6393)
    }
  })

  test('every code that goes into an HTCDS file is of ISO 639-2', () => {
    const theirs = new Set(published('639-2').map(({ alpha_3 }) => alpha_3))
    for (const { htcds } of spokenLanguages.entries) expect(theirs.has(htcds), htcds).toBe(true)
  })

  test('a language that ISO 639-2 names goes out under its own name', () => {
    const theirs = new Set(published('639-2').map(({ alpha_3 }) => alpha_3))
    for (const { iso6393, htcds } of spokenLanguages.entries) {
      if (iso6393 !== null && theirs.has(iso6393)) expect(htcds).toBe(iso6393)
    }
  })
})
