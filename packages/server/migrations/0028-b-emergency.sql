-- Emergency access: somebody who must act at once sees for a few hours what their own kind of work may ever see of
-- the parts they asked for, because a different person, on call where the case is held, said yes. It is data with
-- an end, and every policy asks whether the end has come.

-- Who answers for a unit's cases when nobody of the team can be reached.
alter table unit_member add column on_call boolean not null default false;

grant update (on_call) on unit_member to setu_app;

create table emergency_access (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  account_id uuid not null,
  unit_id uuid not null,
  to_org uuid not null,
  to_unit uuid not null,
  code text not null check (length(code) between 1 and 20),
  case_org uuid,
  case_id uuid,
  parts text[] not null check (cardinality(parts) between 1 and 4),
  reason text not null check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea not null check (length(words) <= 8000),
  hours integer not null check (hours between 1 and 4),
  state text not null check (state in ('waiting', 'granted', 'declined', 'ended', 'lapsed')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  until timestamptz,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (to_org, to_unit) references unit (org_id, id),
  foreign key (case_org, case_id) references case_file (org_id, id),
  constraint emergency_by_another check (answered_by is distinct from account_id),
  constraint emergency_at_most check (until is null or until <= answered_at + interval '4 hours'),
  constraint emergency_of_a_case check (state <> 'granted' or (case_id is not null and until is not null and answered_by is not null))
);

create index emergency_access_granted on emergency_access (account_id, case_id) where state = 'granted';

create index emergency_access_waiting on emergency_access (to_unit) where state = 'waiting';

create index emergency_access_asked on emergency_access (account_id, asked_at desc);

create index emergency_access_case on emergency_access (case_id);

alter table emergency_access owner to setu_owner;

alter table emergency_access enable row level security;

alter table emergency_access force row level security;

-- What each kind of work may ever see in an emergency: of identity, contact, protection and health only what was asked for.
insert into access_rule (relation, work, part, may_read, may_write, consent) values
  ('emergency', 'care', 'identity', true, false, false),
  ('emergency', 'care', 'contact', true, false, false),
  ('emergency', 'care', 'facts', true, false, false),
  ('emergency', 'care', 'protection', true, false, false),
  ('emergency', 'care', 'health', true, false, false),
  ('emergency', 'care', 'status', true, false, false),
  ('emergency', 'care', 'trail', true, false, false),
  ('emergency', 'police', 'identity', true, false, false),
  ('emergency', 'police', 'facts', true, false, false),
  ('emergency', 'police', 'status', true, false, false),
  ('emergency', 'police', 'trail', true, false, false);

alter table part_key drop constraint part_key_holder_check;

alter table part_key add constraint part_key_holder_check check (holder in ('case', 'referral', 'site', 'emergency'));

alter table part_wrap drop constraint part_wrap_through_check;

alter table part_wrap add constraint part_wrap_through_check check (through in ('own', 'referral', 'transfer', 'emergency'));

grant select, insert, update on emergency_access to setu_definer;

create policy emergency_access_definer on emergency_access for select to setu_definer using (true);

create policy emergency_access_definer_ask on emergency_access for insert to setu_definer with check (state = 'waiting');

create policy emergency_access_definer_answer on emergency_access for update to setu_definer using (true) with check (true);

grant select, insert on case_code to setu_definer;

create policy case_code_definer on case_code for select to setu_definer using (true);

create policy case_code_definer_add on case_code for insert to setu_definer with check (true);

grant insert on case_event to setu_definer;

create policy case_event_definer_add on case_event for insert to setu_definer with check (kind = 'emergencyAccess');

grant select on notice to setu_definer;

create policy notice_definer_told on notice for select to setu_definer using (kind = 'emergencyOwn');

-- The units for which the signed-in person is on call.
create function actor_on_call() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not actor_works() then return '{}'; end if;
  return (select coalesce(array_agg(m.unit_id), '{}') from unit_member m
    where m.org_id = me[1] and m.account_id = me[2] and m.on_call);
end $$;

-- The parts of a case that the signed-in person sees at this moment through emergency accesses of theirs.
create function actor_emergency(p_org uuid, p_case uuid) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select coalesce(array_agg(distinct a.part), '{}') from emergency_access g
    join organisation o on o.id = g.org_id
    join access_rule a on a.relation = 'emergency' and a.work = o.work and a.may_read
      and (a.part in ('facts', 'status', 'trail') or a.part = any (g.parts))
    where g.org_id = me[1] and g.account_id = me[2] and g.case_org = p_org and g.case_id = p_case
      and g.state = 'granted' and g.until > now());
end $$;

-- Parts of a case that somebody waits for, where the signed-in person is on call and may be the one who gives them.
create function emergency_asked(p_org uuid, p_case uuid) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  ours uuid[] := actor_on_call();
begin
  if cardinality(ours) = 0 or case_conflict(p_org, p_case) then return '{}'; end if;
  return (select coalesce(array_agg(distinct a.part), '{}') from emergency_access g
    join organisation o on o.id = g.org_id
    join access_rule a on a.relation = 'emergency' and a.work = o.work and a.may_read and a.part = any (g.parts)
    where g.to_unit = any (ours) and g.account_id <> me[2] and g.state = 'waiting' and g.case_org = p_org and g.case_id = p_case);
end $$;

create function emergency_wraps_for(p_through uuid, p_org uuid, p_case uuid, p_part text, p_unit uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from emergency_access g where g.id = p_through and g.case_org = p_org and g.case_id = p_case
    and g.unit_id = p_unit and p_part = any (g.parts)) and p_part = any (emergency_asked(p_org, p_case));
end $$;

-- Which case a request is about: for whoever may answer it, for whoever got it while it lasts, and for those whose case it is.
create function emergency_file(p_org uuid, p_id uuid) returns table (org_id uuid, case_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return query select g.case_org, g.case_id from emergency_access g
    where g.org_id = p_org and g.id = p_id and g.case_id is not null and me is not null
      and case when g.account_id = me[2] then g.state = 'granted' and g.until > now()
        else (g.to_unit = any (actor_on_call()) and not case_conflict(g.case_org, g.case_id))
          or case_relation(g.case_org, g.case_id) in ('own', 'supervise', 'dataProtection') end;
end $$;

-- Why the signed-in person has emergency access to a case, and until when.
create function emergency_now(p_org uuid, p_case uuid) returns table (org_id uuid, id uuid, version integer, reason text, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return query select g.org_id, g.id, g.version, g.reason, g.until from emergency_access g
    where g.org_id = me[1] and g.account_id = me[2] and g.case_org = p_org and g.case_id = p_case
      and g.state = 'granted' and g.until > now()
    order by g.until desc limit 1;
end $$;

-- Tells some people of a case that is theirs or that they guard.
create function emergency_tell(p_accounts uuid[], p_kind text, p_about jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select a.org_id, gen_random_uuid(), a.id, p_kind, p_about, now()
  from account a where a.id = any (p_accounts) and a.disabled_at is null;
end $$;

create function emergency_guards(p_orgs uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (select coalesce(array_agg(r.account_id), '{}') from account_role r
    where r.org_id = any (p_orgs) and r.role = 'dataProtectionOfficer');
end $$;

-- Asking. Whether the code is that of a case is told to nobody but those who answer.
create function emergency_ask(p_id uuid, p_unit uuid, p_to_org uuid, p_to_unit uuid, p_code text, p_parts text[],
  p_reason text, p_words bytea, p_hours integer) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  home record;
  found_org uuid;
  found_case uuid;
  on_call uuid[];
begin
  if me is null then return null; end if;
  if not actor_works() or not (p_unit = any (actor_units())) then return 'notForYou'; end if;
  select o.work, o.owns_cases into home from organisation o where o.id = me[1] and o.active;
  if home is null or not (home.owns_cases or home.work = 'police') then return 'notForYou'; end if;
  if exists (select 1 from unnest(p_parts) p where p in ('facts', 'status', 'trail') or not exists (
      select 1 from access_rule a where a.relation = 'emergency' and a.work = home.work and a.part = p and a.may_read)) then
    return 'notForYou';
  end if;
  select coalesce(array_agg(m.account_id), '{}') into on_call from unit_member m
    join account a on a.org_id = m.org_id and a.id = m.account_id and a.disabled_at is null
    where m.org_id = p_to_org and m.unit_id = p_to_unit and m.on_call and m.account_id <> me[2];
  if cardinality(on_call) = 0 then return 'nobody'; end if;
  if (select count(*) from emergency_access g where g.account_id = me[2] and g.state = 'waiting') >= 5 then return 'tooMany'; end if;
  select c.org_id, c.id into found_org, found_case from case_code k
    join case_file c on c.org_id = k.org_id and c.id = k.case_id
    where k.code = p_code and k.holder_org in (p_to_org, me[1]) and c.owner_org = p_to_org and c.owner_unit = p_to_unit
      and not case_conflict(c.org_id, c.id)
    order by k.holder_org = p_to_org desc limit 1;
  insert into emergency_access (org_id, id, account_id, unit_id, to_org, to_unit, code, case_org, case_id, parts, reason, words,
      hours, state, asked_at)
    values (me[1], p_id, me[2], p_unit, p_to_org, p_to_unit, p_code, found_org, found_case, p_parts, p_reason, p_words,
      p_hours, 'waiting', now());
  perform emergency_tell(on_call, 'emergencyAsked', jsonb_build_object('emergency', p_id));
  return 'asked';
end $$;

-- Answering: by somebody on call where the case is, who is not the one who asked. Whoever works on the case,
-- supervises it or guards the data is told in the same moment.
create function emergency_answer(p_org uuid, p_id uuid, p_version integer, p_yes boolean, p_code text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  told uuid[];
begin
  if me is null then return null; end if;
  select g.* into asked from emergency_access g where g.org_id = p_org and g.id = p_id for update;
  if not found then return 'gone'; end if;
  if asked.account_id = me[2] then return 'own'; end if;
  if not (asked.to_unit = any (actor_on_call())) then return 'gone'; end if;
  if asked.state <> 'waiting' or asked.version <> p_version then return 'stale'; end if;
  if not p_yes then
    update emergency_access set state = 'declined', answered_at = now(), answered_by = me[2], version = version + 1
      where org_id = p_org and id = p_id;
    perform emergency_tell(array[asked.account_id], 'emergencyDeclined', jsonb_build_object('emergency', p_id));
    return 'declined';
  end if;
  if asked.case_id is null or case_conflict(asked.case_org, asked.case_id) or not exists (select 1 from case_file c
      where c.org_id = asked.case_org and c.id = asked.case_id and c.owner_unit = asked.to_unit) then return 'unknown'; end if;
  update emergency_access set state = 'granted', answered_at = now(), answered_by = me[2],
      until = now() + make_interval(hours => asked.hours), version = version + 1
    where org_id = p_org and id = p_id;
  insert into case_code (org_id, case_id, holder_org, code, made_at)
    values (asked.case_org, asked.case_id, asked.org_id, p_code, now()) on conflict do nothing;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id, about)
    values (asked.case_org, gen_random_uuid(), asked.case_id, 'emergencyAccess', 'status', (now() at time zone 'Asia/Dhaka')::date,
      now(), me[2], me[1], p_id, jsonb_build_object('toOrg', asked.org_id));
  select coalesce(array_agg(distinct t.account), '{}') into told from (
    select s.account_id as account from case_assignment s
      where s.org_id = asked.case_org and s.case_id = asked.case_id and s.ended_at is null and s.conflict = 'none'
    union select m.account_id from unit_member m where m.org_id = asked.to_org and m.unit_id = asked.to_unit and m.supervises
    union select unnest(emergency_guards(array[asked.to_org, asked.org_id]))) t
    where t.account <> asked.account_id;
  perform emergency_tell(told, 'emergencyGranted',
    jsonb_build_object('emergency', p_id, 'org', asked.case_org, 'case', asked.case_id));
  perform emergency_tell(array[asked.account_id], 'emergencyGiven',
    jsonb_build_object('emergency', p_id, 'org', asked.case_org, 'case', asked.case_id));
  return 'granted';
end $$;

-- Ending before the end: by whoever has it, by those whose case it is, by whoever is on call or guards the data.
create function emergency_end(p_org uuid, p_id uuid, p_version integer) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
begin
  if me is null then return null; end if;
  select g.* into asked from emergency_access g where g.org_id = p_org and g.id = p_id for update;
  if not found then return 'gone'; end if;
  if not (asked.account_id = me[2] or (asked.state = 'granted' and (asked.to_unit = any (actor_on_call())
      or case_relation(asked.case_org, asked.case_id) in ('own', 'supervise', 'dataProtection')))) then return 'gone'; end if;
  if asked.state not in ('waiting', 'granted') or asked.version <> p_version then return 'stale'; end if;
  update emergency_access set state = 'ended', ended_at = now(), version = version + 1 where org_id = p_org and id = p_id;
  delete from part_wrap where org_id = asked.case_org and unit_id = asked.unit_id and through = 'emergency' and through_id = p_id;
  return 'ended';
end $$;

-- Somebody tried to answer their own request: whoever guards the data is told, once.
create function emergency_own_attempt(p_org uuid, p_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
begin
  select g.to_org, g.org_id into asked from emergency_access g where g.org_id = p_org and g.id = p_id and g.account_id = me[2];
  if not found or exists (select 1 from notice n where n.kind = 'emergencyOwn' and n.about ->> 'emergency' = p_id::text) then
    return;
  end if;
  perform emergency_tell(emergency_guards(array[asked.to_org, asked.org_id]), 'emergencyOwn', jsonb_build_object('emergency', p_id));
end $$;

create or replace function case_relation(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  holder uuid;
  answering uuid;
  closed date;
  conflicted boolean;
  working boolean;
  works boolean := actor_works();
begin
  if me is null then return 'stranger'; end if;
  select c.owner_org, c.owner_unit, c.closed_on into holder, answering, closed
    from case_file c where c.org_id = p_org and c.id = p_case;
  if holder is null then return 'stranger'; end if;
  select bool_or(a.conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest')),
      bool_or(a.conflict = 'none' and a.ended_at is null and a.account_org = holder)
    into conflicted, working
    from case_assignment a where a.org_id = p_org and a.case_id = p_case and a.account_id = me[2];
  if conflicted then return 'stranger'; end if;
  if holder = me[1] then
    if working and closed is not null then
      working := closed > (now() at time zone 'Asia/Dhaka')::date
        - (select d.days from access_days d where d.name = 'ownAfterClosure');
    end if;
    if working and works then return 'own'; end if;
    if exists (select 1 from unit_member m
        join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
        where m.org_id = me[1] and m.unit_id = answering and m.account_id = me[2] and m.supervises) then return 'supervise'; end if;
  end if;
  if works and exists (select 1 from emergency_access g where g.account_id = me[2] and g.org_id = me[1]
      and g.case_org = p_org and g.case_id = p_case and g.state = 'granted' and g.until > now()) then return 'emergency'; end if;
  if works and exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case and r.to_org = me[1]) then
    if exists (select 1 from actor_named(p_org, p_case)) then return 'named'; end if;
    if holder <> me[1] and exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case
        and r.to_unit = any (actor_units()) and r.state in ('sent', 'acknowledged')) then return 'offered'; end if;
  end if;
  if holder <> me[1] then return 'stranger'; end if;
  if actor_has('dataProtectionOfficer') then return 'dataProtection'; end if;
  return 'office';
end $$;

-- An emergency takes nothing away from somebody who is named by a referral at the same time.
create or replace function case_may(p_org uuid, p_case uuid, p_part text, p_write boolean) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare found_relation text := case_relation(p_org, p_case);
begin
  if found_relation in ('own', 'supervise', 'dataProtection') then
    return exists (select 1 from access_rule a where a.relation = found_relation and a.part = p_part
      and case when p_write then a.may_write else a.may_read end
      and (not a.consent or tracing_agreed(p_org, p_case)));
  end if;
  if p_write then return false; end if;
  if found_relation = 'emergency' and p_part = any (actor_emergency(p_org, p_case)) then return true; end if;
  if found_relation in ('named', 'emergency') then
    return exists (
      select 1 from actor_named(p_org, p_case) n
      join access_rule a on a.relation = 'named' and a.work = n.work and a.part = p_part and a.may_read
      where not a.consent or consent_lives(p_org, p_case, n.to_unit, n.purpose, p_part));
  end if;
  return false;
end $$;

create or replace function actor_cases() returns table (org_id uuid, case_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  earliest date := (now() at time zone 'Asia/Dhaka')::date - (select d.days from access_days d where d.name = 'ownAfterClosure');
begin
  return query
    select a.org_id, a.case_id from case_assignment a
    cross join lateral (select 1 from case_file c
      where c.org_id = a.org_id and c.id = a.case_id and c.owner_org = me[1] and c.owner_org = a.account_org
        and (c.closed_on is null or c.closed_on > earliest) offset 0) c
    where a.account_id = me[2] and a.conflict = 'none' and a.ended_at is null
    union
    select n.org_id, n.case_id from actor_named_all() n
    union
    select g.case_org, g.case_id from emergency_access g
    where g.account_id = me[2] and g.org_id = me[1] and g.state = 'granted' and g.until > now()
      and 'status' = any (actor_emergency(g.case_org, g.case_id));
end $$;
