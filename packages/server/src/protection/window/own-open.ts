import { sql } from 'kysely'
import { type OwnWork, openSealed, openWith, ownPartPlace, remembering } from '../../platform/index.ts'

/** A sealed value of her case, and where it lies. */
export interface SealedValue {
  readonly place: string
  readonly id: string
  readonly version: number
  readonly field: string
  readonly sealed: Buffer
}

/** The field of a column, as the records call it. */
const fieldOf = (column: string): string => column.replace(/_[a-z]/g, (found) => found.slice(1).toUpperCase())

/** Those of these values that the key of her own slot opens. */
export async function openOwnValues(
  work: OwnWork,
  part: string,
  rows: readonly SealedValue[],
): Promise<{ readonly id: string; readonly field: string; readonly value: unknown }[]> {
  const { rows: wraps } = await sql<{ key: string; wrapped: Buffer }>`
    select part_key_id as key, wrapped from own_wraps(${part})`.execute(work.db)
  const held = new Map(wraps.map(({ key, wrapped }) => [key, wrapped]))
  const dataKeys = new Map<string, Promise<Buffer>>()
  const partKey = remembering(async (key) => {
    const wrapped = held.get(key)
    return wrapped === undefined ? null : openWith(work.key, wrapped, ownPartPlace(key, work.slot))
  })
  const items = []
  for (const { place, id, version, field, sealed } of rows) {
    const at = { node: work.node, table: place, row: id, version }
    const opened = await openSealed(at, { [field]: sealed }, { partKey, dataKeys })
    if (field in opened) items.push({ id, field: fieldOf(field), value: opened[field] })
  }
  return items
}
