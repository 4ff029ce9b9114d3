-- What those who took a referral on do for a survivor: their own service, which they write and nothing else of the case.

create table own_service (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  referral_id uuid not null,
  version integer not null,
  account_org uuid not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  happened_on date not null,
  outcome text not null check (outcome ~ '^[A-Za-z0-9_.-]{1,60}$'),
  why text check (why ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sessions integer check (sessions >= 1 and sessions <= 100),
  next_on date,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, referral_id) references referral (org_id, id) on delete cascade
);

create index own_service_case on own_service (org_id, case_id);

create index own_service_referral on own_service (org_id, referral_id);

alter table own_service owner to setu_owner;

alter table own_service enable row level security;

alter table own_service force row level security;

-- Whether the signed-in person reads a case through this referral as somebody whose work is a service: care, law, or a living.
-- It ends with the referral and with the consent that the referral stands on.
create function service_mine(p_org uuid, p_case uuid, p_referral uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_works() and not case_conflict(p_org, p_case) and exists (select 1 from actor_named(p_org, p_case) n
    where n.referral_id = p_referral and n.work in ('care', 'legal', 'livelihood'));
end $$;

-- They write while the service is theirs to give; what was given stays as it is once the referral has ended.
create function service_writable(p_org uuid, p_case uuid, p_referral uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return service_mine(p_org, p_case, p_referral) and exists (select 1 from referral r
    where r.org_id = p_org and r.case_id = p_case and r.id = p_referral and r.state in ('accepted', 'serviceStarted'));
end $$;

-- The same by the id of what was given, for what is written beside it.
create function service_known(p_org uuid, p_case uuid, p_service uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from own_service s where s.org_id = p_org and s.case_id = p_case and s.id = p_service
    and service_writable(s.org_id, s.case_id, s.referral_id));
end $$;

do $$
declare one text;
begin
  foreach one in array array['service_mine(uuid, uuid, uuid)', 'service_writable(uuid, uuid, uuid)', 'service_known(uuid, uuid, uuid)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_app', one);
  end loop;
end $$;

grant select on own_service to setu_definer;

create policy own_service_definer_find on own_service for select to setu_definer using (true);

grant select on own_service to setu_backup;

create policy own_service_backup on own_service for select to setu_backup using (true);

-- The case, the referral and who gave it are never another's.
grant select, insert, update (version, happened_on, outcome, why, sessions, next_on) on own_service to setu_app;

create policy own_service_read on own_service for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise') or service_mine(org_id, case_id, referral_id));

create policy own_service_add on own_service for insert to setu_app
  with check (account_id = (select actor_account()) and account_org = (select actor_org())
    and service_writable(org_id, case_id, referral_id));

create policy own_service_change on own_service for update to setu_app
  using (service_writable(org_id, case_id, referral_id)) with check (service_writable(org_id, case_id, referral_id));

create policy case_event_service on case_event for insert to setu_app
  with check (account_id = (select actor_account()) and account_org = (select actor_org()) and part = 'protection'
    and kind in ('partnerService', 'corrected') and service_known(org_id, case_id, record_id));
