import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Client, openClient, rowsOf } from '../test/client.ts'
import { deep, drawsOfRun } from '../test/faults/draws.ts'
import { type Fault, type FaultyEngine, faulty } from '../test/faults/fail-at.ts'
import { type Asked, flows } from '../test/faults/flows.ts'
import { brokenRules, everythingKept } from '../test/faults/whole.ts'
import { enginesInTurn } from '../test/seed.ts'
import { type Opened, openNode, openWorld, type World } from '../test/world.ts'
import { seedRules } from './commands/seed-rules.ts'
import { endpoints } from './endpoints.ts'

/** After so many statements a flow that never ends is no flow. */
const most = 1000

describe.each(enginesInTurn)('whichever statement fails, on %s', (kind) => {
  const draws = drawsOfRun(`every statement, ${kind}`)
  let world: World
  let engine: FaultyEngine
  let client: Client
  const reports: string[] = []

  beforeAll(async () => {
    world = await openWorld(kind)
    engine = faulty(world.node.engine)
    client = await openClient({ ...world.node, engine }, endpoints, ({ code }) => reports.push(code))
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const ask = ({ by, path, body }: Asked): Promise<Answer> =>
    client.ask('POST', path, { cookie: world.people[by].cookie, body })

  async function eventsOf(name: string): Promise<{ done: number; failed: number }> {
    const [row] = await rowsOf(
      world.owner,
      `select count(*) filter (where status < 300)::int as done, count(*) filter (where status >= 500)::int as failed
       from audit_event where action = $1`,
      [name],
    )
    return { done: Number(row?.['done']), failed: Number(row?.['failed']) }
  }

  const doneOf = async ({ body }: Asked): Promise<number> =>
    (await rowsOf(world.owner, `select 1 from command_done where command_id = $1`, [body['command']])).length

  test.each(Object.entries(flows))(
    '%s is done whole or not at all, and a repeat does it once',
    async (name, flow) => {
      const [action = name] = name.split(' ')
      const request = await flow(world, client)
      const before = await everythingKept(world.owner)
      const log = await eventsOf(action)
      const stride = deep ? 1 : 3
      let failed = 0
      let at = deep ? 1 : 1 + draws.below(stride)
      let answer: Answer
      for (;;) {
        const fault = draws.oneOf<Fault>(['refused', 'cut'])
        engine.failAt(at, fault)
        answer = await ask(request)
        if (answer.status < 300) break
        failed += 1
        const where = `${fault} at statement ${at}`
        expect([answer.status, answer.body.code], where).toEqual(
          fault === 'cut' ? [503, 'busy'] : [500, 'failed'],
        )
        expect(await everythingKept(world.owner), where).toBe(before)
        expect(await eventsOf(action), where).toEqual({ done: log.done, failed: log.failed + failed })
        at += stride
        expect(at).toBeLessThan(most)
      }
      engine.mend()
      expect(failed, 'statements that failed').toBeGreaterThan(1)
      const after = await everythingKept(world.owner)
      expect(after).not.toBe(before)
      const again = await ask(request)
      expect([again.status, again.body]).toEqual([answer.status, answer.body])
      expect(await everythingKept(world.owner), 'once').toBe(after)
      expect(await doneOf(request)).toBe(1)

      // The last statement commits: it is done, and the answer that says so is lost.
      const another = await flow(world, client)
      const kept = await everythingKept(world.owner)
      engine.loseCommit(another.commits)
      const unheard = await ask(another)
      engine.mend()
      expect([unheard.status, unheard.body.code]).toEqual([503, 'busy'])
      const done = await everythingKept(world.owner)
      expect(done, 'committed').not.toBe(kept)
      expect((await ask(another)).status).toBe(answer.status)
      expect(await everythingKept(world.owner), 'once').toBe(done)
      expect(await doneOf(another)).toBe(1)
      expect(await brokenRules(world.owner)).toEqual([])
    },
  )

  test('and the operator was told of each failure', () => {
    expect(new Set(reports)).toEqual(new Set(['failed', 'busy']))
  })
})

describe.each(['pglite', 'postgres'] as const)('the first run, on %s', (kind) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openNode(kind)
    await seedRules(opened.node.engine)
  })
  afterAll(() => opened.close())

  test('sets up an organisation whole or not at all, whichever statement fails', async () => {
    const draws = drawsOfRun(`first run, ${kind}`)
    const engine = faulty(opened.node.engine)
    const client = await openClient({ ...opened.node, engine }, endpoints)
    const body = {
      organisation: { nameEn: 'Asha', nameBn: 'আশা', type: 'ngo' },
      unit: { nameEn: 'Jashore', nameBn: 'যশোর' },
      account: { name: 'Kamal', signInName: 'kamal', password: 'a river runs by the bridge' },
    }
    const ask = () => client.ask('POST', '/first-run', { body })
    const before = await everythingKept(opened.owner)
    let failed = 0
    for (let at = 1; ; at += 1) {
      engine.failAt(at, draws.oneOf<Fault>(['refused', 'cut']))
      const { status } = await ask()
      if (status === 201) break
      failed += 1
      expect(status).toBeGreaterThanOrEqual(500)
      expect(await everythingKept(opened.owner), `statement ${at}`).toBe(before)
      expect(at).toBeLessThan(most)
    }
    engine.mend()
    expect(failed).toBeGreaterThan(8)
    expect((await ask()).body.code).toBe('node-in-use')
    expect(await brokenRules(opened.owner)).toEqual([])
    const signedIn = await client.ask('POST', '/session', {
      body: { name: 'kamal', password: body.account.password },
    })
    expect(signedIn.status).toBe(201)
    await client.close()
  })
})
