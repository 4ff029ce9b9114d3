import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { addDays, plainDate } from '../plain-date.ts'
import {
  daysStayed,
  flagsOfStay,
  type LegalBasis,
  legalBases,
  placeGroups,
  restsOnPaper,
  type StayFacts,
  stayFlags,
  stayStates,
} from './shelter.ts'

const today = plainDate('2026-11-22')
const rules = { today, longest: 180, childLongest: 90 }
const inOrder: StayFacts = {
  state: 'admitted',
  legalBasis: 'courtOrder',
  placeFor: 'women',
  admittedOn: addDays(today, -10),
  reviewOn: addDays(today, 20),
  freeToLeave: true,
  whyNotFree: null,
  paper: true,
  decided: false,
}
const flags = (stay: Partial<StayFacts>, child: boolean | null = false) =>
  flagsOfStay({ ...inOrder, ...stay }, { ...rules, child })

describe('the flags of a stay', () => {
  test('there are none where everything is in order, and none of a stay that does not go on', () => {
    expect(flags({})).toEqual([])
    for (const state of codesOf(stayStates).filter((one) => one !== 'admitted')) {
      expect(flags({ state, legalBasis: null, reviewOn: null, paper: false })).toEqual([])
    }
  })

  test('an adult is kept on an order, or on their own consent while they can go', () => {
    const bases: readonly (LegalBasis | null)[] = [...codesOf(legalBases), null]
    for (const legalBasis of bases) {
      for (const freeToLeave of [true, false]) {
        const rests = restsOnPaper(legalBasis) || (legalBasis === 'ownConsent' && freeToLeave)
        const found = flags({ legalBasis, freeToLeave, whyNotFree: 'other' })
        expect([legalBasis, freeToLeave, found.includes('heldWithoutBasis')]).toEqual([
          legalBasis,
          freeToLeave,
          !rests,
        ])
      }
    }
  })

  test('a child is in no place for adults, and stays on only where that was decided', () => {
    const among = codesOf(placeGroups).filter((placeFor) => flags({ placeFor }, true).length > 0)
    expect(among).toEqual(['women', 'men'])
    const long = { placeFor: 'girls', admittedOn: addDays(today, -90) }
    expect(flags(long, true)).toEqual(['childUndecided'])
    expect(flags({ ...long, admittedOn: addDays(today, -89) }, true)).toEqual([])
    expect(flags({ ...long, decided: true }, true)).toEqual([])
  })

  test('days are counted from the first, and the rule is passed on the day after it', () => {
    expect(daysStayed(today, today)).toBe(1)
    expect(flags({ admittedOn: addDays(today, -179) })).toEqual([])
    expect(flags({ admittedOn: addDays(today, -180) })).toEqual(['longStay'])
  })

  test('a look that is due today is not late, one that was due yesterday or never set is', () => {
    expect(flags({ reviewOn: today })).toEqual([])
    expect(flags({ reviewOn: addDays(today, -1) })).toEqual(['reviewLate'])
    expect(flags({ reviewOn: null })).toEqual(['reviewLate'])
  })

  test('an order has a number, and whoever cannot go is told why; those who are not told of either are asked nothing', () => {
    expect(flags({ paper: false })).toEqual(['paperMissing'])
    expect(flags({ paper: null })).toEqual([])
    expect(flags({ freeToLeave: false })).toEqual(['reasonMissing'])
    expect(flags({ freeToLeave: false, whyNotFree: 'ordered' })).toEqual([])
    const unknown = flags({ legalBasis: null, placeFor: 'men', admittedOn: addDays(today, -100) }, null)
    expect(unknown).toEqual([])
  })

  test('every flag can be raised', () => {
    const wrong = {
      legalBasis: 'courtOrder',
      paper: false,
      freeToLeave: false,
      reviewOn: null,
      admittedOn: addDays(today, -400),
    }
    const raised = new Set([...flags(wrong, true), ...flags({ ...wrong, legalBasis: null })])
    expect([...raised].toSorted()).toEqual(codesOf(stayFlags).toSorted())
  })
})
