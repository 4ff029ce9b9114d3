-- Appointments with a survivor, in neutral words that she agreed to. She answers them in her own window; whoever works on
-- the case holds them. Nobody else reads that there is one.

create table appointment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('proposed', 'agreed', 'kept', 'missed', 'moved', 'cancelled')),
  at timestamptz,
  place text check (place ~ '^[A-Za-z0-9_.-]{1,60}$'),
  channel text check (channel ~ '^[A-Za-z0-9_.-]{1,60}$'),
  words bytea,
  reminded_on date,
  answer text check (answer ~ '^[A-Za-z0-9_.-]{1,60}$'),
  new_at timestamptz,
  why_not text check (why_not ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index appointment_case on appointment (org_id, case_id);

insert into record_state (record, state, begins, amends) values
  ('appointment', 'proposed', true, true),
  ('appointment', 'agreed', false, true),
  ('appointment', 'kept', false, false),
  ('appointment', 'missed', false, false),
  ('appointment', 'moved', false, false),
  ('appointment', 'cancelled', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('appointment', 'proposed', 'agreed', '{own,supervise}', '{}'),
  ('appointment', 'proposed', 'kept', '{own,supervise}', '{}'),
  ('appointment', 'proposed', 'moved', '{own,supervise}', '{}'),
  ('appointment', 'proposed', 'cancelled', '{own,supervise}', '{}'),
  ('appointment', 'agreed', 'kept', '{own,supervise}', '{}'),
  ('appointment', 'agreed', 'missed', '{own,supervise}', '{}'),
  ('appointment', 'agreed', 'moved', '{own,supervise}', '{}'),
  ('appointment', 'agreed', 'cancelled', '{own,supervise}', '{}');

alter table appointment owner to setu_owner;

alter table appointment enable row level security;

alter table appointment force row level security;

grant select, insert, update on appointment to setu_app;

create policy appointment_read on appointment for select to setu_app using (case_may(org_id, case_id, 'narrative', false)
  and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy appointment_add on appointment for insert to setu_app
  with check (case_may(org_id, case_id, 'narrative', true));

create policy appointment_change on appointment for update to setu_app
  using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select on appointment to setu_backup;

create policy appointment_backup on appointment for select to setu_backup using (true);

grant select, update (words, state, answer, why_not) on appointment to setu_definer;

create policy appointment_definer_find on appointment for select to setu_definer using (true);

create policy appointment_reseal on appointment for update to setu_definer using (true) with check (true);

create trigger record_state_guard before insert or update on appointment for each row
  execute function record_state_guard('appointment');

create trigger record_step_keep after insert or update on appointment for each row
  execute function record_step_keep('appointment');

create policy case_event_definer_own on case_event for insert to setu_definer
  with check (kind = 'appointmentAnswered' and part = 'narrative' and account_id is null);

-- Hers that lie ahead, and the latest of those behind.
create function own_appointments()
returns table (id uuid, version integer, state text, at timestamptz, place text, answer text, words bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select a.id, a.version, a.state, a.at, a.place, a.answer, a.words from appointment a
    where a.org_id = me[1] and a.case_id = me[2] and a.state in ('proposed', 'agreed', 'kept', 'missed', 'cancelled')
      and a.at > now() - interval '60 days'
    order by a.at, a.id limit 60;
end $$;

-- Her answer: a yes agrees, a no calls it off, another day waits for whoever works on the case.
create function own_answer_appointment(p_id uuid, p_answer text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  held record;
begin
  if me is null or p_answer not in ('yes', 'anotherDay', 'no') then return 'gone'; end if;
  perform 1 from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  select a.state, a.answer into held from appointment a
    where a.org_id = me[1] and a.case_id = me[2] and a.id = p_id for update;
  if not found then return 'gone'; end if;
  if held.answer = p_answer and (p_answer <> 'yes' or held.state = 'agreed') then return 'done'; end if;
  if held.state not in ('proposed', 'agreed') then return 'over'; end if;
  update appointment a set answer = p_answer,
      state = case p_answer when 'yes' then 'agreed' when 'no' then 'cancelled' else a.state end,
      why_not = case when p_answer = 'no' then 'survivorWishes' else a.why_not end
    where a.org_id = me[1] and a.id = p_id;
  if p_answer = 'no' then
    update due_item d set cancelled_at = now() where d.about_id = p_id and d.done_at is null and d.cancelled_at is null;
  end if;
  insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
    values (me[1], gen_random_uuid(), me[2], 'appointmentAnswered', 'narrative', (now() at time zone 'Asia/Dhaka')::date, now(),
      p_id, jsonb_build_object('answer', p_answer));
  if p_answer <> 'yes' then perform slot_tell_team(me[1], me[2], 'appointmentAnswered'); end if;
  return 'done';
end $$;

do $$
declare
  one text;
  known text;
begin
  foreach one in array array['own_appointments()', 'own_answer_appointment(uuid, text)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_survivor', one);
  end loop;
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''appointment'', ''words'')) t (at, held) $f$', known);
end $$;
