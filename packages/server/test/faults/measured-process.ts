import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { endpoints } from '../../src/endpoints.ts'
import { httpServer, startSealer } from '../../src/platform/index.ts'
import { openClient } from '../client.ts'
import { holdingsOf } from '../holdings.ts'
import { type AnyName, openWideWorld } from '../wide-world.ts'

/**
 * A node on PostgreSQL as a process of its own that is measured: it says where it is and who is signed in, and for
 * each line that it reads how long its loop was held up since the last one and how much memory it has.
 */
const names = process.argv.slice(2) as AnyName[]
const world = await openWideWorld('postgres')
const client = await openClient(world.node, endpoints)
const { asha, farida, lawyer, officer } = world.people
const about = await holdingsOf(world, client, {
  owner: asha,
  chief: farida,
  lawyer,
  taker: officer,
  canary: 'cnry',
})
const stopSealer = startSealer({
  engine: world.node.engine,
  clock: world.node.clock,
  report: () => undefined,
})
const app = await httpServer(world.node, {
  endpoints,
  web: null,
  secure: false,
  report: ({ action, code, kind }) => process.stderr.write(`${action} ${code} ${kind}\n`),
})
const origin = await app.listen({ host: '127.0.0.1', port: 0 })
const ids = Object.entries(about).flatMap(([key, id]) => (key === 'device' ? [] : [id]))
const cookies = names.map((name) => world.people[name].cookie)
process.stdout.write(`${JSON.stringify({ origin, ids, cookies })}\n`)

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()
for await (const line of createInterface({ input: process.stdin })) {
  const [what, who] = line.split(' ')
  if (what === 'session' && who !== undefined) {
    const { cookie } = await world.session(who as AnyName)
    process.stdout.write(`${JSON.stringify({ cookie })}\n`)
    continue
  }
  globalThis.gc?.()
  const memory = process.memoryUsage().rss / 1024 / 1024
  process.stdout.write(`${JSON.stringify({ p99: delay.percentile(99) / 1e6, memory })}\n`)
  delay.reset()
}
await app.close()
await stopSealer()
await client.close()
await world.close()
process.exit(0)
