import { districtByPcode } from '@setu/vocabulary/places'
import { Problem } from '../../platform/index.ts'

/** The levels at which boundaries are loaded. */
export type BoundaryLevel = 'district' | 'upazila' | 'admin1'

type Position = readonly [longitude: number, latitude: number]

/** The outline of one place: nothing of the file but where it runs. */
export interface Boundary {
  readonly place: string
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
}

/** Official files name the P-code after the level of the place; hand-made ones just call it a P-code. */
const codeNames: Readonly<Record<BoundaryLevel, string>> = {
  admin1: 'adm1pcode',
  district: 'adm2pcode',
  upazila: 'adm3pcode',
}

const knows: Readonly<Record<BoundaryLevel, (code: string) => boolean>> = {
  admin1: (code) => /^[A-Z]{2}-?[A-Z0-9]{1,8}$/.test(code),
  district: (code) => districtByPcode(code) !== null,
  upazila: (code) => /^BD\d{6}$/.test(code) && districtByPcode(code.slice(0, 6)) !== null,
}

type Found<Value> = { readonly value: Value } | { readonly fault: string }

const fault = (word: string): { readonly fault: string } => ({ fault: word })

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function codeIn(properties: unknown, level: BoundaryLevel): Found<string> {
  if (!isObject(properties)) return fault('no-p-code')
  const named = Object.entries(properties).map(
    ([name, value]) => [name.toLowerCase().replaceAll('_', ''), value] as const,
  )
  const value =
    named.find(([name]) => name === codeNames[level])?.[1] ?? named.find(([name]) => name === 'pcode')?.[1]
  if (typeof value !== 'string' || value === '') return fault('no-p-code')
  return knows[level](value) ? { value } : fault('unknown-place')
}

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null
  const [longitude, latitude]: readonly unknown[] = value
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null
}

/** Every item read by the same rule; `null` as soon as one cannot be. */
function each<Item>(values: unknown, read: (value: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(values) || values.length === 0) return null
  const items: Item[] = []
  for (const value of values) {
    const item = read(value)
    if (item === null) return null
    items.push(item)
  }
  return items
}

/** A ring comes back to where it began, and has at least three corners. */
function ringOf(value: unknown): Position[] | null {
  const ring = each(value, positionOf)
  const [first, last] = [ring?.[0], ring?.at(-1)]
  if (!ring || ring.length < 4 || !first || !last) return null
  return first[0] === last[0] && first[1] === last[1] ? ring : null
}

const polygonOf = (value: unknown): Position[][] | null => each(value, ringOf)

function geometryOf(geometry: unknown): Found<Boundary['geometry']> {
  if (!isObject(geometry)) return fault('not-an-area')
  const { type, coordinates } = geometry
  if (type === 'Polygon') {
    const polygon = polygonOf(coordinates)
    return polygon === null ? fault('outline-broken') : { value: { type, coordinates: polygon } }
  }
  if (type === 'MultiPolygon') {
    const polygons = each(coordinates, polygonOf)
    return polygons === null ? fault('outline-broken') : { value: { type, coordinates: polygons } }
  }
  return fault('not-an-area')
}

function boundaryOf(feature: unknown, level: BoundaryLevel): Found<Boundary> {
  if (!isObject(feature) || feature['type'] !== 'Feature') return fault('not-a-feature')
  const place = codeIn(feature['properties'], level)
  if ('fault' in place) return place
  const geometry = geometryOf(feature['geometry'])
  return 'fault' in geometry ? geometry : { value: { place: place.value, geometry: geometry.value } }
}

const mostFaults = 40

function refuse(fields: readonly { readonly field: string; readonly problem: string }[]): never {
  throw new Problem('bad-request', { fields: fields.slice(0, mostFaults) })
}

/**
 * Reads boundaries from GeoJSON (RFC 7946): a collection of areas, each with the P-code of a place of this
 * level, no place twice. Whatever else a file says of them is left behind.
 */
export function readGeojson(file: unknown, level: BoundaryLevel): Boundary[] {
  if (!isObject(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features'])) {
    return refuse([{ field: 'geojson', problem: 'not-a-feature-collection' }])
  }
  const features: readonly unknown[] = file['features']
  if (features.length === 0) return refuse([{ field: 'geojson.features', problem: 'empty' }])
  const seen = new Set<string>()
  const boundaries: Boundary[] = []
  const faults: { field: string; problem: string }[] = []
  features.forEach((feature, at) => {
    const read = boundaryOf(feature, level)
    const problem = 'fault' in read ? read.fault : seen.has(read.value.place) ? 'twice' : null
    if (problem !== null) faults.push({ field: `geojson.features.${at}`, problem })
    if ('fault' in read) return
    seen.add(read.value.place)
    boundaries.push(read.value)
  })
  return faults.length > 0 ? refuse(faults) : boundaries
}
