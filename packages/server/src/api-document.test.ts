import { codesOf, parts, relations, roles } from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { calls } from '../test/endpoint-calls.ts'
import { endpoints } from './endpoints.ts'
import { openApiOf } from './platform/index.ts'

/** What cannot be undone, or opens the way to what cannot: files taken out, accounts, keys, ownership. */
const grave: ReadonlySet<string> = new Set([
  'bridges.file',
  'bridges.send',
  'bridges.answerMapping',
  'exchange.exportHtcds',
  'exchange.exportMoney',
  'exchange.exportNetwork',
  'log.bundle',
  'breaches.export',
  'reviews.export',
  'addAccount',
  'changeAccount',
  'resetFactors',
  'removePasskey',
  'addOrganisation',
  'addUnit',
  'transfers.offer',
  'erasures.answer',
  'retention.answer',
  'retention.papers',
  'settings.layDown',
  'laws.answer',
  'figures.file',
  'figures.freeze',
  'figures.layDownCells',
  'oversight.ownFile',
  'oversight.toldFile',
  'retention.table',
  'renewals.begin',
  'documents.take',
  'emergencies.ask',
  'emergencies.answer',
  'keys.letIn',
  'keys.renew',
  'renewOwnKey',
  'recovery.make',
  'recovery.use',
  'window.issue',
  'window.thaw',
])

/** Of these, the proof is made for the very request. */
const bound: ReadonlySet<string> = new Set(['emergencies.answer'])

describe('the API as its document says it', () => {
  const document = openApiOf(endpoints, '0') as {
    paths: Record<string, Record<string, { 'x-setu'?: unknown; operationId?: string; summary?: string }>>
  }
  const entries = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, entry]) => [`${verb} ${path}`, entry['x-setu']] as const),
  )

  const operationOf = (name: string): string => {
    const [verb = '', path = ''] = name.split(' ')
    return document.paths[path]?.[verb]?.operationId ?? ''
  }

  test('every entry says its part, its relations, whether it writes and asks for a fresh proof', () => {
    expect(entries.length).toBe(endpoints.length)
    for (const [name, access] of entries) {
      expect(access, name).toEqual({
        part: expect.toBeOneOf([...codesOf(parts), 'none', 'various']),
        relations: expect.any(Array),
        writes: !name.startsWith('get') && expect.any(Boolean),
        ...(access && typeof access === 'object' && 'roles' in access ? { roles: expect.any(Array) } : {}),
        ...(grave.has(operationOf(name)) ? { stepUp: bound.has(operationOf(name)) ? 'bound' : true } : {}),
      })
      const { relations: said, roles: asked = [] } = access as { relations: string[]; roles?: string[] }
      expect(said.length, name).toBeGreaterThan(0)
      const known: readonly string[] = [...codesOf(relations), 'dataProtection', 'signedIn', 'anyone']
      expect(
        said.filter((one) => !known.includes(one)),
        name,
      ).toEqual([])
      expect(
        asked.filter((one) => !(codesOf(roles) as readonly string[]).includes(one)),
        name,
      ).toEqual([])
    }
  })

  test('every entry says what it is for', () => {
    for (const [path, verbs] of Object.entries(document.paths))
      for (const { summary } of Object.values(verbs)) expect(summary, path).toMatch(/^[A-Z].{5,}[^.]$/)
  })

  test('files, accounts and ownership are never given away without a fresh proof', () => {
    const kinds =
      /export|bundle|account|factors\/reset|passkeys\/:id|organisations$|units$|transfer|erasure|renewal|emergencies\.a|^keys|session\/key$|admin\/recovery|^window\.(issue|thaw)|documents\.take|^oversight\.\w+File|^figures\.(file|freeze|layDownCells)|^retention\.(table|answer|papers)|^settings\.layDown|^bridges\.(send|file|answerMapping)|^laws\.answer/i
    const leaving = ['documents.take']
    const writing = endpoints.filter(
      ({ kind, name, access }) => kind === 'download' || access.writes || leaving.includes(name),
    )
    const found = writing.filter(({ name, path }) => kinds.test(`${name} ${path}`)).map(({ name }) => name)
    expect(found.toSorted()).toEqual([...grave, 'transfers.answer', 'erasures.ask', 'keys.goOn'].toSorted())
  })

  test('every entry has a name of its own, by which the matrix calls it', () => {
    expect(endpoints.map(({ name }) => name).toSorted()).toEqual(Object.keys(calls).toSorted())
  })
})
