-- A plan is believed only from whoever has just written what it rests on; and a case that cannot be planned is put aside
-- until something of it is written, or until it would be reckoned by something else, so that no other case waits for it.

alter table criminal_plan add column stale_in xid8;

alter table criminal_plan add column aside text check (length(aside) = 64);

grant select (aside) on criminal_plan to setu_clock;

create or replace function criminal_plan_stale() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update criminal_plan p set stale = true, stale_in = pg_current_xact_id(), aside = null
    from (select distinct w.org_id, w.case_id from written w) w where p.org_id = w.org_id and p.case_id = w.case_id;
  return null;
end $$;

create or replace function criminal_case_plan_stale() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update criminal_plan p set stale = true, stale_in = pg_current_xact_id(), aside = null
    from written w where p.org_id = w.org_id and p.case_id = w.id;
  return null;
end $$;

do $$
declare
  was text := pg_get_functiondef('criminal_plan_put(jsonb, date)'::regprocedure);
  becomes text := replace(was, 'do update set stale = false, basis', 'do update set stale = false, aside = null, basis');
begin
  if becomes = was then raise exception 'criminal_plan_put is not as it was'; end if;
  execute becomes;
end $$;

-- The plan of one case, by somebody who wrote in this transaction what it rests on, or who has just opened the case. It ends
-- what was given on no day to come, and on none before it was given. One that cannot be laid down leaves the case stale for
-- the clock: what was written is not refused because of it.
create or replace function criminal_plan_keep(p_org uuid, p_case uuid, p_plan jsonb, p_today date) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare ends date;
begin
  if actor_self() is null or cardinality(criminal_tasks(p_org, p_case)) = 0 then return false; end if;
  if exists (select 1 from criminal_plan p where p.org_id = p_org and p.case_id = p_case
      and not (p.stale and p.stale_in is not distinct from pg_current_xact_id())) then return false; end if;
  select greatest(least(p_today, (now() at time zone 'Asia/Dhaka')::date), max((a.given_at at time zone 'Asia/Dhaka')::date)) into ends
    from criminal_alert a where a.org_id = p_org and a.case_id = p_case;
  begin
    perform criminal_plan_put(jsonb_build_array(p_plan || jsonb_build_object('org', p_org, 'case', p_case)), ends);
  exception when data_exception or integrity_constraint_violation then return false;
  end;
  return true;
end $$;

-- Puts cases aside that cannot be planned by what they would be reckoned by now.
create function criminal_plan_aside(p_cases jsonb) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare aside integer;
begin
  insert into criminal_plan (org_id, case_id, stale, aside)
    select c.org, c."case", true, c.basis from jsonb_to_recordset(p_cases) as c (org uuid, "case" uuid, basis text)
  on conflict (org_id, case_id) do update set stale = true, aside = excluded.aside;
  get diagnostics aside = row_count;
  return aside;
end $$;

alter function criminal_plan_aside(jsonb) owner to setu_definer;

revoke all on function criminal_plan_aside(jsonb) from public;

grant execute on function criminal_plan_aside(jsonb) to setu_clock;
