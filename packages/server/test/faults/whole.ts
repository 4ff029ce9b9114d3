import type { Engine } from '../../src/platform/index.ts'
import { rowsOf } from '../client.ts'

const open = `d.done_at is null and d.cancelled_at is null`
const promised = (kind: string): string =>
  `exists (select 1 from due_item d where d.about_id = r.id and d.kind = '${kind}' and ${open})`
const told = (kind: string, record: string): string =>
  `exists (select 1 from case_event e where e.record_id = ${record} and e.kind = any ('{${kind}}'))`

/** What must hold of everything that is kept, whenever a plug is pulled; each asks for what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'a case has a code, somebody who works on it, its facts and its beginning': `
    select f.id from case_file f
    where not exists (select 1 from case_code c where c.case_id = f.id)
      or not exists (select 1 from case_assignment a where a.case_id = f.id)
      or not exists (select 1 from case_facts a where a.case_id = f.id)
      or not exists (select 1 from case_event e where e.case_id = f.id and e.kind in ('caseOpened', 'caseImported'))`,
  'a case that was opened here has its first promises': `
    select f.id from case_file f where not f.imported
      and (select count(distinct d.kind) from due_item d where d.case_id = f.id
        and d.kind in ('completeIntake', 'assessRisk', 'assessNeeds', 'makePlan')) <> 4`,
  'a record belongs to a case': `
    select c.case_id as id from case_code c left join case_file f on f.id = c.case_id where f.id is null`,
  'what is promised about a referral is open just as long as it waits': `
    select r.id from referral r where (r.state = 'sent' and not ${promised('acknowledgeReferral')})
      or (r.state in ('sent', 'acknowledged') and not ${promised('answerReferral')})
      or (r.state = 'accepted' and not ${promised('startService')})
      or (r.state in ('accepted', 'serviceStarted') and not ${promised('giveFeedback')})
      or (r.state in ('declined', 'recalled', 'expired') and exists (
        select 1 from due_item d where d.about_id = r.id and ${open}))`,
  'a referral that waits stands on a yes': `
    select r.id from referral r where r.state in ('sent', 'acknowledged', 'accepted', 'serviceStarted')
      and not exists (select 1 from consent c where c.case_id = r.case_id and c.recipient_unit = r.to_unit
        and c.purpose = r.purpose and c.state = 'given')`,
  'nobody keeps a key of a referral that ended without them': `
    select r.id from referral r join part_wrap w on w.through_id = r.id
    where r.state in ('declined', 'recalled', 'expired', 'notReached') and w.unit_id = r.to_unit`,
  'a referral is told in the case': `select r.id from referral r where not ${told('referralSent', 'r.id')}`,
  'an answer to a referral is told in the case': `
    select r.id from referral r where (r.state = 'accepted' and not ${told('referralAccepted', 'r.id')})
      or (r.state = 'declined' and not ${told('referralDeclined', 'r.id')})
      or (r.answered_at is null and (${told('referralAccepted', 'r.id')} or ${told('referralDeclined', 'r.id')}))`,
  'a handover that waits has its promise, and one that was taken its owner': `
    select t.id from case_transfer t join case_file f on f.id = t.case_id
    where (t.state = 'offered' and not exists (select 1 from due_item d where d.about_id = t.id and ${open}))
      or (t.state = 'accepted' and f.owner_unit = t.from_unit)
      or (t.state in ('declined', 'recalled') and exists (select 1 from part_wrap w where w.through_id = t.id))`,
  'an answer of the survivor is told in the case': `
    select c.id from consent c where not ${told('consentGiven,consentRefused', 'c.id')}
      or (c.withdrawn_at is null and ${told('consentWithdrawn', 'c.id')})`,
  'a note is told in the case, and nothing is told without it': `
    select n.id from case_note n where not ${told('noteAdded', 'n.id')}
    union all select e.record_id from case_event e where e.kind = 'noteAdded'
      and not exists (select 1 from case_note n where n.id = e.record_id)`,
  'a key of a part belongs to something, and somebody can open it': `
    select k.id from part_key k where not exists (select 1 from part_wrap w where w.part_key_id = k.id)
      or (k.holder = 'case' and not exists (select 1 from case_file f where f.id = k.holder_id))
      or (k.holder = 'referral' and not exists (select 1 from referral r where r.id = k.holder_id))`,
  'what is sealed has a key': `
    select n.id from case_note n where not exists (
      select 1 from part_key k where k.holder = 'case' and k.holder_id = n.case_id and k.part = n.part)
    union all select i.id from person_identity i where i.name is not null and not exists (
      select 1 from part_key k where k.holder = 'case' and k.holder_id = i.case_id and k.part = 'identity')`,
  'what was erased is gone, its keys and its tokens with it': `
    select t.case_id as id from tombstone t where exists (select 1 from case_file f where f.id = t.case_id)
      or exists (select 1 from part_key k where k.holder_id = t.case_id)
      or exists (select 1 from part_wrap w where w.case_id = t.case_id)
      or exists (select 1 from person_token p where p.case_id = t.case_id)`,
  'an erasure was approved, by another, and has its tombstone': `
    select e.case_id as id from case_erasure e where e.state = 'erased' and (e.answered_by = e.asked_by
      or (select count(*) from tombstone t where t.erasure_id = e.id) <> 1)`,
  'what is wrapped to a unit is wrapped to a key that somebody holds': `
    select distinct w.unit_id as id from part_wrap w where not exists (
      select 1 from unit_key k join unit_wrap h on h.org_id = k.org_id and h.unit_id = k.unit_id and h.generation = k.generation
      where k.unit_id = w.unit_id and k.generation = w.unit_generation)`,
  'a unit has one key, or two while one takes the other’s place': `
    select unit_id as id from unit_key group by unit_id
    having count(*) > 2 or max(generation) - min(generation) > 1`,
  'an organisation has one recovery key at most, and nothing is wrapped to one that was retired': `
    select org_id as id from recovery_key where retired_at is null group by org_id having count(*) > 1
    union all select w.unit_id from recovery_wrap w join recovery_key k on k.id = w.key_id where k.retired_at is not null`,
  'a key that somebody holds is a key of theirs': `
    select w.unit_id as id from unit_wrap w where not exists (
      select 1 from account_slot s where s.org_id = w.org_id and s.account_id = w.account_id)
      and exists (select 1 from account_secret p where p.org_id = w.org_id and p.account_id = w.account_id)`,
  'what was done stands in the log': `
    select c.account_id as id from (
      select account_id, name, count(*) as times from command_done group by 1, 2) c
    where c.times > (select count(*) from audit_event e
      where e.account_id = c.account_id and e.action = c.name and e.status < 300)`,
  'the log is as long as it says': `
    select null::uuid as id from log_head h where h.size <> (select count(*) from log_leaf)`,
}

/** The rules that are broken, each with how often; nothing when all is whole. Cases are taken as opened over the API. */
export async function brokenRules(owner: Engine): Promise<string[]> {
  const parts = Object.entries(rules).map(
    ([name, query]) => `select '${name}' as rule, count(*)::int as times from (${query}) found`,
  )
  const rows = await rowsOf(owner, parts.join(' union all '))
  return rows
    .filter(({ times }) => Number(times) > 0)
    .map(({ rule, times }) => `${String(times)} × ${String(rule)}`)
}

/** A sum over every row that is kept, the log, the sessions and what counts them apart. */
export async function everythingKept(owner: Engine): Promise<string> {
  const tables = await rowsOf(
    owner,
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not like 'audit_%' and c.relname not like 'log_%' and c.relname not in ('session', 'slot_session', 'sign_in_failure')
     order by 1`,
  )
  const sums = tables.map(
    ({ name }) =>
      `select '${String(name)}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from "${String(name)}" t`,
  )
  // Over many tables a server works side by side, and answers in whatever order.
  return JSON.stringify(await rowsOf(owner, `${sums.join(' union all ')} order by name`))
}
