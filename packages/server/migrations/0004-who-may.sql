-- Who may see and change what. The table of relations and parts is data; the functions below read it, and
-- every policy rests on them. Nothing here grants by rank.

create table access_rule (
  relation text not null,
  work text not null default '',
  part text not null,
  may_read boolean not null,
  may_write boolean not null,
  consent boolean not null,
  primary key (relation, work, part)
);

create table access_days (
  name text primary key,
  days integer not null check (days >= 0)
);

insert into access_days (name, days) values ('ownAfterClosure', 30), ('namedAfterCompletion', 30);

insert into access_rule (relation, work, part, may_read, may_write, consent) values
  ('own', '', 'identity', true, true, false),
  ('own', '', 'contact', true, true, false),
  ('own', '', 'facts', true, true, false),
  ('own', '', 'protection', true, true, false),
  ('own', '', 'narrative', true, true, false),
  ('own', '', 'family', true, true, true),
  ('own', '', 'health', true, true, false),
  ('own', '', 'legal', true, true, false),
  ('own', '', 'status', true, true, false),
  ('own', '', 'trail', true, false, false),
  ('supervise', '', 'identity', true, false, false),
  ('supervise', '', 'contact', true, false, false),
  ('supervise', '', 'facts', true, true, false),
  ('supervise', '', 'protection', true, true, false),
  ('supervise', '', 'narrative', true, true, false),
  ('supervise', '', 'health', true, false, false),
  ('supervise', '', 'legal', true, false, false),
  ('supervise', '', 'status', true, true, false),
  ('supervise', '', 'trail', true, false, false),
  ('dataProtection', '', 'status', true, false, false),
  ('dataProtection', '', 'trail', true, false, false),
  ('named', 'care', 'identity', true, false, true),
  ('named', 'care', 'contact', true, false, true),
  ('named', 'care', 'facts', true, false, true),
  ('named', 'care', 'protection', true, false, true),
  ('named', 'care', 'health', true, false, true),
  ('named', 'care', 'status', true, false, false),
  ('named', 'legal', 'identity', true, false, true),
  ('named', 'legal', 'contact', true, false, true),
  ('named', 'legal', 'facts', true, false, true),
  ('named', 'legal', 'health', true, false, true),
  ('named', 'legal', 'legal', true, false, true),
  ('named', 'legal', 'status', true, false, false),
  ('named', 'police', 'identity', true, false, true),
  ('named', 'police', 'facts', true, false, true),
  ('named', 'police', 'status', true, false, false),
  ('named', 'livelihood', 'contact', true, false, true),
  ('named', 'livelihood', 'status', true, false, false),
  ('named', 'return', 'status', true, false, false),
  ('named', 'none', 'status', true, false, false);

-- Cases that the person has declared a conflict with: no relation of theirs to such a case counts.
create function actor_conflicts() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid := actor_account();
begin
  return (select coalesce(array_agg(a.case_id), '{}') from case_assignment a
    where a.account_id = me and a.conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest'));
end $$;

create function case_conflict(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid := actor_account();
begin
  return exists (select 1 from case_assignment a where a.org_id = p_org and a.case_id = p_case
    and a.account_id = me and a.conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest'));
end $$;

-- The kind of work under which an accepted referral is read: an organisation bounded by its own kind of
-- work never gets more than that kind, whatever service was asked for.
create function work_of(p_to_org uuid, p_service_work text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare own text;
begin
  select o.work into own from organisation o where o.id = p_to_org;
  if own in ('police', 'livelihood', 'return', 'none') then return own; end if;
  return p_service_work;
end $$;

-- Whether the survivor's answer, today, lets a unit have a part (any part when p_part is null). Only someone of
-- that unit is told: an answer given to others is nobody's business.
create function consent_lives(p_org uuid, p_case uuid, p_unit uuid, p_purpose text, p_part text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (
    select 1 from consent k
    where k.org_id = p_org and k.case_id = p_case and k.recipient_unit = p_unit and k.purpose = p_purpose
      and p_unit = any (actor_units()) and k.state = 'given' and k.withdrawn_at is null
      and k.valid_until >= (now() at time zone 'Asia/Dhaka')::date
      and (p_part is null or p_part = any (k.parts)));
end $$;

-- Accepted referrals of a case through which the signed-in person may read, with the work that bounds them.
create function actor_named(p_org uuid, p_case uuid)
returns table (referral_id uuid, to_unit uuid, purpose text, work text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  earliest timestamptz := now() - make_interval(days => (select d.days from access_days d where d.name = 'namedAfterCompletion'));
begin
  return query
    select r.id, r.to_unit, r.purpose, work_of(r.to_org, r.work)
    from referral r
    join unit_member m on m.org_id = r.to_org and m.unit_id = r.to_unit and m.account_id = me[2]
    where r.org_id = p_org and r.case_id = p_case
      and (m.focal or r.worker_account = me[2])
      and (r.state in ('accepted', 'serviceStarted')
        or (r.state in ('completed', 'partlyCompleted') and r.ended_at > earliest))
      and consent_lives(r.org_id, r.case_id, r.to_unit, r.purpose, null);
end $$;

-- How the signed-in person stands to a case: asked for every row that a query meets, so what is true most often
-- is found out first.
create function case_relation(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  holder uuid;
  answering uuid;
  closed date;
  conflicted boolean;
  working boolean;
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
    if working then return 'own'; end if;
    if exists (select 1 from unit_member m
        join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
        where m.org_id = me[1] and m.unit_id = answering and m.account_id = me[2] and m.supervises) then return 'supervise'; end if;
  end if;
  if exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case and r.to_org = me[1]) then
    if exists (select 1 from actor_named(p_org, p_case)) then return 'named'; end if;
    if holder <> me[1] and exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case
        and r.to_unit = any (actor_units()) and r.state in ('sent', 'acknowledged')) then return 'offered'; end if;
  end if;
  if holder <> me[1] then return 'stranger'; end if;
  if actor_has('dataProtectionOfficer') then return 'dataProtection'; end if;
  return 'office';
end $$;

-- Whether the survivor agrees that her family is traced: without it nobody reads or writes who they are.
create function tracing_agreed(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (
    select 1 from consent k
    where k.org_id = p_org and k.case_id = p_case and k.purpose = 'familyContact'
      and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= (now() at time zone 'Asia/Dhaka')::date);
end $$;

create function case_may(p_org uuid, p_case uuid, p_part text, p_write boolean) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare found_relation text := case_relation(p_org, p_case);
begin
  if found_relation in ('own', 'supervise', 'dataProtection') then
    return exists (select 1 from access_rule a where a.relation = found_relation and a.part = p_part
      and case when p_write then a.may_write else a.may_read end
      and (not a.consent or tracing_agreed(p_org, p_case)));
  end if;
  if found_relation = 'named' and not p_write then
    return exists (
      select 1 from actor_named(p_org, p_case) n
      join access_rule a on a.relation = 'named' and a.work = n.work and a.part = p_part and a.may_read
      where not a.consent or consent_lives(p_org, p_case, n.to_unit, n.purpose, p_part));
  end if;
  return false;
end $$;

-- The cases of one's own caseload and of the referrals one works on: a short list, computed once a query, so
-- that a list of cases is an index scan and not a question asked of every row. A case is its id and its home
-- together: ids come from outside, and another organisation may have a case of the same id.
create function actor_cases() returns table (org_id uuid, case_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  ours uuid[] := actor_units();
  earliest date := (now() at time zone 'Asia/Dhaka')::date - (select d.days from access_days d where d.name = 'ownAfterClosure');
begin
  return query
    select a.org_id, a.case_id from case_assignment a
    join case_file c on c.org_id = a.org_id and c.id = a.case_id and c.owner_org = me[1]
    where a.account_id = me[2] and a.conflict = 'none' and a.ended_at is null and a.account_org = c.owner_org
      and (c.closed_on is null or c.closed_on > earliest)
    union
    select r.org_id, r.case_id from referral r
    where r.to_org = me[1] and r.to_unit = any (ours)
      and r.state in ('accepted', 'serviceStarted', 'completed', 'partlyCompleted')
      and exists (select 1 from actor_named(r.org_id, r.case_id));
end $$;

create function referral_received(p_org uuid, p_referral uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from referral r where r.org_id = p_org and r.id = p_referral
    and r.to_unit = any (actor_units()) and not case_conflict(r.org_id, r.case_id)
    and (r.state in ('sent', 'acknowledged')
      or exists (select 1 from actor_named(r.org_id, r.case_id) n where n.referral_id = r.id)));
end $$;

create function transfer_received(p_org uuid, p_transfer uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from case_transfer t where t.org_id = p_org and t.id = p_transfer
    and t.to_unit = any (actor_units()) and t.state = 'offered' and not case_conflict(t.org_id, t.case_id));
end $$;

-- Whether an organisation may own cases at all. Police, border guards and immigration never do.
create function may_own_cases(p_org uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from organisation o where o.id = p_org and o.active and o.owns_cases);
end $$;

-- How many cases the signed-in person's organisation has in each state: all that a colleague is told.
create function office_counts() returns table (state text, cases bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select c.state, count(*) from case_file c join actor_session() s on s.org_id = c.owner_org group by c.state;
end $$;

-- Taking over a case: the one act by which someone outside changes who owns it. The offer must stand, the
-- taker must be of the unit asked, and the organisation must be one that may own cases.
create function transfer_take(p_org uuid, p_transfer uuid, p_assignment uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  offer record;
  me record;
begin
  select s.org_id, s.account_id into me from actor_session() s;
  select t.case_id, t.to_org, t.to_unit into offer from case_transfer t
    where t.org_id = p_org and t.id = p_transfer and t.state = 'offered' and t.to_unit = any (actor_units()) for update;
  if not found or not may_own_cases(offer.to_org) or case_conflict(p_org, offer.case_id) then return null; end if;
  update case_assignment set ended_at = now(), version = version + 1
    where org_id = p_org and case_id = offer.case_id and ended_at is null;
  update case_file set owner_org = offer.to_org, owner_unit = offer.to_unit, version = version + 1,
    state = case when state = 'transferred' then 'intake' else state end, changed_at = now()
    where org_id = p_org and id = offer.case_id;
  insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, declared_at, made_by, began_at)
    values (p_org, p_assignment, offer.case_id, 1, me.org_id, me.account_id, true, 'none', now(), me.account_id, now());
  update case_transfer set state = 'accepted', answered_at = now(), version = version + 1
    where org_id = p_org and id = p_transfer;
  delete from part_wrap where org_id = p_org and case_id = offer.case_id and through = 'own';
  update part_wrap set through = 'own' where org_id = p_org and case_id = offer.case_id and through = 'transfer'
    and through_id = p_transfer;
  return offer.case_id;
end $$;

-- Tells the people who answer for a unit that something waits, without telling the sender who they are.
create function notify_unit(p_unit uuid, p_kind text, p_about jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_account() is null then return; end if;
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select m.org_id, gen_random_uuid(), m.account_id, p_kind, p_about, now()
  from unit_member m where m.unit_id = p_unit and m.focal;
end $$;
