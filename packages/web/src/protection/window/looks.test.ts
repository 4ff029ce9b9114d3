import { expect, test } from 'vitest'
import { groupedLooks, type Look } from './looks.ts'

const look = (changes: Partial<Look>): Look => ({
  at: '2026-11-20T10:00:00Z',
  part: 'identity',
  did: 'read',
  reason: null,
  relation: 'own',
  office: { en: 'Hope', bn: 'আশা' },
  ...changes,
})
const dayOf = (moment: string) => moment.slice(0, 10)

test('what one office did again and again in one day is one line with the latest of it', () => {
  const looks = [look({ at: '2026-11-20T12:00:00Z' }), look({ relation: 'supervise' }), look({})]
  expect(groupedLooks(looks, dayOf)).toEqual([{ look: looks[0], times: 3 }])
})

test('another day, part, reason or office stands by itself, and so does she', () => {
  const looks = [
    look({}),
    look({ at: '2026-11-19T10:00:00Z' }),
    look({ part: 'contact' }),
    look({ reason: 'safety' }),
    look({ office: { en: 'Police', bn: 'পুলিশ' } }),
    look({ relation: 'self', office: null }),
    look({ relation: null, office: null }),
  ]
  expect(groupedLooks(looks, dayOf).map(({ times }) => times)).toEqual([1, 1, 1, 1, 1, 1, 1])
})
