import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../test/client.ts'
import { type CriminalGiven, heldCriminalCase } from '../test/criminal-calls.ts'
import { type About, aboutNothing, requestOf } from '../test/endpoint-calls.ts'
import { openFullCase } from '../test/full-case.ts'
import { heldNetwork, type NetworkGiven } from '../test/network-calls.ts'
import { enginesInTurn } from '../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'

/** Everybody who works for survivors, counts or keeps the node going: to none of them a network exists. */
const protecting: readonly AnyName[] = [
  'asha',
  'farida',
  'guard',
  'admin',
  'analyst',
  'officer',
  'lawyer',
  'secretary',
  'policeAdmin',
]

/** Everybody who works against the accused: to none of them a case of protection exists, unless it is referred to them. */
const prosecuting: readonly AnyName[] = ['inspector', 'prosecutor', 'bench', 'policeAdmin']

/** Every address that is read from. What tells of the log tells that a request was made, and of nobody in it. */
const readings = endpoints.filter(
  ({ method, kind, access }) => method === 'GET' && kind !== 'own' && !access.relations.includes('anyone'),
)
const tellsOfRequests: ReadonlySet<string> = new Set(['log.view', 'log.bundle', 'viewSession', 'listDevices'])

interface Heard {
  readonly text: string
  readonly shape: string
}

describe.each(enginesInTurn)('the wall between protection and prosecution, on %s', (kind) => {
  let world: WideWorld
  let client: Client

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  /** What each of some people hears at every address: what it says, and its status and size with all that differs by itself taken out. */
  async function heardBy(people: readonly AnyName[], about: About): Promise<ReadonlyMap<string, Heard>> {
    const heard = new Map<string, Heard>()
    const hear = async (who: AnyName): Promise<void> => {
      for (const endpoint of readings) {
        const { method, path } = requestOf(endpoint, about)
        const { status, text, headers } = await client.ask(method, path, { cookie: world.people[who].cookie })
        expect(status, `${endpoint.name} by ${who}`).toBeLessThan(500)
        const plain = text
          .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00)?/g, 'then')
          .replaceAll(/"number":"[^"]*"/g, '')
        const shape = tellsOfRequests.has(endpoint.name) ? '' : ` ${String(headers['content-type'])} ${plain}`
        heard.set(`${endpoint.name} by ${who}`, {
          text: text + JSON.stringify(headers),
          shape: `${status}${shape}`,
        })
      }
    }
    await rowsOf(world.owner, 'update session set proved_at = now()')
    await Promise.all(people.map(hear))
    return heard
  }

  /** The same before something was written on the other side as afterwards, when it is asked for by its own id. */
  function expectUntouched(
    before: ReadonlyMap<string, Heard>,
    after: ReadonlyMap<string, Heard>,
    canary: RegExp,
  ): void {
    expect(before.size).toBeGreaterThan(300)
    for (const [place, { text, shape }] of after) {
      expect(text, place).not.toMatch(canary)
      expect(shape, place).toBe(before.get(place)?.shape)
    }
  }

  test('nobody on the side of protection learns of a network by a list, a count, a file, an error or a size', async () => {
    const { inspector } = world.people
    const nothing = aboutNothing(inspector.org)
    const before = await heardBy(protecting, nothing)
    const criminal: CriminalGiven = await heldCriminalCase(world, 'cnry-accused')
    const network: NetworkGiven = await heldNetwork(world, criminal, 'cnry-network')
    const after = await heardBy(protecting, { ...nothing, ...criminal, ...network })
    expectUntouched(
      before,
      after,
      new RegExp(`cnry|${network.network}|${criminal.criminal}|${network.networkNode}`),
    )
    const seen = await heardBy(['inspector', 'prosecutor'], { ...nothing, ...criminal, ...network })
    for (const who of ['inspector', 'prosecutor'])
      for (const place of ['networks.list', 'networks.read', 'exchange.exportNetwork'])
        expect(seen.get(`${place} by ${who}`)?.text, 'the canaries sing').toMatch(/cnry-network|river/)
  }, 240_000)

  test('nobody on the side of prosecution learns of a survivor by any of them', async () => {
    const { asha } = world.people
    const nothing = aboutNothing(asha.org)
    const before = await heardBy(prosecuting, nothing)
    const { id } = await openFullCase(asha, 'cnry-survivor')
    const after = await heardBy(prosecuting, { ...nothing, case: id })
    expectUntouched(before, after, new RegExp(`cnry-survivor|${id}`))
    const seen = await heardBy(['asha'], { ...nothing, case: id })
    expect(
      [...seen.values()].filter(({ text }) => text.includes(id)).length,
      'the case is there',
    ).toBeGreaterThan(2)
  }, 240_000)
})
