import { describe, expect, test } from 'vitest'
import { tokenOf } from './blind-index.ts'
import { recoveryPlace } from './cover-units.ts'
import { askPlace } from './emergency-keys.ts'
import { lookUpPlace, partPlace, unitPlace } from './key-ring.ts'
import { inDemoSlot, inPasswordSlot } from './member-key.ts'
import { nodeKeyFrom } from './node-key.ts'
import { nodePlaces } from './node-places.ts'
import { openDataKey, openValue, openWith, partKeyOf, partKeyOfHead, sealedDataKeyOf } from './sealing.ts'
import { ownPartPlace, ownParts } from './slot-wraps.ts'
import { unwrapUnder, wrapUnder } from './wrapping.ts'

/** What an earlier release sealed, once; whatever changes in the code, it has to open as long as there are cases. */
const before = {
  privateKey: '280b9ec8d99c189f2527a49de8b0a931a74fe822e53a8aa41eb22a84f8d0d762',
  wrapped:
    '99a3e0f1f8a635d24a8830238e0af79677656ea99e6e73917a45ceb991f66b49a53af5428b4cb89135cece4762fa31d06298ab97876390ca',
  value:
    '013f2c8b1e6a4d4c7f9b0a2d5e8f1c7a64efd63cbb9041bd1190f29d47cb4367dc03de60d641785d458c25f9ad3c7b6e7aebb0a370f7248cafceae192e9fb1e8e90d9a3fe034e49d30bf140d81f87b3c19012573a9ac1e28bd85b1256f00b8cb2d7a6511e694cc71bf8ec49cf20546de8b8893dd31b95b4d23bac9307130b86ae5b83172327c4d9597a418d4',
  underNode: 'a17494a4daf671482da04257ef6f32e8def81f32b077d9e6846cb69c3aabbf1f9ababc3a',
} as const
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
const partKey = '3f2c8b1e-6a4d-4c7f-9b0a-2d5e8f1c7a64'
const place = {
  node: 'node-a',
  table: 'person_identity',
  row: '0d9e6f52-5c0b-4b7e-8a53-7f6d1c2b3a49',
  version: 3,
} as const

describe('what was sealed before', () => {
  test('opens with the key of its part', async () => {
    const value = bytes(before.value)
    expect(partKeyOf(value)).toBe(partKey)
    const dataKey = await openDataKey(bytes(before.privateKey), partKey, sealedDataKeyOf(value))
    expect(dataKey).toEqual(Buffer.alloc(32, 3))
    expect(openValue(dataKey, place, 'name', value)).toBe('রহিমা')
  })

  test('opens with the key it was wrapped to, and with the node’s', async () => {
    const opened = await openWith(bytes(before.privateKey), bytes(before.wrapped), 'setu1|part|a|b')
    expect(opened.toString()).toBe('a secret')
    const key = nodeKeyFrom(new Uint8Array(32).fill(7))
    expect(Buffer.from(key.unwrap(bytes(before.underNode), 'unit|a')).toString()).toBe('a secret')
  })

  test('is found by the same token and the same mark', () => {
    const key = nodeKeyFrom(new Uint8Array(32).fill(7))
    expect(key.id).toBe('e63774dec8df45f7')
    expect(key.mark('a text', 'known device').toString('hex')).toBe(
      '7031b86ce36f1200868132cd585117b9014b99f75bbb7e9d1ef2c85557c3f03a',
    )
    const at = { node: 'node-a', org: 'org-a' }
    for (const text of ['Rahima  KHATUN', 'rahima-khatun', 'ＲＡＨＩＭＡ KHATUN'])
      expect(tokenOf(Buffer.alloc(32, 4), at, 'name', text).toString('hex')).toBe(
        'f81075cf2ffc8c919d9defebcd0b15c5',
      )
  })

  test('belongs where it belonged, by the letter', () => {
    expect([unitPlace('u', 'a', 1), unitPlace('u', 'a', 2)]).toEqual(['setu1|unit|u|a', 'setu1|unit|u|a|2'])
    expect(partPlace('k', 'u')).toBe('setu1|part|k|u')
    expect(lookUpPlace('k', 'u')).toBe('setu1|look-up|k|u')
    expect(recoveryPlace('k', 'u', 2)).toBe('setu1|recovery|k|u|2')
    expect(askPlace('k', 'a')).toBe('setu1|emergency|k|a')
    expect(ownPartPlace('k', 's')).toBe('setu1|own part|k|s')
    const whose = { org: 'o', account: 'a' }
    expect(nodePlaces.totp(whose)).toBe('totp|o|a')
    expect(nodePlaces.log()).toBe('log-signing')
    expect(nodePlaces.unit('u')).toBe('unit|u')
    expect(nodePlaces.index('o')).toBe('index|o')
    expect(nodePlaces.demo(whose)).toBe('setu1|slot|demo|o|a')
  })

  test('is a member’s under their password, or under the node’s key in a demonstration', () => {
    const owner = { org: 'o', account: 'a' }
    const [slotKey, secret] = [Buffer.alloc(32, 5), Buffer.from('a private half')]
    const slot = inPasswordSlot(owner, slotKey, secret)
    expect(unwrapUnder(slotKey, slot, 'setu1|slot|password|o|a')).toEqual(secret)
    const key = nodeKeyFrom(slotKey)
    expect(key.unwrap(inDemoSlot(owner, key, secret), 'setu1|slot|demo|o|a')).toEqual(secret)
  })
})

describe('a sealed value that is none', () => {
  const value = bytes(before.value)
  const head = value.subarray(0, 97)

  test('is refused when it is of another format, or was cut short', () => {
    const other = Buffer.from(value)
    other[0] = 2
    expect(() => partKeyOf(other)).toThrow('sealed value of an unknown format')
    // Format, name, sealed data key, nonce and tag around no text at all.
    expect(partKeyOf(value.subarray(0, 125))).toBe(partKey)
    expect(() => partKeyOf(value.subarray(0, 124))).toThrow('sealed value that was cut short')
    expect(partKeyOfHead(head)).toBe(partKey)
    expect(() => partKeyOfHead(head.subarray(0, 96))).toThrow('sealed value that was cut short')
  })

  test('has a data key of the same 80 bytes in each value of one writing', () => {
    expect(sealedDataKeyOf(value)).toEqual(value.subarray(17, 97))
  })
})

test('what is wrapped is a nonce, as many bytes as the secret, and a tag', () => {
  expect(wrapUnder(Buffer.alloc(32), Buffer.from('abc'), 'p')).toHaveLength(12 + 3 + 16)
  expect(() => wrapUnder(Buffer.alloc(31), Buffer.from('abc'), 'p')).toThrow(RangeError)
})

test('a survivor reads all that is sealed of her case but what is told in treatment', () => {
  expect(ownParts).toEqual(['identity', 'contact', 'narrative', 'family', 'legal'])
})
