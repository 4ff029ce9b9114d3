import { randomUUID } from 'node:crypto'
import type { ConsentsRecord } from '@setu/records/api'
import { addDays, addMonths, caseClocks } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { consentsOf } from './consent-store.ts'
import { recordConsents } from './record-consents.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const today = dayOf(new Date())
const { daysBefore } = caseClocks.askAgain

describe.each(['pglite', 'postgres'] as const)('a yes that is about to end, on %s', (kind) => {
  let world: World
  let file: CaseRef
  beforeAll(async () => {
    world = await openWorld(kind)
    const { asha } = world.people
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })
  afterAll(() => world.close())

  const say = (purpose: ConsentsRecord['answers'][number]['purpose'], until: string, answer = 'given') =>
    world.people.asha.as((work) =>
      recordConsents(work, file, {
        givenOn: today,
        medium: 'spoken',
        language: 'bn',
        textVersion: '2026-01',
        interpreter: false,
        guardianAgreed: null,
        answers: [
          {
            id: randomUUID(),
            purpose,
            parts: [],
            recipient: null,
            answer: answer === 'given' ? 'given' : 'refused',
            validUntil: until,
          },
        ],
      }),
    )
  const promised = () =>
    rowsOf(
      world.owner,
      `select (due_at at time zone 'Asia/Dhaka')::date::text as day, rule_version as rule, account_id as who,
         case when done_at is not null then 'kept' when cancelled_at is not null then 'taken back' else 'open' end as state
       from due_item where case_id = $1 and kind = 'renewConsent' order by began_at, (done_at is null and cancelled_at is null)`,
      [file.id],
    )
  const open = async () => (await promised()).filter(({ state }) => state === 'open').map(({ day }) => day)

  test('is asked about so many days before, by whoever leads the case, and only the first that ends is promised', async () => {
    expect(await promised()).toEqual([])
    await say('services', addMonths(today, 12))
    const first = addDays(addMonths(today, 12), -daysBefore)
    expect(await promised()).toEqual([
      { day: first, rule: caseClocks.version, who: world.people.asha.account, state: 'open' },
    ])
    await say('statistics', addMonths(today, 6))
    expect(await open()).toEqual([addDays(addMonths(today, 6), -daysBefore)])
    expect((await promised()).map(({ state }) => state)).toEqual(['taken back', 'open'])
  })

  test('was asked about again when there is a new answer, and the next one that ends is promised', async () => {
    await say('statistics', addMonths(today, 12))
    expect(await open()).toEqual([addDays(addMonths(today, 12), -daysBefore)])
    expect((await promised()).filter(({ state }) => state === 'kept').map(({ day }) => day)).toEqual([
      addDays(addMonths(today, 6), -daysBefore),
    ])
  })

  test('is asked about on its last day where it is given for no longer than that, and never where it is for one occasion', async () => {
    await say('contact', addDays(today, daysBefore))
    await say('travelPhoto', addDays(today, 2))
    expect(await open()).toEqual([addDays(today, daysBefore)])
  })

  test('is promised no more once it was taken back', async () => {
    const { asha } = world.people
    for (const purpose of ['contact', 'services', 'statistics']) {
      await asha.as(async (work) => {
        const live = (await consentsOf(work, file)).find(
          (one) => one.purpose === purpose && one.state === 'given',
        )
        await withdrawConsent(work, file, live?.id ?? '', live?.version ?? 0)
      })
    }
    expect(await open()).toEqual([])
    expect((await promised()).at(-1)).toMatchObject({ state: 'taken back' })
  })

  test('that names nobody and has ended is asked about until there is an answer, whatever it is', async () => {
    await say('services', addMonths(today, 2))
    await rowsOf(
      world.owner,
      `update consent set given_on = given_on - 90, valid_until = valid_until - 90 where case_id = $1`,
      [file.id],
    )
    await say('travelPhoto', addDays(today, 2))
    expect(await open()).toEqual([addDays(addMonths(today, 2), -90 - daysBefore)])
    await say('services', addMonths(today, 2), 'refused')
    expect(await open()).toEqual([])
  })
})
