-- Whose the tables are, and what a backup reads; and that criminal cases hold keys of their own.

alter table part_key drop constraint part_key_holder_check;

alter table part_key add constraint part_key_holder_check
  check (holder in ('case', 'referral', 'site', 'emergency', 'breach', 'complaint', 'tip', 'screening', 'criminalCase'));

alter table court owner to setu_owner;

alter table court enable row level security;

alter table court force row level security;

alter table criminal_case owner to setu_owner;

alter table criminal_case enable row level security;

alter table criminal_case force row level security;

alter table criminal_matter owner to setu_owner;

alter table criminal_matter enable row level security;

alter table criminal_matter force row level security;

alter table criminal_office owner to setu_owner;

alter table criminal_office enable row level security;

alter table criminal_office force row level security;

alter table accused owner to setu_owner;

alter table accused enable row level security;

alter table accused force row level security;

alter table accused_offence owner to setu_owner;

alter table accused_offence enable row level security;

alter table accused_offence force row level security;

alter table criminal_step owner to setu_owner;

alter table criminal_step enable row level security;

alter table criminal_step force row level security;

alter table hearing owner to setu_owner;

alter table hearing enable row level security;

alter table hearing force row level security;

alter table hearing_witness owner to setu_owner;

alter table hearing_witness enable row level security;

alter table hearing_witness force row level security;

alter table criminal_stage_rule owner to setu_owner;

alter table criminal_stage_rule enable row level security;

alter table criminal_stage_rule force row level security;

alter table criminal_step_rule owner to setu_owner;

alter table criminal_step_rule enable row level security;

alter table criminal_step_rule force row level security;

alter table criminal_task_rule owner to setu_owner;

alter table criminal_task_rule enable row level security;

alter table criminal_task_rule force row level security;

grant select on court, criminal_case, criminal_matter, criminal_office, accused, accused_offence, criminal_step, hearing, hearing_witness, criminal_stage_rule, criminal_step_rule, criminal_task_rule to setu_backup;

create policy court_backup on court for select to setu_backup using (true);

create policy criminal_case_backup on criminal_case for select to setu_backup using (true);

create policy criminal_matter_backup on criminal_matter for select to setu_backup using (true);

create policy criminal_office_backup on criminal_office for select to setu_backup using (true);

create policy accused_backup on accused for select to setu_backup using (true);

create policy accused_offence_backup on accused_offence for select to setu_backup using (true);

create policy criminal_step_backup on criminal_step for select to setu_backup using (true);

create policy hearing_backup on hearing for select to setu_backup using (true);

create policy hearing_witness_backup on hearing_witness for select to setu_backup using (true);

create policy criminal_stage_rule_backup on criminal_stage_rule for select to setu_backup using (true);

create policy criminal_step_rule_backup on criminal_step_rule for select to setu_backup using (true);

create policy criminal_task_rule_backup on criminal_task_rule for select to setu_backup using (true);

-- Who may see and write what of a criminal case. Four functions look behind the policies; all else asks them.

grant select on criminal_case, criminal_office, accused, accused_offence, criminal_stage_rule, criminal_step_rule, criminal_task_rule to setu_definer;

create policy criminal_case_definer on criminal_case for select to setu_definer using (true);

create policy criminal_office_definer on criminal_office for select to setu_definer using (true);

create policy accused_definer on accused for select to setu_definer using (true);

create policy accused_offence_definer on accused_offence for select to setu_definer using (true);

create policy criminal_stage_rule_definer on criminal_stage_rule for select to setu_definer using (true);

create policy criminal_step_rule_definer on criminal_step_rule for select to setu_definer using (true);

create policy criminal_task_rule_definer on criminal_task_rule for select to setu_definer using (true);

grant insert on criminal_case, criminal_office, criminal_matter, criminal_step to setu_definer;

create policy criminal_case_definer_begin on criminal_case for insert to setu_definer with check (true);

create policy criminal_office_definer_add on criminal_office for insert to setu_definer with check (until_on is null);

create policy criminal_matter_definer_keep on criminal_matter for insert to setu_definer with check (account_id is not null);

create policy criminal_step_definer_keep on criminal_step for insert to setu_definer with check (account_id is not null);

grant update (until_on) on criminal_office to setu_definer;

create policy criminal_office_definer_end on criminal_office for update to setu_definer using (until_on is null) with check (until_on is not null);

-- The tasks at which somebody may work at all: by their role, and by what kind of organisation theirs is. A caseworker of
-- a protection organisation has none, whatever row would name their unit.
create function actor_criminal_tasks() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select coalesce(array_agg(r.task), '{}') from criminal_task_rule r join organisation o on o.id = me[1]
    where o.type = any (r.types) and exists (select 1 from account_role a
      where a.org_id = me[1] and a.account_id = me[2] and a.role = any (r.roles)));
end $$;

-- At what somebody works in one criminal case; nothing for everybody else.
create function criminal_tasks(p_org uuid, p_case uuid) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine uuid[] := actor_units();
  may text[] := actor_criminal_tasks();
begin
  return (select coalesce(array_agg(distinct o.task), '{}') from criminal_office o
    where o.org_id = p_org and o.case_id = p_case and o.until_on is null and o.unit_id = any (mine) and o.task = any (may));
end $$;

-- Whether somebody may read or write a part of a criminal case. The investigation writes while anything is investigated,
-- the prosecution once anything was reported to a court; warrants are carried out by the police at any time.
create function criminal_may(p_org uuid, p_case uuid, p_part text, p_write boolean) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare tasks text[] := criminal_tasks(p_org, p_case);
begin
  if cardinality(tasks) = 0 then return false; end if;
  if not p_write then
    return exists (select 1 from criminal_task_rule r where r.task = any (tasks) and p_part = any (r.parts));
  end if;
  if p_part in ('hearings', 'orders') then return tasks && '{court,prosecution}'::text[]; end if;
  if p_part in ('custody', 'offices') then return tasks && '{investigation,prosecution}'::text[]; end if;
  if p_part not in ('status', 'accused') then return false; end if;
  if 'investigation' = any (tasks) and (
      not exists (select 1 from accused_offence f where f.org_id = p_org and f.case_id = p_case)
      or exists (select 1 from accused_offence f join criminal_stage_rule s on s.stage = f.stage and s.investigated
        where f.org_id = p_org and f.case_id = p_case)) then return true; end if;
  return 'prosecution' = any (tasks) and exists (select 1 from accused_offence f join criminal_stage_rule s on s.stage = f.stage
      and not s.investigated where f.org_id = p_org and f.case_id = p_case);
end $$;

-- Whether a key belongs to a part of a criminal case that somebody may read.
create function criminal_key_mine(p_org uuid, p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from part_key k where k.org_id = p_org and k.id = p_key and k.holder = 'criminalCase'
    and criminal_may(p_org, k.holder_id, k.part, false));
end $$;

-- Writes a criminal case down with its first office, which is a unit of whoever writes. Whoever may investigate may begin one.
create function criminal_begin(p_case jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  made uuid := (p_case ->> 'id')::uuid;
  desk uuid := (p_case ->> 'unit')::uuid;
begin
  if me is null or not ('investigation' = any (actor_criminal_tasks())) or not (desk = any (actor_units())) then return null; end if;
  if exists (select 1 from criminal_case c where c.id = made) then return 'there'; end if;
  insert into criminal_case (org_id, id, code, jurisdiction, matter, category, complainant, district, station_number, station_year,
      gr_number, tribunal_number, monitoring_number, court_id, offence_on, transnational, destinations, measures, reported_on, opened_at)
    values (me[1], made, p_case ->> 'code', p_case ->> 'jurisdiction', p_case ->> 'matter', p_case ->> 'category', p_case ->> 'complainant',
      p_case ->> 'district', (p_case ->> 'stationNumber')::integer, (p_case ->> 'stationYear')::integer, p_case ->> 'grNumber',
      p_case ->> 'tribunalNumber', p_case ->> 'monitoringNumber', (p_case ->> 'court')::uuid, (p_case ->> 'offenceOn')::date,
      (p_case ->> 'transnational')::boolean, array(select jsonb_array_elements_text(p_case -> 'destinations')),
      array(select jsonb_array_elements_text(p_case -> 'measures')), (p_case ->> 'reportedOn')::date, now());
  insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
    values (me[1], gen_random_uuid(), made, me[1], desk, 'investigation', (now() at time zone 'Asia/Dhaka')::date, me[1], me[2]);
  insert into criminal_matter (org_id, id, case_id, matter, category, account_org, account_id, at)
    values (me[1], gen_random_uuid(), made, p_case ->> 'matter', p_case ->> 'category', me[1], me[2], now());
  return 'begun';
end $$;

-- Brings an office in: one whose kind of organisation fits the task.
create function criminal_office_add(p_org uuid, p_case uuid, p_id uuid, p_unit uuid, p_task text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  desk record;
begin
  if not coalesce(criminal_may(p_org, p_case, 'offices', true), false) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('criminal office ' || p_case::text, 7306));
  select u.org_id, u.id into desk from unit u join organisation o on o.id = u.org_id
    join criminal_task_rule r on r.task = p_task and o.type = any (r.types) where u.id = p_unit and u.active and o.active;
  if desk.id is null then return 'unfit'; end if;
  if exists (select 1 from criminal_office o where o.case_id = p_case and o.unit_id = p_unit and o.task = p_task and o.until_on is null) then
    return 'there';
  end if;
  insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
    values (p_org, p_id, p_case, desk.org_id, desk.id, p_task, (now() at time zone 'Asia/Dhaka')::date, me[1], me[2]);
  return 'added';
end $$;

-- Ends what an office does in a case: one's own, or one that one's organisation brought in, other than those who investigate
-- and prosecute. Somebody always remains who may write the case. What the office could open goes with it.
create function criminal_office_end(p_org uuid, p_case uuid, p_id uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  held record;
begin
  if not coalesce(criminal_may(p_org, p_case, 'offices', true), false) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('criminal office ' || p_case::text, 7306));
  select o.unit_id, o.task, o.added_org into held from criminal_office o
    where o.org_id = p_org and o.case_id = p_case and o.id = p_id and o.until_on is null;
  if held.unit_id is null then return null; end if;
  if not (held.unit_id = any (actor_units()) or (held.added_org = me[1] and held.task not in ('investigation', 'prosecution'))) then
    return 'not-yours';
  end if;
  if held.task in ('investigation', 'prosecution') and not exists (select 1 from criminal_office o
      where o.org_id = p_org and o.case_id = p_case and o.id <> p_id and o.until_on is null and o.task in ('investigation', 'prosecution')) then
    return 'last';
  end if;
  update criminal_office set until_on = (now() at time zone 'Asia/Dhaka')::date where org_id = p_org and id = p_id;
  delete from part_wrap w using part_key k where k.org_id = p_org and k.holder = 'criminalCase' and k.holder_id = p_case
    and w.org_id = k.org_id and w.part_key_id = k.id and w.unit_id = held.unit_id
    and not exists (select 1 from criminal_office o join criminal_task_rule r on r.task = o.task and k.part = any (r.parts)
      where o.org_id = p_org and o.case_id = p_case and o.unit_id = held.unit_id and o.until_on is null);
  return 'ended';
end $$;
