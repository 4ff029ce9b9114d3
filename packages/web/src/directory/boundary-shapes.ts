/** A place with the outline to draw, in the units of the drawing. */
export interface Shape {
  readonly place: string
  readonly path: string
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

interface Outlined {
  readonly place: string
  readonly geometry: unknown
}

type Point = readonly [longitude: number, latitude: number]

const widthOfDrawing = 480

function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
}

/** Every ring of a polygon or of several, however deep the file has put them. */
function ringsOf(value: unknown): Point[][] {
  if (!Array.isArray(value)) return []
  return value.every(isPoint) && value.length > 0 ? [value.filter(isPoint)] : value.flatMap(ringsOf)
}

function coordinatesOf(geometry: unknown): unknown {
  return typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry
    ? geometry.coordinates
    : []
}

/**
 * The outlines of GeoJSON areas as paths. Longitude is narrowed by the cosine of the middle latitude, which
 * is true enough for a country of a few degrees and wrong for a continent.
 */
export function drawingOf(features: readonly Outlined[]): Drawing | null {
  const outlined = features.map(({ place, geometry }) => ({ place, rings: ringsOf(coordinatesOf(geometry)) }))
  const points = outlined.flatMap(({ rings }) => rings.flat())
  if (points.length === 0) return null
  const [west, east] = reach(points.map(([longitude]) => longitude))
  const [south, north] = reach(points.map(([, latitude]) => latitude))
  const narrowed = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = widthOfDrawing / Math.max((east - west) * narrowed, Number.EPSILON)
  const place = ([longitude, latitude]: Point) =>
    `${((longitude - west) * narrowed * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`
  return {
    width: widthOfDrawing,
    height: Math.ceil((north - south) * scale),
    shapes: outlined.map(({ place: code, rings }) => ({
      place: code,
      path: rings.map((ring) => `M${ring.map(place).join('L')}Z`).join(''),
    })),
  }
}

function reach(numbers: readonly number[]): readonly [least: number, most: number] {
  return numbers.reduce<readonly [number, number]>(
    ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}
