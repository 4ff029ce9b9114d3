import { randomUUID } from 'node:crypto'
import { conflictAnswers } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Standing } from '../../test/access-table.ts'
import { type Client, openClient, rowsOf } from '../../test/client.ts'
import { openFullCase } from '../../test/full-case.ts'
import { refer, widest } from '../../test/referred.ts'
import { enginesInTurn } from '../../test/seed.ts'
import { expectServed, expectStanding } from '../../test/standing.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../test/wide-world.ts'
import { platformEndpoints } from '../platform/index.ts'
import { assignCaseworker, releaseCaseworker } from './cases/assign-caseworker.ts'
import type { CaseRef } from './cases/record-store.ts'
import { consentsOf } from './consents/consent-store.ts'
import { withdrawConsent } from './consents/withdraw-consent.ts'
import { protectionEndpoints } from './index.ts'

/** Everybody who has no referral of the case, and what they are to it. */
const standings: Readonly<Record<Exclude<AnyName, 'leaver'>, Standing>> = {
  asha: 'own',
  farida: 'supervise',
  bina: 'office',
  mina: 'office',
  chief: 'office',
  manager: 'office',
  trainer: 'office',
  analyst: 'office',
  admin: 'technicalAdministrator',
  guard: 'dataProtection',
  nadia: 'stranger',
  otherChief: 'stranger',
  otherGuard: 'stranger',
  otherAdmin: 'stranger',
  inspector: 'stranger',
  constable: 'stranger',
  policeAdmin: 'stranger',
  officer: 'stranger',
  lawyer: 'stranger',
  tutor: 'stranger',
  consul: 'stranger',
  prosecutor: 'stranger',
  secretary: 'stranger',
  bench: 'stranger',
}

describe.each(enginesInTurn)('the access table inside an organisation, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let file: CaseRef

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, [...platformEndpoints, ...protectionEndpoints])
    file = await openFullCase(world.people.asha, 'cell')
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const change = (text: string, ...values: readonly unknown[]) =>
    rowsOf(world.owner, text, [file.id, ...values])

  test.each(Object.entries(standings) as [AnyName, Standing][])('%s is %s', async (name, standing) => {
    await expectStanding(world, name, file, standing, { tracing: true })
    await expectServed({ world, client }, name, file, standing, { tracing: true })
  })

  test('colleagues, managers and administrators are told how many cases there are, and of none', async () => {
    for (const name of ['bina', 'manager', 'admin', 'asha'] as const) {
      const { body } = await client.get('/office', world.people[name].cookie)
      expect(body['counts'], name).toEqual([{ state: 'intake', cases: 1 }])
    }
    const { body } = await client.get('/office', world.people.nadia.cookie)
    expect(body['counts']).toEqual([])
  })

  test('the trail shows the team and the data-protection officer who looked, and why', async () => {
    const { asha, farida, guard } = world.people
    await client.post(`/cases/${file.org}/${file.id}/open-part`, farida.cookie, {
      part: 'health',
      reason: 'supervision',
    })
    for (const { cookie } of [asha, farida, guard]) {
      const { body } = await client.get(`/cases/${file.org}/${file.id}/trail?reason=complaint`, cookie)
      expect(body.items).toContainEqual(
        expect.objectContaining({
          part: 'health',
          did: 'read',
          reason: 'supervision',
          relation: 'supervise',
        }),
      )
    }
  })

  test('whoever guards the data says why they look at who looked, and it is written down for the team', async () => {
    const { asha, guard } = world.people
    const trail = `/cases/${file.org}/${file.id}/trail`
    const silent = await client.get(trail, guard.cookie)
    expect([silent.status, silent.body.code]).toEqual([400, 'reason-needed'])
    expect((await client.get(`${trail}?reason=curiosity`, guard.cookie)).body.code).toBe('bad-request')
    expect((await client.get(`${trail}?reason=rightsRequest`, guard.cookie)).status).toBe(200)
    const { body } = await client.get(trail, asha.cookie)
    expect(body.items).toContainEqual(
      expect.objectContaining({
        part: 'trail',
        did: 'read',
        reason: 'rightsRequest',
        relation: 'dataProtection',
      }),
    )
    const [event] = await rowsOf(
      world.owner,
      `select reason from audit_event where account_id = $1 and action = 'cases.trail' and status = 200
       order by at desc limit 1`,
      [guard.account],
    )
    expect(event).toEqual({ reason: 'rightsRequest' })
  })

  test('without consent to tracing, the family is not even the caseworker’s', async () => {
    const { asha } = world.people
    await expectStanding(world, 'asha', file, 'own', { tracing: true })
    await change(
      `update consent set valid_until = now()::date - 2 where case_id = $1 and purpose = 'familyContact'`,
    )
    await expectStanding(world, 'asha', file, 'own', { why: 'when it ran out' })
    await change(
      `update consent set valid_until = now()::date + 2 where case_id = $1 and purpose = 'familyContact'`,
    )
    const [given] = await asha.as((work) => consentsOf(work, file))
    await asha.as((work) => withdrawConsent(work, file, given?.id ?? '', given?.version ?? 0))
    await expectStanding(world, 'asha', file, 'own', { why: 'when it was withdrawn' })
    const note = { id: randomUUID(), kind: 'family', happenedOn: '2026-01-02', words: 'an uncle' }
    const refused = await client.post(`/cases/${file.org}/${file.id}/notes`, asha.cookie, note)
    expect(refused.body.code).toBe('consent-missing')
  })

  test('a case given to a colleague opens with their answer, and only with one of the answers', async () => {
    const { asha, bina } = world.people
    const id = randomUUID()
    await asha.as((work) => assignCaseworker(work, file, { id, account: bina.account, lead: false }))
    const expected: Readonly<Record<string, Standing>> = {
      none: 'own',
      pending: 'office',
      cannotSay: 'office',
      knowsSurvivor: 'conflict',
      knowsAccused: 'conflict',
      ownInterest: 'conflict',
    }
    const answers = ['pending', ...conflictAnswers.entries.map(({ code }) => code)]
    expect(answers.toSorted()).toEqual(Object.keys(expected).toSorted())
    for (const answer of answers) {
      await change(`update case_assignment set conflict = $3 where case_id = $1 and id = $2`, id, answer)
      await expectStanding(world, 'bina', file, expected[answer] ?? 'stranger', { why: answer })
    }
    await change(`update case_assignment set conflict = 'none' where case_id = $1 and id = $2`, id)
    await asha.as((work) => releaseCaseworker(work, file, id, 1))
    await expectStanding(world, 'bina', file, 'office', { why: 'after release' })
    await expectServed({ world, client }, 'bina', file, 'office', { why: 'after release' })
  })

  test('whoever declared that they know somebody sees nothing, whatever else they are', async () => {
    for (const name of ['farida', 'guard', 'chief'] as const) {
      const { org, account } = world.people[name]
      await change(
        `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at, ended_at)
         values ($2, gen_random_uuid(), $1, 1, $2, $3, false, 'knowsSurvivor', $3, now(), now())`,
        org,
        account,
      )
      await expectStanding(world, name, file, 'conflict')
      await expectServed({ world, client }, name, file, 'conflict')
      await change(`delete from case_assignment where case_id = $1 and account_id = $2`, account)
    }
  })

  test('supervision takes the role and the seat, in the unit that owns the case', async () => {
    const { farida, bina, chief } = world.people
    const seat = (account: string, supervises: boolean) =>
      rowsOf(world.owner, `update unit_member set supervises = $2 where account_id = $1`, [
        account,
        supervises,
      ])
    await seat(farida.account, false)
    await expectStanding(world, 'farida', file, 'office', { why: 'without the seat' })
    await seat(farida.account, true)
    await seat(bina.account, true)
    await expectStanding(world, 'bina', file, 'office', { why: 'without the role' })
    await seat(bina.account, false)
    const move = (unit: string) => change(`update case_file set owner_unit = $2 where id = $1`, unit)
    await move(chief.unit)
    await expectStanding(world, 'chief', file, 'supervise', { why: 'of the unit that owns it now' })
    await expectStanding(world, 'farida', file, 'office', { why: 'of the unit before' })
    await move(farida.unit)
  })

  test('the words of a referral are for the team and the supervisor, not for whoever guards the data', async () => {
    const { asha, guard, inspector } = world.people
    const { referral } = await refer(asha, file, inspector, { ...widest.police, note: 'a sealed word' })
    await rowsOf(world.owner, 'delete from unit_wrap where account_id = $1', [guard.account])
    await rowsOf(world.owner, `update unit_member set unit_id = $2 where account_id = $1`, [
      guard.account,
      asha.unit,
    ])
    const opened = await Promise.all(
      (['asha', 'farida', 'guard', 'bina', 'admin', 'nadia'] as const).map(async (name) => {
        const { cookie } = world.people[name]
        const { body } = await client.post(`/referrals/${file.org}/${referral}/open`, cookie, {
          reason: 'planningCare',
        })
        return [name, body.code ?? body['note']]
      }),
    )
    expect(Object.fromEntries(opened)).toEqual({
      asha: 'a sealed word',
      farida: 'a sealed word',
      guard: 'not-found',
      bina: 'not-found',
      admin: 'not-found',
      nadia: 'not-found',
    })
    expect((await client.get(`/referrals/${file.org}/${referral}`, guard.cookie)).status).toBe(200)
  })

  test('thirty days after closure the caseworker is a colleague, and the supervisor supervises on', async () => {
    const closed = (days: number) =>
      change(
        `update case_file set state = 'closed', closed_on = (now() at time zone 'Asia/Dhaka')::date - $2::int where id = $1`,
        days,
      )
    await closed(29)
    await expectStanding(world, 'asha', file, 'own', { why: '29 days after closure' })
    await closed(30)
    await expectStanding(world, 'asha', file, 'office', { why: '30 days after closure' })
    await expectServed({ world, client }, 'asha', file, 'office', { why: '30 days after closure' })
    await expectStanding(world, 'farida', file, 'supervise', { why: '30 days after closure' })
    await change(`update case_file set state = 'intake', closed_on = null where id = $1`)
  })

  test('taken out of the caseload, a case is gone at the next request', async () => {
    const { asha, farida } = world.people
    const [team] = await change(
      `select id from case_assignment where case_id = $1 and account_id = $2`,
      asha.account,
    )
    expect((await client.get(`/cases/${file.org}/${file.id}`, asha.cookie)).status).toBe(200)
    await farida.as((work) => releaseCaseworker(work, file, String(team?.['id']), 1))
    expect((await client.get(`/cases/${file.org}/${file.id}`, asha.cookie)).status).toBe(404)
    await expectServed({ world, client }, 'asha', file, 'office', { why: 'after release' })
  })
})
