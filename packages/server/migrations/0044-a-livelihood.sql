-- A living, a life of one's own, and what became of it: trainings, support to begin with, work, reintegration with its
-- follow-ups, tries to reach somebody safely, and how firmly somebody stands. All of it hangs on the case and goes with it.

create table training (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('planned', 'underWay', 'finished', 'leftOff', 'dropped')),
  kind text check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  giver text check (giver ~ '^[A-Za-z0-9_.-]{1,60}$'),
  goal uuid,
  provider bytea,
  begun_on date,
  ended_on date,
  result text check (result ~ '^[A-Za-z0-9_.-]{1,60}$'),
  why_stopped text check (why_stopped ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, goal) references support_plan (org_id, id) on delete cascade
);

create index training_case on training (org_id, case_id);

create index training_goal on training (org_id, goal);

insert into record_state (record, state, begins, amends) values
  ('training', 'planned', true, true),
  ('training', 'underWay', false, false),
  ('training', 'finished', false, false),
  ('training', 'leftOff', false, false),
  ('training', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('training', 'planned', 'underWay', '{own,supervise}', '{}'),
  ('training', 'planned', 'dropped', '{own,supervise}', '{}'),
  ('training', 'underWay', 'finished', '{own,supervise}', '{}'),
  ('training', 'underWay', 'leftOff', '{own,supervise}', '{}');

create table start_up (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('planned', 'given', 'running', 'stopped', 'dropped')),
  kind text check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  goal uuid,
  given_on date,
  begun_on date,
  ended_on date,
  why_stopped text check (why_stopped ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, goal) references support_plan (org_id, id) on delete cascade
);

create index start_up_case on start_up (org_id, case_id);

create index start_up_goal on start_up (org_id, goal);

insert into record_state (record, state, begins, amends) values
  ('startUp', 'planned', true, true),
  ('startUp', 'given', false, false),
  ('startUp', 'running', false, false),
  ('startUp', 'stopped', false, false),
  ('startUp', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('startUp', 'planned', 'given', '{own,supervise}', '{}'),
  ('startUp', 'planned', 'dropped', '{own,supervise}', '{}'),
  ('startUp', 'given', 'running', '{own,supervise}', '{}'),
  ('startUp', 'given', 'stopped', '{own,supervise}', '{}'),
  ('startUp', 'running', 'stopped', '{own,supervise}', '{}'),
  ('startUp', 'stopped', 'running', '{own,supervise}', '{}');

create table employment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('found', 'working', 'ended', 'dropped')),
  kind text check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  written boolean,
  free_to_leave boolean,
  paid_in_full boolean,
  begun_on date,
  ended_on date,
  why_stopped text check (why_stopped ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index employment_case on employment (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('employment', 'found', true, true),
  ('employment', 'working', false, false),
  ('employment', 'ended', false, false),
  ('employment', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('employment', 'found', 'working', '{own,supervise}', '{}'),
  ('employment', 'found', 'dropped', '{own,supervise}', '{}'),
  ('employment', 'working', 'ended', '{own,supervise}', '{}');

create table reintegration (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('planned', 'begun', 'settled', 'broken', 'dropped')),
  lives_with text check (lives_with ~ '^[A-Za-z0-9_.-]{1,60}$'),
  district text,
  own_wish boolean,
  begun_on date,
  why_broken text check (why_broken ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index reintegration_case on reintegration (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('reintegration', 'planned', true, true),
  ('reintegration', 'begun', false, false),
  ('reintegration', 'settled', false, false),
  ('reintegration', 'broken', false, false),
  ('reintegration', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('reintegration', 'planned', 'begun', '{own,supervise}', '{}'),
  ('reintegration', 'planned', 'dropped', '{own,supervise}', '{}'),
  ('reintegration', 'begun', 'settled', '{own,supervise}', '{}'),
  ('reintegration', 'begun', 'broken', '{own,supervise}', '{}');

create table follow_up (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('planned', 'reached', 'notReached', 'declined', 'dropped')),
  months integer check (months >= 0 and months <= 120),
  due_on date,
  met_on date,
  channel text check (channel ~ '^[A-Za-z0-9_.-]{1,60}$'),
  housing text check (housing ~ '^[A-Za-z0-9_.-]{1,60}$'),
  living text check (living ~ '^[A-Za-z0-9_.-]{1,60}$'),
  safety text check (safety ~ '^[A-Za-z0-9_.-]{1,60}$'),
  signs text[],
  why_not text check (why_not ~ '^[A-Za-z0-9_.-]{1,60}$'),
  declines text check (declines ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index follow_up_case on follow_up (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('followUp', 'planned', true, true),
  ('followUp', 'reached', false, false),
  ('followUp', 'notReached', false, false),
  ('followUp', 'declined', false, false),
  ('followUp', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('followUp', 'planned', 'reached', '{own,supervise}', '{}'),
  ('followUp', 'planned', 'notReached', '{own,supervise}', '{}'),
  ('followUp', 'planned', 'declined', '{own,supervise}', '{}'),
  ('followUp', 'planned', 'dropped', '{own,supervise}', '{}'),
  ('followUp', 'notReached', 'reached', '{own,supervise}', '{}');

create table tracing_attempt (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  tried_on date not null,
  channel text not null check (channel ~ '^[A-Za-z0-9_.-]{1,60}$'),
  result text not null check (result ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index tracing_attempt_case on tracing_attempt (org_id, case_id);

create table sustainability (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'made', 'replaced', 'dropped')),
  questions text check (questions ~ '^[A-Za-z0-9_.-]{1,60}$'),
  occasion text check (occasion ~ '^[A-Za-z0-9_.-]{1,60}$'),
  taken_on date,
  follow_up uuid,
  income bigint check (income >= 0 and income <= 100000000000),
  savings bigint check (savings >= 0 and savings <= 100000000000),
  debt bigint check (debt >= 0 and debt <= 100000000000),
  income_covers text check (income_covers ~ '^[A-Za-z0-9_.-]{1,60}$'),
  work_steady text check (work_steady ~ '^[A-Za-z0-9_.-]{1,60}$'),
  debt_borne text check (debt_borne ~ '^[A-Za-z0-9_.-]{1,60}$'),
  puts_aside text check (puts_aside ~ '^[A-Za-z0-9_.-]{1,60}$'),
  decides_money text check (decides_money ~ '^[A-Za-z0-9_.-]{1,60}$'),
  home_stays text check (home_stays ~ '^[A-Za-z0-9_.-]{1,60}$'),
  family_accepts text check (family_accepts ~ '^[A-Za-z0-9_.-]{1,60}$'),
  part_of_life text check (part_of_life ~ '^[A-Za-z0-9_.-]{1,60}$'),
  services_reached text check (services_reached ~ '^[A-Za-z0-9_.-]{1,60}$'),
  papers_held text check (papers_held ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sleeps_well text check (sleeps_well ~ '^[A-Za-z0-9_.-]{1,60}$'),
  feels_safe text check (feels_safe ~ '^[A-Za-z0-9_.-]{1,60}$'),
  trusts_someone text check (trusts_someone ~ '^[A-Za-z0-9_.-]{1,60}$'),
  free text check (free ~ '^[A-Za-z0-9_.-]{1,60}$'),
  hopes text check (hopes ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, follow_up) references follow_up (org_id, id) on delete cascade
);

create index sustainability_case on sustainability (org_id, case_id);

create index sustainability_follow_up on sustainability (org_id, follow_up);

insert into record_state (record, state, begins, amends) values
  ('sustainability', 'draft', true, true),
  ('sustainability', 'made', false, false),
  ('sustainability', 'replaced', false, false),
  ('sustainability', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('sustainability', 'draft', 'made', '{own,supervise}', '{}'),
  ('sustainability', 'draft', 'dropped', '{own,supervise}', '{}'),
  ('sustainability', 'made', 'replaced', '{own,supervise}', '{}');

-- Ways in which the person may be looked for if contact is lost: agreed on while there is contact.
alter table safety_plan add column channels text[];

-- A try to reach somebody stays with those who work on the case: nobody who was sent a part of it for a service of theirs
-- is told that somebody is looked for.
do $$
declare
  one record;
  held text;
begin
  for one in select * from (values
    ('training', 'training', array['provider', 'words'], 'protection'),
    ('start_up', 'startUp', array['words'], 'protection'),
    ('employment', 'employment', array['words'], 'protection'),
    ('reintegration', 'reintegration', array['words'], 'protection'),
    ('follow_up', 'followUp', array['words'], 'protection'),
    ('tracing_attempt', '', array['words'], 'narrative'),
    ('sustainability', 'sustainability', array['words'], 'protection')
  ) as t (at, record, sealed, part) loop
    execute format('alter table %I owner to setu_owner', one.at);
    execute format('alter table %I enable row level security', one.at);
    execute format('alter table %I force row level security', one.at);
    execute format('grant select, insert, update on %I to setu_app', one.at);
    execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, %L, false))',
      one.at || '_read', one.at, one.part);
    execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, %L, true))',
      one.at || '_add', one.at, one.part);
    execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, %L, true))
      with check (case_may(org_id, case_id, %L, true))', one.at || '_change', one.at, one.part, one.part);
    execute format('grant select on %I to setu_backup', one.at);
    execute format('create policy %I on %I for select to setu_backup using (true)', one.at || '_backup', one.at);
    select string_agg(format('%I', s), ', ') into held from unnest(one.sealed) s;
    execute format('grant select, update (%s) on %I to setu_definer', held, one.at);
    execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_definer_find', one.at);
    execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
    if one.record <> '' then
      execute format('create trigger record_state_guard before insert or update on %I for each row
        execute function record_state_guard(%L)', one.at, one.record);
      execute format('create trigger record_step_keep after insert or update on %I for each row
        execute function record_step_keep(%L)', one.at, one.record);
    end if;
  end loop;
end $$;

-- Nobody is looked for in a way that they did not agree to, whatever the application says.
create function tracing_agreed_way() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if new.channel = 'safeWay' and exists (select 1 from person_contact p
      where p.org_id = new.org_id and p.case_id = new.case_id and p.safe_way is not null) then return new; end if;
  if exists (select 1 from safety_plan p where p.org_id = new.org_id and p.case_id = new.case_id and p.state = 'inForce'
      and new.channel = any (p.channels)) then return new; end if;
  raise exception 'no agreed way' using errcode = '42501';
end $$;

alter function tracing_agreed_way() owner to setu_owner;

revoke all on function tracing_agreed_way() from public;

create trigger tracing_agreed_way before insert or update of channel on tracing_attempt for each row
  execute function tracing_agreed_way();

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''training'', ''provider''), (''training'', ''words''), (''start_up'', ''words''),
      (''employment'', ''words''), (''reintegration'', ''words''), (''follow_up'', ''words''), (''tracing_attempt'', ''words''),
      (''sustainability'', ''words'')) t (at, held) $f$', known);
end $$;
