-- A survivor's case and a criminal case: tied on the survivor's side alone, by the code of the criminal case. Nobody who
-- investigates, prosecutes or judges can read these tables or learns that there is a row in them.

create table court_link (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('linked', 'ended')),
  criminal_code text check (length(criminal_code) <= 20),
  agreed_on date,
  wish text check (wish ~ '^[A-Za-z0-9_.-]{1,60}$'),
  taking bytea,
  link_code text check (length(link_code) <= 20),
  why_ended text check (why_ended ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index court_link_code on court_link (criminal_code) where state = 'linked';

insert into record_state (record, state, begins, amends) values
  ('courtLink', 'linked', true, true),
  ('courtLink', 'ended', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('courtLink', 'linked', 'ended', '{own,supervise}', '{}');

select record_table_furnish('court_link', 'courtLink', 'narrative', true, array['taking']);

-- Which criminal case it is, and by what code the link goes, stays as it was said: another case is another link.
create function court_link_holds() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if (new.criminal_code, new.link_code) is distinct from (old.criminal_code, old.link_code) then
    raise exception 'a link stays with its case' using errcode = '42501';
  end if;
  return new;
end $$;

alter function court_link_holds() owner to setu_owner;

revoke all on function court_link_holds() from public;

create trigger court_link_holds before update on court_link for each row execute function court_link_holds();

create table court_told (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  told_on date not null,
  channel text not null check (channel ~ '^[A-Za-z0-9_.-]{1,60}$'),
  what text[] not null,
  language text check (length(language) <= 35),
  words bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index court_told_case on court_told (org_id, case_id);

alter table court_told owner to setu_owner;

alter table court_told enable row level security;

alter table court_told force row level security;

grant select, insert, update on court_told to setu_app;

create policy court_told_read on court_told for select to setu_app
  using (case_may(org_id, case_id, 'narrative', false) and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy court_told_add on court_told for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy court_told_change on court_told for update to setu_app using (case_may(org_id, case_id, 'narrative', true))
  with check (case_may(org_id, case_id, 'narrative', true));

grant select on court_told to setu_backup;

create policy court_told_backup on court_told for select to setu_backup using (true);

grant select, update (words) on court_told to setu_definer;

create policy court_told_definer_find on court_told for select to setu_definer using (true);

create policy court_told_reseal on court_told for update to setu_definer using (true) with check (true);

create trigger court_told_agreed_way before insert or update of channel on court_told for each row
  execute function tracing_agreed_way();

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''court_told'', ''words'')) t (at, held) $f$', known);
end $$;

-- What happened in a criminal case reaches whoever works with a survivor who is tied to it and still agrees to be reached: as
-- a line of the case and something to do within a day, with what happened and on which day, and nobody's name.
create function court_moved(p_org uuid, p_case uuid, p_what text, p_on date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date := (now() at time zone 'Asia/Dhaka')::date;
  link record;
  worker uuid;
begin
  for link in
    select l.org_id, l.id, l.case_id, f.owner_org, f.owner_unit from criminal_case c
    join court_link l on l.criminal_code = c.code and l.state = 'linked'
    join case_file f on f.org_id = l.org_id and f.id = l.case_id and f.closed_on is null
    where c.org_id = p_org and c.id = p_case and exists (select 1 from consent k where k.org_id = l.org_id and k.case_id = l.case_id
      and k.purpose = 'contact' and k.state = 'given' and k.valid_until >= today)
  loop
    if exists (select 1 from case_event e where e.org_id = link.org_id and e.case_id = link.case_id and e.kind = 'courtMoved'
        and e.record_id = link.id and e.about ->> 'court' = p_what and e.about ->> 'on' = p_on::text) then continue; end if;
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
      values (link.org_id, gen_random_uuid(), link.case_id, 'courtMoved', 'narrative', p_on, now(), link.id,
        jsonb_build_object('court', p_what, 'on', p_on));
    if exists (select 1 from due_item d where d.org_id = link.org_id and d.about_id = link.id and d.kind = 'heedCourt'
        and d.done_at is null and d.cancelled_at is null) then continue; end if;
    select s.account_id into worker from case_assignment s where s.org_id = link.org_id and s.case_id = link.case_id
      and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
    insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (link.org_id, gen_random_uuid(), link.case_id, link.id, 'heedCourt', 'court', now(), now() + interval '24 hours',
        link.owner_org, link.owner_unit, worker);
  end loop;
end $$;

alter function court_moved(uuid, uuid, text, date) owner to setu_definer;

revoke all on function court_moved(uuid, uuid, text, date) from public;

grant execute on function court_moved(uuid, uuid, text, date) to setu_definer;

create policy case_event_definer_court on case_event for insert to setu_definer with check (kind = 'courtMoved' and account_id is null);

create policy due_item_definer_court on due_item for insert to setu_definer with check (kind = 'heedCourt');

-- Bail, release, escape, acquittal: what changes how safe somebody is.
create function court_step_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.from_code is not null and (
      (new.about = 'custody' and new.to_code in ('onBail', 'released', 'escaped', 'absconding'))
      or (new.about = 'stage' and new.to_code in ('acquitted', 'acquittedOnAppeal', 'discharged'))) then
    perform court_moved(new.org_id, new.case_id,
      case new.to_code when 'acquittedOnAppeal' then 'acquitted' else new.to_code end, new.taken_on);
  end if;
  return null;
end $$;

alter function court_step_tell() owner to setu_definer;

revoke all on function court_step_tell() from public;

create trigger court_step_tell after insert on criminal_step for each row execute function court_step_tell();

-- A survivor is summoned to a day that is set. Which of several it is, nobody there says.
create function court_summons_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare day date;
begin
  if new.kind <> 'survivor' or new.day_code <> 'summoned' then return null; end if;
  select h.held_on into day from hearing h where h.org_id = new.org_id and h.id = new.hearing_id and h.standing = 'set';
  if day is not null then perform court_moved(new.org_id, new.case_id, 'summoned', day); end if;
  return null;
end $$;

alter function court_summons_tell() owner to setu_definer;

revoke all on function court_summons_tell() from public;

create trigger court_summons_tell after insert on hearing_witness for each row execute function court_summons_tell();
