import type { HomeList, HomeView, StayView } from '@setu/records/api'
import {
  countsAsChild,
  daysStayed,
  flagsOfStay,
  isCode,
  longestUndecided,
  parsePlainDate,
  placeGroups,
  stayStates,
  staySteps,
  stepsFrom,
} from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import { childRulesInForce } from '../children/child-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import type { Stay } from './shelter-store.ts'

interface Row extends Stay {
  readonly code: string | null
  readonly nameEn: string | null
  readonly nameBn: string | null
  readonly paper: boolean
  readonly decided: boolean
  readonly ageBand: string | null
  readonly mine: boolean
}

const shown = sql`s.org_id as org, s.id, s.case_id, s.version, s.state, s.home, s.place_for, s.legal_basis, s.admitted_on,
  s.review_on, s.free_to_leave, s.why_not_free, s.paper_number is not null as paper, u.name_en as "nameEn", u.name_bn as "nameBn"`

const beside = sql`left join service_offer o on o.id = s.home left join unit u on u.org_id = o.org_id and u.id = o.unit`

/** The people who stay in some homes, or for whom a place is asked there. */
async function staysIn(work: Work, homes: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${shown}, stay_code(s.org_id, s.case_id, s.home) as code, null as "ageBand", true as decided, true as mine
    from shelter_stay s ${beside}
    where s.home = any (${[...homes]}::uuid[]) and s.state in ('requested', 'admitted')
    order by s.state desc, s.admitted_on, s.id limit 500`.execute(work.db)
  return rows
}

/** The stays of the cases that one works on or answers for. */
async function staysAnsweredFor(work: Work): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${shown}, ${codeBeside(work, 's.org_id', 's.case_id')} as code, f.age_band as "ageBand",
      exists (select 1 from best_interests_determination d where d.org_id = s.org_id and d.case_id = s.case_id
        and d.state = 'decided' and d.decision = 'home') as decided, false as mine
    from case_file c
    join shelter_stay s on s.org_id = c.org_id and s.case_id = c.id and s.state = 'admitted'
    left join case_facts f on f.org_id = c.org_id and f.case_id = c.id ${beside}
    where c.owner_unit = any ((select actor_supervised())::uuid[])
      or (c.org_id, c.id) in (select m.org_id, m.case_id from actor_cases() m)
    order by s.admitted_on, s.id limit 500`.execute(work.db)
  return rows
}

async function viewsOf(work: Work, rows: readonly Row[], by: 'home' | 'own'): Promise<StayView[]> {
  const { clocks } = await rulesInForce(work)
  const rules = await childRulesInForce(work)
  return rows.map((row) => {
    const since = parsePlainDate(String(row.admitted_on))
    const flags = flagsOfStay(
      {
        state: row.state,
        legalBasis: row.legal_basis,
        placeFor: row.place_for,
        admittedOn: row.admitted_on,
        reviewOn: row.review_on,
        freeToLeave: row.free_to_leave,
        whyNotFree: row.why_not_free,
        paper: row.paper,
        decided: row.decided,
      },
      {
        child: by === 'home' ? null : countsAsChild(row.ageBand, rules.doubtIsChild),
        today: work.today,
        longest: clocks.longStay.amount,
        childLongest: longestUndecided(rules),
      },
    )
    return {
      org: row.org,
      id: row.id,
      case: by === 'home' ? null : { org: row.org, id: row.case_id },
      code: row.code,
      version: row.version,
      state: isCode(stayStates, row.state) ? row.state : 'requested',
      home: row.home === null ? null : { id: row.home, name: { en: row.nameEn ?? '', bn: row.nameBn ?? '' } },
      placeFor: row.place_for,
      legalBasis: row.legal_basis,
      admittedOn: row.admitted_on,
      reviewOn: row.review_on,
      freeToLeave: row.free_to_leave,
      whyNotFree: row.why_not_free,
      days: since === null || row.state !== 'admitted' ? null : daysStayed(since, work.today),
      flags,
      mayBecome:
        by === 'home'
          ? stepsFrom(staySteps, row.state).flatMap(({ by: who, to }) => (who.includes('home') ? [to] : []))
          : [],
    }
  })
}

interface HomeRow {
  readonly org: string
  readonly id: string
  readonly unit: string
  readonly version: number
  readonly name: HomeView['name']
  readonly organisation: HomeView['organisation']
  readonly takes: HomeView['takes']
  readonly groups: readonly { who: string; places: number; others: number }[]
}

const takes = (who: string): RawBuilder<unknown> => sql`case when o.${sql.id(who)} then ${who}::text end`

async function homeRows(work: Work): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select o.org_id as org, o.id, o.unit, o.version, json_build_object('en', u.name_en, 'bn', u.name_bn) as name,
      json_build_object('en', g.name_en, 'bn', g.name_bn) as organisation,
      array_remove(array[${takes('women')}, ${takes('men')}, ${takes('girls')}, ${takes('boys')}], null) as takes,
      (select coalesce(json_agg(json_build_object('who', p.for_whom, 'places', p.places, 'others', p.others)), '[]'::json)
        from shelter_place p where p.org_id = o.org_id and p.offer_id = o.id) as groups
    from service_offer o
    join unit u on u.org_id = o.org_id and u.id = o.unit
    join organisation g on g.id = o.org_id
    where o.service = 'shelter' and o.active and o.unit = any ((select actor_units())::uuid[])
    order by lower(u.name_en) collate "C", o.id`.execute(work.db)
  return rows
}

interface WaitingRow {
  readonly unit: string
  readonly org: string
  readonly id: string
  readonly code: string | null
  readonly since: string
}

/** Referrals for shelter that our units accepted, for which no stay was begun or asked for yet. */
async function acceptedReferrals(work: Work, units: readonly string[]): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select r.to_unit as unit, r.org_id as org, r.case_id as id, ${codeBeside(work, 'r.org_id', 'r.case_id')} as code,
      r.answered_at as since
    from referral r
    where r.to_unit = any (${[...units]}::uuid[]) and r.service = 'shelter' and r.state in ('accepted', 'serviceStarted')
      and not exists (select 1 from shelter_stay s join service_offer o on o.id = s.home
        where s.org_id = r.org_id and s.case_id = r.case_id and o.unit = r.to_unit and s.state <> 'dropped')
    order by r.answered_at limit 100`.execute(work.db)
  return rows
}

const order = placeGroups.entries.map(({ code }) => code)

/** The homes of one's own units with who stays there, and the stays in which there is something to look at. */
export async function readHomes(work: Work): Promise<HomeList> {
  const rows = await homeRows(work)
  const kept = await staysIn(
    work,
    rows.map(({ id }) => id),
  )
  const stays = await viewsOf(work, kept, 'home')
  const waiting = await acceptedReferrals(
    work,
    rows.map(({ unit }) => unit),
  )
  const looks = (await viewsOf(work, await staysAnsweredFor(work), 'own')).filter(
    ({ flags }) => flags.length > 0,
  )
  for (const { org, case_id: caseId, id } of kept)
    work.touched({ org, caseId, part: 'protection', did: 'read', record: id, relation: 'named' })
  const homes = rows.map(({ unit, groups, ...home }) => {
    const inside = stays.filter((stay) => stay.home?.id === home.id)
    const taken = (who: string) =>
      inside.filter(({ state, placeFor }) => state === 'admitted' && placeFor === who).length
    return {
      ...home,
      groups: order.flatMap((who) => {
        const counted = groups.find((one) => one.who === who)
        if (counted === undefined) return []
        const { places, others } = counted
        return [{ who, places, others, taken: taken(who), free: places - others - taken(who) }]
      }),
      stays: inside,
      waiting: waiting
        .filter((one) => one.unit === unit)
        .map(({ org, id, code, since }) => ({ case: { org, id }, code, since })),
    }
  })
  return { homes, looks }
}
