import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { partPlace } from './key-ring.ts'
import { openSealed } from './open-sealed.ts'
import { sealForUnit, sealToKey } from './seal-for-unit.ts'
import { makePair, openWith } from './sealing.ts'

const node = 'node.example'
const at = { table: 'tip', row: randomUUID(), version: 1 }

async function sealedFor(values: Readonly<Record<string, unknown>>) {
  const [pair, unit] = [await makePair(), randomUUID()]
  const to = { unit, generation: 3, publicKey: Buffer.from(pair.publicKey) }
  const made = await sealForUnit(node, to, at, values)
  const secret = await openWith(pair.privateKey, made.wrapped, partPlace(made.key, unit))
  return { made, secret }
}

describe('what is sealed for a unit though nobody of it is there', () => {
  test('opens with the unit’s own half, through a key that was made for it; what is empty stays empty', async () => {
    const given = { words: 'a grey van', seen: false, way: null, place: undefined }
    const { made, secret } = await sealedFor(given)
    expect(made.generation).toBe(3)
    expect(Object.keys(made.sealed)).toEqual(['words', 'seen'])
    expect(JSON.stringify(made)).not.toContain(secret.toString('base64'))
    const dataKeys = new Map<string, Promise<Buffer>>()
    const keys = { partKey: async (key: string) => (key === made.key ? secret : null), dataKeys }
    const opened = await openSealed({ ...at, node }, { ...made.sealed, way: null }, keys)
    expect(opened).toEqual({ words: 'a grey van', seen: false, way: null })
    expect(dataKeys.size).toBe(1)
    await expect(openSealed({ ...at, version: 2, node }, made.sealed, keys)).rejects.toThrow(Error)
  })

  test('is added to with the public half of that key alone', async () => {
    const { made, secret } = await sealedFor({ words: 'a grey van' })
    const later = await sealToKey(node, made, at, { answer: 'thank you', more: null, less: undefined })
    expect(Object.keys(later)).toEqual(['answer'])
    const keys = { partKey: async () => secret, dataKeys: new Map<string, Promise<Buffer>>() }
    expect(await openSealed({ ...at, node }, later, keys)).toEqual({ answer: 'thank you' })
  })

  test('is left out for whoever holds no key to it', async () => {
    const { made } = await sealedFor({ words: 'a grey van' })
    const keys = { partKey: async () => null, dataKeys: new Map<string, Promise<Buffer>>() }
    expect(await openSealed({ ...at, node }, { ...made.sealed, way: null }, keys)).toEqual({ way: null })
  })
})
