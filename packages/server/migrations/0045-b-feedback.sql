-- What a survivor says of how they were met. The caseworker does not write it down: the table of steps holds to it.

create table survivor_feedback (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('invited', 'answered', 'declined', 'notAsked')),
  invited_on date,
  heard_on date,
  respected text check (respected ~ '^[A-Za-z0-9_.-]{1,60}$'),
  helped text check (helped ~ '^[A-Za-z0-9_.-]{1,60}$'),
  informed text check (informed ~ '^[A-Za-z0-9_.-]{1,60}$'),
  complains boolean,
  would_change bytea,
  why_not_asked text check (why_not_asked ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

insert into record_state (record, state, begins, amends) values
  ('survivorFeedback', 'invited', true, false),
  ('survivorFeedback', 'answered', false, false),
  ('survivorFeedback', 'declined', false, false),
  ('survivorFeedback', 'notAsked', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('survivorFeedback', 'invited', 'answered', '{supervise}', '{}'),
  ('survivorFeedback', 'invited', 'declined', '{own,supervise}', '{}'),
  ('survivorFeedback', 'invited', 'notAsked', '{own,supervise}', '{}');

create index survivor_feedback_case on survivor_feedback (org_id, case_id);

alter table survivor_feedback owner to setu_owner;

alter table survivor_feedback enable row level security;

alter table survivor_feedback force row level security;

grant select, insert, update on survivor_feedback to setu_app;

create policy survivor_feedback_read on survivor_feedback for select to setu_app using (case_may(org_id, case_id, 'narrative', false)
  and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy survivor_feedback_add on survivor_feedback for insert to setu_app
  with check (case_may(org_id, case_id, 'narrative', true));

create policy survivor_feedback_change on survivor_feedback for update to setu_app
  using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select on survivor_feedback to setu_backup;

create policy survivor_feedback_backup on survivor_feedback for select to setu_backup using (true);

grant select, update (would_change) on survivor_feedback to setu_definer;

create policy survivor_feedback_definer_find on survivor_feedback for select to setu_definer using (true);

create policy survivor_feedback_reseal on survivor_feedback for update to setu_definer using (true) with check (true);

create trigger record_state_guard before insert or update on survivor_feedback for each row
  execute function record_state_guard('survivorFeedback');

create trigger record_step_keep after insert or update on survivor_feedback for each row
  execute function record_step_keep('survivorFeedback');

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''survivor_feedback'', ''would_change'')) t (at, held) $f$', known);
end $$;
