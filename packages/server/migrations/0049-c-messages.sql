-- Messages between a survivor and the office that works on her case. What is written is sealed under the key of her own
-- words; she is answered by the office, never by a person's name. They go with the case.

create table window_message (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null check (version = 1),
  from_her boolean not null,
  words bytea not null check (length(words) <= 9000),
  sent_at timestamptz not null,
  account_org uuid,
  account_id uuid,
  seen_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (account_org, account_id) references account (org_id, id),
  constraint window_message_sender check (from_her = (account_id is null) and from_her = (account_org is null)),
  constraint window_message_seen check (from_her or seen_at is null)
);

create index window_message_case on window_message (org_id, case_id, sent_at);

create index window_message_waiting on window_message (org_id, case_id) where seen_at is null and from_her;

alter table window_message owner to setu_owner;

alter table window_message enable row level security;

alter table window_message force row level security;

grant select, insert, update (seen_at) on window_message to setu_app;

create policy window_message_read on window_message for select to setu_app using (case_may(org_id, case_id, 'narrative', false)
  and case_relation(org_id, case_id) in ('own', 'supervise'));

-- An answer is for somebody who can read it: where her window does not stand open, nothing is put there.
create policy window_message_add on window_message for insert to setu_app
  with check (not from_her and account_id = (select actor_account()) and account_org = (select actor_org())
    and case_may(org_id, case_id, 'narrative', true)
    and exists (select 1 from case_slot s where s.org_id = window_message.org_id and s.case_id = window_message.case_id
      and s.frozen_at is null and (s.near_suspect = 'no' or not slot_for_child(s.org_id, s.case_id))));

create policy window_message_seen on window_message for update to setu_app
  using (from_her and case_may(org_id, case_id, 'narrative', true))
  with check (from_her and case_may(org_id, case_id, 'narrative', true));

grant select on window_message to setu_backup;

create policy window_message_backup on window_message for select to setu_backup using (true);

grant select, insert, update (words) on window_message to setu_definer;

create policy window_message_definer_find on window_message for select to setu_definer using (true);

create policy window_message_definer_add on window_message for insert to setu_definer
  with check (from_her and case_id = (select (own_self())[2]));

create policy window_message_reseal on window_message for update to setu_definer using (true) with check (true);

drop policy case_event_definer_own on case_event;

create policy case_event_definer_own on case_event for insert to setu_definer
  with check (kind in ('appointmentAnswered', 'messageReceived') and part = 'narrative' and account_id is null);

create policy due_item_definer_message on due_item for insert to setu_definer with check (kind = 'answerMessage');

-- So many days has a caseworker to answer a survivor.
insert into access_days (name, days) values ('answerSurvivor', 2);

-- The newest messages, as they lie there; who wrote is told by the name of the office alone.
create function own_messages()
returns table (id uuid, version integer, from_her boolean, words bytea, sent_at timestamptz, seen boolean, office_en text, office_bn text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select m.id, m.version, m.from_her, m.words, m.sent_at, m.seen_at is not null, o.name_en, o.name_bn
    from window_message m left join organisation o on o.id = m.account_org
    where m.org_id = me[1] and m.case_id = me[2] order by m.sent_at desc, m.id limit 100;
end $$;

-- The public half to which she seals what she writes.
create function own_seal_key(p_part text) returns table (id uuid, public_key bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := own_self();
begin
  if me is null then return; end if;
  return query
    select k.id, k.public_key from part_key k
    where k.org_id = me[1] and k.holder = 'case' and k.holder_id = me[2] and k.part = p_part
    order by k.generation desc limit 1;
end $$;

-- What she writes. Ten a day, and so many that nobody has read yet: more would be for whoever wants to bury a message.
create function own_write(p_id uuid, p_words bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := own_self();
  today date := (now() at time zone 'Asia/Dhaka')::date;
  file record;
  worker uuid;
  last_day date;
begin
  if me is null then return 'gone'; end if;
  select c.owner_org, c.owner_unit into file from case_file c where c.org_id = me[1] and c.id = me[2] for no key update;
  if exists (select 1 from window_message m where m.org_id = me[1] and m.id = p_id) then return 'done'; end if;
  if (select count(*) from window_message m where m.org_id = me[1] and m.case_id = me[2] and m.from_her
        and (m.sent_at > now() - interval '1 day')) >= 10
    or (select count(*) from window_message m where m.org_id = me[1] and m.case_id = me[2] and m.from_her and m.seen_at is null) >= 20
    then return 'later'; end if;
  if not exists (select 1 from window_message m where m.org_id = me[1] and m.case_id = me[2] and m.from_her and m.seen_at is null) then
    perform slot_tell_team(me[1], me[2], 'messageReceived');
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at)
      values (me[1], gen_random_uuid(), me[2], 'messageReceived', 'narrative', today, now());
  end if;
  insert into window_message (org_id, id, case_id, version, from_her, words, sent_at)
    values (me[1], p_id, me[2], 1, true, p_words, now());
  if exists (select 1 from due_item d where d.org_id = me[1] and d.case_id = me[2] and d.kind = 'answerMessage'
      and d.done_at is null and d.cancelled_at is null) then return 'done'; end if;
  select s.account_id into worker from case_assignment s
    where s.org_id = me[1] and s.case_id = me[2] and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
  last_day := today + (select d.days from access_days d where d.name = 'answerSurvivor');
  insert into due_item (org_id, id, case_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values (me[1], gen_random_uuid(), me[2], 'answerMessage', 'survivor', now(),
      ((last_day + 1)::timestamp at time zone 'Asia/Dhaka') - interval '1 second', file.owner_org, file.owner_unit, worker);
  return 'done';
end $$;

do $$
declare
  one text;
  known text;
begin
  foreach one in array array['own_messages()', 'own_seal_key(text)', 'own_write(uuid, bytea)'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_survivor', one);
  end loop;
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''window_message'', ''words'')) t (at, held) $f$', known);
end $$;
