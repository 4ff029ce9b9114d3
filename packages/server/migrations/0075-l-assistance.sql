-- Requests to other countries: proposed by those who investigate or prosecute, sent by the central authority alone. What is
-- asked is codes, days and numbers of papers; evidence is no part of it, and nobody is named.

alter table criminal_office drop constraint criminal_office_task_check;

alter table criminal_office add constraint criminal_office_task_check
  check (task in ('investigation', 'prosecution', 'court', 'monitoring', 'legalAid', 'centralAuthority'));

insert into criminal_task_rule (task, types, roles, parts) values
  ('centralAuthority', '{ministry,nationalAuthority}', '{prosecutor}', '{status,accused}');

create table assistance_step_rule (
  from_code text not null,
  to_code text not null,
  tasks text[] not null check (cardinality(tasks) > 0),
  primary key (from_code, to_code)
);

insert into assistance_step_rule (from_code, to_code, tasks) values
  ('proposed', 'withAuthority', '{investigation,prosecution}'),
  ('proposed', 'lapsed', '{investigation,prosecution}'),
  ('withAuthority', 'proposed', '{centralAuthority}'),
  ('withAuthority', 'sent', '{centralAuthority}'),
  ('withAuthority', 'lapsed', '{centralAuthority}'),
  ('sent', 'acknowledged', '{centralAuthority}'),
  ('sent', 'infoRequested', '{centralAuthority}'),
  ('sent', 'executed', '{centralAuthority}'),
  ('sent', 'refused', '{centralAuthority}'),
  ('sent', 'lapsed', '{centralAuthority}'),
  ('acknowledged', 'infoRequested', '{centralAuthority}'),
  ('acknowledged', 'executed', '{centralAuthority}'),
  ('acknowledged', 'refused', '{centralAuthority}'),
  ('acknowledged', 'lapsed', '{centralAuthority}'),
  ('infoRequested', 'sent', '{centralAuthority}'),
  ('infoRequested', 'refused', '{centralAuthority}'),
  ('infoRequested', 'lapsed', '{centralAuthority}');

create table assistance_request (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  kind text not null check (kind in ('legalAssistance', 'extradition')),
  to_country text not null check (to_country ~ '^[A-Z]{2}$'),
  basis text not null check (basis ~ '^[A-Za-z0-9_.-]{1,60}$'),
  basis_paper text check (length(basis_paper) <= 80),
  asked text[] not null check (cardinality(asked) between 1 and 20),
  accused uuid[] not null check (cardinality(accused) <= 100),
  stage text not null default 'proposed' check (stage ~ '^[A-Za-z0-9_.-]{1,60}$'),
  stage_on date not null,
  paper text check (length(paper) <= 80),
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade
);

create index assistance_request_case on assistance_request (org_id, case_id);

create index assistance_request_open on assistance_request (stage_on) where stage not in ('executed', 'refused', 'lapsed');

create table assistance_step (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  request_id uuid not null,
  from_code text check (from_code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  to_code text not null check (to_code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  taken_on date not null,
  paper text check (length(paper) <= 80),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  foreign key (org_id, request_id) references assistance_request (org_id, id) on delete cascade
);

create index assistance_step_request on assistance_step (org_id, request_id, taken_on, at);

create index assistance_step_sent on assistance_step (org_id, case_id) where to_code = 'sent';

alter table assistance_step_rule owner to setu_owner;

alter table assistance_step_rule enable row level security;

alter table assistance_step_rule force row level security;

alter table assistance_request owner to setu_owner;

alter table assistance_request enable row level security;

alter table assistance_request force row level security;

alter table assistance_step owner to setu_owner;

alter table assistance_step enable row level security;

alter table assistance_step force row level security;

grant select on assistance_step_rule, assistance_request, assistance_step to setu_backup;

create policy assistance_step_rule_backup on assistance_step_rule for select to setu_backup using (true);

create policy assistance_request_backup on assistance_request for select to setu_backup using (true);

create policy assistance_step_backup on assistance_step for select to setu_backup using (true);

grant select on assistance_step_rule to setu_definer;

create policy assistance_step_rule_definer on assistance_step_rule for select to setu_definer using (true);

grant insert on assistance_step to setu_definer;

create policy assistance_step_definer_keep on assistance_step for insert to setu_definer with check (account_id is not null);

-- Whether somebody may take a request from one stage to another; from nothing, propose one.
create function assistance_step_may(p_org uuid, p_case uuid, p_from text, p_to text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mine text[] := criminal_tasks(p_org, p_case);
begin
  if p_from is null then return p_to = 'proposed' and mine && '{investigation,prosecution}'::text[]; end if;
  if p_to = 'withAuthority' and not exists (select 1 from criminal_office o
      where o.org_id = p_org and o.case_id = p_case and o.task = 'centralAuthority' and o.until_on is null) then return false; end if;
  return exists (select 1 from assistance_step_rule r where r.from_code = p_from and r.to_code = p_to and r.tasks && mine);
end $$;

-- What was proposed stays as it was; only its stage moves, by the table, never back in time and never ahead of today.
create function assistance_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare before text;
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'UPDATE' then
    before := old.stage;
    if (new.org_id, new.id, new.case_id, new.kind, new.to_country, new.basis, new.basis_paper, new.asked, new.accused)
        is distinct from (old.org_id, old.id, old.case_id, old.kind, old.to_country, old.basis, old.basis_paper, old.asked, old.accused)
      or new.stage_on < old.stage_on then
      raise exception 'not to be changed' using errcode = '42501';
    end if;
  end if;
  if not assistance_step_may(new.org_id, new.case_id, before, new.stage) then raise exception 'no such step' using errcode = '42501'; end if;
  if new.stage_on > (now() at time zone 'Asia/Dhaka')::date then raise exception 'a day to come' using errcode = '42501'; end if;
  if exists (select 1 from unnest(new.accused) one (id) where not exists (select 1 from accused a
      where a.org_id = new.org_id and a.case_id = new.case_id and a.id = one.id)) then
    raise exception 'of another case' using errcode = '42501';
  end if;
  return new;
end $$;

create function assistance_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  before text;
begin
  if me is null then return null; end if;
  if tg_op = 'UPDATE' then before := old.stage; end if;
  insert into assistance_step (org_id, id, case_id, request_id, from_code, to_code, taken_on, paper, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.case_id, new.id, before, new.stage, new.stage_on, new.paper, me[1], me[2], now());
  return null;
end $$;

create trigger assistance_guard before insert or update on assistance_request for each row execute function assistance_guard();

create trigger assistance_keep after insert or update on assistance_request for each row execute function assistance_keep();

alter function assistance_guard() owner to setu_owner;

revoke all on function assistance_guard() from public;

alter function assistance_step_may(uuid, uuid, text, text) owner to setu_definer;

revoke all on function assistance_step_may(uuid, uuid, text, text) from public;

grant execute on function assistance_step_may(uuid, uuid, text, text) to setu_app;

alter function assistance_keep() owner to setu_definer;

revoke all on function assistance_keep() from public;

grant select, insert, update on assistance_request to setu_app;

create policy assistance_request_read on assistance_request for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = assistance_request.org_id and c.id = assistance_request.case_id));

create policy assistance_request_propose on assistance_request for insert to setu_app with check (
  assistance_step_may(org_id, case_id, null, stage));

create policy assistance_request_step on assistance_request for update to setu_app
  using (criminal_tasks(org_id, case_id) && '{investigation,prosecution,centralAuthority}'::text[])
  with check (criminal_tasks(org_id, case_id) && '{investigation,prosecution,centralAuthority}'::text[]);

grant select on assistance_step to setu_app;

create policy assistance_step_read on assistance_step for select to setu_app using (
  exists (select 1 from criminal_case c where c.org_id = assistance_step.org_id and c.id = assistance_step.case_id));

-- The clock that gives alerts counts from the days on which requests were sent.

grant select (org_id, id, case_id, to_country) on assistance_request to setu_clock;

create policy assistance_request_clock on assistance_request for select to setu_clock using (true);

grant select (org_id, case_id, request_id, to_code, taken_on, at) on assistance_step to setu_clock;

create policy assistance_step_clock on assistance_step for select to setu_clock using (true);

create trigger assistance_step_plan_add after insert on assistance_step
  referencing new table as written for each statement execute function criminal_plan_stale();
