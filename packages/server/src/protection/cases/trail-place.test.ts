import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { sealAll } from '../../../test/seal-all.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { protectionEndpoints } from '../index.ts'

describe.each(['pglite', 'postgres'] as const)(
  'who looked, and where it stands in the log, on %s',
  (kind) => {
    let world: World
    let client: Client
    let address: string

    const placesSeenBy = async ({ cookie }: { readonly cookie: string }): Promise<(number | null)[]> => {
      const { status, body } = await client.get(`${address}/trail`, cookie)
      expect(status).toBe(200)
      return (body.items ?? []).map((item) => item['place'] as number | null)
    }

    beforeAll(async () => {
      world = await openWorld(kind)
      client = await openClient(world.node, protectionEndpoints)
      const { asha } = world.people
      const file = newCase(asha, 'CNRY')
      await client.post('/cases', asha.cookie, file)
      address = `/cases/${asha.org}/${file.id}`
    })
    afterAll(async () => {
      await client.close()
      await world.close()
    })

    test('nothing is said to be sealed before it is', async () => {
      const { asha } = world.people
      const places = await placesSeenBy(asha)
      expect(places.length).toBeGreaterThan(0)
      expect(new Set(places)).toEqual(new Set([null]))
    })

    test('every line carries its place once it is sealed, to the owner and to the supervisor', async () => {
      const { asha, farida } = world.people
      await sealAll(world.node)
      const leaves = await rowsOf(
        world.owner,
        `select l.seq::int as seq from log_leaf l join audit_item i on i.event_id = l.event_id and i.portion = l.portion
       order by i.at desc, i.event_id desc`,
      )
      const sealed = leaves.map(({ seq }) => seq)
      expect(await placesSeenBy(asha)).toEqual(sealed)
      // What asha did just now was not sealed yet.
      const [latest, ...before] = await placesSeenBy(farida)
      expect(latest).toBeNull()
      expect(before).toEqual(sealed)
    })
  },
)
