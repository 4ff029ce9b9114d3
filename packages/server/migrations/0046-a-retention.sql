-- How long a closed case is kept, what holds it back from erasure, and the list of those whose time is over.
create table case_hold (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  reason text not null check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  until_on date,
  account_id uuid not null,
  recorded_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (org_id, id),
  check ((lifted_by is null) = (lifted_at is null)),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index case_hold_case on case_hold (org_id, case_id);

alter table case_hold owner to setu_owner;

alter table case_hold enable row level security;

alter table case_hold force row level security;

grant select, insert (org_id, id, case_id, version, reason, until_on, account_id, recorded_at),
  update (version, lifted_by, lifted_at) on case_hold to setu_app;

create policy case_hold_read on case_hold for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection'));

create policy case_hold_place on case_hold for insert to setu_app
  with check (account_id = (select actor_account()) and case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection'));

-- Whoever answers for the unit or guards the data says that it is no longer needed; whoever works the case may not.
create policy case_hold_lift on case_hold for update to setu_app
  using (lifted_at is null and (case_relation(org_id, case_id) in ('supervise', 'dataProtection')
    or ((select actor_has('dataProtectionOfficer')) and case_relation(org_id, case_id) = 'own')))
  with check (lifted_by = (select actor_account()));

grant select on case_hold to setu_backup;

create policy case_hold_backup on case_hold for select to setu_backup using (true);

grant select on case_hold to setu_definer;

create policy case_hold_definer on case_hold for select to setu_definer using (true);

-- The rules that are in force today.
create function retention_rules() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null then return null; end if;
  return (select r.rules from rule_set r where r.kind = 'retentionRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1);
end $$;

-- The last day on which a closed case is kept, and which rule gave it. Of a child, whichever is later: the years
-- after closing, or the day on which the youngest of that age band is as old as the rule says.
create function case_kept_until(p_org uuid, p_case uuid, p_rules jsonb) returns table (kept_until date, rule text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  opened date;
  closed date;
  age integer;
  usual date;
  grown date;
begin
  select c.opened_on, c.closed_on, coalesce((p_rules -> 'youngest' ->> a.age_band)::integer, (p_rules ->> 'ageWhenUnknown')::integer)
    into opened, closed, age
    from case_file c left join lateral (select f.age_band from case_facts f
      where f.org_id = c.org_id and f.case_id = c.id order by f.id limit 1) a on true
    where c.org_id = p_org and c.id = p_case;
  if closed is null or p_rules is null then return; end if;
  usual := (closed + make_interval(years => (p_rules ->> 'years')::integer))::date;
  if age >= 18 then return query select usual, 'years'::text; return; end if;
  grown := (opened + make_interval(years => (p_rules ->> 'childUntilAge')::integer - age))::date;
  return query select greatest(usual, grown), case when grown > usual then 'childUntilAge' else 'years' end;
end $$;

create function case_held(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from case_hold h where h.org_id = p_org and h.case_id = p_case and h.lifted_at is null
    and (h.until_on is null or h.until_on >= (now() at time zone 'Asia/Dhaka')::date));
end $$;

-- Those whose time is over or nearly so, for whoever supervises the unit that holds them or guards the data.
create function retention_queue(p_most integer)
returns table (org uuid, case_id uuid, code text, unit_en text, unit_bn text, closed_on date, kept_until date, rule text,
  held boolean, asked boolean, relation text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  rules jsonb := retention_rules();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  guards boolean := actor_has('dataProtectionOfficer');
begin
  if me is null or rules is null then return; end if;
  return query
    select c.org_id, c.id, k.code, u.name_en, u.name_bn, c.closed_on, d.kept_until, d.rule, case_held(c.org_id, c.id),
      exists (select 1 from case_erasure e where e.org_id = c.org_id and e.case_id = c.id and e.state = 'waiting'), f.relation
    from case_file c
    join unit u on u.org_id = c.owner_org and u.id = c.owner_unit
    cross join lateral case_kept_until(c.org_id, c.id, rules) d
    cross join lateral (select case_relation(c.org_id, c.id) as relation) f
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where c.owner_org = me[1] and c.closed_on <= today + (rules ->> 'shownBefore')::integer - make_interval(years => (rules ->> 'years')::integer)
      and (guards or exists (select 1 from unit_member m where m.org_id = me[1] and m.unit_id = c.owner_unit and m.account_id = me[2] and m.supervises))
      and d.kept_until < today + (rules ->> 'shownBefore')::integer
      and f.relation in ('own', 'supervise', 'dataProtection')
    order by d.kept_until, c.id limit p_most;
end $$;

create or replace function erasure_ask(p_org uuid, p_case uuid, p_id uuid, p_reason text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  guards uuid[];
begin
  if me is null then return null; end if;
  if not (case_relation(p_org, p_case) in ('own', 'supervise')) then return 'gone'; end if;
  select c.owner_org, c.closed_on, k.code into asked from case_file c
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where c.org_id = p_org and c.id = p_case for share of c;
  if exists (select 1 from case_erasure e where e.org_id = p_org and e.case_id = p_case and e.state = 'waiting') then
    return 'waits';
  end if;
  if p_reason = 'retentionOver' and not exists (select 1 from case_kept_until(p_org, p_case, retention_rules()) d
      where d.kept_until < (now() at time zone 'Asia/Dhaka')::date) then return 'early'; end if;
  if case_held(p_org, p_case) then return 'held'; end if;
  select coalesce(array_agg(g), '{}') into guards from unnest(emergency_guards(array[asked.owner_org])) g where g <> me[2];
  if cardinality(guards) = 0 then return 'nobody'; end if;
  insert into case_erasure (org_id, id, case_id, owner_org, code, reason, state, asked_org, asked_by, asked_at)
    values (p_org, p_id, p_case, asked.owner_org, coalesce(asked.code, '-'), p_reason, 'waiting', me[1], me[2], now());
  perform emergency_tell(guards, 'erasureAsked', jsonb_build_object('erasure', p_id));
  return 'asked';
end $$;

-- A hold that came after the asking holds back, too.
create or replace function erasure_answer(p_org uuid, p_id uuid, p_version integer, p_yes boolean) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  told record;
begin
  if me is null then return null; end if;
  if not actor_has('dataProtectionOfficer') then return 'gone'; end if;
  select e.* into asked from case_erasure e where e.org_id = p_org and e.id = p_id;
  if not found or asked.owner_org <> me[1] then return 'gone'; end if;
  if asked.asked_by = me[2] then return 'own'; end if;
  if asked.state <> 'waiting' or asked.version <> p_version then return 'stale'; end if;
  perform 1 from case_erasure e where e.org_id = p_org and e.id = p_id and e.state = 'waiting' for update;
  if not found then return 'stale'; end if;
  if not p_yes then
    update case_erasure set state = 'declined', answered_by = me[2], answered_at = now(), version = version + 1
      where org_id = p_org and id = p_id and state = 'waiting';
    perform emergency_tell(array[asked.asked_by], 'erasureDeclined',
      jsonb_build_object('org', p_org, 'case', asked.case_id, 'code', asked.code));
    return 'declined';
  end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = asked.case_id and c.owner_org = me[1] for update;
  if not found or case_conflict(p_org, asked.case_id) then return 'moved'; end if;
  if case_held(p_org, asked.case_id) then return 'held'; end if;
  for told in
    select array_agg(distinct t.account) as accounts, t.code from (
      select s.account_id as account, asked.code from case_assignment s
        where s.org_id = p_org and s.case_id = asked.case_id and s.ended_at is null
      union all
      select asked.asked_by, asked.code
      union all
      select coalesce(x.worker, m.account_id), coalesce(k.code, x.code) from (
          select r.to_org, r.to_unit, r.worker_account as worker, r.code from referral r
            where r.org_id = p_org and r.case_id = asked.case_id and r.state not in ('declined', 'recalled', 'expired', 'notReached')
          union all
          select t.to_org, t.to_unit, null, t.code from case_transfer t
            where t.org_id = p_org and t.case_id = asked.case_id and t.state = 'offered') x
        left join unit_member m on x.worker is null and m.org_id = x.to_org and m.unit_id = x.to_unit and m.focal
        left join case_code k on k.org_id = p_org and k.case_id = asked.case_id and k.holder_org = x.to_org) t
    where t.account is not null group by t.code
  loop
    perform case_wipe_tell(told.accounts, told.code);
  end loop;
  perform pg_advisory_xact_lock(7305);
  insert into tombstone (place, id, org_id, case_id, erasure_id, reason, asked_by, approved_by, at)
    select coalesce(max(t.place), 0) + 1, gen_random_uuid(), p_org, asked.case_id, p_id, asked.reason, asked.asked_by, me[2], now()
    from tombstone t;
  update case_erasure set state = 'erased', answered_by = me[2], answered_at = now(), version = version + 1
    where org_id = p_org and id = p_id and state = 'waiting';
  perform case_wipe(p_org, asked.case_id, asked.reason <> 'openedByMistake');
  return 'erased';
end $$;

delete from access_days where name = 'caseRetention';

alter function retention_rules() owner to setu_definer;

revoke all on function retention_rules() from public;

grant execute on function retention_rules() to setu_app, setu_definer;

alter function case_kept_until(uuid, uuid, jsonb) owner to setu_definer;

revoke all on function case_kept_until(uuid, uuid, jsonb) from public;

grant execute on function case_kept_until(uuid, uuid, jsonb) to setu_definer;

alter function case_held(uuid, uuid) owner to setu_definer;

revoke all on function case_held(uuid, uuid) from public;

grant execute on function case_held(uuid, uuid) to setu_definer;

alter function retention_queue(integer) owner to setu_definer;

revoke all on function retention_queue(integer) from public;

grant execute on function retention_queue(integer) to setu_app;
