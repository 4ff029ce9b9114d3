import { expect, test } from 'vitest'
import { placesByDistrict, shadeOf } from './places-by-district.ts'

const offer = (id: string, districts: string[], active = true) => ({
  org: 'o',
  id,
  version: 1,
  unit: { id: 'u', name: { en: 'u', bn: 'u' } },
  organisation: { id: 'o', name: { en: 'o', bn: 'o' }, type: 'ngo', work: 'care' },
  service: 'shelter',
  takes: ['women' as const],
  districts,
  free: null,
  places: null,
  freeFor: [],
  active,
})

test('a service counts in every district it reaches, while it is offered', () => {
  const counts = placesByDistrict([
    offer('1', ['BD4041', 'BD4047']),
    offer('2', ['BD4041']),
    offer('3', ['BD4041'], false),
  ])
  expect([...counts]).toEqual([
    ['BD4041', 2],
    ['BD4047', 1],
  ])
})

test('a district with nothing is never shaded like one with something', () => {
  expect(shadeOf(0, 12)).toBe(0)
  expect(shadeOf(1, 12)).toBe(1)
  expect(shadeOf(12, 12)).toBe(4)
})
