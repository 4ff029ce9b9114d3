import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deep, drawsOfRun } from '../test/faults/draws.ts'
import { type Campaign, openCampaign } from '../test/faults/pull-plug.ts'
import { run } from '../test/server-process.ts'

const rounds = Number(process.env['SETU_KILLS'] ?? (deep ? 200 : 3))
const second = deep ? 20 : 2
const patience = 120_000 + rounds * 60_000

/** All is looked at so often, and at the end: what is half done stays so, since nobody mends it. */
const everySoOften = 10

describe.each(['pglite', 'postgres'] as const)('a plug that is pulled, on %s', (kind) => {
  let campaign: Campaign

  beforeAll(async () => {
    campaign = await openCampaign(kind, drawsOfRun(`pulled plug, ${kind}`))
    await campaign.start()
  }, patience)
  afterAll(() => campaign.close(), patience)

  async function lookAtAll(): Promise<void> {
    expect(await campaign.look()).toMatchObject({ lost: [], broken: [], wrong: [] })
  }

  test(
    `CR-01 loses nothing that was acknowledged and leaves nothing half done, ${rounds} times`,
    async () => {
      const { book } = campaign
      const began = performance.now()
      let [nodes, databases, slowest] = [0, 0, 0]
      for (let round = 1; round <= rounds; round += 1) {
        const before = book.done.length
        const database = kind === 'postgres' && round % 3 === 0
        await campaign.during(database ? campaign.killDatabase : campaign.killNode)
        if (round % everySoOften === 0 || round === rounds) await lookAtAll()
        if (database) databases += 1
        else {
          nodes += 1
          const down = performance.now()
          await campaign.start()
          slowest = Math.max(slowest, performance.now() - down)
        }
        expect(await campaign.differing(book.done.slice(before).slice(-12)), `round ${round}`).toEqual([])
      }
      expect(book.done.length).toBeGreaterThan(0)
      const minutes = ((performance.now() - began) / 60_000).toFixed(1)
      process.stdout.write(
        `pulled plug, ${kind}: ${nodes} kills of the node, ${databases} of the database, ${book.done.length} changes acknowledged, ${book.dead} without an answer, ${book.refused} told to try again, none lost, none half done; ready again within ${(slowest / 1000).toFixed(1)} s; ${minutes} min\n`,
      )
    },
    patience,
  )

  test.skipIf(kind === 'postgres')(
    `CR-03 lets no second process onto the folder, ${second} times, and the first one works on`,
    async () => {
      const { env, home } = campaign.installation
      for (let at = 0; at < second; at += 1) {
        await campaign.during(async () => {
          const { code, out, err } = await run(['start'], env, home).ended
          expect([code, out]).toEqual([3, ''])
          expect(err).toContain('SETU_DATA')
        })
      }
      await campaign.stopNode()
      await lookAtAll()
    },
    patience,
  )
})
