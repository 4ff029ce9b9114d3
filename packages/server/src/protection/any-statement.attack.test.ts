import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../test/client.ts'
import { intrude, type Tried, type Try } from '../../test/intruder.ts'
import { accept, openCaseOf, refer, widest } from '../../test/referred.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../test/wide-world.ts'
import { handleOf } from '../platform/index.ts'
import { assignCaseworker, declareConflict } from './cases/assign-caseworker.ts'
import type { CaseRef } from './cases/record-store.ts'
import { withdrawConsent } from './consents/withdraw-consent.ts'

/** Neither rows nor a change came of it. */
function expectNothing(tried: Tried, what: string): void {
  expect({ what, came: tried.refused === '42501' ? 0 : tried.count, by: tried.refused ?? '' }).toEqual({
    what,
    came: 0,
    by: tried.refused === '42501' ? '42501' : '',
  })
}

/**
 * Somebody signed in who can send any statement under the role of the application: a forgotten condition in our
 * own code, at its worst. What the policies do not hold back here, nothing does.
 */
describe.each(['pglite', 'postgres'] as const)('any statement of somebody signed in, on %s', (kind) => {
  let world: WideWorld
  let file: CaseRef
  let other: CaseRef
  let referral: string
  let consent: string

  beforeAll(async () => {
    world = await openWideWorld(kind)
    const { asha, bina, leaver, inspector, nadia } = world.people
    file = await openCaseOf(asha, 'held')
    other = await openCaseOf(asha, 'other')
    await openCaseOf(bina, 'binas')
    await openCaseOf(nadia, 'nadias')
    const sent = await refer(asha, file, inspector, widest.police)
    await accept(inspector, file.org, sent.referral, sent.version)
    ;({ referral, consent } = sent)
    // Bina was given the case and knows somebody in it; another was given it and has not answered yet.
    for (const [colleague, answer] of [
      [bina, 'knowsAccused'],
      [leaver, null],
    ] as const) {
      const id = randomUUID()
      await asha.as((work) => assignCaseworker(work, file, { id, account: colleague.account, lead: false }))
      if (answer !== null) await colleague.as((work) => declareConflict(work, file, id, answer))
    }
  })
  afterAll(() => world.close())

  const as = <Result>(name: AnyName, run: (attempt: Try) => Promise<Result>) =>
    intrude(world.node.engine, 'setu_app', handleOf(world.people[name].cookie), run)

  const whole = `select 1 from case_file where org_id = $1 and id = $2`

  test('nobody takes up a case by touching their own assignment', async () => {
    await as('bina', async (attempt) => {
      const { bina } = world.people
      for (const set of [
        `conflict = 'none'`,
        `conflict = 'none', ended_at = null`,
        `case_id = '${other.id}'`,
      ]) {
        const tried = await attempt(
          `update case_assignment set ${set} where account_id = $1 and case_id = $2`,
          [bina.account, file.id],
        )
        expectNothing(tried, set)
      }
      expectNothing(
        await attempt(
          `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
           values ($1, $2, $3, 1, $1, $4, true, 'none', $4, now())`,
          [file.org, randomUUID(), other.id, bina.account],
        ),
        'an assignment of one’s own',
      )
      expectNothing(await attempt(whole, [file.org, file.id]), 'the case')
    })
  })

  test('the team cannot answer for a colleague whether they know anyone in the case', async () => {
    await as('asha', async (attempt) => {
      const { leaver, chief } = world.people
      const answered = `update case_assignment set conflict = 'none', declared_at = now() where account_id = $1`
      expectNothing(await attempt(answered, [leaver.account]), 'an answer for someone else')
      expectNothing(
        await attempt(
          `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
           values ($1, $2, $3, 1, $1, $4, false, 'none', $4, now())`,
          [file.org, randomUUID(), file.id, chief.account],
        ),
        'an assignment with its answer',
      )
    })
  })

  test('ownership, home and team of a case are not columns to be updated', async () => {
    const { nadia } = world.people
    await as('asha', async (attempt) => {
      for (const set of [
        `owner_org = '${nadia.org}', owner_unit = '${nadia.unit}'`,
        `org_id = '${nadia.org}'`,
        `id = '${randomUUID()}'`,
        'imported = true',
      ]) {
        expectNothing(await attempt(`update case_file set ${set} where id = $1`, [file.id]), set)
      }
    })
  })

  test('what happened, what was written and who looked is only ever added to', async () => {
    await as('asha', async (attempt) => {
      for (const table of [
        'case_event',
        'case_note',
        'case_check',
        'rights_notice',
        'audit_event',
        'audit_item',
      ]) {
        expect((await attempt(`update ${table} set org_id = org_id`)).refused, table).toBe('42501')
        expect((await attempt(`delete from ${table}`)).refused, table).toBe('42501')
      }
      for (const table of ['case_file', 'person_identity', 'consent', 'referral', 'case_task']) {
        expect((await attempt(`delete from ${table}`)).refused, table).toBe('42501')
      }
    })
  })

  test('a withdrawn consent stays withdrawn, and nobody widens a given one', async () => {
    const { asha, officer } = world.people
    const sent = await refer(asha, other, officer, widest.care)
    await asha.as((work) => withdrawConsent(work, other, sent.consent, 1))
    await as('asha', async (attempt) => {
      const again = `update consent set state = 'given', withdrawn_at = null where id = $1`
      expectNothing(await attempt(again, [sent.consent]), 'taken back')
      for (const set of [`parts = '{contact}'`, `valid_until = '2099-01-01'`, `recipient_unit = null`]) {
        expectNothing(await attempt(`update consent set ${set} where id = $1`, [consent]), set)
      }
    })
  })

  test('the receiver of a referral reaches no other case through it', async () => {
    const { inspector } = world.people
    await as('inspector', async (attempt) => {
      for (const [what, target, part] of [
        ['another case', other.id, 'status'],
        ['another part', file.id, 'health'],
      ] as const) {
        expectNothing(
          await attempt(
            `insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id)
             values ($1, $2, $3, 'other', $4, now(), now(), $5, $6, $7)`,
            [file.org, randomUUID(), target, part, inspector.account, inspector.org, referral],
          ),
          what,
        )
      }
      for (const table of [
        'person_contact',
        'case_narrative',
        'case_note',
        'case_task',
        'case_check',
        'case_origin',
      ]) {
        expectNothing(await attempt(`select 1 from ${table} where case_id = $1`, [file.id]), table)
      }
      expectNothing(await attempt(whole, [other.org, other.id]), 'the other case')
      const keys = await attempt(`select part from part_key where holder_id = $1 order by part`, [file.id])
      expect(keys.rows.map(({ part }) => part)).toEqual(['identity'])
    })
  })

  test('the receiver cannot take a referral up again once it is over', async () => {
    const over = (state: string) =>
      rowsOf(world.owner, `update referral set state = $2, ended_at = now() where id = $1`, [referral, state])
    try {
      for (const state of ['completed', 'partlyCompleted', 'recalled', 'withdrawnBySurvivor']) {
        await over(state)
        await as('inspector', async (attempt) => {
          const again = `update referral set state = 'accepted', ended_at = null where id = $1`
          expectNothing(await attempt(again, [referral]), state)
        })
      }
    } finally {
      await rowsOf(world.owner, `update referral set state = 'accepted', ended_at = null where id = $1`, [
        referral,
      ])
    }
  })

  test('whether the survivor agreed with others is not told', async () => {
    const asked = `select consent_lives($1, $2, $3, 'sharePolice', null) as lives`
    const { inspector } = world.people
    for (const name of ['inspector', 'lawyer', 'nadia', 'asha'] as const) {
      const tried = await as(name, (attempt) => attempt(asked, [file.org, file.id, inspector.unit]))
      expect(tried.rows[0]?.['lives'], name).toBe(name === 'inspector')
    }
  })

  test('an administrator gives no role and no unit to themselves, and cannot turn police into carers', async () => {
    await as('policeAdmin', async (attempt) => {
      const { policeAdmin } = world.people
      const { org, account, unit } = policeAdmin
      for (const set of [`owns_cases = true`, `work = 'care'`, `type = 'ngo'`]) {
        expectNothing(await attempt(`update organisation set ${set} where id = $1`, [org]), set)
      }
      expect(
        await attempt(
          `insert into organisation (id, name_en, name_bn, type, owns_cases, work)
           values ($1, 'x', 'x', 'policeUnit', true, 'police')`,
          [randomUUID()],
        ),
      ).toMatchObject({ refused: '23514' })
      const role = `insert into account_role (org_id, account_id, role) values ($1, $2, 'supervisor')`
      expectNothing(await attempt(role, [org, account]), 'a role')
      const seat = `update unit_member set supervises = true, focal = true where account_id = $1 and unit_id = $2`
      expectNothing(await attempt(seat, [account, unit]), 'a seat')
    })
  })

  test('no account reaches into another: not its password, its sessions, its notices or its name', async () => {
    const { asha } = world.people
    await as('otherAdmin', async (attempt) => {
      for (const [table, set] of [
        ['account', 'disabled_at = now()'],
        ['account_secret', `salt = '\\x00'`],
        ['notice', 'seen_at = now()'],
      ] as const) {
        const column = table === 'account' ? 'id' : 'account_id'
        expectNothing(await attempt(`update ${table} set ${set} where ${column} = $1`, [asha.account]), table)
      }
      await attempt(`select account_sessions_end($1)`, [asha.account])
    })
    await asha.as((work) => Promise.resolve(expect(work.actor.account).toBe(asha.account)))
  })

  test('promises and notices go to those concerned and nobody else', async () => {
    const { asha, nadia } = world.people
    await as('nadia', async (attempt) => {
      expectNothing(
        await attempt(
          `insert into notice (org_id, id, account_id, kind, about, made_at) values ($1, $2, $3, 'assigned', '{}', now())`,
          [asha.org, randomUUID(), asha.account],
        ),
        'a notice',
      )
      expectNothing(
        await attempt(
          `insert into due_item (org_id, id, case_id, kind, rule_version, began_at, due_at, holder_org, unit_id)
           values ($1, $2, $3, 'followUp', 'x', now(), now(), $4, $5)`,
          [file.org, randomUUID(), file.id, nadia.org, nadia.unit],
        ),
        'a promise',
      )
    })
    for (const name of ['bina', 'leaver', 'mina', 'admin', 'nadia', 'constable', 'chief'] as const) {
      const due = await as(name, (attempt) => attempt(`select 1 from due_item where case_id = $1`, [file.id]))
      expectNothing(due, `${name}: what is due`)
    }
  })

  test('nothing is written into the log in somebody else’s name', async () => {
    const { asha, nadia } = world.people
    const add = `insert into audit_event (id, org_id, account_id, request_id, action, method, status)
      values ($1, $2, $3, $4, 'x', 'GET', 200)`
    await as('nadia', async (attempt) => {
      for (const [org, account] of [
        [nadia.org, asha.account],
        [asha.org, nadia.account],
        [asha.org, asha.account],
        [null, null],
      ]) {
        expectNothing(await attempt(add, [randomUUID(), org, account, randomUUID()]), `${org} ${account}`)
        expectNothing(
          await attempt(
            `insert into audit_item (event_id, org_id, case_id, part, did, account_id, account_org_id)
             values ($1, $2, $3, 'identity', 'read', $4, $5)`,
            [randomUUID(), file.org, file.id, account, org],
          ),
          `an item of ${org} ${account}`,
        )
      }
    })
  })

  test('a case that one may not see and one that is not there are refused alike', async () => {
    await as('nadia', async (attempt) => {
      const { nadia } = world.people
      const note = `insert into case_note (org_id, id, case_id, version, part, account_id, recorded_at, kind, happened_on, words)
        values ($1, $2, $3, 1, 'narrative', $4, now(), 'general', now(), '\\x00')`
      for (const [org, id] of [
        [file.org, file.id],
        [file.org, randomUUID()],
        [nadia.org, randomUUID()],
      ]) {
        expect((await attempt(note, [org, randomUUID(), id, nadia.account])).refused).toBe('42501')
      }
    })
  })
})
