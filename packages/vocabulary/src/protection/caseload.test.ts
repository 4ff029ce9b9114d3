import { expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { caseStates } from './case-states.ts'
import { caseloadRules, caseWeight } from './caseload.ts'
import { riskLevels } from './risk.ts'

test('a case weighs by where it stands, by its danger and by the age of the person', () => {
  expect(caseWeight({ state: 'intake', risk: null, child: false }, caseloadRules)).toBe(4)
  expect(caseWeight({ state: 'active', risk: 'high', child: true }, caseloadRules)).toBe(6)
  expect(caseWeight({ state: 'followUp', risk: 'low', child: false }, caseloadRules)).toBe(1)
})

test('a greater danger never weighs less, and a child never less than an adult', () => {
  for (const state of codesOf(caseStates)) {
    const weights = codesOf(riskLevels).map((risk) =>
      caseWeight({ state, risk, child: false }, caseloadRules),
    )
    expect(weights, state).toEqual(weights.toSorted((a, b) => a - b))
    for (const risk of codesOf(riskLevels))
      expect(caseWeight({ state, risk, child: true }, caseloadRules)).toBeGreaterThanOrEqual(
        caseWeight({ state, risk, child: false }, caseloadRules),
      )
  }
})

test('what is over weighs nothing', () => {
  for (const state of ['closed', 'transferred'] as const)
    expect(caseWeight({ state, risk: 'imminent', child: true }, caseloadRules)).toBe(0)
})
