/**
 * The cases of the measured node, made by the database itself in a few statements: as many rows in each table
 * as years of work leave behind, of the sizes that real ones have. Sealed columns hold noise as long as what
 * a name, a number or a statement takes when sealed.
 */

/** What a sealed value takes beyond its text: format, key, sealed data key, nonce and tag. */
const sealedBytes = 125

/**
 * Noise as long as a sealed text of so many bytes.
 *
 * @param {number} text
 * @param {string} salt
 */
function sealed(text, salt) {
  return `pg_temp.noise(n, '${salt}', ${sealedBytes + text})`
}

/**
 * @param {string} salt
 * @param {readonly string[]} choices
 */
export function oneOf(salt, choices) {
  const list = choices.map((choice) => `'${choice}'`).join(', ')
  return `(array[${list}])[1 + floor(pg_temp.chance(n, '${salt}') * ${choices.length})::int]`
}

const openStates = ['intake', 'assessed', 'planned', 'active', 'followUp']
const districts = ['BD4041', 'BD3026', 'BD2015', 'BD4047', 'BD1006', 'BD5081', 'BD3067', 'BD6090']
const parts = `(values ('identity'), ('contact'), ('narrative')) as p (part)`

/** Chance and noise that a seed draws again; they live as long as the connection. */
export const helpers = [
  `create function pg_temp.chance(n int, salt text) returns float language sql immutable as
    $$ select (hashtextextended(salt || n || current_setting('bench.seed'), 7) & 1048575) / 1048576.0 $$`,
  `create function pg_temp.uid(n int, salt text) returns uuid language sql immutable as
    $$ select overlay(overlay(md5(salt || n || current_setting('bench.seed')) placing '4' from 13) placing 'a' from 17)::uuid $$`,
  `create temp table noise as
    select i, string_agg(sha512(convert_to(i || ' ' || j || current_setting('bench.seed'), 'UTF8')), '') as bytes
    from generate_series(0, 4095) i, generate_series(1, 25) j group by i`,
  'create unique index on noise (i)',
  'analyze noise',
  `create function pg_temp.noise(n int, salt text, lots int) returns bytea language sql stable as
    $$ select substr(b.bytes, 1, lots) from noise b where b.i = (hashtextextended(salt || n, 7) & 4095) $$`,
]

/**
 * @typedef {import('./people.mjs').Seat} Seat
 * @typedef {{ text: string, values?: readonly unknown[] }} Statement
 * @typedef {{ cases: number, seats: readonly Seat[], receivers: readonly Seat[], readers: number, each: number, busy: number }} Plan
 */

/** @param {readonly Seat[]} seats */
const columnsOf = (seats) => [
  seats.map(({ org }) => org),
  seats.map(({ unit }) => unit),
  seats.map(({ account }) => account),
]

/**
 * Each case with its caseworker. The first seats are the readers, with equally many open cases each and the closed
 * ones of years; then come the others of the busiest unit, who get two in a hundred of what is left. Of the
 * others' cases three in ten are open.
 *
 * @param {Plan} plan
 * @returns {Statement[]}
 */
function drawn({ cases, seats, readers, each, busy }) {
  return [
    {
      text: `create temp table seat as
        select row_number() over () as place, s.* from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as s (org, unit, account)`,
      values: columnsOf(seats),
    },
    {
      text: `create temp table file as
        with drawn as (
          select n, case
            when n <= $2::int * $3::int then 1 + (n - 1) / $3
            when pg_temp.chance(n, 'busy') < 0.02 then $2 + 1 + floor(pg_temp.chance(n, 'who') * $4)::int
            else 1 + floor(pg_temp.chance(n, 'who') * $5)::int end as place
          from generate_series(1, $1) n),
        told as (
          select n, place, n <= $2 * $3 or (place > $2 and pg_temp.chance(n, 'open') < 0.3) as open from drawn),
        placed as (
          select d.n, d.open, s.org, s.unit, s.account, pg_temp.uid(d.n, 'case') as id,
            current_date - case when d.open then 10 + floor(pg_temp.chance(n, 'since') * 290)::int
              else 100 + floor(pg_temp.chance(n, 'since') * 1000)::int end as opened_on,
            20 + floor(pg_temp.chance(n, 'lasted') * 70)::int as lasted
          from told d join seat s on s.place = d.place)
        select p.*, case when open then ${oneOf('state', openStates)} else 'closed' end as state,
          case when not open then opened_on + lasted end as closed_on,
          case when open then now() - pg_temp.chance(n, 'changed') * interval '60 days'
            else (opened_on + lasted)::timestamptz + interval '10 hours' end as changed_at
        from placed p`,
      values: [cases, readers, each, busy, seats.length],
    },
    { text: 'create unique index on file (n)' },
    { text: 'analyze file' },
  ]
}

/** The codes come from outside, since their last sign is reckoned from the others. */
const caseCodes = `
  insert into case_code (org_id, case_id, holder_org, code, made_at)
  select f.org, f.id, f.org, k.code, f.opened_on
  from unnest($1::text[]) with ordinality as k (code, n) join file f on f.n = k.n`

const people = [
  `insert into case_file (org_id, id, version, state, owner_org, owner_unit, urgency, opened_on, state_since, changed_at, closed_on)
    select org, id, 3, state, org, unit, ${oneOf('urgency', ['standard', 'standard', 'urgent', 'emergency'])},
      opened_on, changed_at, changed_at, closed_on from file`,
  `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
    select org, pg_temp.uid(n, 'assignment'), id, 1, org, account, true, 'none', opened_on, account, opened_on from file`,
  `insert into case_facts (org_id, id, case_id, version, age_band, age_certainty, sex, nationality_status, citizenship, language,
      home_district, found_district, marital_status, education, trafficking_status, recruitment, control, exploitation)
    select org, pg_temp.uid(n, 'facts'), id, 2, ${oneOf('age', ['10-14', '15-17', '18-24', '25-29', '30-39'])}, 'stated',
      ${oneOf('sex', ['female', 'female', 'female', 'male'])}, 'national', array['BD'], 'bn', ${oneOf('home', districts)},
      ${oneOf('found', districts)}, 'Single', 'PrimaryEducation', 'ActualVictimOfTrafficking', array['FalsePromises', 'FamilyMember'],
      array['DebtBondage', 'Threats'], array[${oneOf('exploitation', ['ForcedLabour', 'SexualExploitation', 'ForcedMarriage'])}]
    from file`,
  `insert into person_identity (org_id, id, case_id, version, name, name_in_other_script, also_known_as, father, mother, birth, identity_number)
    select org, pg_temp.uid(n, 'identity'), id, 1, ${sealed(50, 'name')}, ${sealed(20, 'other')}, ${sealed(25, 'aka')},
      ${sealed(45, 'father')}, ${sealed(45, 'mother')}, ${sealed(12, 'birth')}, ${sealed(19, 'number')} from file`,
  `insert into person_contact (org_id, id, case_id, version, safe_way, means, may_leave_message, mobile, street, city)
    select org, pg_temp.uid(n, 'contact'), id, 1, ${sealed(260, 'way')}, 'trustedPerson', false, ${sealed(16, 'mobile')},
      ${sealed(60, 'street')}, ${sealed(40, 'city')} from file`,
  `insert into case_narrative (org_id, id, case_id, version, own_words, safety_now)
    select org, pg_temp.uid(n, 'narrative'), id, 1, ${sealed(1400, 'words')}, ${sealed(400, 'safety')} from file`,
  `insert into rights_notice (org_id, id, case_id, version, account_id, recorded_at, given_on, means, language, text_version, understood)
    select org, pg_temp.uid(n, 'notice'), id, 1, account, opened_on, opened_on, 'readAloud', 'bn', '2026-01', true
    from file where pg_temp.chance(n, 'notice') < 0.7`,
  `insert into case_note (org_id, id, case_id, version, part, account_id, recorded_at, kind, happened_on, words)
    select org, pg_temp.uid(n * 4 + i, 'note'), id, 1, 'narrative', account, opened_on + i, 'general', opened_on + i, ${sealed(500, 'note')}
    from file, generate_series(0, 1) i where pg_temp.chance(n * 4 + i, 'noted') < 0.6`,
]

const keys = [
  `insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
    select org, pg_temp.uid(n, 'key ' || part), 'case', id, part, 1, sha256(convert_to(part || n, 'UTF8')), opened_on from file, ${parts}`,
  `insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
    select org, pg_temp.uid(n, 'key ' || part), unit, 1, unit, 'own', id, part, pg_temp.noise(n, part, 80), opened_on from file, ${parts}`,
  `insert into person_token (org_id, case_id, holder_org, field, token)
    select org, id, org, field, substr(sha256(convert_to(field || n, 'UTF8')), 1, 16) from file, (values ('name'), ('mobile'), ('identityNumber')) as f (field)`,
]

/**
 * Consents, and a referral to another organisation from every fifth case.
 *
 * @param {Plan} plan
 * @returns {Statement[]}
 */
function shared({ receivers }) {
  return [
    {
      text: `insert into consent (org_id, id, case_id, version, account_id, recorded_at, purpose, parts, state, given_on, valid_until,
          medium, language, text_version, interpreter)
        select org, pg_temp.uid(n, 'services'), id, 1, account, opened_on, 'services', '{}', 'given', opened_on, opened_on + 365,
          'spoken', 'bn', '2026-01', false
        from file where pg_temp.chance(n, 'services') < 0.6`,
    },
    {
      text: `create temp table referred as
        select f.*, r.org as to_org, r.unit as to_unit, r.account as worker,
          case when f.open then ${oneOf('answered', ['sent', 'accepted', 'serviceStarted', 'declined'])} else 'completed' end as stands
        from file f
        join (select row_number() over () as place, u.* from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as u (org, unit, account)) r
          on r.place = 1 + floor(pg_temp.chance(f.n, 'to') * $4::int)::int
        where pg_temp.chance(f.n, 'referred') < 0.2`,
      values: [...columnsOf(receivers), receivers.length],
    },
    {
      text: `insert into consent (org_id, id, case_id, version, account_id, recorded_at, purpose, parts, recipient_unit, state, given_on,
          valid_until, medium, language, text_version, interpreter)
        select org, pg_temp.uid(n, 'share'), id, 1, account, opened_on, 'shareService', array['identity', 'facts'], to_unit, 'given',
          opened_on, opened_on + 365, 'spoken', 'bn', '2026-01', false from referred`,
    },
    {
      text: `insert into referral (org_id, id, case_id, version, work, purpose, sent_at, answered_at, ended_at, worker_account, sender_account,
          code, from_unit, to_org, to_unit, service, urgency, state, sex, age_band, language, district)
        select org, pg_temp.uid(n, 'referral'), id, 3, 'legal', 'shareService', opened_on + 3, case when stands <> 'sent' then opened_on + 5 end,
          case when stands in ('declined', 'completed') then opened_on + 15 end,
          case when stands in ('accepted', 'serviceStarted', 'completed') then worker end, account, 'R-' || n, unit, to_org, to_unit,
          'legalAid', 'standard', stands, 'female', '25-29', 'bn', 'BD4041' from referred`,
    },
    {
      text: `insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, done_at, holder_org, unit_id, account_id)
        select org, pg_temp.uid(n, 'answer'), id, pg_temp.uid(n, 'referral'), 'answerReferral', '2026-01', opened_on + 3, opened_on + 10,
          case when stands <> 'sent' then opened_on + 5 end, to_org, to_unit, null from referred`,
    },
  ]
}

const traces = [
  `insert into due_item (org_id, id, case_id, kind, rule_version, calendar_version, began_at, due_at, done_at, holder_org, unit_id, account_id)
    select org, pg_temp.uid(n, 'done'), id, 'completeIntake', '2026-01', '2026-1', opened_on, opened_on + 3, opened_on + 2, org, unit, account from file
    union all
    select org, pg_temp.uid(n, 'due'), id, 'followUp', '2026-01', '2026-1', changed_at, changed_at + pg_temp.chance(n, 'due') * interval '80 days',
      case when not open then changed_at end, org, unit, account from file`,
  `insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, about)
    select org, pg_temp.uid(n * 8 + i, 'event'), id, (array['caseOpened', 'factsRecorded', 'stateChanged', 'noteAdded', 'stateChanged'])[i],
      (array['status', 'facts', 'status', 'narrative', 'status'])[i], opened_on + i, opened_on + i, account, org,
      case when i in (3, 5) then '{"from": "intake", "to": "assessed"}'::jsonb else '{}' end
    from file, generate_series(1, 5) i`,
  `insert into audit_event (id, at, org_id, account_id, session_id, request_id, action, method, status)
    select pg_temp.uid(n * 4 + i, 'logged'), changed_at, org, account, pg_temp.uid(n, 'session'), pg_temp.uid(n * 4 + i, 'request'), 'cases.read', 'GET', 200
    from file, generate_series(1, 2) i`,
  `insert into audit_item (event_id, org_id, case_id, part, did, at, account_id, account_org_id, relation)
    select pg_temp.uid(n * 4 + i, 'logged'), org, id, part, 'read', changed_at, account, org, 'own'
    from file, generate_series(1, 2) i, (values ('status'), ('facts')) as p (part)`,
]

/**
 * Every statement that fills the tables, in the order in which they are run. Keys between tables are not
 * checked on the way: they fit by the way they are drawn.
 *
 * @param {Plan} plan
 * @param {readonly string[]} codes one for each case
 * @returns {Statement[]}
 */
export function casesBy(plan, codes) {
  return [
    ...helpers.map((text) => ({ text })),
    ...drawn(plan),
    ...[...people, ...keys].map((text) => ({ text })),
    { text: caseCodes, values: [codes] },
    ...shared(plan),
    ...traces.map((text) => ({ text })),
  ]
}
