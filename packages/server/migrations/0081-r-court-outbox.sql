-- What happened in a criminal case is laid down here, whether a survivor is tied to that case or not, and the clock takes it from
-- here to her case. Whoever writes it down waits for nobody’s case, is refused by none, and learns nothing from how long it took.
create table court_outbox (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  criminal_id uuid not null,
  ref_id uuid not null,
  what text not null check (what ~ '^[A-Za-z0-9_.-]{1,60}$'),
  happened_on date not null,
  at timestamptz not null default now()
);

create index court_outbox_at on court_outbox (at, id);

alter table court_outbox owner to setu_owner;

alter table court_outbox enable row level security;

alter table court_outbox force row level security;

grant select, insert, delete on court_outbox to setu_definer;

create policy court_outbox_definer on court_outbox for select to setu_definer using (true);

create policy court_outbox_definer_lay on court_outbox for insert to setu_definer with check (true);

create policy court_outbox_definer_take on court_outbox for delete to setu_definer using (true);

grant select (id, at) on court_outbox to setu_clock;

create policy court_outbox_clock on court_outbox for select to setu_clock using (true);

grant select on court_outbox to setu_backup;

create policy court_outbox_backup on court_outbox for select to setu_backup using (true);

grant select on hearing_witness to setu_definer;

create policy hearing_witness_definer on hearing_witness for select to setu_definer using (true);

-- Bail, release, escape, a judgment and an appeal: what changes how safe somebody is. Who is out on bail or on the run when they
-- are first written down is out there all the same.
create or replace function court_step_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if (new.about = 'custody' and (new.to_code in ('onBail', 'escaped', 'absconding') or (new.to_code = 'released' and new.from_code is not null)))
      or (new.about = 'stage' and new.from_code is not null
        and new.to_code in ('acquitted', 'acquittedOnAppeal', 'discharged', 'convictionAppealed', 'acquittalAppealed')) then
    insert into court_outbox (org_id, criminal_id, ref_id, what, happened_on) values (new.org_id, new.case_id, new.id,
      case when new.to_code = 'acquittedOnAppeal' then 'acquitted'
        when new.to_code in ('convictionAppealed', 'acquittalAppealed') then 'appealed' else new.to_code end, new.taken_on);
  end if;
  return null;
end $$;

-- A survivor is summoned to a day that is set. Which of several it is, nobody there says.
create or replace function court_summons_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare day date;
begin
  if new.kind <> 'survivor' or new.day_code <> 'summoned' then return null; end if;
  select h.held_on into day from hearing h where h.org_id = new.org_id and h.id = new.hearing_id and h.standing = 'set';
  if day is not null then
    insert into court_outbox (org_id, criminal_id, ref_id, what, happened_on) values (new.org_id, new.case_id, new.hearing_id, 'summoned', day);
  end if;
  return null;
end $$;

-- The day to which a survivor is summoned is another one, or is put off. Each change is one of its own, back to the first day too.
create function court_day_tell() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select 1 from hearing_witness w where w.org_id = new.org_id and w.hearing_id = new.id and w.kind = 'survivor'
      and w.day_code = 'summoned') then
    insert into court_outbox (org_id, criminal_id, ref_id, what, happened_on) values (new.org_id, new.case_id,
      overlay(overlay(md5(new.id::text || new.version::text) placing '4' from 13) placing '8' from 17)::uuid, case new.standing when 'adjourned' then 'putOff' else 'dayMoved' end, new.held_on);
  end if;
  return null;
end $$;

alter function court_day_tell() owner to setu_definer;

revoke all on function court_day_tell() from public;

create trigger court_day_tell after update of held_on, standing on hearing for each row
  when (old.standing = 'set' and (new.standing = 'adjourned' or (new.standing = 'set' and new.held_on <> old.held_on)))
  execute function court_day_tell();

drop function court_moved(uuid, uuid, text, date);

-- Takes one thing that happened to whoever works with a survivor who is tied to that case and agrees to be reached now: as a
-- line of the case and something to do within a day, of one id, so that telling settles just what was there to tell.
create function court_deliver(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  today date := (now() at time zone 'Asia/Dhaka')::date;
  news record;
  link record;
  held record;
  worker uuid;
  made uuid;
begin
  delete from court_outbox o where o.id = p_id returning o.* into news;
  if not found then return false; end if;
  for link in
    select l.org_id, l.id, l.case_id from criminal_case c join court_link l on l.criminal_code = c.code and l.state = 'linked'
    where c.org_id = news.org_id and c.id = news.criminal_id order by l.org_id, l.case_id, l.id
  loop
    -- Whoever ends the link, withdraws, closes or erases holds the case; what they leave is asked after they are done.
    select f.owner_org, f.owner_unit into held from case_file f
      where f.org_id = link.org_id and f.id = link.case_id and f.closed_on is null for no key update;
    continue when not found;
    continue when not exists (select 1 from court_link l where l.org_id = link.org_id and l.id = link.id and l.state = 'linked');
    continue when not exists (select 1 from consent k where k.org_id = link.org_id and k.case_id = link.case_id
      and k.purpose = 'contact' and k.state = 'given' and k.valid_until >= today);
    -- The same for the same news, and of the form that every identifier has.
    made := overlay(overlay(md5(link.id::text || news.what || news.ref_id::text) placing '4' from 13) placing '8' from 17)::uuid;
    insert into case_event (org_id, id, case_id, kind, part, happened_on, recorded_at, record_id, about)
      values (link.org_id, made, link.case_id, 'courtMoved', 'narrative', news.happened_on, now(), link.id,
        jsonb_build_object('court', news.what, 'on', news.happened_on)) on conflict do nothing;
    continue when not found;
    select s.account_id into worker from case_assignment s where s.org_id = link.org_id and s.case_id = link.case_id
      and s.ended_at is null and s.conflict = 'none' order by s.lead desc, s.began_at limit 1;
    insert into due_item (org_id, id, case_id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
      values (link.org_id, made, link.case_id, link.id, 'heedCourt', 'court', now(), now() + interval '24 hours',
        held.owner_org, held.owner_unit, worker);
  end loop;
  return true;
end $$;

alter function court_deliver(uuid) owner to setu_definer;

revoke all on function court_deliver(uuid) from public;

grant execute on function court_deliver(uuid) to setu_clock;

-- Whoever may not be reached any more, by whichever way they said so, is tied no longer, and nobody is reminded to tell them.
grant update (state, why_ended) on court_link to setu_definer;

create function consent_ends_court() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select 1 from consent k where k.org_id = new.org_id and k.case_id = new.case_id and k.purpose = 'contact'
      and k.state = 'given' and k.valid_until >= (now() at time zone 'Asia/Dhaka')::date) then return null; end if;
  update due_item d set cancelled_at = now() from court_link l
    where l.org_id = new.org_id and l.case_id = new.case_id and l.state = 'linked' and d.org_id = l.org_id and d.about_id = l.id
      and d.done_at is null and d.cancelled_at is null;
  -- Its version stays: what is sealed in it opens under no other.
  update court_link l set state = 'ended', why_ended = 'consentEnded'
    where l.org_id = new.org_id and l.case_id = new.case_id and l.state = 'linked';
  return null;
end $$;

alter function consent_ends_court() owner to setu_definer;

revoke all on function consent_ends_court() from public;

create trigger consent_ends_court after update of state on consent for each row
  when (old.state = 'given' and new.state = 'withdrawn' and new.purpose = 'contact') execute function consent_ends_court();

-- Of several criminal cases, which one a survivor was told of.
alter table court_told add column criminal_code text check (length(criminal_code) <= 20);
