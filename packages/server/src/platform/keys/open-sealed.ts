import { openDataKey, openValue, type Place, partKeyOf, sealedDataKeyOf } from './sealing.ts'

interface Keys {
  /** The private half of a part's key; `null` where this reader holds none. */
  partKey(keyId: string): Promise<Buffer | null>
  /** Data keys opened before, by their sealed form. */
  readonly dataKeys: Map<string, Promise<Buffer>>
}

/** Opens the sealed values of one row; those that this reader holds no key for are left out. */
export async function openSealed(
  place: Place,
  values: Readonly<Record<string, Buffer | null>>,
  { partKey, dataKeys }: Keys,
): Promise<Record<string, unknown>> {
  const opened: Record<string, unknown> = {}
  for (const [column, sealed] of Object.entries(values)) {
    if (sealed === null) {
      opened[column] = null
      continue
    }
    const keyId = partKeyOf(sealed)
    const secret = await partKey(keyId)
    if (secret === null) continue
    const sealedKey = sealedDataKeyOf(sealed)
    const name = Buffer.from(sealedKey).toString('base64')
    const dataKey = dataKeys.get(name) ?? openDataKey(secret, keyId, sealedKey)
    dataKeys.set(name, dataKey)
    const value: unknown = JSON.parse(openValue(await dataKey, place, column, sealed))
    opened[column] = value
  }
  return opened
}
