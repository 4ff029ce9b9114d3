import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { refusal } from '@setu/records/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../test/client.ts'
import { drawsOfRun } from '../test/faults/draws.ts'
import { type Campaign, openCampaign } from '../test/faults/pull-plug.ts'
import { mountSmallDisk, type SmallDisk } from '../test/faults/small-disk.ts'
import { send } from '../test/faults/writers.ts'
import { enginesInTurn } from '../test/seed.ts'

const patience = 300_000
const megabyte = 1024 * 1024

/** So often a case is read while there is no room to write. */
const times = 100

const probe = mountSmallDisk(1)
probe?.close()
const why = probe === null ? ' (left out: this account may not mount a small disk)' : ''

describe.skipIf(probe === null).each(enginesInTurn)(`a full disk, on %s${why}`, (kind) => {
  let disk: SmallDisk
  let campaign: Campaign

  beforeAll(async () => {
    const mounted = mountSmallDisk(kind === 'pglite' ? 144 : 256)
    if (mounted === null) throw new TypeError('no small disk')
    disk = mounted
    campaign = await openCampaign(kind, drawsOfRun(`full disk, ${kind}`), disk.folder)
    await campaign.start()
  }, patience)
  afterAll(async () => {
    await campaign.close()
    disk.close()
  }, patience)

  const work = (ms: number): Promise<void> => campaign.during(() => pause(ms))
  const read = (path: string, cookie: string): Promise<Response> =>
    fetch(`${campaign.origin()}/api${path}`, { headers: { cookie: `setu=${cookie}` } })

  test(
    'CR-04 lets people read and tells them why nothing can be written; nothing is lost once there is room',
    async () => {
      const { book } = campaign
      await work(1500)
      const before = book.done.length
      expect(before).toBeGreaterThan(4)
      const [opened] = book.done.filter(({ path }) => path === '/cases')
      if (opened === undefined) throw new TypeError('no case was opened')
      const { org, id } = JSON.parse(opened.text) as { org: string; id: string }

      // Less than is kept free, and still more than the database's journal takes at a time.
      disk.fill(24 * megabyte)
      book.wrong.length = 0
      await work(1000)
      const full = book.wrong.filter((line) => line.startsWith('507'))
      expect(full.length, 'told that there is no room').toBeGreaterThan(0)
      expect(book.wrong.filter((line) => !line.startsWith('507'))).toEqual([])

      const written = await send(campaign.origin(), opened.cookie, '/cases', {
        ...opened.body,
        command: randomUUID(),
        id: randomUUID(),
      })
      expect(written.status).toBe(507)
      expect(refusal.parse(await written.json())).toMatchObject({
        code: 'storage-full',
        title: { bn: expect.stringMatching(/জায়গা/) },
      })
      for (let again = 0; again < times; again += 1) {
        const answer = await read(`/cases/${org}/${id}`, opened.cookie)
        expect([again, answer.status]).toEqual([again, 200])
        await answer.arrayBuffer()
      }
      expect((await read('/cases', opened.cookie)).status).toBeGreaterThanOrEqual(times)

      // To the last byte: what cannot be written down is not shown either, and everybody is told why.
      disk.fill()
      for (let again = 0; again < 40; again += 1)
        expect([200, 503, 507]).toContain((await read(`/cases/${org}/${id}`, opened.cookie)).status)
      await work(500)
      expect(book.wrong.filter((line) => !line.startsWith('507'))).toEqual([])

      disk.clear()
      await pause(500)
      book.wrong.length = 0
      const kept = book.done.length
      await work(2000)
      expect(book.wrong).toEqual([])
      expect(book.done.length, 'goes on writing').toBeGreaterThan(kept)

      await campaign.stopNode()
      expect(await campaign.look()).toMatchObject({ lost: [], broken: [], wrong: [] })
      await campaign.installation.look(async (owner) => {
        const [reads] = await rowsOf(
          owner,
          `select count(*)::int as times from audit_event where action = 'cases.read' and status = 200`,
        )
        expect(Number(reads?.['times']), 'each reading is in the log').toBeGreaterThanOrEqual(times)
      })
      process.stdout.write(
        `full disk, ${kind}: ${before} changes before, ${full.length} told 507, ${book.done.length} kept in all, none lost\n`,
      )
    },
    patience,
  )
})
