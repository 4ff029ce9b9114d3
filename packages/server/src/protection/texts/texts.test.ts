import { randomUUID } from 'node:crypto'
import type { OwnTexts, TextsView } from '@setu/records/api'
import { addDays, codesOf, guardianQuestions, reminderTexts, type TextHindrance } from '@setu/vocabulary'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { openCaseOf } from '../../../test/referred.ts'
import { agreedMeeting, agreeToMessages, operator, reminderKeyOn } from '../../../test/reminders.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enterWindow, giveWindow } from '../../../test/windows.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import {
  dayOf,
  type Handed,
  platformEndpoints,
  publishReminderKeys,
  type ReminderKey,
} from '../../platform/index.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { writeRecord } from '../cases/write-record.ts'
import { protectionEndpoints } from '../index.ts'
import { handTexts } from './hand-texts.ts'

const today = dayOf(new Date())
/** The day of the meeting, and the hours of the day before, on the clocks of Bangladesh. */
const meeting = `${addDays(today, 3)}T15:30:00+06:00`
const eve = (time: string) => new Date(`${addDays(today, 2)}T${time}:00+06:00`)

const checked = {
  relation: 'parent',
  ...Object.fromEntries(codesOf(guardianQuestions).map((question) => [question, 'no'])),
  checkedOn: today,
  suspectedBecause: 'childSaid',
}

const number = '০১৭১২-৩৪৫৬৭৮'
const asDialled = '+8801712345678'

describe.each(['pglite', 'postgres'] as const)('automatic reminders, on %s', (kind) => {
  let world: World
  let client: Client
  let asha: Person
  let keys: readonly ReminderKey[]

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

  const pathOf = ({ org, id }: CaseRef) => `/cases/${org}/${id}/texts`
  const choice = { number, wording: 'asAgreed', language: 'bn', chose: true, safe: true }
  const choose = async (by: Person, file: CaseRef, more: object = {}) => {
    const { choice: before } = await view(file)
    const seen = before?.stopped ?? before?.chosen ?? null
    return client.post(pathOf(file), by.cookie, { ...choice, seen, ...more })
  }
  const stop = (by: Person, file: CaseRef) => client.post(`${pathOf(file)}/stop`, by.cookie, {})
  const view = async (file: CaseRef, by = asha) =>
    (await client.get(pathOf(file), by.cookie)).body as unknown as TextsView
  const promise = async (file: CaseRef) =>
    (await asha.as((work) => readCase(work, file))).due.find((one) => one.kind === 'remindSurvivor')
  const run = (time: string, answers: Handed[] = []) => {
    const sending = operator(keys, answers)
    return handTexts(world.node.engine, () => eve(time), sending).then(() => sending.taken)
  }
  const told = async (file: CaseRef) =>
    (
      await rowsOf(
        world.owner,
        `select kind from notice where about ->> 'case' = $1 and kind like 'text%' order by made_at`,
        [file.id],
      )
    ).map((row) => String(row['kind']))
  const kept = async (file: CaseRef) =>
    (
      await rowsOf(world.owner, 'select state, because, tries from reminder_text where case_id = $1', [
        file.id,
      ])
    )[0]

  /** A case whose survivor agreed to a neutral message and to a day. */
  async function agreed(): Promise<{ file: CaseRef; item: string }> {
    const file = await openCaseOf(asha, 'cnry')
    await agreeToMessages(asha, file)
    return { file, item: await agreedMeeting(asha, file, meeting) }
  }
  async function chosen() {
    const made = await agreed()
    expect((await choose(asha, made.file)).status).toBe(204)
    return made
  }

  test('a text goes out the day before, by day, once, and says nothing but words of the list', async () => {
    const { file, item } = await chosen()
    expect(await run('09:59'), 'too early in the morning').toEqual([])
    const taken = await run('10:00')
    expect(taken).toEqual([{ id: expect.any(String), number: asDialled, text: 'কথামতো, আগামীকাল।' }])
    expect(await run('10:05'), 'never twice').toEqual([])
    expect((await view(file)).texts).toEqual([
      { about: item, state: 'handed', because: null, at: eve('10:00').toISOString() },
    ])
    expect(await promise(file), 'the promise says so').toMatchObject({
      text: { state: 'handed' },
      state: expect.not.stringMatching('done'),
    })
    expect(await run('18:00')).toEqual([])
    expect(await promise(file), 'when the hours are over it has ended as kept').toBeUndefined()
    const [ended] = await rowsOf(
      world.owner,
      `select done_at from due_item where about_id = $1 and kind = 'remindSurvivor'`,
      [item],
    )
    expect(new Date(String(ended?.['done_at']))).toEqual(eve('10:00'))
    expect(
      (await asha.as((work) => readCase(work, file))).due.some((one) => one.kind === 'meetSurvivor'),
    ).toBe(true)
  })

  test('nobody is sent a text who did not choose it, did not agree to the day, or is reminded in another way', async () => {
    const unasked = await agreed()
    const { file: proposed } = { file: await openCaseOf(asha, 'cnry') }
    await agreeToMessages(asha, proposed)
    await choose(asha, proposed)
    await writeAndStep(asha, proposed, 'appointment', {
      at: meeting,
      place: 'agreedPlace',
      channel: 'ownMessage',
    })
    const other = await openCaseOf(asha, 'cnry')
    await agreeToMessages(asha, other)
    await choose(asha, other)
    await writeAndStep(
      asha,
      other,
      'appointment',
      { at: meeting, place: 'agreedPlace', channel: 'safeWay' },
      'agreed',
    )
    expect(await run('11:00')).toEqual([])
    for (const file of [unasked.file, proposed, other]) {
      expect(await kept(file)).toBeUndefined()
      expect(await promise(file), 'a person reminds').toBeDefined()
    }
  })

  test.each([
    ['refused', 'unsent', 'refused'],
    ['unknown', 'unknown', 'cutOff'],
  ] as const)(
    'where the operator says %s, the person who was to remind still is, and is told',
    async (answer, state, because) => {
      const { file } = await chosen()
      expect(await run('10:00', [answer])).toHaveLength(1)
      expect(await run('11:00')).toEqual([])
      expect(await kept(file)).toMatchObject({ state, because })
      await run('18:00')
      expect(await promise(file)).toMatchObject({ text: { state } })
      expect(await told(file)).toEqual(['textNotSent'])
    },
  )

  test('where the operator cannot be reached it is tried again, under the same name, until the hours are over', async () => {
    const { file } = await chosen()
    const [first] = await run('10:00', ['later'])
    expect(await run('10:10'), 'not at once').toEqual([])
    expect(await run('10:15', ['later'])).toEqual([expect.objectContaining({ id: first?.id })])
    expect(await kept(file)).toMatchObject({ state: 'waiting', tries: 2 })
    await run('18:00')
    expect(await kept(file)).toMatchObject({ state: 'unsent', because: 'tooLate' })
    expect(await promise(file)).toMatchObject({ text: { state: 'unsent' } })
  })

  test('what was being handed over when a process died is not sent again: nobody knows, and a person sees to it', async () => {
    const { file } = await chosen()
    const died = { hand: () => new Promise<never>(() => undefined), works: async () => true }
    void handTexts(world.node.engine, () => eve('10:00'), { gateway: died, keys })
    await expect.poll(async () => (await kept(file))?.['state'], { timeout: 45_000 }).toBe('handing')
    expect(await run('10:09')).toEqual([])
    expect(await run('10:11')).toEqual([])
    expect(await kept(file)).toMatchObject({ state: 'unknown', because: 'cutOff' })
    expect(await promise(file)).toMatchObject({ text: { state: 'unknown' } })
    expect(await told(file)).toEqual(['textNotSent'])
  })

  test('the number stands nowhere in the clear, and once she has enough of it, nowhere at all', async () => {
    const { file } = await chosen()
    const row = async () =>
      (
        await rowsOf(world.owner, `select c::text as row, number from text_choice c where case_id = $1`, [
          file.id,
        ])
      )[0]
    expect(JSON.stringify(await row())).not.toMatch(/1712345678|1712-345678|৩৪৫৬৭৮/)
    const tables = await rowsOf(
      world.owner,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const spelt = `1712345678|${Buffer.from('1712345678').toString('hex')}|${Buffer.from('৩৪৫৬৭৮').toString('hex')}|৩৪৫৬৭৮`
    for (const { name } of tables) {
      const found = await rowsOf(world.owner, `select 1 from "${String(name)}" t where t::text ~ $1`, [spelt])
      expect(found, String(name)).toEqual([])
    }
    expect(JSON.stringify(await view(file))).not.toMatch(/345678|৩৪৫৬৭৮/)
    for (const role of [
      'setu_app',
      'setu_clock',
      'setu_notify',
      'setu_signin',
      'setu_survivor',
      'setu_setup',
    ] as const) {
      const [right] = await rowsOf(
        world.owner,
        `select has_column_privilege('${role}', 'text_choice', 'number', 'select') as reads`,
      )
      expect([role, right?.['reads']]).toEqual([role, false])
    }
    expect((await stop(world.people.farida, file)).status, 'whoever supervises may end it').toBe(204)
    expect((await row())?.['number']).toBeNull()
    expect((await view(file)).choice).toMatchObject({ stoppedBy: 'caseworker' })
    expect(await run('10:00')).toEqual([])
    expect(await promise(file)).toBeDefined()
  })

  test('she chooses and ends it herself; those who work on her case are told, without the number', async () => {
    const { file } = await agreed()
    const own = await enterWindow(client, await giveWindow(asha, file))
    const mine = async () => (await client.ask('GET', '/own/texts', { own })).body as unknown as OwnTexts
    expect(await mine()).toMatchObject({
      choice: null,
      hindrance: null,
      offers: codesOf(reminderTexts),
      from: 10,
      until: 18,
    })
    const { chose: _, ...hers } = choice
    expect(
      (await client.ask('POST', '/own/texts', { own, body: { ...hers, wording: 'seeYou', language: 'en' } }))
        .status,
    ).toBe(204)
    expect((await mine()).choice).toMatchObject({ wording: 'seeYou', language: 'en' })
    expect((await view(file)).choice).toMatchObject({ herself: true, by: null })
    expect((await run('10:00')).map(({ text }) => text)).toEqual(['See you tomorrow!'])
    expect((await client.ask('POST', '/own/texts/stop', { own })).status).toBe(204)
    expect((await mine()).choice).toBeNull()
    expect((await view(file)).choice).toMatchObject({ stoppedBy: 'survivor' })
    expect((await told(file)).toSorted()).toEqual(['textsChosen', 'textsStopped'])
    for (let turn = 0; turn < 4; turn += 1)
      expect((await client.ask('POST', '/own/texts', { own, body: hers })).status).toBe(204)
    expect((await client.ask('POST', '/own/texts', { own, body: hers })).status, 'not for ever').toBe(429)
  })

  test.each<[TextHindrance, (file: CaseRef) => Promise<unknown>]>([
    [
      'windowFrozen',
      async (file) => {
        await giveWindow(asha, file)
        await client.post(`/cases/${file.org}/${file.id}/window/freeze`, asha.cookie, { because: 'asked' })
      },
    ],
    [
      'noMessages',
      (file) =>
        rowsOf(world.owner, 'update person_contact set may_leave_message = false where case_id = $1', [
          file.id,
        ]),
    ],
    [
      'notAgreed',
      (file) =>
        writeAndStep(
          asha,
          file,
          'safetyPlan',
          { channels: ['trusted'], agreedOn: today, keptBy: 'memory' },
          'inForce',
        ),
    ],
    [
      'nearSuspect',
      async (file) => {
        await rowsOf(world.owner, `update case_facts set age_band = '15-17' where case_id = $1`, [file.id])
        await writeAndStep(asha, file, 'guardian', checked, 'suspect')
      },
    ],
    [
      'otherKey',
      async () => {
        await reminderKeyOn(world.node.engine)
      },
    ],
    ['gatewayOff', () => publishReminderKeys(world.node.engine, [])],
  ])('nothing goes out while it is so: %s', async (hindrance, happens) => {
    const { file } = await chosen()
    await happens(file)
    expect(await view(file)).toMatchObject({
      hindrance,
      mayChoose: ['notAgreed', 'otherKey'].includes(hindrance),
    })
    expect(await run('10:00')).toEqual([])
    expect(await promise(file), 'a person reminds').toBeDefined()
    if (!['notAgreed', 'otherKey'].includes(hindrance))
      expect((await choose(asha, file)).body.code).toBe('texts-not-possible')
    await publishReminderKeys(world.node.engine, keys)
  })

  test('a closed case keeps no number, and an erased one no trace', async () => {
    const { file } = await chosen()
    await rowsOf(world.owner, `update case_file set closed_on = '${today}' where id = $1`, [file.id])
    expect(
      await rowsOf(world.owner, 'select number, stopped_by from text_choice where case_id = $1', [file.id]),
    ).toEqual([{ number: null, stopped_by: 'closing' }])
    const { file: gone } = await chosen()
    await run('10:00')
    await rowsOf(world.owner, 'select case_wipe($1, $2, false)', [gone.org, gone.id])
    for (const table of ['text_choice', 'reminder_text'])
      expect(await rowsOf(world.owner, `select 1 from ${table} where case_id = $1`, [gone.id])).toEqual([])
  })

  test('nobody else sets a number, ends a choice or learns of one, and no words are taken but those of the list', async () => {
    const { file } = await chosen()
    const { mina, nadia, inspector, farida, guard } = world.people
    for (const stranger of [mina, nadia, inspector, guard]) {
      expect((await client.get(pathOf(file), stranger.cookie)).status).toBe(404)
      expect((await choose(stranger, file)).status).toBe(404)
      expect((await stop(stranger, file)).status).toBe(404)
    }
    expect((await choose(farida, file)).status, 'whoever supervises does not choose for her').toBe(404)
    const before = await rowsOf(world.owner, 'select * from text_choice where case_id = $1', [file.id])
    for (const wrong of [
      { wording: 'Come to the shelter' },
      { text: 'Come to the shelter' },
      { number: '999' },
      { number: '01712345678\r\nTo: 999' },
      { number: '01712345678, 01812345678' },
      { chose: false },
      { safe: false },
      { language: 'hi' },
      { gateway: 'http://169.254.169.254/' },
    ])
      expect([wrong, (await choose(asha, file, wrong)).status]).toEqual([wrong, 400])
    expect(await rowsOf(world.owner, 'select * from text_choice where case_id = $1', [file.id])).toEqual(
      before,
    )
    const asStranger = () =>
      mina.as(async (work) => {
        const done = await sql<{
          said: string
        }>`select text_choose(${file.org}, ${file.id}, ${randomUUID()}, ${keys[0]?.id ?? ''}, ${Buffer.from('x')}, 'asAgreed', 'en', null) as said`.execute(
          work.db,
        )
        return done.rows[0]?.said
      })
    expect(await asStranger(), 'nor past our own commands').toBe('gone')
  })

  test('a number that was put beside another choice opens for nobody', async () => {
    const [one, two] = [await chosen(), await chosen()]
    await rowsOf(
      world.owner,
      `update text_choice set number = (select number from text_choice where case_id = $1) where case_id = $2`,
      [one.file.id, two.file.id],
    )
    await run('10:00')
    expect(await kept(one.file)).toMatchObject({ state: 'handed' })
    expect(await kept(two.file)).toMatchObject({ state: 'unsent', because: 'otherKey' })
  })

  test('a person who reminded first is not followed by a text', async () => {
    const { file, item } = await chosen()
    await asha.as((work) =>
      writeRecord(work, file, 'appointment', { id: item, base: 2, values: { remindedOn: today } }),
    )
    expect(await run('10:00')).toEqual([])
    expect(await kept(file)).toBeUndefined()
  })
})
