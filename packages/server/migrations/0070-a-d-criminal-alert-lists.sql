-- A later mark of the same clock says all that an earlier one does: that is written down when it is given, so that the list of
-- an office need not look for it, and lists are read in the order of their index.

alter table criminal_alert add column overtaken boolean not null default false;

alter table criminal_alert add constraint criminal_alert_overtaken check (given_at is not null or not overtaken);

drop index criminal_alert_open;

create index criminal_alert_stands on criminal_alert (due_on desc, id desc)
  where given_at is not null and until_on is null and dropped_on is null and not overtaken;

create index criminal_alert_ended on criminal_alert (due_on desc, id desc)
  where given_at is not null and (until_on is not null or dropped_on is not null);

grant select (kind, since, subject, overtaken), update (overtaken) on criminal_alert to setu_clock;

alter policy criminal_alert_clock_give on criminal_alert using (true);

-- Lays down what is planned for some cases. What waits follows the plan; what was given stays, and ends when the plan no
-- longer has it. Nothing that was given is given again.
create or replace function criminal_plan_put(p_plans jsonb, p_today date) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare reckoned integer;
begin
  if p_plans is null or p_today is null then return 0; end if;
  insert into criminal_plan (org_id, case_id, stale, basis, found, law, unknown, reckoned_at)
    select c.org, c."case", false, c.basis, c.found, c.law, c.unknown, now()
    from jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid, basis text, found text, law text, unknown text[])
  on conflict (org_id, case_id) do update set stale = false, basis = excluded.basis, found = excluded.found, law = excluded.law,
    unknown = excluded.unknown, reckoned_at = excluded.reckoned_at;
  get diagnostics reckoned = row_count;
  delete from criminal_alert a using jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid, alerts jsonb)
    where a.org_id = c.org and a.case_id = c."case" and a.given_at is null and not exists (
      select 1 from jsonb_to_recordset(c.alerts) as p (kind text, mark integer, since date, subject text, waits boolean)
      where p.waits and (p.kind, p.mark, p.since, p.subject) = (a.kind, a.mark, a.since, a.subject));
  update criminal_alert a set dropped_on = p_today from jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid, alerts jsonb)
    where a.org_id = c.org and a.case_id = c."case" and a.given_at is not null and a.dropped_on is null and not exists (
      select 1 from jsonb_to_recordset(c.alerts) as p (kind text, mark integer, since date, subject text)
      where (p.kind, p.mark, p.since, p.subject) = (a.kind, a.mark, a.since, a.subject));
  update criminal_alert a set until_on = p.until, accused = p.accused, dropped_on = null
    from jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid, alerts jsonb)
      cross join jsonb_to_recordset(c.alerts) as p (kind text, mark integer, since date, subject text, until date, accused uuid[])
    where a.org_id = c.org and a.case_id = c."case" and a.given_at is not null
      and (p.kind, p.mark, p.since, p.subject) = (a.kind, a.mark, a.since, a.subject)
      and ((a.until_on, a.accused) is distinct from (p.until, p.accused) or a.dropped_on is not null);
  insert into criminal_alert as a (org_id, case_id, kind, mark, since, subject, due_on, until_on, accused, law, calendar, rules, settled,
      tasks, escalates, answer_within)
    select c.org, c."case", p.kind, p.mark, p.since, p.subject, p."on", p.until, p.accused, p.law, p.calendar, c.rules, p.settled,
      p.tasks, c.escalates, c.within
    from jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid, rules text, escalates text[], within integer, alerts jsonb)
      cross join jsonb_to_recordset(c.alerts) as p (kind text, mark integer, since date, subject text, "on" date, until date,
        accused uuid[], law text, calendar text, settled boolean, tasks text[], waits boolean)
    where p.waits
  on conflict (org_id, case_id, kind, mark, since, subject) do update set due_on = excluded.due_on, until_on = excluded.until_on,
    accused = excluded.accused, law = excluded.law, calendar = excluded.calendar, rules = excluded.rules, settled = excluded.settled,
    tasks = excluded.tasks, escalates = excluded.escalates, answer_within = excluded.answer_within
    where a.given_at is null;
  update criminal_alert a set overtaken = not a.overtaken from jsonb_to_recordset(p_plans) as c (org uuid, "case" uuid)
    where a.org_id = c.org and a.case_id = c."case" and a.given_at is not null
      and a.overtaken <> exists (select 1 from criminal_alert l where l.org_id = a.org_id and l.case_id = a.case_id and l.kind = a.kind
        and l.since = a.since and l.subject = a.subject and l.due_on > a.due_on and l.given_at is not null and l.dropped_on is null);
  return reckoned;
end $$;

-- Asked of the offices by case, a list of fifty asks fifty times.

alter policy criminal_plan_read on criminal_plan using (exists (select 1 from criminal_office o
  where o.org_id = criminal_plan.org_id and o.case_id = criminal_plan.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_fact_read on criminal_fact using (exists (select 1 from criminal_office o
  where o.org_id = criminal_fact.org_id and o.case_id = criminal_fact.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_alert_read on criminal_alert using (exists (select 1 from criminal_office o
  where o.org_id = criminal_alert.org_id and o.case_id = criminal_alert.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_alert_told_read on criminal_alert_told using (exists (select 1 from criminal_office o
  where o.org_id = criminal_alert_told.org_id and o.case_id = criminal_alert_told.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));

alter policy criminal_alert_answer_read on criminal_alert_answer using (exists (select 1 from criminal_office o
  where o.org_id = criminal_alert_answer.org_id and o.case_id = criminal_alert_answer.case_id and o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_criminal_tasks())::text[])));
