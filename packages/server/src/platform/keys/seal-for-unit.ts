import { randomUUID } from 'node:crypto'
import { partPlace, type UnitPublic } from './key-ring.ts'
import { freshDataKey, makePair, sealTo, sealValue } from './sealing.ts'
import type { SealedRow } from './vault.ts'

/** A key that was made for one record, wrapped to one unit, and what is sealed with it. */
export interface SealedForUnit {
  readonly key: string
  readonly publicKey: Buffer
  readonly generation: number
  readonly wrapped: Buffer
  readonly sealed: Readonly<Record<string, Buffer>>
}

/**
 * Seals values for a unit although nobody of it is there: its public half is all that this takes. The pair that is
 * made for the record is forgotten at once, so whoever seals cannot open.
 */
export async function sealForUnit(
  node: string,
  { unit, generation, publicKey }: UnitPublic & { readonly unit: string },
  at: SealedRow,
  values: Readonly<Record<string, unknown>>,
): Promise<SealedForUnit> {
  const pair = await makePair()
  const key = randomUUID()
  const recordPublic = Buffer.from(pair.publicKey)
  return {
    key,
    publicKey: recordPublic,
    generation,
    wrapped: await sealTo(publicKey, pair.privateKey, partPlace(key, unit)),
    sealed: await sealToKey(node, { key, publicKey: recordPublic }, at, values),
  }
}

/** Seals values to the public half of a key that is there already. What is empty stays empty. */
export async function sealToKey(
  node: string,
  { key, publicKey }: { readonly key: string; readonly publicKey: Buffer },
  at: SealedRow,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, Buffer>>> {
  const dataKey = await freshDataKey(key, publicKey)
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    given.map(([column, value]) => [
      column,
      sealValue(dataKey, { node, ...at }, column, JSON.stringify(value)),
    ]),
  )
}
