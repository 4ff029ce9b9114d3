import { expect, test } from 'vitest'
import { drawingOf } from './boundary-shapes.ts'

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
]

test('the north is up and the east is right', () => {
  const drawing = drawingOf([
    { place: 'south-west', geometry: { type: 'Polygon', coordinates: [square(0, -1)] } },
    { place: 'north-east', geometry: { type: 'Polygon', coordinates: [square(1, 0)] } },
  ])
  const [first, second] = drawing?.shapes ?? []
  expect(drawing?.width).toBe(480)
  expect(drawing?.height).toBe(480)
  expect(first?.path).toBe('M0.0 480.0L240.0 480.0L240.0 240.0L0.0 240.0L0.0 480.0Z')
  expect(second?.path).toBe('M240.0 240.0L480.0 240.0L480.0 0.0L240.0 0.0L240.0 240.0Z')
})

test('a district of several islands is one shape', () => {
  const geometry = { type: 'MultiPolygon', coordinates: [[square(90, 22)], [square(92, 22)]] }
  const [shape] = drawingOf([{ place: 'BD2022', geometry }])?.shapes ?? []
  expect(shape?.path.match(/M/g)).toHaveLength(2)
})

test.each([null, {}, { coordinates: 'x' }, { coordinates: [] }])(
  'a file without outlines draws nothing',
  (geometry) => {
    expect(drawingOf([{ place: 'BD3026', geometry }])).toBeNull()
  },
)
