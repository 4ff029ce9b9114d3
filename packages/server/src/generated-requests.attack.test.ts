import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient } from '../test/client.ts'
import { deep, drawsOfRun } from '../test/faults/draws.ts'
import { measuredNode } from '../test/faults/measured.ts'
import { type Came, type Generated, operationsOf, requestsTo, wrongWith } from '../test/generated-requests.ts'
import { holdingsOf } from '../test/holdings.ts'
import { enginesInTurn } from '../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { endpoints } from './endpoints.ts'
import { openApiOf } from './platform/index.ts'

const operations = operationsOf(openApiOf(endpoints, 'test'))
const names = [
  'asha',
  'farida',
  'lawyer',
  'officer',
  'inspector',
  'nadia',
  'admin',
  'guard',
  'analyst',
  'chief',
] as const satisfies readonly AnyName[]
const batch = 250

interface Asking {
  readonly seed: number
  readonly count: number
  /** So many are asked at once. */
  readonly lanes: number
  readonly about: { readonly ids: readonly string[]; readonly people: number }
  readonly ask: (asked: Generated) => Promise<Came>
}

/** Makes up so many requests, in batches of one seed each, and asks the node each of them. */
async function askAll({
  seed,
  count,
  lanes,
  about,
  ask,
}: Asking): Promise<{ wrong: string[]; good: number }> {
  const requests = requestsTo(operations, about)
  const wrong: string[] = []
  let good = 0
  for (let done = 0; done < count && wrong.length < 20; done += batch) {
    const some = fc
      .sample(requests, { seed: (seed + done) | 0, numRuns: Math.min(batch, count - done) })
      .values()
    const lane = async (): Promise<void> => {
      for (const asked of some) {
        const came = await ask(asked)
        if (came.status < 300) good += 1
        const problem = wrongWith(operations, asked, came)
        if (problem !== null) wrong.push(problem)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  return { wrong, good }
}

describe.each(enginesInTurn)('requests made up from our own document, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let ids: string[]
  const cookies: (string | undefined)[] = [undefined]

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    const { asha, farida, lawyer, officer } = world.people
    const about = await holdingsOf(world, client, {
      owner: asha,
      chief: farida,
      lawyer,
      taker: officer,
      canary: 'cnry',
    })
    ids = Object.entries(about).flatMap(([key, id]) => (key === 'device' ? [] : [id]))
    cookies.push(...names.map((name) => world.people[name].cookie))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  async function ask({ method, path, who, type, body }: Generated): Promise<Came> {
    const cookie = cookies[who]
    const answer = await client.ask(method, path.replace(/^\/api/, ''), {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === null ? {} : { body }),
      ...(type === null ? {} : { headers: { 'content-type': type } }),
    })
    const name = who === 0 ? undefined : names[who - 1]
    if (answer.status === 401 && name !== undefined) cookies[who] = (await world.session(name)).cookie
    return {
      status: answer.status,
      type: JSON.stringify(answer.headers['content-type'] ?? '').slice(1, -1),
      text: answer.text,
    }
  }

  test('are answered as the document says, and never with a failure of ours', async () => {
    const { seed } = drawsOfRun(`generated requests, ${kind}`)
    const count = 1000
    const { wrong, good } = await askAll({
      seed,
      count,
      lanes: 1,
      about: { ids, people: cookies.length },
      ask,
    })
    expect(wrong).toEqual([])
    expect(good, 'requests that were in order').toBeGreaterThan(count / 20)
  }, 300_000)
})

describe.skipIf(!deep)('many made-up requests to a process of its own, on PostgreSQL', () => {
  const count = Number(process.env['SETU_REQUESTS'] ?? 50_000)

  test('leave its loop free and its memory as it was', async () => {
    const { seed } = drawsOfRun('generated requests, 50,000')
    const node = await measuredNode(names)
    try {
      const asking = { lanes: 4, about: { ids: node.ids, people: names.length + 1 }, ask: node.ask }
      const warm = await askAll({ ...asking, seed: seed + 1, count: Math.min(count / 10, 5000) })
      const before = await node.measure()
      const { wrong, good } = await askAll({ ...asking, seed, count })
      const after = await node.measure()
      const growth = after.memory - before.memory
      process.stdout.write(
        `generated requests: ${count} asked, ${good} in order, ${wrong.length + warm.wrong.length} wrong, event loop p99 ${after.p99.toFixed(1)} ms, memory ${growth.toFixed(0)} MB more over ${before.memory.toFixed(0)} MB\n`,
      )
      expect([...warm.wrong, ...wrong]).toEqual([])
      expect(after.p99).toBeLessThanOrEqual(100)
      expect(growth).toBeLessThanOrEqual(150)
    } finally {
      await node.close()
    }
  }, 3_600_000)
})
