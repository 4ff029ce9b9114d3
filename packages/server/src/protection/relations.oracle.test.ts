import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { entryOf, type OrganisationType, organisationTypes } from '@setu/vocabulary'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allParts } from '../../test/access-table.ts'
import { rowsOf } from '../../test/client.ts'
import { intrude } from '../../test/intruder.ts'
import {
  type Asking,
  listed,
  mayOf,
  type OracleCase,
  type OracleQuery,
  type OracleStage,
  oracleRelations,
  oracleStandings,
  referralsSeen,
  relationTo,
  runsOn,
  type Seats,
  servicesSeen,
  servicesWritten,
  standingsIn,
  transfersSeen,
} from '../../test/oracle.ts'
import { faults } from '../../test/oracle-faults.ts'
import { enginesInTurn, runs } from '../../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../test/wide-world.ts'
import type { Person } from '../../test/world.ts'
import { handleOf } from '../platform/index.ts'
import { listCases } from './cases/list-cases.ts'

const deep = process.env['SETU_DEEP'] !== undefined
/** How many worlds are tried; fewer where each of hundreds of planted faults is to be found. */
const worlds = Number(process.env['SETU_WORLDS_TRIED'] ?? (deep ? 2000 : 150))

/** The roles whose work is with cases: whoever has none of them reads none, on whichever team or seat they are left. */
const working = [
  'caseworker',
  'supervisor',
  'policeInvestigator',
  'prosecutor',
  'committeeSecretary',
  'consularOfficer',
] as const

interface Kept {
  readonly id: string
  readonly referrals: readonly string[]
  /** What was given for each of them. */
  readonly services: readonly string[]
  readonly transfers: readonly string[]
}

describe.each(enginesInTurn)('who may, against a plain rule, on %s', (kind) => {
  let world: WideWorld
  let people: readonly Person[]
  let units: readonly { readonly id: string; readonly org: string }[]
  let stage: OracleStage

  beforeAll(async () => {
    world = await openWideWorld(kind)
    people = Object.entries(world.people)
      .filter(([name]) => (name as AnyName) !== 'leaver')
      .map(([, person]) => person)
    const found = await rowsOf(world.owner, `select id, org_id as org from unit order by id`)
    units = found.map(({ id, org }) => ({ id: String(id), org: String(org) }))
    stage = await readStage()
  })
  afterAll(() => world.close())

  async function readStage(): Promise<OracleStage> {
    const orgs = await rowsOf(world.owner, `select id, type from organisation order by id`)
    const places = new Map(orgs.map(({ id }, at) => [String(id), at]))
    const roles = await rowsOf(world.owner, `select account_id as account, role from account_role`)
    const has = ({ account }: Person, role: string) =>
      roles.some((one) => one['account'] === account && one['role'] === role)
    const orgOf = (id: string): number => places.get(id) ?? -1
    return {
      orgs: orgs.map(({ type }) => {
        const { work, protection } = entryOf(organisationTypes, String(type) as OrganisationType)
        return { work, ownsCases: protection }
      }),
      units: units.map(({ org }) => ({ org: orgOf(org) })),
      people: people.map((person) => ({
        org: orgOf(person.org),
        unit: units.findIndex(({ id }) => id === person.unit),
        supervises: false,
        focal: false,
        supervisor: has(person, 'supervisor'),
        guard: has(person, 'dataProtectionOfficer'),
        works: working.some((role) => has(person, role)),
      })),
    }
  }

  const unitId = (at: number | null) => (at === null ? null : (units[at]?.id ?? null))
  const today = `(now() at time zone 'Asia/Dhaka')::date`

  /** Writes a world of cases beneath the application, in place of the one before. */
  async function keep(cases: readonly OracleCase[], seats: Seats): Promise<readonly Kept[]> {
    const kept = cases.map(({ referrals, transfers }) => ({
      id: randomUUID(),
      referrals: referrals.map(() => randomUUID()),
      services: referrals.map(() => randomUUID()),
      transfers: transfers.map(() => randomUUID()),
    }))
    const all = cases.map((file, at) => ({ file, ids: kept[at], home: units[file.unit]?.org }))
    const write = (text: string, rows: readonly unknown[]) =>
      rowsOf(world.owner, text, [JSON.stringify(rows)])
    for (const table of [
      'case_facts',
      'case_assignment',
      'consent',
      'referral',
      'case_transfer',
      'emergency_access',
      'case_file',
    ])
      await rowsOf(world.owner, `delete from ${table}`)
    await write(
      `update unit_member m set supervises = t.supervises, focal = t.focal
       from jsonb_to_recordset($1::jsonb) t (account uuid, supervises bool, focal bool) where m.account_id = t.account`,
      people.map(({ account }, at) => ({ account, ...seats[at] })),
    )
    await write(
      `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at, closed_on)
       select t.org, t.id, 1, t.state, t.org, t.unit, ${today}, now(), now() - t.place * interval '1 minute', ${today} - t.closed
       from jsonb_to_recordset($1::jsonb) t (org uuid, id uuid, unit uuid, state text, closed int, place int)`,
      all.map(({ file, ids, home }, place) => ({
        org: home,
        id: ids?.id,
        unit: unitId(file.unit),
        state: file.state,
        closed: file.closedDaysAgo,
        place,
      })),
    )
    await write(
      `insert into case_facts (org_id, id, case_id, version, home_district)
       select t.org, gen_random_uuid(), t.id, 1, t.district from jsonb_to_recordset($1::jsonb) t (org uuid, id uuid, district text)`,
      all.map(({ file, ids, home }) => ({ org: home, id: ids?.id, district: file.district })),
    )
    await write(
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at, ended_at)
       select t.org, gen_random_uuid(), t.id, 1, t.account_org, t.account, false, t.conflict, t.account, now(), case when t.ended then now() end
       from jsonb_to_recordset($1::jsonb) t (org uuid, id uuid, account_org uuid, account uuid, conflict text, ended bool)`,
      all.flatMap(({ file, ids, home }) =>
        file.team.map(({ person, conflict, ended }) => {
          const { org, account } = people[person] ?? {}
          return { org: home, id: ids?.id, account_org: org, account, conflict, ended }
        }),
      ),
    )
    await write(
      `insert into consent (org_id, id, case_id, version, account_id, recorded_at, withdrawn_at, purpose, parts, recipient_unit,
         state, given_on, valid_until, medium, language, text_version, interpreter)
       select t.org, gen_random_uuid(), t.id, 1, gen_random_uuid(), now(), case when t.withdrawn then now() end, t.purpose, t.parts,
         t.unit, t.state, ${today} - 400, ${today} + t.days, 'spoken', 'bn', 'x', false
       from jsonb_to_recordset($1::jsonb) t (org uuid, id uuid, withdrawn bool, purpose text, parts text[], unit uuid, state text, days int)`,
      all.flatMap(({ file, ids, home }) =>
        file.consents.map(({ unit, ...consent }) => ({
          ...consent,
          org: home,
          id: ids?.id,
          unit: unitId(unit),
        })),
      ),
    )
    await write(
      `insert into referral (org_id, id, case_id, version, work, purpose, sent_at, ended_at, worker_account, sender_account, code,
         from_unit, to_org, to_unit, service, urgency, state)
       select t.org, t.referral, t.id, 1, t.service, t.purpose, now(), now() - t.ended * interval '1 day', t.worker, gen_random_uuid(),
         'x', t.home_unit, t.to_org, t.unit, 'shelter', 'standard', t.state
       from jsonb_to_recordset($1::jsonb) t (org uuid, referral uuid, id uuid, service text, purpose text, ended int, worker uuid,
         home_unit uuid, to_org uuid, unit uuid, state text)`,
      all.flatMap(({ file, ids, home }) =>
        file.referrals.map(({ unit, worker, endedDaysAgo, ...referral }, at) => ({
          ...referral,
          org: home,
          id: ids?.id,
          referral: ids?.referrals[at],
          ended: endedDaysAgo,
          worker: worker === null ? null : people[worker]?.account,
          home_unit: unitId(file.unit),
          to_org: units[unit]?.org,
          unit: unitId(unit),
        })),
      ),
    )
    await write(
      `insert into own_service (org_id, id, case_id, referral_id, version, account_org, account_id, recorded_at, happened_on, outcome)
       select t.org, t.service, t.id, t.referral, 1, t.org, gen_random_uuid(), now(), ${today}, 'given'
       from jsonb_to_recordset($1::jsonb) t (org uuid, service uuid, id uuid, referral uuid)`,
      all.flatMap(({ ids, home }) =>
        (ids?.services ?? []).map((service, at) => ({
          org: home,
          service,
          id: ids?.id,
          referral: ids?.referrals[at],
        })),
      ),
    )
    await write(
      `insert into case_transfer (org_id, id, case_id, version, code, from_unit, to_org, to_unit, state, sender_account, sent_at)
       select t.org, t.transfer, t.id, 1, 'x', t.home_unit, t.to_org, t.unit, t.state, gen_random_uuid(), now()
       from jsonb_to_recordset($1::jsonb) t (org uuid, transfer uuid, id uuid, home_unit uuid, to_org uuid, unit uuid, state text)`,
      all.flatMap(({ file, ids, home }) =>
        file.transfers.map(({ unit, state }, at) => ({
          org: home,
          transfer: ids?.transfers[at],
          id: ids?.id,
          home_unit: unitId(file.unit),
          to_org: units[unit]?.org,
          unit: unitId(unit),
          state,
        })),
      ),
    )
    await write(
      `insert into emergency_access (org_id, id, account_id, unit_id, to_org, to_unit, code, case_org, case_id, parts, reason, words,
         hours, state, asked_at, answered_at, answered_by, until)
       select t.account_org, gen_random_uuid(), t.account, t.unit, t.org, t.home_unit, 'x', t.org, t.id, t.parts, 'dangerToLife', '\\x00',
         4, t.state, now(), now() + t.minutes * interval '1 minute' - interval '4 hours', gen_random_uuid(),
         now() + t.minutes * interval '1 minute'
       from jsonb_to_recordset($1::jsonb) t (account_org uuid, account uuid, unit uuid, org uuid, home_unit uuid, id uuid, parts text[],
         state text, minutes int)`,
      all.flatMap(({ file, ids, home }) =>
        file.emergencies.map(({ person, ...emergency }) => {
          const { org, account, unit } = people[person] ?? {}
          const at = { org: home, home_unit: unitId(file.unit), id: ids?.id }
          return { ...emergency, ...at, account_org: org, account, unit }
        }),
      ),
    )
    return kept
  }

  /** What the database says of every case: the relation, each part, and the rows that its policies let through. */
  async function saidOf(actor: number, kept: readonly Kept[]) {
    const handle = handleOf(people[actor]?.cookie ?? '')
    return intrude(world.node.engine, 'setu_app', handle, async (attempt) => {
      const { rows } = await attempt(
        `select c.id, c.org_id, case_relation(c.org_id, c.id) as relation,
           array(select p from unnest($2::text[]) p where case_may(c.org_id, c.id, p, false)) as reads,
           array(select p from unnest($2::text[]) p where case_may(c.org_id, c.id, p, true)) as writes
         from jsonb_to_recordset($1::jsonb) c (org_id uuid, id uuid)`,
        [JSON.stringify(await homesOf(kept)), [...allParts]],
      )
      const shown = await attempt(
        `select id from case_file union all select id from referral union all select id from case_transfer
         union all select id from own_service`,
      )
      // The list of all that one received must say what is said of each.
      const apart = await attempt(
        `select r.id from jsonb_to_recordset($1::jsonb) r (org_id uuid, id uuid)
         where referral_received(r.org_id, r.id) <> ((r.org_id, r.id) in (select m.org_id, m.referral_id from actor_received() m))`,
        [JSON.stringify(await referralsOf(kept))],
      )
      expect(apart).toMatchObject({ refused: null, rows: [] })
      const writable = await attempt(
        `select s.service as id from jsonb_to_recordset($1::jsonb) s (org_id uuid, case_id uuid, referral_id uuid, service uuid)
         where service_writable(s.org_id, s.case_id, s.referral_id)`,
        [JSON.stringify(await servicesOf(kept))],
      )
      const mayWrite = new Set(writable.rows.map(({ id }) => String(id)))
      const visible = new Set(shown.rows.map(({ id }) => String(id)))
      const seen = (ids: readonly string[]) => ids.flatMap((id, at) => (visible.has(id) ? [at] : []))
      const written = (ids: readonly string[]) => ids.flatMap((id, at) => (mayWrite.has(id) ? [at] : []))
      return { said: new Map(rows.map((row) => [String(row['id']), row])), visible, seen, written }
    })
  }

  let homes: readonly { readonly org_id: string; readonly id: string }[] = []
  const homesOf = (kept: readonly Kept[]) =>
    Promise.resolve(homes.filter(({ id }) => kept.some((one) => one.id === id)))

  const referralsOf = async (kept: readonly Kept[]) =>
    (await homesOf(kept)).flatMap(({ org_id, id }) =>
      (kept.find((one) => one.id === id)?.referrals ?? []).map((referral) => ({ org_id, id: referral })),
    )

  const servicesOf = async (kept: readonly Kept[]) =>
    (await homesOf(kept)).flatMap(({ org_id, id }) => {
      const one = kept.find((file) => file.id === id)
      return (one?.referrals ?? []).map((referral, at) => ({
        org_id,
        case_id: id,
        referral_id: referral,
        service: one?.services[at],
      }))
    })

  const idsOf = async (actor: number, query: OracleQuery): Promise<readonly string[]> => {
    const { unit, ...asked } = query
    const named = { ...asked, ...(unit === undefined ? {} : { unit: unitId(unit) ?? '' }) }
    const found: string[] = []
    let after: string | undefined
    // Two at a time, so that pages meet: what is counted over all of them is what may be seen, and nothing twice.
    for (;;) {
      const page = await people[actor]?.as((work) =>
        listCases(work, {
          ...named,
          ...(named.mine ? { mine: '1' as const } : {}),
          limit: 2,
          ...(after === undefined ? {} : { after }),
        } as Parameters<typeof listCases>[1]),
      )
      found.push(...(page?.items.map(({ id }) => id) ?? []))
      if (!page?.next) return found
      after = page.next
    }
  }

  /** How often each relation and each standing was met. */
  const met = new Map<string, number>([...oracleRelations, ...oracleStandings].map((name) => [name, 0]))
  const meet = (...names: readonly string[]): void => {
    for (const name of new Set(names)) met.set(name, (met.get(name) ?? 0) + 1)
  }

  async function expectAsRuled(asking: Asking, cases: readonly OracleCase[], kept: readonly Kept[]) {
    const { said, visible, seen, written } = await saidOf(asking.actor, kept)
    for (const [at, file] of cases.entries()) {
      const ids = kept[at]
      if (!ids) throw new RangeError('a case that was not kept')
      const relation = relationTo(asking, file)
      const { read, write } = mayOf(asking, file)
      const row = said.get(ids.id)
      expect({ relation: row?.['relation'], read: row?.['reads'], write: row?.['writes'] }).toEqual({
        relation,
        read,
        write,
      })
      expect(visible.has(ids.id)).toBe(read.includes('status'))
      expect(seen(ids.referrals)).toEqual(referralsSeen(asking, file))
      expect(seen(ids.transfers)).toEqual(transfersSeen(asking, file))
      expect(seen(ids.services)).toEqual(servicesSeen(asking, file))
      expect(written(ids.services)).toEqual(servicesWritten(asking, file))
      meet(relation, ...standingsIn(asking, file))
    }
  }

  const asRuled = () =>
    fc.asyncProperty(runsOn(stage), async ({ actors, cases: near, seats, query }) => {
      const cases = near.flat()
      const kept = await keep(cases, seats)
      homes = cases.map(({ unit }, at) => ({ org_id: units[unit]?.org ?? '', id: kept[at]?.id ?? '' }))
      for (const actor of actors) {
        const asking = { stage, seats, actor }
        await expectAsRuled(asking, cases, kept)
        const wanted = cases.flatMap((file, at) => (listed(asking, file, query) ? [kept[at]?.id ?? ''] : []))
        expect(await idsOf(actor, query)).toEqual(wanted)
      }
    })

  test(
    'AZ-10: relation, parts, lists and referrals are what the rule says, page by page',
    async () => {
      const settings = runs(worlds)
      await fc.assert(asRuled(), settings)
      const counts = [...met].map(([name, times]) => `${name} ${times}`).join(', ')
      process.stdout.write(`${kind}, ${settings.numRuns} worlds, seed ${settings.seed ?? 'any'}: ${counts}\n`)
      // A relation that no world had was not tried at all.
      if (worlds >= 150) expect([...met].filter(([, times]) => times === 0)).toEqual([])
    },
    deep ? 900_000 : 120_000,
  )

  test.each(faults)(
    'a hole in the rules is found: $what',
    async ({ named, from, to }) => {
      const [row] = await rowsOf(world.owner, 'select pg_get_functiondef($1::regproc) as text', [named])
      const sound = String(row?.['text'])
      const broken = sound.replace(from, to)
      expect(broken).not.toBe(sound)
      await rowsOf(world.owner, broken)
      try {
        const found = await fc.check(asRuled(), { ...runs(400), endOnFailure: true })
        expect(found).toMatchObject({ failed: true, errorInstance: { name: 'AssertionError' } })
      } finally {
        await rowsOf(world.owner, sound)
      }
    },
    120_000,
  )
})
