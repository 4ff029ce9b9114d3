import { caseCodeFrom } from '@setu/vocabulary'
import type { World } from './world.ts'

/** As many as a large agency has after years; enough that no plan reads a table from end to end by mistake. */
export const manyCases = 20_000

const id = (what: string, n = 'n'): string => `md5('${what}' || ${n})::uuid`
const noise = (bytes: number): string => `decode(repeat(md5(n::text), ${Math.ceil(bytes / 16)}), 'hex')`
const pick = (...choices: readonly string[]): string =>
  `(array[${choices.map((choice) => `'${choice}'`).join(', ')}])[1 + n % ${choices.length}]`

/** Twelve more teams of eight, half of each organisation that owns cases, and six more desks of the police. */
const teams = ({ people: { asha, nadia, inspector } }: World): readonly string[] => [
  `insert into unit (org_id, id, name_en, name_bn)
    select case when u % 2 = 0 then '${asha.org}' else '${nadia.org}' end::uuid, ${id('team', 'u')}, 'Team ' || u, 'দল ' || u
    from generate_series(1, 12) u`,
  `insert into unit (org_id, id, name_en, name_bn)
    select '${inspector.org}'::uuid, ${id('desk', 'u')}, 'Desk ' || u, 'ডেস্ক ' || u from generate_series(1, 6) u`,
  `insert into account (org_id, id, sign_in_name, name, made_at)
    select u.org_id, ${id('worker', "u.name_en || '.' || w")}, 'w' || replace(u.name_en, 'Team ', '') || '.' || w, 'Worker ' || w, now()
    from unit u, generate_series(1, 8) w where u.name_en like 'Team %'`,
  `insert into unit_member (org_id, unit_id, account_id, since)
    select u.org_id, u.id, ${id('worker', "u.name_en || '.' || w")}, now()
    from unit u, generate_series(1, 8) w where u.name_en like 'Team %'`,
]

/** Asha and Bina have forty open cases each, and their team the closed ones of years; the other teams share the rest. */
const files = ({ people: { asha, bina } }: World): string => `
  create temp table file as
  select n, ${id('case')} as id, m.org_id as org, m.unit_id as unit, m.account_id as account, open,
    current_date - case when open then 10 + n % 200 else 400 + n % 900 end as opened
  from generate_series(1, ${manyCases}) n
  cross join lateral (select n <= 80 or (n > 2000 and n % 10 < 3) as open) o
  join (
    select row_number() over (order by u.name_en, w.account_id) as place, w.org_id, w.unit_id, w.account_id
    from unit_member w join unit u on u.id = w.unit_id where u.name_en like 'Team %'
    union all values (-1, '${asha.org}'::uuid, '${asha.unit}'::uuid, '${asha.account}'::uuid),
      (0, '${bina.org}'::uuid, '${bina.unit}'::uuid, '${bina.account}'::uuid)
  ) m on m.place = case when n <= 2000 then -(n % 2) else 1 + n % 96 end`

const cases: readonly string[] = [
  `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at, closed_on)
    select org, id, 3, case when open then ${pick('intake', 'assessed', 'planned', 'active', 'followUp')} else 'closed' end,
      org, unit, opened, opened, case when open then now() - n * interval '1 minute' else opened + 60 end,
      case when not open then opened + 60 end from file`,
  `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
    select org, ${id('assignment')}, id, 1, org, account, true, 'none', opened, account, opened from file`,
  `insert into case_facts (org_id, id, case_id, version, age_band, age_certainty, sex, language, home_district, exploitation)
    select org, ${id('facts')}, id, 1, ${pick('15-17', '18-24', '25-29')}, 'stated', ${pick('female', 'male')}, 'bn',
      ${pick('BD4041', 'BD3026', 'BD2015')}, array['ForcedLabour'] from file`,
  `insert into person_identity (org_id, id, case_id, version, name, father) select org, ${id('identity')}, id, 1, ${noise(160)}, ${noise(160)} from file`,
  `insert into person_contact (org_id, id, case_id, version, safe_way) select org, ${id('contact')}, id, 1, ${noise(320)} from file`,
  `insert into case_narrative (org_id, id, case_id, version, own_words) select org, ${id('words')}, id, 1, ${noise(800)} from file`,
  `insert into rights_notice (org_id, id, case_id, version, account_id, recorded_at, given_on, means, language, text_version, understood)
    select org, ${id('rights')}, id, 1, account, opened, opened, 'readAloud', 'bn', '2026-01', true from file`,
  `insert into case_note (org_id, id, case_id, version, part, account_id, recorded_at, kind, happened_on, words)
    select org, ${id('note', "n || '.' || i")}, id, 1, 'narrative', account, opened + i, 'general', opened + i, ${noise(320)}
    from file, generate_series(1, 2) i`,
  `insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org)
    select org, ${id('event', "n || '.' || i")}, id, 'noteAdded', 'status', opened + i, opened + i, account, org
    from file, generate_series(1, 5) i`,
  `insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
    select org, ${id('task')}, id, 1, account, opened, 'followUp', account, opened + 20 from file`,
  `insert into person_token (org_id, case_id, holder_org, field, token)
    select org, id, org, 'name', substr(${noise(16)}, 1, 16) from file`,
  `insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
    select org, ${id('key')}, 'case', id, 'identity', 1, ${noise(32)}, opened from file`,
  `insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
    select org, ${id('key')}, unit, 1, unit, 'own', id, 'identity', ${noise(80)}, opened from file`,
  `insert into due_item (org_id, id, case_id, kind, rule_version, began_at, due_at, done_at, holder_org, unit_id, account_id)
    select org, ${id('intake')}, id, 'completeIntake', '2026-01', opened, opened + 3, opened + 2, org, unit, account from file
    union all
    select org, ${id('follow')}, id, 'followUp', '2026-01', opened, now() + (n % 60 - 20) * interval '1 day',
      case when not open then opened + 60 end, org, unit, account from file`,
  `insert into audit_event (id, at, org_id, account_id, request_id, action, method, status)
    select ${id('read')}, opened, org, account, ${id('request')}, 'cases.read', 'GET', 200 from file`,
  `insert into audit_item (event_id, org_id, case_id, part, did, at, account_id, account_org_id, relation)
    select ${id('read')}, org, id, 'status', 'read', opened, account, org, 'own' from file`,
]

/** Every fifth case went to the police: one desk has a hundred and sixty open at once, and all that it ever took on. */
const shared = ({ people: { inspector } }: World): readonly string[] => [
  `create temp table sent as
    select f.*, case when n % 25 = 0 then '${inspector.unit}'::uuid else ${id('desk', '(1 + n % 6)')} end as desk,
      case when not f.open then 'completed' when n % 100 = 0 then 'accepted' else 'sent' end as stands
    from file f where n % 5 = 0`,
  `insert into consent (org_id, id, case_id, version, account_id, recorded_at, purpose, parts, recipient_unit, state, given_on, valid_until,
      medium, language, text_version, interpreter)
    select org, ${id('consent')}, id, 1, account, opened, 'sharePolice', '{identity,facts}', desk, 'given', opened, current_date + 30,
      'spoken', 'bn', '2026-01', false from sent`,
  `insert into referral (org_id, id, case_id, version, work, purpose, sent_at, answered_at, ended_at, worker_account, sender_account, code,
      from_unit, to_org, to_unit, service, urgency, state, sex, age_band, language, district)
    select org, ${id('referral')}, id, 3, 'police', 'sharePolice', opened + 3, case when stands <> 'sent' then opened + 5 end,
      case when stands = 'completed' then opened + 50 end, case when stands <> 'sent' then '${inspector.account}'::uuid end, account,
      'R-' || n, unit, '${inspector.org}', desk, 'policeLiaison', 'standard', stands, 'female', '25-29', 'bn', 'BD4041' from sent`,
  `insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, done_at, holder_org, unit_id)
    select org, ${id('answer')}, id, ${id('referral')}, 'answerReferral', '2026-01', opened + 3, opened + 10,
      case when stands <> 'sent' then opened + 5 end, '${inspector.org}', desk from sent`,
]

/** Years of work of several agencies, put beneath the application in a few statements; answers a code of Asha's. */
export async function loadManyCases(world: World): Promise<string> {
  const code = caseCodeFrom(Buffer.from('12345678'))
  const connection = await world.owner.connect()
  for (const text of [
    'set session_replication_role = replica',
    ...teams(world),
    files(world),
    ...cases,
    `insert into case_code (org_id, case_id, holder_org, code, made_at)
      select org, id, org, case when n = 1 then '${code}' else regexp_replace(upper(lpad(to_hex(n), 6, '0')), '^(...)', '\\1-') end, opened from file`,
    ...shared(world),
    'set session_replication_role = origin',
    'analyze',
  ])
    await connection.query(text, [])
  connection.release(false)
  return code
}
