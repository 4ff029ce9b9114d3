-- What makes a plan stale, how it is laid down anew, and how an alert is answered.

-- Whatever the clocks rest on was written: the plan waits to be reckoned. It is marked although it may be stale already,
-- so that two who write one case at once do so one after the other.
create function criminal_plan_stale() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update criminal_plan p set stale = true
    from (select distinct w.org_id, w.case_id from written w) w where p.org_id = w.org_id and p.case_id = w.case_id;
  return null;
end $$;

create function criminal_case_plan_stale() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update criminal_plan p set stale = true from written w where p.org_id = w.org_id and p.case_id = w.id;
  return null;
end $$;

create trigger accused_offence_plan_add after insert on accused_offence
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger accused_offence_plan_step after update on accused_offence
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger hearing_plan_add after insert on hearing
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger hearing_plan_change after update on hearing
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger hearing_witness_plan_add after insert on hearing_witness
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger hearing_witness_plan_anew after delete on hearing_witness
  referencing old table as written for each statement execute function criminal_plan_stale();

create trigger criminal_fact_plan_add after insert on criminal_fact
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger criminal_fact_plan_back after update on criminal_fact
  referencing new table as written for each statement execute function criminal_plan_stale();

create trigger criminal_case_plan_change after update on criminal_case
  referencing new table as written for each statement execute function criminal_case_plan_stale();

-- Lays down what is planned for some cases. What waits follows the plan; what was given stays, and ends when the plan no
-- longer has it. Nothing that was given is given again.
create function criminal_plan_put(p_plans jsonb, p_today date) returns integer
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
  return reckoned;
end $$;

-- The plan of one case, by somebody who works on it.
create function criminal_plan_keep(p_org uuid, p_case uuid, p_plan jsonb, p_today date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null or cardinality(criminal_tasks(p_org, p_case)) = 0 then return false; end if;
  perform criminal_plan_put(jsonb_build_array(p_plan || jsonb_build_object('org', p_org, 'case', p_case)), p_today);
  return true;
end $$;

-- An office that is brought in is told of what was given before and still stands.
create function criminal_office_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null then return null; end if;
  insert into criminal_alert_told (org_id, alert_id, office_id, escalated, case_id, at)
    select a.org_id, a.id, new.id, not (new.task = any (a.tasks)), a.case_id, now() from criminal_alert a
    where a.org_id = new.org_id and a.case_id = new.case_id and a.given_at is not null and a.until_on is null and a.dropped_on is null
      and (new.task = any (a.tasks) or (a.escalated_at is not null and new.task = any (a.escalates)))
  on conflict do nothing;
  return null;
end $$;

create trigger criminal_office_tell after insert on criminal_office for each row execute function criminal_office_tell();

-- What an office that was told says to an alert. It ends nothing: an alert ends with its cause.
create function criminal_alert_say(p_org uuid, p_case uuid, p_alert uuid, p_id uuid, p_answer text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  mine text[] := criminal_tasks(p_org, p_case);
  held record;
begin
  if me is null or cardinality(mine) = 0 then return null; end if;
  select a.tasks, a.escalates, a.escalated_at into held from criminal_alert a
    where a.org_id = p_org and a.case_id = p_case and a.id = p_alert and a.given_at is not null for update;
  if not found then return null; end if;
  if not (mine && held.tasks or (held.escalated_at is not null and mine && held.escalates)) then return 'not-yours'; end if;
  insert into criminal_alert_answer (org_id, id, case_id, alert_id, answer, account_org, account_id, at)
    values (p_org, p_id, p_case, p_alert, p_answer, me[1], me[2], now()) on conflict do nothing;
  if not found then return 'there'; end if;
  update criminal_alert a set answered_at = now() where a.org_id = p_org and a.id = p_alert and a.answered_at is null;
  return 'said';
end $$;

alter function criminal_plan_stale() owner to setu_definer;

revoke all on function criminal_plan_stale() from public;

alter function criminal_case_plan_stale() owner to setu_definer;

revoke all on function criminal_case_plan_stale() from public;

alter function criminal_plan_put(jsonb, date) owner to setu_definer;

revoke all on function criminal_plan_put(jsonb, date) from public;

grant execute on function criminal_plan_put(jsonb, date) to setu_clock, setu_definer;

alter function criminal_plan_keep(uuid, uuid, jsonb, date) owner to setu_definer;

revoke all on function criminal_plan_keep(uuid, uuid, jsonb, date) from public;

grant execute on function criminal_plan_keep(uuid, uuid, jsonb, date) to setu_app;

alter function criminal_office_tell() owner to setu_definer;

revoke all on function criminal_office_tell() from public;

alter function criminal_alert_say(uuid, uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function criminal_alert_say(uuid, uuid, uuid, uuid, text) from public;

grant execute on function criminal_alert_say(uuid, uuid, uuid, uuid, text) to setu_app;
