import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

/**
 * The least that anyone would do for the same rows: one transaction, plain SQL past all policies, one row in
 * the log, committed. The driver, the number of connections, the tables and their indexes are the node's own.
 *
 * @typedef {import('./people.mjs').Seat} Seat
 * @typedef {{ org: string, id: string }} File
 * @typedef {readonly [text: string, values: readonly unknown[]]} Statement
 * @typedef {{
 *   ownCases: (seat: Seat) => Promise<void>, unitCases: (seat: Seat) => Promise<void>, case: (seat: Seat, file: File) => Promise<void>,
 *   identity: (seat: Seat, file: File) => Promise<void>, byCode: (seat: Seat, code: string) => Promise<void>,
 *   add: (seat: Seat, code: string) => Promise<void>, close: () => Promise<void> }} Bare
 */

/** As many as the node's own pool. */
const connections = 10

const summary = `
  select c.org_id, c.id, k.code, c.state, c.urgency, c.owner_unit, u.name_en, u.name_bn, s.account_id, a.name, c.opened_on,
    c.changed_at, f.age_band, f.sex, f.exploitation, f.home_district, d.kind, d.due_at
  from (PAGE) c
  left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
  left join unit u on u.org_id = c.owner_org and u.id = c.owner_unit
  left join case_facts f on f.org_id = c.org_id and f.case_id = c.id
  left join lateral (select account_id from case_assignment s
    where s.org_id = c.org_id and s.case_id = c.id and s.lead and s.ended_at is null limit 1) s on true
  left join account a on a.org_id = c.owner_org and a.id = s.account_id
  left join lateral (select kind, due_at from due_item d
    where d.org_id = c.org_id and d.case_id = c.id and d.done_at is null and d.cancelled_at is null
    order by d.due_at limit 1) d on true
  order by c.changed_at desc, c.id desc`

const ownPage = `
  select c.* from case_assignment m join case_file c on c.org_id = m.org_id and c.id = m.case_id
  where m.account_id = $1 and m.ended_at is null and m.conflict = 'none'
    and (c.closed_on is null or c.closed_on > current_date - 30)
  order by c.changed_at desc, c.id desc limit 51`

const unitPage = 'select * from case_file where owner_unit = $1 order by changed_at desc, id desc limit 51'

const codePage = `
  select c.* from case_code k join case_file c on c.org_id = k.org_id and c.id = k.case_id
  where k.holder_org = $1 and k.code = $2 order by c.changed_at desc, c.id desc limit 51`

const onePage = 'select * from case_file where org_id = $1 and id = $2'

/** Everything that a case's page shows, table by table. */
const caseTables = [
  summary.replace('PAGE', onePage),
  'select s.*, a.name from case_assignment s left join account a on a.org_id = s.account_org and a.id = s.account_id where s.org_id = $1 and s.case_id = $2',
  'select * from person_identity where org_id = $1 and case_id = $2',
  'select * from person_contact where org_id = $1 and case_id = $2',
  'select * from case_narrative where org_id = $1 and case_id = $2',
  'select * from case_origin where org_id = $1 and case_id = $2',
  'select * from source_organisation where org_id = $1 and case_id = $2',
  'select * from trafficking_event where org_id = $1 and case_id = $2',
  'select * from support_plan where org_id = $1 and case_id = $2',
  'select * from person_mentioned where org_id = $1 and case_id = $2',
  'select k.*, u.name_en, u.name_bn from consent k left join unit u on u.id = k.recipient_unit where k.org_id = $1 and k.case_id = $2',
  'select * from rights_notice where org_id = $1 and case_id = $2',
  `select r.*, f.name_en, t.name_en from referral r join unit f on f.id = r.from_unit join unit t on t.org_id = r.to_org and t.id = r.to_unit
    where r.org_id = $1 and r.case_id = $2`,
  'select * from case_transfer where org_id = $1 and case_id = $2',
  'select * from case_task where org_id = $1 and case_id = $2',
  'select * from case_check where org_id = $1 and case_id = $2',
  `select d.*, u.name_en, a.name from due_item d left join unit u on u.id = d.unit_id left join account a on a.org_id = d.holder_org and a.id = d.account_id
    where d.org_id = $1 and d.case_id = $2 and d.done_at is null and d.cancelled_at is null`,
  `select e.*, a.name, o.name_en from case_event e left join account a on a.org_id = e.account_org and a.id = e.account_id
    left join organisation o on o.id = e.account_org where e.org_id = $1 and e.case_id = $2 order by e.recorded_at desc limit 51`,
  'select n.*, a.name from case_note n left join account a on a.org_id = n.org_id and a.id = n.account_id where n.org_id = $1 and n.case_id = $2',
]

/**
 * Runs bare statements as a transaction of their own with a row in the log.
 *
 * @param {string} url
 */
export function loggedOn(url) {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  /**
   * @param {{ org: string, account: string }} seat
   * @param {string} action
   * @param {readonly Statement[]} statements
   */
  const logged = async (seat, action, statements) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const [text, values] of statements) await client.query(text, [...values])
      await client.query(
        `insert into audit_event (id, org_id, account_id, session_id, request_id, action, method, status)
          values ($1, $2, $3, $4, $5, $6, 'GET', 200)`,
        [randomUUID(), seat.org, seat.account, randomUUID(), randomUUID(), action],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return { logged, close: () => pool.end() }
}

/**
 * @param {string} url
 * @returns {Bare}
 */
export function bareOn(url) {
  const { logged, close } = loggedOn(url)
  return {
    ownCases: (seat) => logged(seat, 'list', [[summary.replace('PAGE', ownPage), [seat.account]]]),
    unitCases: (seat) => logged(seat, 'list', [[summary.replace('PAGE', unitPage), [seat.unit]]]),
    byCode: (seat, code) => logged(seat, 'search', [[summary.replace('PAGE', codePage), [seat.org, code]]]),
    case: (seat, { org, id }) =>
      logged(
        seat,
        'case',
        caseTables.map((text) => [text, [org, id]]),
      ),
    identity: (seat, { org, id }) =>
      logged(seat, 'identity', [
        ['select * from person_identity where org_id = $1 and case_id = $2', [org, id]],
      ]),
    add: (seat, code) => logged(seat, 'add', newRows(seat, code)),
    close,
  }
}

/**
 * The rows that opening a case adds, a statement for each table, sealed values as noise of their length.
 *
 * @param {Seat} seat
 * @param {string} code
 * @returns {Statement[]}
 */
function newRows({ org, unit, account }, code) {
  const id = randomUUID()
  const sealed = (/** @type {number} */ text) => randomBytes(125 + text)
  const parts = ['identity', 'contact', 'narrative']
  const keys = parts.map(() => randomUUID())
  const four = ['completeIntake', 'assessRisk', 'assessNeeds', 'makePlan']
  const fresh = (/** @type {readonly unknown[]} */ many) => many.map(() => randomUUID())
  const noise = (/** @type {readonly unknown[]} */ many, /** @type {number} */ bytes) =>
    many.map(() => randomBytes(bytes))
  return [
    [
      `insert into case_file (org_id, id, version, state, owner_org, owner_unit, urgency, opened_on, state_since, changed_at)
        values ($1, $2, 1, 'intake', $1, $3, 'standard', current_date, now(), now())`,
      [org, id, unit],
    ],
    [
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
        values ($1, $2, $3, 1, $1, $4, true, 'none', now(), $4, now())`,
      [org, randomUUID(), id, account],
    ],
    [
      // A code that is taken is drawn again by the node; here it is let go.
      'insert into case_code (org_id, case_id, holder_org, code, made_at) values ($1, $2, $1, $3, now()) on conflict do nothing',
      [org, id, code],
    ],
    [
      `insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org)
        values ($1, $2, $3, 'caseOpened', 'status', current_date, now(), $4, $1)`,
      [org, randomUUID(), id, account],
    ],
    [
      `insert into person_identity (org_id, id, case_id, version, name, name_in_other_script, father, mother, birth, identity_number)
        values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)`,
      [org, randomUUID(), id, sealed(50), sealed(20), sealed(45), sealed(45), sealed(12), sealed(19)],
    ],
    [
      `insert into person_contact (org_id, id, case_id, version, safe_way, means, mobile, street)
        values ($1, $2, $3, 1, $4, 'trustedPerson', $5, $6)`,
      [org, randomUUID(), id, sealed(260), sealed(16), sealed(60)],
    ],
    [
      `insert into case_facts (org_id, id, case_id, version, age_band, age_certainty, sex, language, home_district, exploitation)
        values ($1, $2, $3, 1, '25-29', 'stated', 'female', 'bn', 'BD4041', array['ForcedLabour'])`,
      [org, randomUUID(), id],
    ],
    [
      'insert into case_narrative (org_id, id, case_id, version, own_words, safety_now) values ($1, $2, $3, 1, $4, $5)',
      [org, randomUUID(), id, sealed(1400), sealed(400)],
    ],
    [
      `insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
        select $1, k.id, 'case', $2, k.part, 1, k.key, now() from unnest($3::uuid[], $4::text[], $5::bytea[]) as k (id, part, key)`,
      [org, id, keys, parts, noise(parts, 32)],
    ],
    [
      `insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
        select $1, k.id, $3, 1, $3, 'own', $2, k.part, k.key, now() from unnest($4::uuid[], $5::text[], $6::bytea[]) as k (id, part, key)`,
      [org, id, unit, keys, parts, noise(parts, 80)],
    ],
    [
      `insert into person_token (org_id, case_id, holder_org, field, token)
        select $1, $2, $1, t.field, t.token from unnest($3::text[], $4::bytea[]) as t (field, token)`,
      [org, id, ['name', 'mobile', 'identityNumber'], noise(parts, 16)],
    ],
    [
      `insert into due_item (org_id, id, case_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
        select $1, d.id, $2, d.kind, '2026-01', now(), now() + interval '3 days', $1, $3, $4
        from unnest($5::uuid[], $6::text[]) as d (id, kind)`,
      [org, id, unit, account, fresh(four), four],
    ],
    [
      `insert into command_done (org_id, account_id, command_id, name, result)
        values ($1, $2, $3, 'cases.open', '{"status": 201, "body": {}}')`,
      [org, account, randomUUID()],
    ],
  ]
}
