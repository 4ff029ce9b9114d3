import { expect, test } from 'vitest'
import { voiceFor } from './read-aloud.ts'

const bangla = { lang: 'bn-BD', localService: true }
const english = { lang: 'en-GB', localService: true }
const elsewhere = { lang: 'bn-IN', localService: false }

test('a voice of the language reads, whatever country it is of', () => {
  expect(voiceFor([english, bangla], 'bn')).toBe(bangla)
  expect(voiceFor([bangla], 'en')).toBeNull()
  expect(voiceFor([], 'bn')).toBeNull()
})

test('a voice that sends what it reads to somebody else is none', () => {
  expect(voiceFor([elsewhere], 'bn')).toBeNull()
  expect(voiceFor([elsewhere, bangla], 'bn')).toBe(bangla)
})
