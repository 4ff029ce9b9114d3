-- Children: who may act for them, and what was found and decided to be best for them.
create table guardian (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('named', 'acts', 'unfit', 'suspect', 'ended')),
  relation text check (relation ~ '^[A-Za-z0-9_.-]{1,60}$'),
  name bytea,
  reached bytea,
  suspected text check (suspected ~ '^[A-Za-z0-9_.-]{1,60}$'),
  gains text check (gains ~ '^[A-Za-z0-9_.-]{1,60}$'),
  harmed text check (harmed ~ '^[A-Za-z0-9_.-]{1,60}$'),
  pressed text check (pressed ~ '^[A-Za-z0-9_.-]{1,60}$'),
  depends_on_suspect text check (depends_on_suspect ~ '^[A-Za-z0-9_.-]{1,60}$'),
  child_afraid text check (child_afraid ~ '^[A-Za-z0-9_.-]{1,60}$'),
  rests_on bytea,
  checked_on date,
  suspected_because text check (suspected_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  ended_because text check (ended_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create table best_interests_assessment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'made', 'dropped')),
  assessed_on date,
  view_heard text check (view_heard ~ '^[A-Za-z0-9_.-]{1,60}$'),
  view bytea,
  family_agrees text check (family_agrees ~ '^[A-Za-z0-9_.-]{1,60}$'),
  family_can text check (family_can ~ '^[A-Za-z0-9_.-]{1,60}$'),
  family_words bytea,
  recommends text[],
  because_words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create table best_interests_determination (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'proposed', 'decided', 'replaced', 'dropped')),
  panel_on date,
  panel text[],
  view_heard text check (view_heard ~ '^[A-Za-z0-9_.-]{1,60}$'),
  view bytea,
  options text[],
  decision text check (decision ~ '^[A-Za-z0-9_.-]{1,60}$'),
  because_words bytea,
  review_on date,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

insert into record_state (record, state, begins, amends) values
  ('guardian', 'named', true, true),
  ('guardian', 'acts', false, false),
  ('guardian', 'unfit', false, false),
  ('guardian', 'suspect', false, false),
  ('guardian', 'ended', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('guardian', 'named', 'acts', '{own,supervise}', '{}'),
  ('guardian', 'named', 'unfit', '{own,supervise}', '{}'),
  ('guardian', 'named', 'suspect', '{own,supervise}', '{}'),
  ('guardian', 'acts', 'suspect', '{own,supervise}', '{}'),
  ('guardian', 'unfit', 'suspect', '{own,supervise}', '{}'),
  ('guardian', 'acts', 'unfit', '{own,supervise}', '{}'),
  ('guardian', 'unfit', 'named', '{supervise}', '{unfit}'),
  ('guardian', 'suspect', 'named', '{supervise}', '{suspect}'),
  ('guardian', 'acts', 'ended', '{own,supervise}', '{}'),
  ('guardian', 'named', 'ended', '{own,supervise}', '{}');

insert into record_state (record, state, begins, amends) values
  ('bestInterestsAssessment', 'draft', true, true),
  ('bestInterestsAssessment', 'made', false, false),
  ('bestInterestsAssessment', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('bestInterestsAssessment', 'draft', 'made', '{own,supervise}', '{}'),
  ('bestInterestsAssessment', 'draft', 'dropped', '{own,supervise}', '{}');

insert into record_state (record, state, begins, amends) values
  ('bestInterestsDetermination', 'draft', true, true),
  ('bestInterestsDetermination', 'proposed', false, false),
  ('bestInterestsDetermination', 'decided', false, false),
  ('bestInterestsDetermination', 'replaced', false, false),
  ('bestInterestsDetermination', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('bestInterestsDetermination', 'draft', 'proposed', '{own,supervise}', '{}'),
  ('bestInterestsDetermination', 'draft', 'dropped', '{own,supervise}', '{}'),
  ('bestInterestsDetermination', 'proposed', 'decided', '{supervise}', '{proposed}'),
  ('bestInterestsDetermination', 'proposed', 'draft', '{supervise}', '{}'),
  ('bestInterestsDetermination', 'decided', 'replaced', '{supervise}', '{}');

do $$
declare one record;
begin
  for one in select * from (values
    ('guardian', 'guardian'),
    ('best_interests_assessment', 'bestInterestsAssessment'),
    ('best_interests_determination', 'bestInterestsDetermination')
  ) as t (at, record) loop
    execute format('create index %I on %I (org_id, case_id)', one.at || '_case', one.at);
    execute format('alter table %I owner to setu_owner', one.at);
    execute format('alter table %I enable row level security', one.at);
    execute format('alter table %I force row level security', one.at);
    execute format('grant select, insert, update on %I to setu_app', one.at);
    execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, ''protection'', false))',
      one.at || '_read', one.at);
    execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, ''protection'', true))',
      one.at || '_add', one.at);
    execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, ''protection'', true))
      with check (case_may(org_id, case_id, ''protection'', true))', one.at || '_change', one.at);
    execute format('grant select on %I to setu_backup', one.at);
    execute format('create policy %I on %I for select to setu_backup using (true)', one.at || '_backup', one.at);
    execute format('grant select on %I to setu_definer', one.at);
    execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_definer_find', one.at);
    execute format('create trigger record_state_guard before insert or update on %I for each row
      execute function record_state_guard(%L)', one.at, one.record);
    execute format('create trigger record_step_keep after insert or update on %I for each row
      execute function record_step_keep(%L)', one.at, one.record);
  end loop;
end $$;

-- A child says yes or no themselves, beside their guardian; and which guardian it was is kept, so that what they agreed
-- to can lapse with them.
alter table consent add column child_assent boolean;

alter table consent add column guardian_id uuid;

-- What stands for the child of a case: for those who work on it, and for those who run the home in which the child stays.
create function child_standing(p_org uuid, p_case uuid)
returns table (age_band text, assessed boolean, decision text, acts uuid, suspect boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not (case_relation(p_org, p_case) in ('own', 'supervise') or exists (select 1 from shelter_stay s
      where s.org_id = p_org and s.case_id = p_case and stay_mine(s.org_id, s.case_id, s.home))) then return; end if;
  return query select
    (select f.age_band from case_facts f where f.org_id = p_org and f.case_id = p_case order by f.id limit 1),
    exists (select 1 from best_interests_assessment b where b.org_id = p_org and b.case_id = p_case and b.state = 'made'),
    (select b.decision from best_interests_determination b where b.org_id = p_org and b.case_id = p_case and b.state = 'decided'
      order by b.panel_on desc, b.id limit 1),
    (select g.id from guardian g where g.org_id = p_org and g.case_id = p_case and g.state = 'acts' order by g.checked_on desc, g.id limit 1),
    exists (select 1 from guardian g where g.org_id = p_org and g.case_id = p_case and g.state = 'suspect');
end $$;

alter function child_standing(uuid, uuid) owner to setu_definer;

revoke all on function child_standing(uuid, uuid) from public;

grant execute on function child_standing(uuid, uuid) to setu_app;

-- A child's own window stays shut while a guardian is a suspect, whatever else is said of it.
create or replace function slot_opens(p_org uuid, p_slot uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from case_slot s where s.org_id = p_org and s.id = p_slot and s.frozen_at is null
    and (not slot_for_child(s.org_id, s.case_id) or (s.near_suspect = 'no' and not exists (select 1 from guardian g
      where g.org_id = s.org_id and g.case_id = s.case_id and g.state = 'suspect'))));
end $$;

-- Nobody agrees in the place of a child who is a suspect, or was found to have a conflict of interest. What comes back from
-- a backup was agreed to before.
create function consent_guardian() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if new.guardian_id is not null and not exists (select 1 from guardian g where g.org_id = new.org_id and g.case_id = new.case_id
      and g.id = new.guardian_id and g.state = 'acts') then
    raise exception 'no such guardian' using errcode = '42501';
  end if;
  return new;
end $$;

alter function consent_guardian() owner to setu_owner;

revoke all on function consent_guardian() from public;

create trigger consent_guardian before insert on consent for each row
  when (new.state = 'given') execute function consent_guardian();

do $$
declare
  known text;
  one record;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from (
    select at, held from case_sealed()
    union all select t.at, unnest(t.held) from (values
      ('guardian', array['name', 'reached', 'rests_on']),
      ('best_interests_assessment', array['view', 'family_words', 'because_words']),
      ('best_interests_determination', array['view', 'because_words'])) as t (at, held)) s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s) t (at, held) $f$', known);
  for one in select s.at, string_agg(format('%I', s.held), ', ') as held from case_sealed() s
      where s.at in ('guardian', 'best_interests_assessment', 'best_interests_determination') group by s.at loop
    execute format('grant update (%s) on %I to setu_definer', one.held, one.at);
    execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
  end loop;
end $$;
