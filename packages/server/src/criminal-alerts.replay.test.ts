import { randomUUID } from 'node:crypto'
import {
  addDays,
  alertRules,
  type Calendar,
  comparePlainDates,
  type OfficeTask,
  officeTasks,
  type PlainDate,
  plainDate,
} from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Act,
  answeredAfter,
  drawing,
  drawnCase,
  type LivedCase,
  livedThrough,
  type OracleLimits,
  sentenceStands,
} from '../test/case-replay.ts'
import { rowsOf } from '../test/client.ts'
import { aCourt } from '../test/criminal-calls.ts'
import { openWideWorld, type WideWorld } from '../test/wide-world.ts'
import { planCriminalCases } from './demo/plan/criminal/plan-criminal-cases.ts'
import type { CriminalStory } from './demo/plan/criminal/story.ts'
import { prosecutionWorks } from './prosecution/index.ts'

/** Three years of 120 cases take a minute; every run lives through some of it. */
const whole = process.env['SETU_DEEP'] !== undefined
const seed = Number(process.env['SETU_SEED'] ?? 1)
const tasks: readonly OfficeTask[] = officeTasks.entries.map(({ code }) => code)

/** The Act of 2012, by hand: 90 working days, 30 more if asked for 3 before; 180 for the trial and 10 for the report. */
const limits2012: OracleLimits = {
  investigation: 90,
  extension: 30,
  ask: 3,
  trial: 180,
  report: 10,
  appeal: true,
}

interface Written {
  readonly id: string
  readonly lived: LivedCase
  readonly offences: Map<number, { readonly id: string; readonly accused: string }>
  readonly accused: Map<number, string>
}

describe(`criminal cases lived day by day (seed ${seed})`, () => {
  let world: WideWorld
  let org = ''
  let today = plainDate('2021-01-01')
  const clock = () => new Date(`${today}T00:30:00Z`)
  const sweep = async () => {
    for (const work of Object.values(prosecutionWorks(world.node.engine, clock))) await work()
  }
  const rows = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, [...values])

  beforeAll(async () => {
    world = await openWideWorld('postgres')
    org = world.people.inspector.org
  })
  afterAll(() => world.close())

  async function begin(lived: LivedCase, on: PlainDate): Promise<Written> {
    const id = randomUUID()
    await rows(
      `insert into criminal_case (org_id, id, code, jurisdiction, matter, category, complainant, offence_on, transnational, destinations,
         measures, reported_on, opened_at) values ($1, $2::uuid, 'CC-' || substr($2::text, 1, 7), 'BD', $5, 'labour', 'family', $3, false, '{}', '{}', $4, now())`,
      [org, id, lived.offenceOn, on, lived.matter],
    )
    const { account, unit } = world.people.inspector
    for (const task of tasks)
      await rows(
        `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
         values ($1, gen_random_uuid(), $2, $1, $3, $4, $5, $1, $6)`,
        [org, id, unit, task, on, account],
      )
    return { id, lived, offences: new Map(), accused: new Map() }
  }

  async function accusedOf(held: Written, number: number): Promise<string> {
    const known = held.accused.get(number)
    if (known !== undefined) return known
    const id = randomUUID()
    held.accused.set(number, id)
    await rows(
      `insert into accused (org_id, id, case_id, place, name, roles, age, sex, official, custody, custody_on)
       values ($1, $2, $3, $4, '\\x00', '{}', 'adult', 'male', false, 'atLarge', '2020-01-01')`,
      [org, id, held.id, number],
    )
    return id
  }

  async function reach(held: Written, act: Extract<Act, { did: 'stage' }>): Promise<void> {
    const accused = await accusedOf(held, act.accused)
    const before = held.offences.get(act.offence)
    const offence = before ?? { id: randomUUID(), accused }
    held.offences.set(act.offence, offence)
    if (before === undefined)
      await rows(
        `insert into accused_offence (org_id, id, case_id, accused_id, law, section, stage, stage_on)
         values ($1, $2, $3, $4, 'PSHTA-2012', $5, $6, $7)`,
        [org, offence.id, held.id, accused, String(act.offence), act.to, act.on],
      )
    else
      await rows(
        `update accused_offence set stage = $2, stage_on = $3, compensation = case when $4 then 1000 when $5 then null else compensation end where id = $1`,
        [
          offence.id,
          act.to,
          act.on,
          act.compensated === true,
          act.to === 'convicted' || !sentenceStands.has(act.to),
        ],
      )
    await rows(
      `insert into criminal_step (org_id, id, case_id, accused_id, offence_id, about, to_code, taken_on, account_org, account_id, at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'stage', $5, $6, $1, $7, now())`,
      [org, held.id, accused, offence.id, act.to, act.on, world.people.inspector.account],
    )
  }

  async function write(held: Written, act: Act): Promise<void> {
    const { account } = world.people.inspector
    if (act.did === 'stage') return reach(held, act)
    if (act.did === 'fact') {
      const accused = act.accused === null ? null : await accusedOf(held, act.accused)
      await rows(
        `insert into criminal_fact (org_id, id, case_id, accused_id, kind, happened_on, account_org, account_id, at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $1, $6, now())`,
        [org, held.id, accused, act.kind, act.on, account],
      )
      return
    }
    const id = randomUUID()
    await rows(
      `insert into hearing (org_id, id, case_id, court_id, held_on, purpose, standing, why, asker, account_org, account_id, at)
       values ($1, $2, $3, $4, $5, 'bail', $6, $7, $8, $1, $9, now())`,
      [
        org,
        id,
        held.id,
        aCourt,
        act.on,
        act.putOff === null ? 'held' : 'adjourned',
        act.putOff,
        act.putOff && 'courtItself',
        account,
      ],
    )
    for (const { witness, came } of act.summoned)
      await rows(
        `insert into hearing_witness (org_id, hearing_id, place, case_id, kind, day_code) values ($1, $2, $3, $4, 'public', $5)`,
        [org, id, witness, held.id, came ? 'attended' : 'summoned'],
      )
  }

  const keyed = `a.kind || ' ' || a.mark || ' ' || a.since || case when a.subject = '' then '' else ' ' || a.subject end`

  /** Somebody answers in the evening what they answer by then. */
  async function answer(): Promise<void> {
    const open = await rows(
      `select a.id, ${keyed} as key, a.escalates_on - a.answer_within as given from criminal_alert a where a.given_at is not null and a.answered_at is null`,
    )
    const now = open.filter(({ key, given }) => {
      const after = answeredAfter(String(key))
      return after !== null && addDays(plainDate(String(given)), after) <= today
    })
    if (now.length > 0)
      await rows(`update criminal_alert set answered_at = now() where id = any ($1::uuid[])`, [
        now.map(({ id }) => id),
      ])
  }

  async function live(cases: readonly LivedCase[], last: PlainDate): Promise<readonly Written[]> {
    const begun: Written[] = []
    const first = cases.flatMap(({ acts }) => acts[0]?.on ?? []).toSorted()[0] ?? last
    for (today = first; today <= last; today = addDays(today, 1)) {
      await sweep()
      for (const lived of cases) if (lived.acts[0]?.on === today) begun.push(await begin(lived, today))
      const acts = begun.flatMap((held) =>
        held.lived.acts.filter(({ on }) => on === today).map((act) => [held, act] as const),
      )
      for (const [held, act] of acts) await write(held, act)
      if (acts.length > 0) await sweep()
      await answer()
    }
    return begun
  }

  async function compare(cases: readonly Written[], last: PlainDate): Promise<Set<string>> {
    const calendars = await rows(
      `select jurisdiction, institution, version, weekend, holidays from working_calendar where jurisdiction = 'BD'`,
    )
    const of = (institution: string) => {
      const found = calendars.find((one) => one['institution'] === institution)
      if (found === undefined) throw new TypeError(institution)
      return found as unknown as Calendar
    }
    const kinds = new Set<string>()
    for (const { id, lived } of cases) {
      // The limits of the Act of 2000 and of the ordinance of 2026 are not known; the Act of 2012 does not know smuggling.
      const { matter, offenceOn } = lived
      const known =
        matter !== 'smuggling' && offenceOn !== null && offenceOn > '2012-02-19' && offenceOn < '2026-01-06'
      const expected = livedThrough(lived, {
        limits: known ? limits2012 : null,
        rules: alertRules,
        executive: of('executive'),
        court: of('court'),
        last,
      })
      const given = await rows(
        `select ${keyed} as key, a.kind, a.escalates_on - a.answer_within as given, (a.escalated_at at time zone 'Asia/Dhaka')::date as escalated,
           (select array_agg(o.task order by o.task) from criminal_alert_told t join criminal_office o on o.id = t.office_id
             where t.alert_id = a.id and not t.escalated) as told,
           (select array_agg(o.task) from criminal_alert_told t join criminal_office o on o.id = t.office_id
             where t.alert_id = a.id and t.escalated) as raised
         from criminal_alert a where a.case_id = $1 and a.given_at is not null`,
        [id],
      )
      const line = (key: unknown, on: unknown, up: unknown) => `${String(key)}: ${String(on)}, ${String(up)}`
      expect(
        given.map((one) => line(one['key'], one['given'], one['escalated'])).toSorted(),
        JSON.stringify(lived),
      ).toEqual([...expected].map(([key, one]) => line(key, one.given, one.escalated)).toSorted())
      for (const one of given) {
        kinds.add(String(one['kind']))
        const kind = alertRules.to[String(one['kind']) as keyof typeof alertRules.to]
        expect(one['told']).toEqual([...kind].toSorted())
        expect(one['raised']).toEqual(one['escalated'] === null ? null : alertRules.escalatesTo)
      }
    }
    return kinds
  }

  const first = plainDate('2021-03-01')
  const last = addDays(first, whole ? 1095 : 300)
  test('are told of on the day on which somebody who lived through it would, once, to whose it is, and raised once', async () => {
    const draw = drawing(seed)
    const cases = Array.from({ length: whole ? 120 : 14 }, () =>
      drawnCase(draw, addDays(first, Math.floor(draw() * (whole ? 500 : 40))), last),
    )
    const kinds = await compare(await live(cases, last), last)
    expect(kinds.size).toBeGreaterThanOrEqual(whole ? 15 : 6)
  }, 300_000)

  test('of the demonstration are told of alike', async () => {
    const all = planCriminalCases(new Date('2026-11-23T06:00:00Z')).map(livedOf)
    const since = plainDate('2025-01-01')
    const cases = all.filter(({ acts }) => whole || (acts[0]?.on ?? '') >= since).slice(0, whole ? 120 : 15)
    const to = whole ? plainDate('2026-11-22') : addDays(since, 420)
    const kinds = await compare(await live(cases, to), to)
    expect(kinds.size).toBeGreaterThanOrEqual(whole ? 15 : 4)
  }, 300_000)
})

/** A case of the demonstration, as far as its clocks ask. */
function livedOf({ acts }: CriminalStory): LivedCase {
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, known)
    return known
  }
  const [opened] = acts
  if (opened?.act !== 'open') throw new TypeError('a case that nobody wrote down')
  const { matter, offenceOn } = opened.facts
  const lived = acts.flatMap((act): Act[] => {
    if (act.act === 'offence')
      return [
        {
          on: act.on,
          did: 'stage',
          accused: numberOf(act.accused),
          offence: numberOf(act.id),
          to: act.stage,
        },
      ]
    if (act.act === 'stage') {
      const compensated = (act.sentence?.compensation ?? null) !== null
      const whom = { accused: numberOf(act.accused), offence: numberOf(act.offence) }
      return [{ on: act.on, did: 'stage', ...whom, to: act.to, ...(compensated ? { compensated } : {}) }]
    }
    if (act.act === 'fact')
      return [
        {
          on: act.on,
          did: 'fact',
          kind: act.kind,
          accused: act.accused === null ? null : numberOf(act.accused),
        },
      ]
    if (act.act !== 'hearing' || act.day.standing === 'set') return []
    const summoned = (act.day.witnesses ?? []).map(({ place, day }) => ({
      witness: place,
      came: day !== 'summoned',
    }))
    return [{ on: plainDate(act.day.on), did: 'hearing', putOff: act.day.why, summoned }]
  })
  return {
    matter,
    offenceOn: offenceOn === null ? null : plainDate(offenceOn),
    acts: lived.toSorted((one, other) => comparePlainDates(one.on, other.on)),
  }
}
