import { expect, test } from 'vitest'
import { guardedSteps } from './by-another.ts'

test('the steps that need somebody else are those of the tables, money and plans among them', () => {
  const told = guardedSteps().map(
    ({ record, step, another }) => `${record} ${step.from}-${step.to} ${another}`,
  )
  expect(told).toEqual(
    expect.arrayContaining([
      'servicePlan agreed-approved true',
      'payment asked-approved true',
      'nonPunishmentClaim raised-accepted true',
      'nonPunishmentClaim raised-withdrawn true',
      'survivorFeedback invited-answered false',
    ]),
  )
  expect(told.some((one) => one.startsWith('riskAssessment'))).toBe(false)
})
