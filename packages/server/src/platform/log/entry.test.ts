import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commitmentOf, contentOf, hashOfLeaf } from './entry.ts'

describe('the bytes of an entry', () => {
  const item = {
    org: 'o',
    case: 'c',
    part: 'p',
    did: 'read',
    record: null,
    at: '1',
    account: null,
    accountOrg: null,
    relation: null,
    reason: null,
  }

  test('are the same in whatever order members and items come', () => {
    const [one, other] = [
      { ...item, did: 'a' },
      { ...item, did: 'b' },
    ]
    const turned = Object.fromEntries(Object.entries(one).toReversed()) as typeof one
    const text = contentOf({ id: 'x', portion: 1, event: null, items: [other, one] })
    expect(contentOf({ id: 'x', portion: 1, event: null, items: [turned, other] })).toBe(text)
    expect(text).toBe(
      '{"event":null,"id":"x","items":[' +
        ['a', 'b']
          .map(
            (did) =>
              `{"account":null,"accountOrg":null,"at":"1","case":"c","did":"${did}","org":"o","part":"p","reason":null,"record":null,"relation":null}`,
          )
          .join(',') +
        '],"portion":1}',
    )
  })

  test('put items in the order of their case, then their part, then what was done', () => {
    const order = (...places: readonly (readonly [string, string, string])[]) =>
      contentOf({
        id: 'x',
        portion: 0,
        event: null,
        items: places.map(([file, part, did]) => ({ ...item, case: file, part, did })),
      })
    expect(order(['b', 'a', 'a'], ['a', 'b', 'a'], ['a', 'a', 'b'])).toBe(
      order(['a', 'a', 'b'], ['a', 'b', 'a'], ['b', 'a', 'a']),
    )
  })
})

test('a leaf is bound to its entry, its portion, its moment and its content', () => {
  const leaf = { entry: 'e', portion: 2, sealed: 's', commitment: Buffer.alloc(32, 1) }
  const text = `{"commitment":"${'01'.repeat(32)}","entry":"e/2","sealed":"s","v":1}`
  expect(hashOfLeaf(leaf)).toEqual(
    createHash('sha256')
      .update(Buffer.from([0]))
      .update(text)
      .digest(),
  )
  const salted = createHash('sha256').update('salt').update('content').digest()
  expect(commitmentOf(Buffer.from('salt'), 'content')).toEqual(salted)
})

test('an event is told with its members in order', () => {
  const event = {
    at: '1',
    org: null,
    account: null,
    session: null,
    request: 'r',
    action: 'a',
    method: 'GET',
    status: 200,
    problem: null,
    reason: null,
    count: null,
    sealedReason: null,
  }
  expect(contentOf({ id: 'x', portion: 0, event, items: [] })).toBe(
    '{"event":{"account":null,"action":"a","at":"1","count":null,"method":"GET","org":null,"problem":null,"reason":null,"request":"r","sealedReason":null,"session":null,"status":200},"id":"x","items":[],"portion":0}',
  )
})
