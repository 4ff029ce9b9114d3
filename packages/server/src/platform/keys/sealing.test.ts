import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/seed.ts'
import {
  freshDataKey,
  makePair,
  openDataKey,
  openValue,
  openWith,
  type Place,
  partKeyOf,
  sealedDataKeyOf,
  sealTo,
  sealValue,
} from './sealing.ts'

const place: Place = { node: 'node-a', table: 'person_identity', row: randomUUID(), version: 3 }

describe('a sealed value', () => {
  test('opens again for the part’s private half, whatever was written', async () => {
    const part = await makePair()
    const partKey = randomUUID()
    const dataKey = await freshDataKey(partKey, part.publicKey)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (words) => {
        const sealed = sealValue(dataKey, place, 'name', words)
        expect(partKeyOf(sealed)).toBe(partKey)
        const key = await openDataKey(part.privateKey, partKey, sealedDataKeyOf(sealed))
        expect(openValue(key, place, 'name', sealed)).toBe(words)
      }),
      runs(60),
    )
  })

  test('never looks the same twice, and shows nothing of its words', async () => {
    const part = await makePair()
    const dataKey = await freshDataKey(randomUUID(), part.publicKey)
    const first = sealValue(dataKey, place, 'name', 'রহিমা খাতুন')
    const second = sealValue(dataKey, place, 'name', 'রহিমা খাতুন')
    expect(first.equals(second)).toBe(false)
    expect(first.includes(Buffer.from('রহিমা'))).toBe(false)
  })

  const moved: readonly (readonly [string, Partial<Place>, string])[] = [
    ['another node', { node: 'node-b' }, 'name'],
    ['another table', { table: 'person_contact' }, 'name'],
    ['another row', { row: randomUUID() }, 'name'],
    ['another version', { version: 2 }, 'name'],
    ['another column', {}, 'father'],
  ]

  test.each(moved)('does not open when it was moved to %s', async (_where, change, column) => {
    const part = await makePair()
    const dataKey = await freshDataKey(randomUUID(), part.publicKey)
    const sealed = sealValue(dataKey, place, 'name', 'a name')
    expect(() => openValue(dataKey.key, { ...place, ...change }, column, sealed)).toThrow(Error)
  })

  test('does not open once a single bit of it has changed', async () => {
    const part = await makePair()
    const partKey = randomUUID()
    const sealed = sealValue(await freshDataKey(partKey, part.publicKey), place, 'name', 'a name')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
        const bent = Buffer.from(sealed)
        bent.writeUInt8(bent.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const opened = (async () =>
          openValue(
            await openDataKey(part.privateKey, partKeyOf(bent), sealedDataKeyOf(bent)),
            place,
            'name',
            bent,
          ))()
        await expect(opened).rejects.toThrow(Error)
      }),
      runs(120),
    )
  })

  test('does not open for another part’s key', async () => {
    const [one, other] = [await makePair(), await makePair()]
    const partKey = randomUUID()
    const sealed = sealValue(await freshDataKey(partKey, one.publicKey), place, 'name', 'a name')
    await expect(openDataKey(other.privateKey, partKey, sealedDataKeyOf(sealed))).rejects.toThrow(Error)
  })
})

describe('a wrapped key', () => {
  test('opens only where it belongs', async () => {
    const unit = await makePair()
    const secret = randomBytes(32)
    const sealed = await sealTo(unit.publicKey, secret, 'setu1|part|a|b')
    expect(await openWith(unit.privateKey, sealed, 'setu1|part|a|b')).toEqual(secret)
    await expect(openWith(unit.privateKey, sealed, 'setu1|part|a|c')).rejects.toThrow(Error)
  })
})
