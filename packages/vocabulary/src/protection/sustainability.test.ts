import { describe, expect, test } from 'vitest'
import { showsDanger } from './follow-ups.ts'
import { standingOf, sustainabilityItems, sustainabilityQuestions } from './sustainability.ts'

const side = (answers: Readonly<Record<string, string>>, wanted = 'economic') =>
  standingOf('2026-01', answers).find((one) => one.side === wanted)

describe('how firmly somebody stands', () => {
  test('is asked side by side, five items each, and every item that is asked is known', () => {
    expect(standingOf('2026-01', {}).map(({ of }) => of)).toEqual([5, 5, 5])
    const known: readonly string[] = sustainabilityItems.entries.map(({ code }) => code)
    for (const { items } of sustainabilityQuestions) for (const item of items) expect(known).toContain(item)
  })

  test('has a measure of each side and none of all three, so that a weak side is not made good by another', () => {
    const answers = Object.fromEntries(
      sustainabilityItems.entries.map(({ code, side: of }) => [code, of === 'economic' ? 'no' : 'yes']),
    )
    expect(standingOf('2026-01', answers).map(({ measure }) => measure)).toEqual([0, 1, 1])
  })

  test('has no measure of a side of which too little was answered; not wishing to answer is no “no”', () => {
    const four = { incomeCovers: 'yes', workSteady: 'mostly', debtBorne: 'little', putsAside: 'no' }
    expect(side(four)).toEqual({ side: 'economic', answered: 4, of: 5, measure: 0.5 })
    expect(side({ ...four, putsAside: 'notWished' })?.measure).toBeNull()
    expect(side({ ...four, decidesMoney: 'notWished' })?.measure).toBe(0.5)
    expect(standingOf('1999', four)).toEqual([])
  })
})

test('any sign of renewed danger, or a home or life that is not safe, asks for a new look', () => {
  const calm = { signs: ['none'], safety: 'safe', housing: 'none' }
  expect(showsDanger(calm)).toBe(false)
  expect(showsDanger({ ...calm, signs: ['debt'] })).toBe(true)
  expect(showsDanger({ ...calm, safety: 'unsafe' })).toBe(true)
  expect(showsDanger({ ...calm, housing: 'unsafe' })).toBe(true)
})
