import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentFor, newCase } from '../../../test/cases.ts'
import { openWorld, type World } from '../../../test/world.ts'
import { inTransaction } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import { writeRecord } from '../cases/write-record.ts'
import { recordConsents } from '../consents/record-consents.ts'
import { readBox } from '../referrals/read-referrals.ts'
import { sendReferral } from '../referrals/send-referral.ts'
import { expireReferrals, recountPromises } from './clock-work.ts'

const hour = 3_600_000

describe.each(['pglite', 'postgres'] as const)('the clock on %s', (kind) => {
  let world: World
  let file: { org: string; id: string }
  const referral = randomUUID()

  beforeAll(async () => {
    world = await openWorld(kind)
    const { asha, officer } = world.people
    file = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    await asha.as((work) => recordConsents(work, file, consentFor(work, officer, 'shareService', ['facts'])))
    await asha.as((work) =>
      sendReferral(work, file, {
        command: randomUUID(),
        id: referral,
        to: { org: officer.org, unit: officer.unit },
        service: 'shelter',
        urgency: 'standard',
      }),
    )
  }, 60_000)
  afterAll(() => world.close())

  test('a new calendar moves open promises, whatever they are about, and says under which version they stand', async () => {
    const { asha, officer } = world.people
    const payment = { kind: 'livelihoodGrant', amount: 12_500, neededFor: 'cnry-sewing' }
    await asha.as((work) =>
      writeRecord(work, file, 'payment', { id: randomUUID(), base: 0, values: payment }),
    )
    const before = await officer.as((work) => readBox(work, { direction: 'in', open: true, after: null }))
    const answer = before.items[0]?.clocks.find(({ kind: one }) => one === 'answerReferral')
    const holidays = Array.from({ length: 30 }, (_, day) => ({
      date: new Date(Date.now() + day * 24 * hour).toISOString().slice(0, 10),
      en: 'Holiday',
      bn: 'ছুটি',
    }))
    await inTransaction(world.node.engine, { role: 'setu_setup' }, (db) =>
      sql`insert into working_calendar (jurisdiction, institution, version, valid_from, weekend, holidays, made_at)
        values ('BD', 'executive', 'later', current_date - 1, '{5,6}', ${JSON.stringify(holidays)}::jsonb, now())`.execute(
        db,
      ),
    )
    expect(await recountPromises(world.node.engine, world.node.clock)).toBe(3)
    expect(await recountPromises(world.node.engine, world.node.clock)).toBe(0)
    const after = await officer.as((work) => readBox(work, { direction: 'in', open: true, after: null }))
    const moved = after.items[0]?.clocks.find(({ kind: one }) => one === 'answerReferral')
    expect(new Date(moved?.due ?? 0).getTime()).toBeGreaterThan(new Date(answer?.due ?? 0).getTime())
    const view = await asha.as((work) => readCase(work, file))
    expect(
      view.due.find(({ about, kind: one }) => about === referral && one === 'answerReferral')?.calendar,
    ).toBe('later')
    expect(view.due.find(({ kind: one }) => one === 'approvePayment')?.calendar).toBe('later')
  })

  test('a shorter time that is laid down later ends nothing that was sent before', async () => {
    const hourOnly = { amount: 1, unit: 'hours' }
    await inTransaction(world.node.engine, { role: 'setu_setup' }, (db) =>
      sql`insert into rule_set (kind, version, valid_from, rules, made_at)
        select 'serviceLevels', 'shorter', current_date - 1, jsonb_set(rules, '{levels,standard,expire}', ${JSON.stringify(hourOnly)}::jsonb),
          clock_timestamp() from rule_set where kind = 'serviceLevels' limit 1`.execute(db),
    )
    expect(await expireReferrals(world.node.engine, () => new Date(Date.now() + 2 * hour))).toBe(0)
  })

  test('a referral nobody answered ends, its keys go, and the sender sees it', async () => {
    const { asha, officer } = world.people
    expect(await expireReferrals(world.node.engine, () => new Date(Date.now() + 29 * 24 * hour))).toBe(0)
    expect(await expireReferrals(world.node.engine, () => new Date(Date.now() + 32 * 24 * hour))).toBe(1)
    const view = await asha.as((work) => readCase(work, file))
    expect(view.referrals[0]?.state).toBe('expired')
    expect(view.timeline.items.map(({ kind: one }) => one)).toContain('referralExpired')
    expect(view.due.filter(({ about }) => about === referral)).toEqual([])
    expect(
      (await officer.as((work) => readBox(work, { direction: 'in', open: false, after: null }))).items,
    ).toEqual([])
  })
})
