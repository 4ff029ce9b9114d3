import { helpers, oneOf } from '../database/cases.mjs'

/**
 * The criminal cases of a country, made by the database itself in a few statements: three accused and ten days in court
 * for each case, with four offices. Nothing in them is sealed that a list would open.
 *
 * @typedef {import('../database/cases.mjs').Statement} Statement
 * @typedef {import('./people.mjs').Country} Country
 */

const accusedEach = 3
const hearingsEach = 10

const reasons = ['witnessAbsent', 'witnessAbsent', 'timePetition', 'judgeAbsent', 'accusedNotProduced']

/** Where somebody stands who still waits, and where somebody stands for whom it is over. */
const open = ['underInvestigation', 'chargeSheeted', 'cognizance', 'chargeFramed', 'prosecutionEvidence']
const over = [
  'acquitted',
  'acquitted',
  'acquitted',
  'acquitted',
  'convicted',
  'disposedOtherwise',
  'withdrawn',
]

/** The last third of the cases is over, the others go on. */
const goesOn = "pg_temp.chance(n, 'goes on') < 0.66"

/**
 * @param {readonly import('./people.mjs').Seat[]} seats
 * @returns {[string[], string[], string[]]}
 */
const columnsOf = (seats) => [
  seats.map(({ org }) => org),
  seats.map(({ unit }) => unit),
  seats.map(({ account }) => account),
]

/**
 * @param {string} name
 * @param {readonly import('./people.mjs').Seat[]} seats
 * @returns {Statement}
 */
const desks = (name, seats) => ({
  text: `create temp table ${name} as
    select row_number() over () as place, s.* from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as s (org, unit, account)`,
  values: columnsOf(seats),
})

/**
 * @param {Country} country
 * @param {number} cases
 * @param {readonly string[]} codes
 * @returns {Statement[]}
 */
export function criminalCasesBy({ police, prosecution, court, cell }, cases, codes) {
  return [
    ...helpers.map((text) => ({ text })),
    {
      text: `insert into court (id, jurisdiction, kind, name_en, name_bn, made_at)
        select pg_temp.uid(i, 'court'), 'BD', 'traffickingTribunal', 'Tribunal ' || i, 'ট্রাইব্যুনাল ' || i, now()
        from generate_series(1, 7) i`,
    },
    desks('police', police),
    desks('prosecution', prosecution),
    desks('bench', court),
    {
      text: `create temp table crime as
        select n, pg_temp.uid(n, 'crime') as id, p.org, p.unit, p.account, p.place, k.code, ${goesOn} as open,
          current_date - 60 - floor(pg_temp.chance(n, 'reported') * 1400)::int as reported_on,
          pg_temp.uid(1 + (p.place % 7)::int, 'court') as court
        from unnest($1::text[]) with ordinality as k (code, place_of_code)
        join lateral (select k.place_of_code::int as n) as m on true
        join police p on p.place = 1 + m.n % $2::int where m.n <= $3::int`,
      values: [codes, police.length, cases],
    },
    { text: 'create unique index on crime (n)' },
    { text: 'analyze crime' },
    {
      text: `insert into criminal_case (org_id, id, version, code, jurisdiction, matter, category, complainant, district, station_number,
          station_year, gr_number, tribunal_number, monitoring_number, court_id, offence_on, transnational, destinations, measures, reported_on, opened_at)
        select org, id, 2, 'CC-' || code, 'BD', 'trafficking', ${oneOf('category', ['sex', 'labour', 'unspecified'])}, 'family', 'BD4041', 1 + n % 60,
          extract(year from reported_on)::int, 'GR ' || n, n || '/2025', null, court, reported_on - 60, true, '{IN}', '{}', reported_on, reported_on
        from crime`,
    },
    {
      text: `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
        select c.org, pg_temp.uid(c.n, o.task), c.id, o.org, o.unit, o.task, c.reported_on, c.org, c.account
        from crime c cross join lateral (
          select c.org, c.unit, 'investigation' as task
          union all select p.org, p.unit, 'prosecution' from prosecution p where p.place = c.place
          union all select b.org, b.unit, 'court' from bench b where b.place = c.place
          union all select $1::uuid, $2::uuid, 'monitoring') o`,
      values: [cell.org, cell.unit],
    },
    {
      text: `insert into accused (org_id, id, version, case_id, place, name, roles, age, sex, nationality, official, custody, custody_on)
        select org, pg_temp.uid(n * 4 + i, 'accused'), 3, id, i, decode('00', 'hex'), '{dalal}', 'adult', 'male', 'BD', false, 'onBail', reported_on + 60
        from crime, generate_series(1, ${accusedEach}) i`,
    },
    {
      text: `insert into accused_offence (org_id, id, version, case_id, accused_id, law, section, stage, stage_on, outcome)
        select org, pg_temp.uid(n * 4 + i, 'offence'), 5, id, pg_temp.uid(n * 4 + i, 'accused'), 'PSHTA-2012', '6', s.stage, reported_on + 50,
          case when not open then s.stage end
        from crime, generate_series(1, ${accusedEach}) i
        cross join lateral (select case when open then ${oneOf('stage', open)} else ${oneOf('over', over)} end as stage) s`,
    },
    {
      text: `insert into hearing (org_id, id, version, case_id, court_id, held_on, purpose, standing, why, asker, account_org, account_id, at)
        select org, pg_temp.uid(n * 16 + i, 'hearing'), 1, id, court, d.held_on, 'prosecutionEvidence', d.standing,
          case when d.standing = 'adjourned' then ${oneOf('why', reasons)} end, case when d.standing = 'adjourned' then 'prosecution' end,
          org, account, now()
        from crime, generate_series(1, ${hearingsEach}) i
        cross join lateral (select open and i = ${hearingsEach} as next) x
        cross join lateral (select
          case when x.next then current_date + floor(pg_temp.chance(n, 'set') * 40)::int
            else current_date - 1 - floor(pg_temp.chance(n * 16 + i, 'held') * 1000)::int end as held_on,
          case when x.next then 'set' when pg_temp.chance(n * 16 + i, 'stands') < 0.58 then 'adjourned' else 'held' end as standing) d`,
    },
    // An alert of each case is due today, another one tomorrow, and two wait.
    {
      text: `insert into criminal_alert (org_id, id, case_id, kind, mark, since, subject, due_on, accused, rules, settled, tasks, escalates, answer_within)
        select org, pg_temp.uid(n * 8 + i, 'alert'), id, 'noHearing', i, reported_on, '',
          current_date + case when i < 3 then i - 1 else 2 + floor(pg_temp.chance(n * 8 + i, 'due') * 90)::int end, '{}', '2026-11', true,
          '{prosecution,monitoring}', '{monitoring}', 7 from crime, generate_series(1, 4) i`,
    },
  ]
}
