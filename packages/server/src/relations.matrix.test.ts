import type { Part } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient } from '../test/client.ts'
import { giveEmergency } from '../test/emergencies.ts'
import { type About, aboutNothing, requestOf } from '../test/endpoint-calls.ts'
import { holdingsOf } from '../test/holdings.ts'
import { accept, refer, widest } from '../test/referred.ts'
import { enginesInTurn } from '../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'
import { type Endpoint, openApiOf } from './platform/index.ts'

interface Said {
  readonly part: Part | 'none' | 'various'
  readonly relations: readonly string[]
  readonly writes: boolean
}

/** What the API's document says of each address, by name: the matrix is made from it and from nothing else. */
const document = openApiOf(endpoints, '0') as {
  paths: Record<string, Record<string, { operationId: string; 'x-setu': Said }>>
}
const said = new Map(
  Object.values(document.paths).flatMap((verbs) =>
    Object.values(verbs).map(({ operationId, 'x-setu': access }) => [operationId, access] as const),
  ),
)

/** People of every relation to one and the same case. */
const circle = {
  own: ['asha'],
  supervise: ['farida'],
  office: ['mina', 'manager', 'chief', 'admin'],
  dataProtection: ['guard'],
  offered: ['lawyer'],
  named: ['inspector', 'nadia'],
  emergency: ['otherChief'],
  stranger: ['constable', 'consul', 'secretary', 'otherAdmin'],
} as const satisfies Readonly<Record<string, readonly AnyName[]>>

type CircleRelation = keyof typeof circle

const relationsTried = Object.keys(circle) as CircleRelation[]

/** Addresses by which one says something of oneself: who is asked is named in the record, not by a relation. */
const aboutOneself: ReadonlySet<string> = new Set(['cases.declareConflict'])

const ofACase = endpoints.filter(
  ({ name, path }) =>
    /^\/(cases|referrals|transfers)\/:org\/:id/.test(path) && said.has(name) && !aboutOneself.has(name),
)

/** Each side has steps of its own; from a version that never was, so that nothing ends for those who ask later. */
const sided: ReadonlySet<string> = new Set(['referrals.step', 'transfers.answer'])
const sending: ReadonlySet<string> = new Set(['own', 'supervise'])

/** What ends something for others comes last. */
const ending = ['cases.release', 'consents.withdraw']
const inOrder = ofACase.toSorted((a, b) => ending.indexOf(a.name) - ending.indexOf(b.name))

/** A referral is sent to one kind of work, so that "named" is somebody else's referral for each. */
const perReferral = ({ path }: Endpoint): boolean => path.startsWith('/referrals/')

describe('an address and what it says of itself', () => {
  test('those of a case name a part, and at least one relation of the table', () => {
    for (const { name } of ofACase) {
      const { part, relations } = said.get(name) ?? { part: 'none', relations: [] }
      expect(part, name).not.toBe('none')
      expect(
        relations.filter((one) => !(relationsTried as readonly string[]).includes(one)),
        name,
      ).toEqual([])
      expect(relations, name).not.toContain('stranger')
      expect(relations, name).not.toContain('office')
    }
    expect(ofACase.length).toBeGreaterThan(20)
  })

  test('one without a part or without a relation would be found', () => {
    const [first] = endpoints
    if (!first) throw new TypeError('no address')
    const undeclared = { ...first, name: 'undeclared', path: '/undeclared', access: undefined } as never
    const made = openApiOf([...endpoints, undeclared], '0') as typeof document
    const entries = Object.values(made.paths).flatMap((verbs) => Object.values(verbs))
    expect(
      entries.filter((entry) => entry['x-setu'] === undefined).map((entry) => entry.operationId),
    ).toEqual(['undeclared'])
  })
})

describe.each(enginesInTurn)('each address by each relation, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let about: About
  const referralOf = new Map<AnyName, string>()

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha, farida, lawyer, officer } = world.people
    about = await holdingsOf(world, client, {
      owner: asha,
      chief: farida,
      lawyer,
      taker: officer,
      canary: 'cnry',
    })
    const file = { org: about.org, id: about.case }
    for (const [name, asked] of [
      ['inspector', widest.police],
      ['nadia', widest.care],
    ] as const) {
      const to = world.people[name]
      const { referral, version } = await refer(asha, file, to, { ...asked, note: 'cnry-note' })
      await accept(to, about.org, referral, version)
      referralOf.set(name, referral)
    }
    referralOf.set('lawyer', about.referral)
    await giveEmergency(world.owner, world.people.otherChief, { ...file, by: farida }, ['identity'])
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  async function statusOf(endpoint: Endpoint, who: AnyName, relation: string): Promise<number> {
    const referral = perReferral(endpoint) ? (referralOf.get(who) ?? about.referral) : about.referral
    const { method, path, body } = requestOf(endpoint, { ...about, referral })
    const step = { ...body, base: 999, ...(sending.has(relation) ? { to: 'recalled' } : {}) }
    const { status } = await client.ask(method, path, {
      cookie: world.people[who].cookie,
      body: sided.has(endpoint.name) ? step : body,
    })
    return status
  }

  const missing = async (endpoint: Endpoint, who: AnyName): Promise<number> => {
    const { method, path, body } = requestOf(endpoint, aboutNothing(about.org))
    return (await client.ask(method, path, { cookie: world.people[who].cookie, body })).status
  }

  test.each(inOrder.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s is as if there were no such case for every relation that its entry leaves out',
    async (name, endpoint) => {
      const relations = said.get(name)?.relations ?? []
      for (const relation of relationsTried.filter((one) => !relations.includes(one))) {
        for (const who of circle[relation]) {
          const status = await statusOf(endpoint, who, relation)
          expect([403, 404], `${name} by ${who}, ${relation}`).toContain(status)
          expect(status, `${name} by ${who}, ${relation}`).toBe(await missing(endpoint, who))
        }
      }
    },
  )

  test.each(inOrder.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s answers every relation that its entry names',
    async (name, endpoint) => {
      for (const relation of said.get(name)?.relations ?? []) {
        for (const who of circle[relation as CircleRelation]) {
          // A handover is offered to whoever may own a case, and that is somebody else.
          const asked = name === 'transfers.answer' && relation === 'offered' ? 'officer' : who
          const status = await statusOf(endpoint, asked, relation)
          expect([401, 403, 404], `${name} by ${asked}, ${relation}`).not.toContain(status)
          expect(status, `${name} by ${asked}, ${relation}`).toBeLessThan(500)
        }
      }
    },
  )
})
