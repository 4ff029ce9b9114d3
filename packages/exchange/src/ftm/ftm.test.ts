import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  codesOf,
  informationCredibilities,
  mayTie,
  type Network,
  type NetworkLink,
  type NetworkNode,
  networkKinds,
  networkTies,
  plainDate,
  sourceReliabilities,
  standings,
} from '@setu/vocabulary'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { FtmEntity } from './ftm-shape.ts'
import { readFtm } from './read-ftm.ts'
import { ftmLines, presumption } from './write-ftm.ts'

const bytesOf = (...lines: readonly unknown[]) =>
  new TextEncoder().encode(
    lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n'),
  )

const writeFtm = (network: Network): Uint8Array => Buffer.concat([...ftmLines(network)])

const entitiesOf = (network: Network): FtmEntity[] =>
  new TextDecoder()
    .decode(writeFtm(network))
    .split('\n')
    .filter((line) => line !== '')
    .map((line): FtmEntity => JSON.parse(line))

/** A network in which every kind of thing and every tie stands, with all and with nothing that can be said of it. */
function everything(): Network {
  const nodes = codesOf(networkKinds).flatMap((kind): NetworkNode[] => {
    const somebody = kind === 'person' || kind === 'company'
    const known = somebody ? codesOf(standings) : [null]
    return [...known, ...known].map((standing, at) => {
      const full = at % 2 === 0
      return {
        id: `${kind}-${at}`,
        kind,
        names: full ? ['Example One', 'উদাহরণ এক', 'مثال'] : ['Example'],
        standing,
        sex: kind === 'person' && full ? 'female' : null,
        birthYear: kind === 'person' && full ? 1984 : null,
        country: full ? 'BD' : null,
        number: full || kind === 'phone' ? '+880 1700-000000' : null,
        within: full && ['account', 'place', 'criminalCase'].includes(kind) ? 'Jashore' : null,
      }
    })
  })
  const links = codesOf(networkTies).flatMap((tie, at): NetworkLink[] => {
    const ends = nodes.flatMap((from) =>
      nodes.flatMap((to) => (from !== to && mayTie(tie, from.kind, to.kind) ? [[from, to] as const] : [])),
    )
    return ends.slice(0, 7).map(([from, to], place) => ({
      id: `tie-${at}-${place}`,
      tie,
      from: from.id,
      to: to.id,
      role: place % 2 === 0 ? 'Transporter' : null,
      since: place % 3 === 0 ? plainDate('2024-02-29') : null,
      until: place % 3 === 1 ? plainDate('2025-12-31') : null,
      reliability: codesOf(sourceReliabilities)[place % 6] ?? 'F',
      credibility: codesOf(informationCredibilities)[(place + at) % 6] ?? '6',
    }))
  })
  return { nodes, links }
}

describe('a network as FollowTheMoney', () => {
  test('goes out and comes in as it was, every kind of thing and every tie', () => {
    const network = everything()
    expect(network.links.length).toBeGreaterThan(60)
    expect(readFtm(writeFtm(network), { own: true })).toEqual({
      ...network,
      problems: [],
      told: 0,
      errors: 0,
    })
  })

  test('marks with a crime only whom a court has convicted for good, and says of all others what they are', () => {
    for (const { properties } of entitiesOf(everything())) {
      const standing = properties['keywords']?.[0]
      if (standing === undefined) continue
      const guilty = standing === 'convicted'
      expect(properties['topics']).toEqual([guilty ? 'crime.traffick.human' : 'poi'])
      expect(properties['notes']).toEqual(guilty ? undefined : [presumption])
    }
  })
})

describe('a file from elsewhere', () => {
  const rahim = { id: 'p1', schema: 'Person', properties: { name: ['Example Person'] } }
  const other = {
    id: 'p2',
    schema: 'Person',
    properties: { name: ['Another Example'], topics: ['crime'], keywords: ['convicted'] },
  }

  test('gives nobody a standing that no court here has given', () => {
    expect(readFtm(bytesOf(rahim, other)).nodes.map(({ standing }) => standing)).toEqual([
      'ofInterest',
      'ofInterest',
    ])
  })

  test('says which property holds what cannot be kept, and which tie ends before it begins', () => {
    const empty = { id: 'p4', schema: 'Person', properties: { name: ['Fourth'], alias: [' '] } }
    const signs = { id: 'p5', schema: 'Person', properties: { name: ['Fi\u0000fth'] } }
    const back = {
      id: 'l3',
      schema: 'Associate',
      properties: { person: ['p1'], associate: ['p2'], startDate: ['2025-02-01'], endDate: ['2024-02-01'] },
    }
    const { problems } = readFtm(bytesOf(rahim, other, empty, signs, back))
    const told = problems.filter(({ weight }) => weight !== 'note')
    expect(told.map(({ code, line, about, weight }) => [code, line, about['property'], weight])).toEqual([
      ['ftm.text', 3, 'alias', 'error'],
      ['ftm.text', 4, 'name', 'error'],
      ['ftm.order', 5, 'endDate', 'error'],
    ])
  })

  test('tells of an error behind more notes than a list shows', () => {
    const many = Array.from({ length: 1100 }, (_, at) => ({
      id: `n${at}`,
      schema: 'Person',
      properties: { name: ['Somebody'], weight: ['3'] },
    }))
    const empty = { id: 'last', schema: 'Person', properties: { name: ['Last'], alias: [' '] } }
    const { problems, told, errors } = readFtm(bytesOf(...many, empty))
    expect([told, errors, problems.length]).toEqual([1101, 1, 1001])
    expect(problems.at(-1)).toMatchObject({ code: 'ftm.text', line: 1101, weight: 'error' })
  })

  test('keeps what it can and tells of all else by line and property', () => {
    const known = {
      id: 'l1',
      schema: 'UnknownLink',
      properties: { subject: ['p1'], object: ['p2'], weight: ['3'] },
    }
    const loose = { id: 'l2', schema: 'Associate', properties: { person: ['p1'], associate: ['p9'] } }
    const boat = { id: 'v1', schema: 'Vessel', properties: { name: ['Example'] } }
    const born = { id: 'p3', schema: 'Person', properties: { name: ['Third'], birthDate: ['long ago'] } }
    const { nodes, links, problems } = readFtm(
      bytesOf(rahim, other, known, loose, boat, born, rahim, 'nonsense'),
    )
    expect(nodes.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
    expect(links.map(({ tie, reliability, credibility }) => [tie, reliability, credibility])).toEqual([
      ['linked', 'F', '6'],
    ])
    expect(new Map(problems.map(({ code, line }) => [line, code]))).toEqual(
      new Map([
        [2, 'ftm.property'],
        [7, 'ftm.id-twice'],
        [8, 'ftm.entity'],
        [5, 'ftm.schema'],
        [6, 'ftm.value'],
        [3, 'ftm.property'],
        [4, 'ftm.end'],
      ]),
    )
    expect(problems).toHaveLength(7)
    expect(JSON.stringify(problems)).not.toMatch(/Example|Third|long ago/)
  })

  test.each([
    ['is empty', new Uint8Array()],
    ['is not text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['holds a list', bytesOf('[1, 2]')],
    ['breaks off in the middle', bytesOf('{"id":"a","schema":"Person","prop')],
    ['holds values that are no lists', bytesOf({ id: 'a', schema: 'Person', properties: { name: 'x' } })],
    ['has an id that leads elsewhere', bytesOf({ id: '../a', schema: 'Person', properties: {} })],
  ])('that %s is refused, with its reason', (_, bytes) => {
    const { nodes, problems } = readFtm(bytes)
    expect(nodes).toEqual([])
    expect(problems.map(({ weight }) => weight)).toEqual(['refusal'])
  })

  test('is not read beyond its limits', () => {
    const many = readFtm(new TextEncoder().encode('x\n'.repeat(60_000)))
    expect(many.problems.map(({ code }) => code)).toEqual(['ftm.shape'])
    const large = readFtm(new Uint8Array(20 * 1024 * 1024 + 1))
    expect(large.problems.map(({ code }) => code)).toEqual(['ftm.too-large'])
  })
})

const reference = process.env['SETU_REFERENCE']

describe.skipIf(reference === undefined)('the schemata of FollowTheMoney (SETU_REFERENCE)', () => {
  interface Schema {
    readonly extends?: readonly string[]
    readonly required?: readonly string[]
    readonly properties?: Readonly<Record<string, { readonly type?: string; readonly range?: string } | null>>
  }
  const folder = path.join(reference ?? '', 'ftm')
  const files = reference === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const schemata = new Map<string, Schema>(
    files.flatMap((file): [string, Schema][] =>
      Object.entries(parse(readFileSync(path.join(folder, file), 'utf8'))),
    ),
  )
  /** A schema with all that it extends; a few of those, without properties that we use, are not among the files. */
  const lineOf = (name: string): string[] => [name, ...(schemata.get(name)?.extends ?? []).flatMap(lineOf)]
  const propertiesOf = (name: string) =>
    new Map(
      [...lineOf(name), 'Thing'].flatMap((one) =>
        one === 'Thing' && lineOf(name).includes('Interval')
          ? []
          : Object.entries(schemata.get(one)?.properties ?? {}),
      ),
    )

  const forms: Readonly<Record<string, RegExp>> = {
    date: /^\d{4}(-\d\d(-\d\d)?)?$/,
    country: /^[a-z]{2}$/,
    gender: /^(male|female|other)$/,
    topic: /^[a-z.]+$/,
  }

  test('hold every entity that is written: known, with what they ask for, each value of its type', () => {
    const written = entitiesOf(everything())
    const byId = new Map(written.map((entity) => [entity.id, entity]))
    for (const { schema, properties } of written) {
      expect(schemata.has(schema), schema).toBe(true)
      const known = propertiesOf(schema)
      for (const name of lineOf(schema).flatMap((one) => schemata.get(one)?.required ?? []))
        expect(properties[name]?.length, `${schema} asks for ${name}`).toBeGreaterThan(0)
      for (const [name, values] of Object.entries(properties)) {
        expect(known.has(name), `${schema}.${name}`).toBe(true)
        const { type = 'string', range } = known.get(name) ?? {}
        for (const value of values) {
          if (type in forms) expect(value, `${schema}.${name}`).toMatch(forms[type] ?? /^$/)
          if (type !== 'entity') continue
          const end = byId.get(value)?.schema ?? ''
          // What may be owned is an asset, which the files leave out.
          const fits =
            range === 'Asset'
              ? ['Company', 'BankAccount', 'Vehicle'].includes(end)
              : lineOf(end)
                  .concat('Thing')
                  .includes(range ?? '')
          expect(fits, `${schema}.${name} leads to ${end}, not to ${range}`).toBe(true)
        }
      }
    }
  })
})
