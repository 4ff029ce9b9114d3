import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TextsView } from '@setu/records/api'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { chosenTexts, operator, reminderKeyOn } from '../../../test/reminders.ts'
import { enterWindow, giveWindow } from '../../../test/windows.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf, folderGateway, platformEndpoints, type ReminderKey } from '../../platform/index.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { protectionEndpoints } from '../index.ts'
import { handTexts, type Sending } from './hand-texts.ts'

const today = dayOf(new Date())
const meeting = `${addDays(today, 3)}T15:30:00+06:00`
const eve = (time: string) => new Date(`${addDays(today, 2)}T${time}:00+06:00`)

describe.each(['pglite', 'postgres'] as const)('texts that are to go out no more, on %s', (kind) => {
  let world: World
  let client: Client
  let asha: Person
  let keys: readonly ReminderKey[]
  let folder: string

  beforeAll(async () => {
    world = await openWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    keys = await reminderKeyOn(world.node.engine)
    ;({ asha } = world.people)
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  const run = (time: string, sending: Sending | null = { gateway: folderGateway(folder), keys }) =>
    handTexts(world.node.engine, () => eve(time), sending)
  const lying = () => readdirSync(folder).filter((name) => name.startsWith('setu-'))
  const pathOf = ({ org, id }: CaseRef) => `/cases/${org}/${id}/texts`
  const stop = (file: CaseRef) => client.post(`${pathOf(file)}/stop`, asha.cookie, {})
  const view = async (file: CaseRef) =>
    (await client.get(pathOf(file), asha.cookie)).body as unknown as TextsView
  const promise = async (file: CaseRef) =>
    (await asha.as((work) => readCase(work, file))).due.find((one) => one.kind === 'remindSurvivor')
  const told = async ({ id }: CaseRef) =>
    (
      await rowsOf(world.owner, `select 1 from notice where kind = 'textNotSent' and about ->> 'case' = $1`, [
        id,
      ])
    ).length
  const kept = async ({ id }: CaseRef) =>
    (await rowsOf(world.owner, 'select state, because from reminder_text where case_id = $1', [id]))[0]

  async function handed() {
    const made = await chosenTexts(asha, meeting)
    await run('10:00')
    expect(lying()).toHaveLength(1)
    return made
  }

  test('one that lies in the folder stays there as long as it may go out', async () => {
    const { file } = await handed()
    await run('12:00')
    expect(lying()).toHaveLength(1)
    expect(await kept(file)).toEqual({ state: 'handed', because: null })
  })

  test.each<[string, number, (file: CaseRef) => Promise<unknown>]>([
    ['stopped', 0, stop],
    [
      'windowFrozen',
      1,
      async (file) => {
        await giveWindow(asha, file)
        await client.post(`/cases/${file.org}/${file.id}/window/freeze`, asha.cookie, { because: 'asked' })
      },
    ],
  ])('one that nobody fetched yet is had back: %s', async (because, notices, happens) => {
    const { file } = await handed()
    await happens(file)
    await run('10:01')
    expect(lying()).toEqual([])
    expect(await kept(file)).toEqual({ state: 'unsent', because })
    expect(await told(file)).toBe(notices)
    await run('18:00')
    expect(await promise(file), 'a person reminds').toMatchObject({ text: { state: 'unsent' } })
  })

  test('none lies there when the hours are over, even where that was seen late', async () => {
    const { file } = await handed()
    const late = await chosenTexts(asha, meeting)
    await run('17:59')
    await run('18:00')
    expect(lying()).toEqual([])
    for (const one of [file, late.file]) {
      expect(await kept(one)).toEqual({ state: 'unsent', because: 'tooLate' })
      expect(await promise(one)).toBeDefined()
      expect(await told(one)).toBe(1)
    }
    const unseen = await handed()
    await run('18:00', null)
    expect(await promise(unseen.file)).toBeUndefined()
    await run('18:01')
    expect(lying()).toEqual([])
    expect(await promise(unseen.file), 'the promise is a person’s again').toBeDefined()
  })

  test('one that was fetched went out, whatever she says then', async () => {
    const { file } = await handed()
    for (const name of lying()) rmSync(join(folder, name))
    await stop(file)
    await run('18:00')
    expect(await kept(file)).toEqual({ state: 'handed', because: null })
    expect(await promise(file)).toBeUndefined()
  })

  test('an erased case leaves no text behind', async () => {
    const { file } = await handed()
    await rowsOf(world.owner, 'select case_wipe($1, $2, false)', [file.org, file.id])
    await run('10:01')
    expect(lying()).toEqual([])
  })

  test('when the hours end in the middle of the work, the next is not begun', async () => {
    const files = [(await chosenTexts(asha, meeting)).file, (await chosenTexts(asha, meeting)).file]
    let now = eve('17:59')
    const { gateway } = operator(keys)
    const slow: Sending['gateway'] = {
      ...gateway,
      hand: async (text) => {
        now = eve('18:00')
        return gateway.hand(text)
      },
    }
    expect(await handTexts(world.node.engine, () => now, { gateway: slow, keys })).toBe(1)
    const states = await Promise.all(files.map(async (file) => String((await kept(file))?.['state'])))
    expect(states.toSorted()).toEqual(['handed', 'waiting'])
    await run('18:01')
  })

  test('an old screen does not undo what she said since', async () => {
    const { file } = await chosenTexts(asha, meeting)
    const choice = { number: '01812345678', wording: 'asAgreed', language: 'bn', chose: true, safe: true }
    const choose = (seen: string | null) => client.post(pathOf(file), asha.cookie, { ...choice, seen })
    const before = (await view(file)).choice?.chosen ?? null
    const own = await enterWindow(client, await giveWindow(asha, file))
    expect((await client.ask('POST', '/own/texts/stop', { own })).status).toBe(204)
    for (const seen of [before, null]) {
      const { status, body } = await choose(seen)
      expect([status, body.code]).toEqual([409, 'stale'])
      expect((await view(file)).choice).toMatchObject({ stoppedBy: 'survivor' })
    }
    expect((await choose((await view(file)).choice?.stopped ?? null)).status).toBe(204)
    expect((await view(file)).choice).toMatchObject({ stopped: null })
    await stop(file)
  })

  test.skipIf(kind === 'pglite')('her no and the clock never wait for one another', async () => {
    const { file } = await chosenTexts(asha, meeting)
    const { gateway, taken } = operator(keys)
    await run('10:00', { gateway: { ...gateway, hand: async () => 'later' }, keys })
    const ending = await world.owner.connect()
    await ending.script('begin')
    await ending.script(
      `update text_choice set number = null, stopped_at = now(), stopped_by = 'survivor' where case_id = '${file.id}'`,
    )
    const clock = run('10:15', { gateway, keys })
    const waits = async () =>
      (
        await ending.script(
          `select 1 from pg_locks where not granted and transactionid = pg_current_xact_id()::xid`,
        )
      ).length
    await expect.poll(waits, { timeout: 45_000 }).toBe(1)
    await ending.script(
      `update reminder_text set state = 'unsent', because = 'stopped', ended_at = now() where case_id = '${file.id}' and state = 'waiting'`,
    )
    await ending.script('commit')
    ending.release(false)
    await clock
    expect(taken).toEqual([])
    expect(await kept(file)).toEqual({ state: 'unsent', because: 'stopped' })
  })
})
