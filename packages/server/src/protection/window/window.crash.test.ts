import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { deep, drawsOfRun } from '../../../test/faults/draws.ts'
import { type Fault, type FaultyEngine, faulty } from '../../../test/faults/fail-at.ts'
import { brokenRules, everythingKept } from '../../../test/faults/whole.ts'
import { accept, openCaseOf, refer, widest } from '../../../test/referred.ts'
import { enterWindow, giveWindow, pin } from '../../../test/windows.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { endpoints } from '../../endpoints.ts'

const most = 200

describe.each(['pglite', 'postgres'] as const)(
  'whichever statement fails around her window, on %s',
  (kind) => {
    const draws = drawsOfRun(`her window, ${kind}`)
    let world: World
    let engine: FaultyEngine
    let client: Client
    beforeAll(async () => {
      world = await openWorld(kind)
      engine = faulty(world.node.engine)
      client = await openClient({ ...world.node, engine }, endpoints)
      await rowsOf(world.owner, 'update session set proved_at = now()')
    })
    afterAll(async () => {
      await client.close()
      await world.close()
    })

    /** Fails one statement after another until it is done; nothing of what failed is kept. */
    async function failing(
      ask: () => ReturnType<Client['ask']>,
    ): Promise<Awaited<ReturnType<Client['ask']>>> {
      const before = await everythingKept(world.owner)
      const stride = deep ? 1 : 2
      for (let at = deep ? 1 : 1 + draws.below(stride); at < most; at += stride) {
        engine.failAt(at, draws.oneOf<Fault>(['refused', 'cut']))
        const answer = await ask()
        if (answer.status < 300) {
          engine.mend()
          expect(at).toBeGreaterThan(2)
          return answer
        }
        expect(answer.status, `statement ${at}`).toBeGreaterThanOrEqual(500)
        expect(await everythingKept(world.owner), `statement ${at}`).toBe(before)
      }
      throw new Error('it never came to its end')
    }

    test('new numbers are given whole, and until then the old ones open', async () => {
      const { asha } = world.people
      const file = await openCaseOf(asha, 'cnry')
      const old = await giveWindow(asha, file)
      const answer = await failing(() =>
        client.ask('POST', `/cases/${file.org}/${file.id}/window`, {
          cookie: asha.cookie,
          body: { pin, nearSuspect: 'no', understood: true },
        }),
      )
      const own = await enterWindow(client, String(answer.body['receipt']))
      expect((await client.ask('GET', '/own/part?part=identity', { own })).text).toContain('cnry-name')
      expect((await client.ask('POST', '/own', { body: { receipt: old, pin } })).status).toBe(401)
      expect(await brokenRules(world.owner)).toEqual([])
    })

    test('a consent is taken back whole or not at all, and once', async () => {
      const { asha, inspector } = world.people
      const file = await openCaseOf(asha, 'cnry')
      const sent = await refer(asha, file, inspector, widest.police)
      await accept(inspector, file.org, sent.referral, sent.version)
      const own = await enterWindow(client, await giveWindow(asha, file))
      const ask = () => client.ask('POST', '/own/withdraw', { own, body: { id: sent.consent, base: 1 } })
      await failing(ask)
      const after = await everythingKept(world.owner)
      expect((await ask()).status).toBe(204)
      expect(await everythingKept(world.owner), 'once').toBe(after)
      expect((await client.get(`/cases/${file.org}/${file.id}`, inspector.cookie)).status).toBe(404)
      expect(await brokenRules(world.owner)).toEqual([])
    })

    test('what she writes is kept whole, with the promise of an answer, and once', async () => {
      const file = await openCaseOf(world.people.asha, 'cnry')
      const own = await enterWindow(client, await giveWindow(world.people.asha, file))
      const body = { id: randomUUID(), words: 'cnry-she-writes' }
      const ask = () => client.ask('POST', '/own/messages', { own, body })
      await failing(ask)
      const after = await everythingKept(world.owner)
      expect((await ask()).status).toBe(204)
      expect(await everythingKept(world.owner), 'once').toBe(after)
      expect(await brokenRules(world.owner)).toEqual([])
    })
  },
)
