import { expect, test } from 'vitest'
import { defineCodes } from './codes.ts'
import { defineStates, stepBetween, stepsFrom } from './steps.ts'

const list = defineCodes('test:plan-state', '1', [
  { code: 'draft', en: 'Draft', bn: 'খসড়া' },
  { code: 'asked', en: 'Waits', bn: 'অপেক্ষমাণ' },
  { code: 'done', en: 'Done', bn: 'সম্পন্ন' },
])
const words = { en: 'Go on', bn: 'এগোন' }
const asking = { from: 'draft', to: 'asked', by: ['own'], ...words } as const
const agreeing = { from: 'asked', to: 'done', by: ['supervise'], notBy: ['asked'], ...words } as const

test('what leads on from a state, and what does not, is read off the table', () => {
  const states = defineStates({ list, begins: 'draft', amends: ['draft'], steps: [asking, agreeing] })
  expect(stepsFrom(states, 'draft')).toEqual([asking])
  expect(stepBetween(states, 'asked', 'done')).toEqual(agreeing)
  expect(stepBetween(states, 'draft', 'done')).toBeNull()
  expect(stepsFrom(states, 'done')).toEqual([])
})

test('a step written twice, one that leads nowhere new and a state that nothing leads to fail at load', () => {
  const made = (steps: Parameters<typeof defineStates<'draft' | 'asked' | 'done'>>[0]['steps']) => () =>
    defineStates({ list, begins: 'draft', amends: [], steps })
  expect(made([asking, agreeing, asking])).toThrow('draft → asked is listed twice')
  expect(made([asking, agreeing, { ...asking, to: 'draft' }])).toThrow('draft leads to itself')
  expect(made([asking])).toThrow('nothing leads to done')
})
