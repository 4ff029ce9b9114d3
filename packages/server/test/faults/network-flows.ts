import { randomUUID } from 'node:crypto'
import { openCriminalCase } from '../../src/prosecution/criminal-cases/open-criminal-case.ts'
import { openNetwork } from '../../src/prosecution/networks/open-network.ts'
import type { Client } from '../client.ts'
import type { World } from '../world.ts'
import { criminalFacts } from './criminal-flows.ts'

const command = () => ({ command: randomUUID() })

async function begun({ people: { inspector } }: World) {
  const file = await inspector.as((work) => openCriminalCase(work, criminalFacts(inspector)))
  const body = {
    ...command(),
    id: randomUUID(),
    unit: inspector.unit,
    name: 'cnry river',
    case: { org: file.org, id: file.id },
  }
  return { by: 'inspector' as const, path: '/networks', body }
}

const twoPeople = [
  '{"id":"a","schema":"Person","properties":{"name":["cnry one"]}}',
  '{"id":"b","schema":"Person","properties":{"name":["cnry two"]}}',
  '{"id":"c","schema":"Associate","properties":{"person":["a"],"associate":["b"]}}',
].join('\n')

/** Networks: begun, and filled from a file. */
export const networkFlows = {
  'networks.open': begun,
  'exchange.importNetwork': async (world: World, client: Client) => {
    const { inspector } = world.people
    const { body: given } = await begun(world)
    const { org } = await inspector.as((work) => openNetwork(work, given))
    const { body } = await client.ask('POST', `/exchange/network/preview?org=${org}&id=${given.id}`, {
      cookie: inspector.cookie,
      body: Buffer.from(twoPeople),
    })
    if (body['ready'] !== true) throw new TypeError('a file that cannot be brought in')
    return {
      by: 'inspector' as const,
      path: '/exchange/network/import',
      body: { ...command(), preview: body['preview'] },
    }
  },
}
