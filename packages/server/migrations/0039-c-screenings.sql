-- Screening: a first look by whoever meets somebody first. It may stand before any case. Its answers are sealed to the unit
-- that asks; once a case is opened, they stand in the case and nowhere else.

create table screening (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  unit_id uuid not null,
  account_id uuid not null,
  tip_org uuid,
  tip_id uuid,
  instrument text not null check (instrument ~ '^[A-Za-z0-9_.-]{1,60}$'),
  instrument_version text not null check (instrument_version ~ '^[A-Za-z0-9_.-]{1,60}$'),
  age_band text not null check (age_band ~ '^[A-Za-z0-9+_.-]{1,60}$'),
  age_sure boolean not null,
  ready text[] not null check (cardinality(ready) between 5 and 10),
  state text not null check (state in ('asking', 'stopped', 'decided', 'offered', 'caseOpened')),
  saved integer not null default 0,
  answers bytea check (length(answers) <= 64000),
  outcome text check (outcome ~ '^[A-Za-z0-9_.-]{1,60}$'),
  prompt text check (prompt ~ '^[A-Za-z0-9_.-]{1,60}$'),
  reasons bytea check (length(reasons) <= 32000),
  decided_by uuid,
  decided_at timestamptz,
  to_org uuid,
  to_unit uuid,
  began_at timestamptz not null,
  gone_at timestamptz,
  case_org uuid,
  case_id uuid,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id),
  foreign key (tip_org, tip_id) references tip (org_id, id) on delete set null,
  foreign key (to_org, to_unit) references unit (org_id, id),
  foreign key (case_org, case_id) references case_file (org_id, id) on delete cascade,
  constraint screening_decided check (state in ('asking', 'stopped') or (outcome is not null and decided_by is not null)),
  constraint screening_offered check ((state = 'offered') = (to_unit is not null)),
  constraint screening_taken check ((state = 'caseOpened') = (case_id is not null)),
  constraint screening_gone check ((gone_at is null and case_id is null) or (answers is null and reasons is null))
);

create index screening_unit on screening (unit_id, began_at desc);

create index screening_to on screening (to_unit) where to_unit is not null;

create index screening_tip on screening (tip_id) where tip_id is not null;

create index screening_case on screening (case_id) where case_id is not null;

-- Each time somebody was asked, and about what: so that nobody is asked again and again.
create table interview (
  org_id uuid not null,
  id uuid not null,
  screening_id uuid not null,
  topic text not null check (topic ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account_id uuid not null,
  on_day date not null,
  primary key (org_id, id),
  unique (org_id, screening_id, topic, on_day),
  foreign key (org_id, screening_id) references screening (org_id, id) on delete cascade
);

alter table screening owner to setu_owner;

alter table screening enable row level security;

alter table screening force row level security;

alter table interview owner to setu_owner;

alter table interview enable row level security;

alter table interview force row level security;

grant select on screening, interview to setu_backup;

create policy screening_backup on screening for select to setu_backup using (true);

create policy interview_backup on interview for select to setu_backup using (true);

grant select, update on screening to setu_definer;

create policy screening_definer on screening for select to setu_definer using (true);

create policy screening_definer_change on screening for update to setu_definer using (true) with check (true);

create policy due_item_definer_screening on due_item for insert to setu_definer with check (case_id is null and kind = 'answerScreening');

create function screening_state_follows() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.state = old.state then return new; end if;
  if (old.state || '>' || new.state) <> all ('{asking>stopped,asking>decided,stopped>asking,decided>offered,decided>caseOpened,offered>decided,offered>caseOpened}') then
    raise exception 'a screening does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;

create trigger screening_state_follows before update of state on screening for each row execute function screening_state_follows();

create trigger screening_keys_go after delete on screening for each row execute function signal_keys_go();

-- Whether a screening is one's own unit's to work on: because it asked, or because it is offered the person.
create function screening_mine(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_works() and exists (select 1 from screening s where s.org_id = p_org and s.id = p_id and s.case_id is null and s.gone_at is null
    and (s.unit_id = any (actor_units()) or (s.state = 'offered' and s.to_unit = any (actor_units()))));
end $$;

create function screening_key_mine(p_org uuid, p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare held uuid := (select k.holder_id from part_key k where k.org_id = p_org and k.id = p_key and k.holder = 'screening');
begin
  return held is not null and screening_mine(p_org, held);
end $$;

-- Offering somebody to a protection unit, with what they have told already.
create function screening_offer(p_org uuid, p_id uuid, p_base integer, p_unit uuid, p_due timestamptz, p_rule text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  held record;
  place record;
begin
  if not screening_mine(p_org, p_id) then return null; end if;
  select s.version, s.state, s.unit_id into held from screening s where s.org_id = p_org and s.id = p_id for update;
  select u.org_id, u.id into place from unit u where u.id = p_unit;
  if held.version <> p_base then return 'stale'; end if;
  if held.state <> 'decided' then return 'step'; end if;
  if place.id is null or not may_own_cases(place.org_id) or place.id = held.unit_id then return 'nowhere'; end if;
  update screening set state = 'offered', to_org = place.org_id, to_unit = place.id, version = version + 1 where org_id = p_org and id = p_id;
  insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id)
    values (p_org, gen_random_uuid(), p_id, 'answerScreening', p_rule, now(), p_due, place.org_id, place.id);
  return 'done';
end $$;

-- Taken back, or declined: whoever was offered the person reads nothing any more.
create function screening_back(p_org uuid, p_id uuid, p_base integer) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare held record;
begin
  if not screening_mine(p_org, p_id) then return null; end if;
  select s.version, s.state, s.unit_id into held from screening s where s.org_id = p_org and s.id = p_id for update;
  if held.version <> p_base then return 'stale'; end if;
  if held.state <> 'offered' then return 'step'; end if;
  update screening set state = 'decided', to_org = null, to_unit = null, version = version + 1 where org_id = p_org and id = p_id;
  delete from part_wrap w using part_key k where k.org_id = p_org and k.holder_id = p_id and k.holder = 'screening' and w.org_id = p_org
    and w.part_key_id = k.id and w.unit_id <> held.unit_id;
  update due_item set cancelled_at = now() where org_id = p_org and about_id = p_id and kind = 'answerScreening' and done_at is null and cancelled_at is null;
  return 'done';
end $$;

-- A case was opened: what was told stands there. Here the keys go, and nobody asks again.
create function screening_taken(p_org uuid, p_id uuid, p_base integer, p_case_org uuid, p_case uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare held record;
begin
  if not screening_mine(p_org, p_id) or case_relation(p_case_org, p_case) is distinct from 'own' then return null; end if;
  select s.version, s.state, s.unit_id, s.tip_org, s.tip_id into held from screening s where s.org_id = p_org and s.id = p_id for update;
  if held.version <> p_base then return 'stale'; end if;
  if held.state not in ('decided', 'offered') then return 'step'; end if;
  update screening set state = 'caseOpened', case_org = p_case_org, case_id = p_case, answers = null, reasons = null, to_org = null, to_unit = null,
    version = version + 1 where org_id = p_org and id = p_id;
  delete from part_wrap w using part_key k where k.org_id = p_org and k.holder_id = p_id and k.holder = 'screening' and w.org_id = p_org and w.part_key_id = k.id;
  delete from part_key k where k.org_id = p_org and k.holder_id = p_id and k.holder = 'screening';
  update due_item set done_at = now() where org_id = p_org and about_id = p_id and done_at is null and cancelled_at is null;
  update tip set case_org = p_case_org, case_id = p_case, version = version + 1
    where org_id = held.tip_org and id = held.tip_id and case_id is null and gone_at is null;
  return 'done';
end $$;

-- What was asked and led to no case is kept so many days; then its keys go, and what was answered.
create function screening_expire(p_now timestamptz, p_days integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  over record;
  counted integer := 0;
begin
  for over in select s.org_id, s.id from screening s where s.gone_at is null and s.case_id is null and s.state <> 'offered'
      and s.began_at < p_now - make_interval(days => p_days) order by s.began_at limit 500 for update skip locked loop
    delete from part_wrap w using part_key k where k.org_id = over.org_id and k.holder_id = over.id and k.holder = 'screening'
      and w.org_id = k.org_id and w.part_key_id = k.id;
    delete from part_key k where k.org_id = over.org_id and k.holder_id = over.id and k.holder = 'screening';
    update screening set answers = null, reasons = null, gone_at = p_now, version = version + 1 where org_id = over.org_id and id = over.id;
    update due_item set cancelled_at = p_now where org_id = over.org_id and about_id = over.id and done_at is null and cancelled_at is null;
    counted := counted + 1;
  end loop;
  return counted;
end $$;
