import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('a new device speaks the language of its browser, Bangla or English', () => {
  expect(readSettings(null, ['bn-BD', 'en-US']).language).toBe('bn')
  expect(readSettings(null, ['en-US', 'bn-BD']).language).toBe('en')
  expect(readSettings(null, ['fr-FR', 'bn']).language).toBe('bn')
  expect(readSettings(null, ['fr-FR']).language).toBe('en')
})

test('what was chosen is found again, choice by choice', () => {
  const kept = JSON.stringify({ language: 'bn', digits: 'own', density: 'compact', scheme: 'dark' })
  expect(readSettings(kept, ['en'])).toEqual({
    language: 'bn',
    digits: 'own',
    density: 'compact',
    scheme: 'dark',
  })
})

test.each(['', 'not json', '[]', 'null', '{"language":"xx","digits":7}'])(
  'what was spoilt on the device falls back, and nothing breaks: %s',
  (kept) => {
    expect(readSettings(kept, ['en'])).toEqual({
      language: 'en',
      digits: 'latin',
      density: 'comfortable',
      scheme: 'auto',
    })
  },
)
