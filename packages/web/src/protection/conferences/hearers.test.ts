import type { CaseView } from '@setu/records/api'
import { expect, test } from 'vitest'
import { hearersOf, spokenOf } from './hearers.ts'

const lapwing = { org: 'o', unit: 'u', name: { en: 'Lapwing', bn: 'হট্টিটি' } }
const file = {
  referrals: [
    { id: 'on', direction: 'sent', state: 'accepted', to: lapwing },
    { id: 'over', direction: 'sent', state: 'completed', to: lapwing },
  ],
  consents: [
    { state: 'given', recipient: lapwing, parts: ['health', 'facts'] },
    { state: 'withdrawn', recipient: lapwing, parts: ['legal'] },
  ],
} as unknown as Pick<CaseView, 'referrals' | 'consents'>

test('an office hears what the survivor agreed to tell it, and nobody hears more for sitting at a table', () => {
  const [only, ...others] = hearersOf(file, {
    values: { topics: ['health', 'legal', 'safetyPlan', 'facts'] },
  })
  expect(others).toEqual([])
  expect(only).toMatchObject({ hears: ['facts', 'health'], not: ['narrative', 'legal'] })
  expect(hearersOf(file, { values: { topics: ['health'] } })).toMatchObject([{ not: [] }])
})

test('two topics of one part are one part', () => {
  expect(spokenOf(['services', 'risk'])).toEqual(['protection'])
  expect(spokenOf(null)).toEqual([])
})
