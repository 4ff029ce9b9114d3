-- Case conferences: the meeting, who is asked to it, and what it decided. Only those who work on the case and who supervise
-- it read them; an office that is invited hears what is said and reads nothing here.

create table case_conference (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  planned_on date,
  reason text check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  means text check (means ~ '^[A-Za-z0-9_.-]{1,60}$'),
  topics text[],
  wish text check (wish ~ '^[A-Za-z0-9_.-]{1,60}$'),
  own_views bytea,
  agenda bytea,
  held_on date,
  minutes bytea,
  why_cancelled text check (why_cancelled ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create table conference_guest (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('invited', 'came', 'away', 'takenBack')),
  conference uuid,
  post text check (post ~ '^[A-Za-z0-9_.-]{1,60}$'),
  referral uuid,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, conference) references case_conference (org_id, id) on delete cascade,
  foreign key (org_id, referral) references referral (org_id, id) on delete cascade
);

create table conference_decision (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('decided', 'done', 'dropped')),
  conference uuid,
  words bytea,
  owner text check (owner ~ '^[A-Za-z0-9_.-]{1,60}$'),
  referral uuid,
  due_on date,
  done_on date,
  why_dropped text check (why_dropped ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, conference) references case_conference (org_id, id) on delete cascade,
  foreign key (org_id, referral) references referral (org_id, id) on delete set null (referral)
);

insert into record_state (record, state, begins, amends) values
  ('caseConference', 'planned', true, true),
  ('caseConference', 'held', false, false),
  ('caseConference', 'cancelled', false, false),
  ('conferenceGuest', 'invited', true, false),
  ('conferenceGuest', 'came', false, false),
  ('conferenceGuest', 'away', false, false),
  ('conferenceGuest', 'takenBack', false, false),
  ('conferenceDecision', 'decided', true, true),
  ('conferenceDecision', 'done', false, false),
  ('conferenceDecision', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('caseConference', 'planned', 'held', '{own,supervise}', '{}'),
  ('caseConference', 'planned', 'cancelled', '{own,supervise}', '{}'),
  ('conferenceGuest', 'invited', 'came', '{own,supervise}', '{}'),
  ('conferenceGuest', 'invited', 'away', '{own,supervise}', '{}'),
  ('conferenceGuest', 'invited', 'takenBack', '{own,supervise}', '{}'),
  ('conferenceDecision', 'decided', 'done', '{own,supervise}', '{}'),
  ('conferenceDecision', 'decided', 'dropped', '{own,supervise}', '{}');

create index case_conference_case on case_conference (org_id, case_id);

create index conference_guest_case on conference_guest (org_id, case_id);

create index conference_guest_conference on conference_guest (org_id, conference);

create index conference_guest_referral on conference_guest (org_id, referral);

create index conference_decision_case on conference_decision (org_id, case_id);

create index conference_decision_conference on conference_decision (org_id, conference);

create index conference_decision_referral on conference_decision (org_id, referral);

do $$
declare
  one record;
  held text;
begin
  for one in select * from (values
    ('case_conference', 'caseConference', array['own_views', 'agenda', 'minutes']),
    ('conference_guest', 'conferenceGuest', array[]::text[]),
    ('conference_decision', 'conferenceDecision', array['words'])
  ) as t (at, record, sealed) loop
    execute format('alter table %I owner to setu_owner', one.at);
    execute format('alter table %I enable row level security', one.at);
    execute format('alter table %I force row level security', one.at);
    execute format('grant select, insert, update on %I to setu_app', one.at);
    execute format('create policy %I on %I for select to setu_app using (case_may(org_id, case_id, ''narrative'', false)
      and case_relation(org_id, case_id) in (''own'', ''supervise''))', one.at || '_read', one.at);
    execute format('create policy %I on %I for insert to setu_app with check (case_may(org_id, case_id, ''narrative'', true))',
      one.at || '_add', one.at);
    execute format('create policy %I on %I for update to setu_app using (case_may(org_id, case_id, ''narrative'', true))
      with check (case_may(org_id, case_id, ''narrative'', true))', one.at || '_change', one.at);
    execute format('grant select on %I to setu_backup', one.at);
    execute format('create policy %I on %I for select to setu_backup using (true)', one.at || '_backup', one.at);
    execute format('create trigger record_state_guard before insert or update on %I for each row
      execute function record_state_guard(%L)', one.at, one.record);
    execute format('create trigger record_step_keep after insert or update on %I for each row
      execute function record_step_keep(%L)', one.at, one.record);
    if cardinality(one.sealed) > 0 then
      select string_agg(format('%I', s), ', ') into held from unnest(one.sealed) s;
      execute format('grant select, update (%s) on %I to setu_definer', held, one.at);
      execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_definer_find', one.at);
      execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
    end if;
  end loop;
end $$;

-- Who is asked is not exchanged for somebody else, and neither is the meeting.
create function conference_guest_holds() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if (new.conference, new.post, new.referral) is distinct from (old.conference, old.post, old.referral) then
    raise exception 'an invitation is not changed' using errcode = '42501';
  end if;
  return new;
end $$;

alter function conference_guest_holds() owner to setu_owner;

revoke all on function conference_guest_holds() from public;

create trigger conference_guest_holds before update on conference_guest for each row execute function conference_guest_holds();

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''case_conference'', ''own_views''), (''case_conference'', ''agenda''),
      (''case_conference'', ''minutes''), (''conference_decision'', ''words'')) t (at, held) $f$', known);
end $$;
