-- When something went wrong with what is kept about people: anybody says so, the data-protection officer judges it,
-- writes down what is done, and tells those who must be told. Words are sealed; what stands in clear is codes and days.

create table breach (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  opened_by uuid not null,
  opened_at timestamptz not null,
  what text not null check (what ~ '^[A-Za-z0-9_.-]{1,60}$'),
  noticed_at timestamptz not null,
  happened_on date,
  data text[] not null check (cardinality(data) between 1 and 10),
  units uuid[] not null default '{}' check (cardinality(units) <= 50),
  words bytea check (length(words) <= 16000),
  state text not null check (state in ('open', 'assessed', 'closed')),
  risk text check (risk in ('none', 'possible', 'high')),
  reasons text[] not null default '{}' check (cardinality(reasons) <= 9),
  assessment bytea check (length(assessment) <= 16000),
  assessed_at timestamptz,
  assessed_by uuid,
  lessons bytea check (length(lessons) <= 16000),
  closed_at timestamptz,
  closed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, opened_by) references account (org_id, id),
  constraint breach_assessed check (state = 'open' or (risk is not null and assessed_at is not null and assessed_by is not null)),
  constraint breach_closed check ((state = 'closed') = (closed_at is not null))
);

create index breach_opened on breach (org_id, opened_at desc);

-- Which cases it is about, by the codes under which the organisation knows them. A case that is erased is gone from here too.
create table breach_case (
  org_id uuid not null,
  breach_id uuid not null,
  code text not null check (length(code) between 1 and 20),
  case_org uuid,
  case_id uuid,
  primary key (org_id, breach_id, code),
  foreign key (org_id, breach_id) references breach (org_id, id),
  foreign key (case_org, case_id) references case_file (org_id, id) on delete set null
);

create index breach_case_case on breach_case (case_id);

create table breach_step (
  org_id uuid not null,
  id uuid not null,
  breach_id uuid not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account_id uuid not null,
  at timestamptz not null,
  words bytea check (length(words) <= 16000),
  made_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, breach_id) references breach (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create index breach_step_breach on breach_step (breach_id);

-- Whom it is told, until when, and when that was done or why it is not.
create table breach_telling (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  breach_id uuid not null,
  whom text not null check (whom in ('regulator', 'partner', 'survivor')),
  to_org uuid references organisation (id),
  case_org uuid,
  case_id uuid,
  task_id uuid,
  due_at timestamptz,
  told_at timestamptz,
  told_by uuid,
  not_needed text check (not_needed ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea check (length(words) <= 16000),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, breach_id) references breach (org_id, id),
  foreign key (case_org, case_id) references case_file (org_id, id) on delete cascade,
  constraint breach_telling_to check ((whom = 'partner') = (to_org is not null) and (whom = 'survivor') = (case_id is not null)),
  constraint breach_telling_once check (told_at is null or not_needed is null)
);

create unique index breach_telling_whom on breach_telling (org_id, breach_id, whom, coalesce(to_org, case_id, org_id));

create index breach_telling_to_org on breach_telling (to_org) where to_org is not null;

create index breach_telling_case on breach_telling (case_id) where case_id is not null;

alter table part_key drop constraint part_key_holder_check;

alter table part_key add constraint part_key_holder_check check (holder in ('case', 'referral', 'site', 'emergency', 'breach', 'complaint'));

alter table breach owner to setu_owner;

alter table breach enable row level security;

alter table breach force row level security;

alter table breach_case owner to setu_owner;

alter table breach_case enable row level security;

alter table breach_case force row level security;

alter table breach_step owner to setu_owner;

alter table breach_step enable row level security;

alter table breach_step force row level security;

alter table breach_telling owner to setu_owner;

alter table breach_telling enable row level security;

alter table breach_telling force row level security;

grant select on breach, breach_case, breach_step, breach_telling to setu_backup;

create policy breach_backup on breach for select to setu_backup using (true);

create policy breach_case_backup on breach_case for select to setu_backup using (true);

create policy breach_step_backup on breach_step for select to setu_backup using (true);

create policy breach_telling_backup on breach_telling for select to setu_backup using (true);

-- What the functions below look at and write.

grant select on breach to setu_definer;

create policy breach_definer on breach for select to setu_definer using (true);

grant select, insert on breach_case to setu_definer;

create policy breach_case_definer on breach_case for select to setu_definer using (true);

create policy breach_case_definer_add on breach_case for insert to setu_definer with check (true);

grant select, insert, update on breach_telling to setu_definer;

create policy breach_telling_definer on breach_telling for select to setu_definer using (true);

create policy breach_telling_definer_add on breach_telling for insert to setu_definer with check (true);

create policy breach_telling_definer_count on breach_telling for update to setu_definer using (true) with check (told_at is null);

grant insert on due_item to setu_definer;

create policy due_item_definer_breach on due_item for insert to setu_definer with check (kind in ('assessBreach', 'tellRegulator', 'tellPartner', 'tellOfData'));

grant insert on case_task to setu_definer;

create policy case_task_definer_breach on case_task for insert to setu_definer with check (kind = 'tellOfData');

create policy case_event_definer_breach on case_event for insert to setu_definer with check (kind = 'taskSet');

-- Where the data-protection officer of an organisation sits: what is written to them is sealed to that unit.
create function guard_of(p_org uuid) returns table (account uuid, unit uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_org() is distinct from p_org then return; end if;
  return query select r.account_id, m.unit_id from account_role r
    join account a on a.org_id = r.org_id and a.id = r.account_id and a.disabled_at is null
    join unit_member m on m.org_id = r.org_id and m.account_id = r.account_id
    where r.org_id = p_org and r.role = 'dataProtectionOfficer'
    order by (r.account_id <> actor_account()), m.since, r.account_id, m.unit_id limit 1;
end $$;

create function breach_led(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return p_org = actor_org() and actor_has('dataProtectionOfficer')
    and exists (select 1 from breach b where b.org_id = p_org and b.id = p_id);
end $$;

create function breach_said(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from breach b where b.org_id = p_org and b.id = p_id and b.opened_by = actor_account());
end $$;

-- Whether one's own organisation was told, and one is the person there to whom it is told.
create function breach_told(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_has('dataProtectionOfficer') and exists (select 1 from breach_telling t
    where t.org_id = p_org and t.breach_id = p_id and t.to_org = actor_org() and t.told_at is not null);
end $$;

-- Writes down which cases it is about. Whether a code is anybody's is told to nobody here.
create function breach_add_cases(p_org uuid, p_id uuid, p_codes text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not (breach_said(p_org, p_id) or breach_led(p_org, p_id)) then return; end if;
  insert into breach_case (org_id, breach_id, code, case_org, case_id)
    select p_org, p_id, c.code, k.org_id, k.case_id from (select distinct unnest(p_codes) as code) c
    left join case_code k on k.code = c.code and k.holder_org = p_org
    on conflict do nothing;
end $$;

-- Which cases the codes stand for: for whoever leads.
create function breach_files(p_org uuid, p_id uuid) returns table (code text, case_org uuid, case_id uuid, owner_org uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not breach_led(p_org, p_id) then return; end if;
  return query select b.code, b.case_org, b.case_id, f.owner_org from breach_case b
    left join case_file f on f.org_id = b.case_org and f.id = b.case_id
    where b.org_id = p_org and b.breach_id = p_id order by b.code;
end $$;

-- Something was said to have gone wrong: whoever guards the data is told, or, where nobody does, the administrator.
create function breach_opened(p_org uuid, p_id uuid, p_due timestamptz, p_rule text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  leads record;
  told uuid[] := emergency_guards(array[p_org]);
begin
  if not breach_said(p_org, p_id) or exists (select 1 from due_item d where d.about_id = p_id) then return; end if;
  select g.account, g.unit into leads from guard_of(p_org) g;
  if leads.unit is not null and p_due is not null then
    insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (p_org, gen_random_uuid(), p_id, 'assessBreach', p_rule, now(), p_due, p_org, leads.unit, leads.account);
  end if;
  if cardinality(told) = 0 then
    select coalesce(array_agg(r.account_id), '{}') into told from account_role r
      where r.org_id = p_org and r.role = 'technicalAdministrator';
  end if;
  perform emergency_tell(told, 'breachOpened', jsonb_build_object('breach', p_id));
end $$;

-- Survivors hear of it from their own caseworker, on the way that is safe for them: a task for each case.
create function breach_tell_survivors(p_org uuid, p_id uuid, p_due timestamptz, p_day date, p_rule text)
  returns table (case_org uuid, case_id uuid, task uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  file record;
  made uuid;
  worker uuid;
begin
  if not breach_led(p_org, p_id) then return; end if;
  for file in select b.case_org as at, b.case_id as id, f.owner_org, f.owner_unit from breach_case b
      join case_file f on f.org_id = b.case_org and f.id = b.case_id
      where b.org_id = p_org and b.breach_id = p_id and not exists (select 1 from breach_telling t
        where t.org_id = p_org and t.breach_id = p_id and t.case_id = b.case_id)
      group by 1, 2, 3, 4 loop
    made := gen_random_uuid();
    select s.account_id into worker from case_assignment s
      where s.org_id = file.at and s.case_id = file.id and s.ended_at is null and s.conflict = 'none'
      order by s.lead desc, s.began_at limit 1;
    insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
      values (file.at, made, file.id, 1, me[2], now(), 'tellOfData', worker, p_day);
    insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (file.at, gen_random_uuid(), file.id, made, 'tellOfData', p_rule, now(), p_due, file.owner_org, file.owner_unit, worker);
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, account_id, account_org, record_id, about)
      values (file.at, gen_random_uuid(), file.id, 'taskSet', 'status', (now() at time zone 'Asia/Dhaka')::date, now(), me[2], me[1],
        made, jsonb_build_object('kind', 'tellOfData'));
    insert into breach_telling (org_id, id, breach_id, whom, case_org, case_id, task_id, due_at, made_by, made_at)
      values (p_org, gen_random_uuid(), p_id, 'survivor', file.at, file.id, made, p_due, me[2], now());
    if worker is not null then
      perform emergency_tell(array[worker], 'taskSet', jsonb_build_object('org', file.at, 'case', file.id, 'kind', 'tellOfData'));
    end if;
    case_org := file.at;
    case_id := file.id;
    task := made;
    return next;
  end loop;
end $$;

-- When caseworkers told the people of their cases.
create function breach_survivors_told(p_org uuid, p_id uuid) returns table (id uuid, done date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not breach_led(p_org, p_id) then return; end if;
  return query select t.id, k.done_on from breach_telling t join case_task k on k.org_id = t.case_org and k.id = t.task_id
    where t.org_id = p_org and t.breach_id = p_id and t.whom = 'survivor' and t.not_needed is null;
end $$;

-- A person is not told after all: the caseworker's task is over.
create function breach_not_told(p_org uuid, p_telling uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare telling record;
begin
  select t.breach_id, t.case_org, t.task_id into telling from breach_telling t
    where t.org_id = p_org and t.id = p_telling and t.whom = 'survivor' and t.not_needed is not null;
  if not found or not breach_led(p_org, telling.breach_id) then return; end if;
  update due_item set cancelled_at = now() where org_id = telling.case_org and about_id = telling.task_id and done_at is null;
  update case_task set done_on = (now() at time zone 'Asia/Dhaka')::date, version = version + 1
    where org_id = telling.case_org and id = telling.task_id and done_on is null;
end $$;

-- A partner was told: whoever guards the data there finds it in their own list.
create function breach_tell_partner(p_org uuid, p_telling uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare telling record;
begin
  select t.breach_id, t.to_org into telling from breach_telling t
    where t.org_id = p_org and t.id = p_telling and t.whom = 'partner' and t.told_at is not null;
  if not found or not breach_led(p_org, telling.breach_id) then return; end if;
  perform emergency_tell(emergency_guards(array[telling.to_org]), 'breachTold', jsonb_build_object('breach', telling.breach_id));
end $$;

-- What went wrong with the record of a case: for those who tell the person.
create function breach_of_case(p_org uuid, p_case uuid)
  returns table (id uuid, what text, data text[], noticed timestamptz, happened date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if case_relation(p_org, p_case) not in ('own', 'supervise') then return; end if;
  return query select b.id, b.what, b.data, b.noticed_at, b.happened_on from breach_telling t
    join breach b on b.org_id = t.org_id and b.id = t.breach_id
    where t.case_org = p_org and t.case_id = p_case and t.not_needed is null order by b.noticed_at desc;
end $$;

-- It is laid down how long telling may take: what was open without an end gets one.
create function breach_hours_set(p_regulator integer, p_partner integer, p_rule text) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  counted integer := 0;
  open record;
  seat uuid;
begin
  if not actor_has('technicalAdministrator') then return null; end if;
  for open in select t.org_id, t.id, t.whom, t.made_by, b.noticed_at,
      b.noticed_at + make_interval(hours => case t.whom when 'regulator' then p_regulator else p_partner end) as due
      from breach_telling t join breach b on b.org_id = t.org_id and b.id = t.breach_id
      where t.due_at is null and t.told_at is null and t.not_needed is null and t.whom in ('regulator', 'partner') loop
    continue when open.due is null;
    select m.unit_id into seat from unit_member m where m.org_id = open.org_id and m.account_id = open.made_by limit 1;
    continue when seat is null;
    update breach_telling set due_at = open.due where org_id = open.org_id and id = open.id;
    insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (open.org_id, gen_random_uuid(), open.id, case open.whom when 'regulator' then 'tellRegulator' else 'tellPartner' end,
        p_rule, open.noticed_at, open.due, open.org_id, seat, open.made_by);
    counted := counted + 1;
  end loop;
  return counted;
end $$;
