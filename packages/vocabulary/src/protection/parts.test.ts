import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { emergencyHours, emergencyParts, kindsOfWork, parts, relations, shareableParts } from './parts.ts'

const where = (holds: (part: (typeof parts.entries)[number]) => boolean): string =>
  parts.entries
    .filter(holds)
    .map(({ code }) => code)
    .join(' ')

/** An x where the survivor can be asked to share the part on the left with the work at the top. */
const map = `
  part       care legal police livelihood return none
  identity   x    x     x      x          x      .
  contact    x    x     .      x          .      .
  facts      x    x     x      .          x      .
  protection x    .     .      .          .      .
  narrative  .    .     .      .          .      .
  family     .    .     .      .          .      .
  health     x    x     .      .          .      .
  legal      .    x     .      .          .      .
  status     .    .     .      .          .      .
  trail      .    .     .      .          .      .
`
const [[, ...works] = [], ...rows] = map
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

describe('the parts of a case', () => {
  test('are kept under these names, as are the kinds of work and what people are to a case', () => {
    const kept = (list: Parameters<typeof codesOf>[0]) =>
      [list.scheme, list.version, ...codesOf(list)].join(' ')
    expect(kept(parts)).toBe(
      'setu:part 2026-01 identity contact facts protection narrative family health legal status trail',
    )
    expect(kept(kindsOfWork)).toBe('setu:kind-of-work 2026-01 care legal police livelihood return none')
    expect(kept(relations)).toBe(
      'setu:relation 2026-01 own supervise office named offered linked repatriating verifying emergency compelled self stranger',
    )
  })

  test('are sealed wherever a person could be known by them, and read with a reason', () => {
    expect(where(({ sealed }) => sealed)).toBe('identity contact narrative family health legal')
    expect(where(({ reason }) => reason)).toBe('identity contact family health legal')
  })

  test('can be shared with each kind of work as far as it has a use for them', () => {
    expect(Object.keys(shareableParts)).toEqual(works)
    for (const [at, work] of Object.values(shareableParts).entries()) {
      expect(codesOf(parts).filter((part) => work.includes(part))).toEqual(
        rows.filter(([, ...marks]) => marks[at] === 'x').map(([part]) => part),
      )
    }
  })
})

describe('in an emergency', () => {
  test('care and police can ask for what helps at once and they may see, nobody else for anything', () => {
    const asked = Object.fromEntries(
      codesOf(kindsOfWork).map((work) => [work, emergencyParts(work).join(' ')]),
    )
    expect(asked).toEqual({
      care: 'identity contact protection health',
      police: 'identity',
      legal: '',
      livelihood: '',
      return: '',
      none: '',
    })
  })

  test('access ends after four hours', () => {
    expect(emergencyHours).toBe(4)
  })
})
