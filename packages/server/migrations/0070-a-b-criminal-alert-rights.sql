-- Whose the tables are, what a backup reads, and what the clock may do.

alter table criminal_fact owner to setu_owner;

alter table criminal_fact enable row level security;

alter table criminal_fact force row level security;

alter table criminal_fact_rule owner to setu_owner;

alter table criminal_fact_rule enable row level security;

alter table criminal_fact_rule force row level security;

alter table criminal_plan owner to setu_owner;

alter table criminal_plan enable row level security;

alter table criminal_plan force row level security;

alter table criminal_alert owner to setu_owner;

alter table criminal_alert enable row level security;

alter table criminal_alert force row level security;

alter table criminal_alert_told owner to setu_owner;

alter table criminal_alert_told enable row level security;

alter table criminal_alert_told force row level security;

alter table criminal_alert_answer owner to setu_owner;

alter table criminal_alert_answer enable row level security;

alter table criminal_alert_answer force row level security;

grant select on criminal_fact, criminal_fact_rule, criminal_plan, criminal_alert, criminal_alert_told, criminal_alert_answer to setu_backup;

create policy criminal_fact_backup on criminal_fact for select to setu_backup using (true);

create policy criminal_fact_rule_backup on criminal_fact_rule for select to setu_backup using (true);

create policy criminal_plan_backup on criminal_plan for select to setu_backup using (true);

create policy criminal_alert_backup on criminal_alert for select to setu_backup using (true);

create policy criminal_alert_told_backup on criminal_alert_told for select to setu_backup using (true);

create policy criminal_alert_answer_backup on criminal_alert_answer for select to setu_backup using (true);

-- The clock reads the days of cases, never a name or the words of an order, gives what is due and escalates what nobody answered.

grant select (org_id, id, jurisdiction, matter, offence_on) on criminal_case to setu_clock;

create policy criminal_case_clock on criminal_case for select to setu_clock using (true);

grant select (org_id, id, case_id, accused_id, compensation) on accused_offence to setu_clock;

create policy accused_offence_clock on accused_offence for select to setu_clock using (true);

grant select (org_id, id, case_id, accused_id, offence_id, about, to_code, taken_on, at) on criminal_step to setu_clock;

create policy criminal_step_clock on criminal_step for select to setu_clock using (true);

grant select (org_id, id, case_id, held_on, standing, why, at) on hearing to setu_clock;

create policy hearing_clock on hearing for select to setu_clock using (true);

grant select (org_id, hearing_id, case_id, place, day_code) on hearing_witness to setu_clock;

create policy hearing_witness_clock on hearing_witness for select to setu_clock using (true);

grant select (org_id, case_id, accused_id, kind, happened_on, taken_back_at) on criminal_fact to setu_clock;

create policy criminal_fact_clock on criminal_fact for select to setu_clock using (true);

grant select (content, standing, answered_at) on law_text to setu_clock;

create policy law_text_clock on law_text for select to setu_clock using (standing = 'inForce');

grant select (org_id, id, case_id, office_org, unit_id, task, until_on) on criminal_office to setu_clock;

create policy criminal_office_clock on criminal_office for select to setu_clock using (true);

grant select (org_id, case_id, stale, basis) on criminal_plan to setu_clock;

grant update (stale) on criminal_plan to setu_clock;

create policy criminal_plan_clock on criminal_plan for select to setu_clock using (true);

create policy criminal_plan_clock_hold on criminal_plan for update to setu_clock using (true) with check (stale);

grant select (org_id, id, case_id, due_on, until_on, tasks, escalates, answer_within, given_at, escalates_on, answered_at, escalated_at, dropped_on)
  on criminal_alert to setu_clock;

create policy criminal_alert_clock on criminal_alert for select to setu_clock using (true);

grant update (given_at, escalates_on, escalated_at) on criminal_alert to setu_clock;

create policy criminal_alert_clock_give on criminal_alert for update to setu_clock using (given_at is null or escalated_at is null)
  with check (given_at is not null);

grant select, insert on criminal_alert_told to setu_clock;

create policy criminal_alert_told_clock on criminal_alert_told for select to setu_clock using (true);

create policy criminal_alert_told_clock_add on criminal_alert_told for insert to setu_clock with check (true);

-- What stands behind the policies.

grant select on criminal_fact_rule, hearing to setu_definer;

create policy criminal_fact_rule_definer on criminal_fact_rule for select to setu_definer using (true);

create policy hearing_definer on hearing for select to setu_definer using (true);

grant select, insert, update on criminal_plan to setu_definer;

create policy criminal_plan_definer on criminal_plan for all to setu_definer using (true) with check (true);

grant select, insert, update, delete on criminal_alert to setu_definer;

create policy criminal_alert_definer on criminal_alert for select to setu_definer using (true);

create policy criminal_alert_definer_plan on criminal_alert for insert to setu_definer with check (given_at is null);

create policy criminal_alert_definer_anew on criminal_alert for update to setu_definer using (true) with check (true);

create policy criminal_alert_definer_forget on criminal_alert for delete to setu_definer using (given_at is null);

grant select, insert on criminal_alert_told to setu_definer;

create policy criminal_alert_told_definer on criminal_alert_told for select to setu_definer using (true);

create policy criminal_alert_told_definer_add on criminal_alert_told for insert to setu_definer with check (true);

grant insert on criminal_alert_answer to setu_definer;

create policy criminal_alert_answer_definer on criminal_alert_answer for insert to setu_definer with check (account_id is not null);

-- What an office reads and writes. Everybody who works on a case may see what stalls in it: days, codes and numbers.

grant select on criminal_fact_rule, criminal_plan, criminal_alert, criminal_alert_told, criminal_alert_answer to setu_app;

create policy criminal_plan_read on criminal_plan for select to setu_app using ((org_id, case_id) in (
  select o.org_id, o.case_id from criminal_office o where o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

create policy criminal_fact_rule_read on criminal_fact_rule for select to setu_app using ((select actor_account()) is not null);

create policy criminal_alert_read on criminal_alert for select to setu_app using ((org_id, case_id) in (
  select o.org_id, o.case_id from criminal_office o where o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

create policy criminal_alert_told_read on criminal_alert_told for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = criminal_alert_told.org_id and c.id = criminal_alert_told.case_id));

create policy criminal_alert_answer_read on criminal_alert_answer for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = criminal_alert_answer.org_id and c.id = criminal_alert_answer.case_id));

grant select, insert on criminal_fact to setu_app;

grant update (version, taken_back_org, taken_back_by, taken_back_at) on criminal_fact to setu_app;

create policy criminal_fact_read on criminal_fact for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = criminal_fact.org_id and c.id = criminal_fact.case_id));

create policy criminal_fact_add on criminal_fact for insert to setu_app with check (
  taken_back_at is null and account_id = (select actor_account()) and account_org = (select actor_org())
  and happened_on <= (now() at time zone 'Asia/Dhaka')::date and exists (select 1 from criminal_fact_rule r
    where r.kind = criminal_fact.kind and r.tasks && criminal_tasks(org_id, case_id))
  and (accused_id is null or exists (select 1 from accused a
    where a.org_id = criminal_fact.org_id and a.id = criminal_fact.accused_id and a.case_id = criminal_fact.case_id)));

create policy criminal_fact_back on criminal_fact for update to setu_app using (
  taken_back_at is null and exists (select 1 from criminal_fact_rule r
    where r.kind = criminal_fact.kind and r.tasks && criminal_tasks(org_id, case_id)))
  with check (taken_back_by = (select actor_account()) and taken_back_org = (select actor_org()));
