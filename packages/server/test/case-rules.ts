import { caseTransitions } from '@setu/vocabulary'
import type { Engine } from '../src/platform/index.ts'
import { rowsOf } from './client.ts'
import { brokenRules } from './faults/whole.ts'

const child = `('0-4', '5-9', '10-14', '15-17', 'childUnknown')`
const police = `(select id from organisation where type in ('policeUnit', 'borderGuard', 'immigration', 'coastGuard'))`
const by = (record: string, to: string) =>
  `(select s.account_id from record_step s where s.item_id = x.id and s.record = '${record}' and s.to_state = '${to}' order by s.at desc limit 1)`

/**
 * What holds of every case that people worked on by the rules, however long they worked on it; each asks for what breaks
 * it. What must hold at any moment whatever is asked besides.
 */
const rules: Readonly<Record<string, string>> = {
  'a case went its way by steps that there are': `
    select e.case_id as id from case_event e where e.kind in ('stateChanged', 'caseClosed', 'caseReopened')
      and not (e.about ->> 'from', e.about ->> 'to') in (${Object.entries(caseTransitions)
        .flatMap(([from, found]) => found.map((to) => `('${from}', '${to}')`))
        .join(', ')})`,
  'each step begins where the one before ended, and the last is where the case stands': `
    select f.id from case_file f left join lateral (
      select array_agg(e.about ->> 'from' order by e.recorded_at) as froms, array_agg(e.about ->> 'to' order by e.recorded_at) as tos
      from case_event e where e.case_id = f.id and e.kind in ('stateChanged', 'caseClosed', 'caseReopened')) w on true
    where w.froms is not null and not f.imported and (w.froms[1] <> 'intake' or w.froms[2:] <> w.tos[:cardinality(w.tos) - 1]
      or w.tos[cardinality(w.tos)] <> f.state)`,
  'a closed case has its day and its reason, and nothing is promised for it': `
    select f.id from case_file f where (f.state = 'closed') <> (f.closed_on is not null)
      or (f.state = 'closed' and exists (select 1 from due_item d where d.case_id = f.id and d.done_at is null
        and d.cancelled_at is null and d.kind not in ('hearFeedback', 'answerComplaint')))
      or (f.state = 'closed' and exists (select 1 from referral r where r.case_id = f.id
        and r.state in ('sent', 'acknowledged', 'accepted', 'serviceStarted')))`,
  'a case is closed after a supervisor agreed, who is not a caseworker of it': `
    select e.case_id as id from case_event e where e.kind = 'caseClosed' and not exists (
      select 1 from case_check k where k.case_id = e.case_id and k.requirement = 'supervisorAgreed' and k.recorded_at <= e.recorded_at)`,
  'no case is closed while the last look found a high risk, unless a supervisor let it wait': `
    select f.id from case_file f join lateral (
      select a.*, s.at as made from risk_assessment a join record_step s on s.item_id = a.id and s.to_state = 'made'
      where a.case_id = f.id and a.state = 'made' order by a.assessed_on desc, s.at desc limit 1) a on true
    where f.state = 'closed' and 'high' || 'imminent' like '%' || coalesce((select l.v from jsonb_each_text(to_jsonb(a)) l (k, v)
        where l.v in ('high', 'imminent') limit 1), 'none') || '%'
      and not exists (select 1 from case_check k where k.case_id = f.id and k.requirement = 'noHighRisk' and k.answer = 'waived'
        and k.recorded_at >= a.made)`,
  'a child is not answered for by nobody': `
    select c.id from consent c join case_facts f on f.case_id = c.case_id
    where f.age_band in ${child} and c.state = 'given' and c.guardian_agreed is null`,
  'a yes lasts twelve months at most': `
    select c.id from consent c where c.valid_until > c.given_on + interval '12 months'`,
  'no police own a case, nor have the contact, the health or the notes of one': `
    select f.id from case_file f where f.owner_org in ${police}
    union all select c.id from consent c join unit u on u.id = c.recipient_unit
    where u.org_id in ${police} and c.parts && '{contact,health,protection,narrative}'`,
  'a referral goes elsewhere, is sent before it is answered and answered before it ends': `
    select r.id from referral r join case_file f on f.id = r.case_id where r.from_unit = r.to_unit
      or r.answered_at < r.sent_at or r.ended_at < coalesce(r.answered_at, r.sent_at)
      or (r.state = 'declined' and r.decline_reason is null)`,
  'nobody works on a case with an interest of their own': `
    select a.id from case_assignment a where a.ended_at is null and a.conflict not in ('none', 'pending')`,
  'an open case has one who leads it': `
    select f.id from case_file f where f.state <> 'closed' and f.owner_org = f.org_id and (select count(*) from case_assignment a
      where a.case_id = f.id and a.ended_at is null and a.lead) <> 1`,
  'nobody stays in two homes, and whoever stays has a basis and a day to be looked at': `
    select case_id as id from shelter_stay where state = 'admitted' group by case_id having count(*) > 1
    union all select id from shelter_stay x where x.state = 'admitted'
      and (x.legal_basis is null or x.review_on is null or x.place_for is null)`,
  'a child stays among children': `
    select x.id from shelter_stay x join case_facts f on f.case_id = x.case_id
    where x.state = 'admitted' and f.age_band in ${child} and x.place_for in ('women', 'men')`,
  'a no is decided by another than who proposed it, and time to recover is not shorter than the rule': `
    select i.id from identification i where (i.state = 'notIdentified' and i.proposed_by = i.decided_by)
      or i.reflect_until < i.presumed_on + 30`,
  'money is approved by another than who asked': `
    select x.id from payment x where ${by('payment', 'asked')} = ${by('payment', 'approved')}`,
  'a guardian who is a suspect agreed to nothing that still counts': `
    select c.id from consent c join guardian g on g.case_id = c.case_id and g.state = 'suspect'
    where c.guardian_agreed and c.state = 'given' and c.withdrawn_at is null`,
  'a survivor’s window stands open for no child with a suspect near': `
    select s.case_id as id from case_slot s join guardian g on g.case_id = s.case_id and g.state = 'suspect'
    where s.frozen_at is null`,
  'emergency access was answered by another, and ended within four hours': `
    select e.id from emergency_access e where e.state in ('granted', 'ended')
      and (e.answered_by = e.account_id or e.until > e.answered_at + interval '4 hours')`,
  'one plan is agreed to at a time, one safety plan is in force, one reintegration goes on': `
    select case_id as id from service_plan where state in ('agreed', 'approved') group by case_id having count(*) > 1
    union all select case_id from safety_plan where state = 'inForce' group by case_id having count(*) > 1
    union all select case_id from reintegration where state = 'begun' group by case_id having count(*) > 1`,
  'nothing was recorded before it happened, nor before the case began': `
    select e.id from case_event e join case_file f on f.id = e.case_id
    where e.recorded_at < f.opened_on::timestamp at time zone 'Asia/Dhaka'
      or e.happened_on > (e.recorded_at at time zone 'Asia/Dhaka')::date`,
}

/** The rules that are broken, each with how often and where first. */
export async function brokenCaseRules(owner: Engine): Promise<string[]> {
  const broken: string[] = []
  for (const [name, query] of Object.entries(rules)) {
    const rows = await rowsOf(owner, query)
    if (rows.length > 0) broken.push(`${rows.length} × ${name}: ${String(rows[0]?.['id'])}`)
  }
  return [...broken, ...(await brokenRules(owner))]
}
