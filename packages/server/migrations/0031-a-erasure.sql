-- Erasing a case: asked by somebody who works it, approved by whoever guards the data of the organisation that owns
-- it and never by the one who asked. The keys go first, then every row; what stays is a tombstone that nobody can
-- take away, and a row of codes without an address for the counts.

create table case_erasure (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  owner_org uuid not null references organisation (id),
  code text not null check (length(code) between 1 and 20),
  reason text not null check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  state text not null check (state in ('waiting', 'declined', 'erased')),
  asked_org uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  primary key (org_id, id),
  foreign key (asked_org, asked_by) references account (org_id, id),
  constraint erasure_by_another check (answered_by is distinct from asked_by),
  constraint erasure_answered check ((state = 'waiting') = (answered_by is null))
);

create unique index case_erasure_waiting on case_erasure (org_id, case_id) where state = 'waiting';

create index case_erasure_owner on case_erasure (owner_org, asked_at desc);

-- One for every case that was erased, in the order in which it happened. Restored ones came back from a witness: of
-- some of them no more is known than the mark under which the witness keeps them.
create table tombstone (
  place bigint primary key check (place >= 1),
  id uuid not null unique,
  org_id uuid,
  case_id uuid,
  erasure_id uuid,
  reason text check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  asked_by uuid,
  approved_by uuid,
  at timestamptz not null,
  mark bytea check (length(mark) = 32),
  constraint tombstone_of_something check (case_id is not null or mark is not null)
);

create unique index tombstone_case on tombstone (org_id, case_id);

-- What the counts need of a case that is gone, under a name of its own that leads nowhere.
create table erased_case (
  org_id uuid not null,
  id uuid not null,
  opened_in date not null check (extract(day from opened_in) = 1),
  closed_in date check (extract(day from closed_in) = 1),
  age_band text check (age_band ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sex text check (sex ~ '^[A-Za-z0-9_.-]{1,60}$'),
  trafficking_status text check (trafficking_status ~ '^[A-Za-z0-9_.-]{1,60}$'),
  recruitment text[],
  control text[],
  exploitation text[],
  primary key (org_id, id)
);

alter table case_erasure owner to setu_owner;

alter table case_erasure enable row level security;

alter table case_erasure force row level security;

alter table tombstone owner to setu_owner;

alter table tombstone enable row level security;

alter table tombstone force row level security;

alter table erased_case owner to setu_owner;

alter table erased_case enable row level security;

alter table erased_case force row level security;

-- Five years after a case was closed its time is over, unless whoever guards the data knows of a longer one.
insert into access_days (name, days) values ('caseRetention', 1826);

grant select on case_erasure, tombstone, erased_case to setu_backup;

create policy case_erasure_backup on case_erasure for select to setu_backup using (true);

create policy tombstone_backup on tombstone for select to setu_backup using (true);

create policy erased_case_backup on erased_case for select to setu_backup using (true);

grant select on case_erasure to setu_app;

create policy case_erasure_read on case_erasure for select to setu_app
  using (asked_by = (select actor_account())
    or ((select actor_has('dataProtectionOfficer')) and owner_org = (select actor_org()))
    or (state <> 'erased' and case_relation(org_id, case_id) in ('own', 'supervise')));

grant select (place, id, org_id, case_id, mark) on tombstone to setu_sealer;

create policy tombstone_sealer on tombstone for select to setu_sealer using (true);

grant select, insert on tombstone to setu_definer;

create policy tombstone_definer on tombstone for select to setu_definer using (true);

create policy tombstone_definer_add on tombstone for insert to setu_definer with check (true);

grant select, insert, update on case_erasure to setu_definer;

create policy case_erasure_definer on case_erasure for select to setu_definer using (true);

create policy case_erasure_definer_ask on case_erasure for insert to setu_definer with check (state = 'waiting');

create policy case_erasure_definer_answer on case_erasure for update to setu_definer using (state = 'waiting') with check (true);

grant insert on erased_case to setu_definer;

create policy erased_case_definer_add on erased_case for insert to setu_definer with check (true);

-- What was erased does not come again under its old address.
create function case_was_erased(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from tombstone t where t.org_id = p_org and t.case_id = p_case);
end $$;

create policy case_file_never_again on case_file as restrictive for insert to setu_app
  with check (not case_was_erased(org_id, id));

-- Takes a case away: its keys of every generation and holder, then all that is kept of it. Asked by the two
-- functions below and by a restore, and by nobody who serves.
create function case_wipe(p_org uuid, p_case uuid, p_count boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  letters uuid[];
  named text[];
begin
  select coalesce(array_agg(x.id), '{}') into letters from (
    select r.id from referral r where r.org_id = p_org and r.case_id = p_case
    union all select t.id from case_transfer t where t.org_id = p_org and t.case_id = p_case) x;
  delete from part_wrap w where w.org_id = p_org and (w.case_id = p_case or w.through_id = any (letters)
    or w.part_key_id in (select k.id from part_key k where k.org_id = p_org and k.holder_id = any (letters || p_case)));
  delete from part_key k where k.org_id = p_org and k.holder_id = any (letters || p_case);
  delete from part_wrap w using part_key k, emergency_access g
    where g.case_org = p_org and g.case_id = p_case and k.org_id = g.org_id and k.holder = 'emergency' and k.holder_id = g.id
      and w.org_id = k.org_id and w.part_key_id = k.id;
  delete from part_key k using emergency_access g
    where g.case_org = p_org and g.case_id = p_case and k.org_id = g.org_id and k.holder = 'emergency' and k.holder_id = g.id;
  if p_count then
    insert into erased_case (org_id, id, opened_in, closed_in, age_band, sex, trafficking_status, recruitment, control, exploitation)
    select p_org, gen_random_uuid(), date_trunc('month', f.opened_on)::date, date_trunc('month', f.closed_on)::date,
      a.age_band, a.sex, a.trafficking_status, a.recruitment, a.control, a.exploitation
    from case_file f left join lateral (select * from case_facts c
      where c.org_id = f.org_id and c.case_id = f.id order by c.id limit 1) a on true
    where f.org_id = p_org and f.id = p_case;
  end if;
  select coalesce(array_agg(l::text), '{}') into named from unnest(letters || p_case
    || array(select g.id from emergency_access g where g.case_org = p_org and g.case_id = p_case)) l;
  delete from notice n where n.about ->> 'case' = any (named) or n.about ->> 'referral' = any (named)
    or n.about ->> 'transfer' = any (named) or n.about ->> 'emergency' = any (named);
  delete from due_item d where d.org_id = p_org and (d.case_id = p_case or d.about_id = any (letters));
  delete from emergency_access g where g.case_org = p_org and g.case_id = p_case;
  delete from person_token x where x.org_id = p_org and x.case_id = p_case;
  delete from case_event x where x.org_id = p_org and x.case_id = p_case;
  delete from case_check x where x.org_id = p_org and x.case_id = p_case;
  delete from case_task x where x.org_id = p_org and x.case_id = p_case;
  delete from case_note x where x.org_id = p_org and x.case_id = p_case;
  delete from case_transfer x where x.org_id = p_org and x.case_id = p_case;
  delete from referral x where x.org_id = p_org and x.case_id = p_case;
  delete from consent x where x.org_id = p_org and x.case_id = p_case;
  delete from rights_notice x where x.org_id = p_org and x.case_id = p_case;
  delete from person_mentioned x where x.org_id = p_org and x.case_id = p_case;
  delete from support_plan x where x.org_id = p_org and x.case_id = p_case;
  delete from trafficking_event x where x.org_id = p_org and x.case_id = p_case;
  delete from source_organisation x where x.org_id = p_org and x.case_id = p_case;
  delete from case_origin x where x.org_id = p_org and x.case_id = p_case;
  delete from case_narrative x where x.org_id = p_org and x.case_id = p_case;
  delete from case_facts x where x.org_id = p_org and x.case_id = p_case;
  delete from person_contact x where x.org_id = p_org and x.case_id = p_case;
  delete from person_identity x where x.org_id = p_org and x.case_id = p_case;
  delete from case_assignment x where x.org_id = p_org and x.case_id = p_case;
  delete from case_code x where x.org_id = p_org and x.case_id = p_case;
  delete from case_file x where x.org_id = p_org and x.id = p_case;
end $$;

-- Asking: by whoever works the case or supervises it. Whoever guards the data is told.
create function erasure_ask(p_org uuid, p_case uuid, p_id uuid, p_reason text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  guards uuid[];
begin
  if me is null then return null; end if;
  if not (case_relation(p_org, p_case) in ('own', 'supervise')) then return 'gone'; end if;
  select c.owner_org, c.closed_on, k.code into asked from case_file c
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where c.org_id = p_org and c.id = p_case for share of c;
  if exists (select 1 from case_erasure e where e.org_id = p_org and e.case_id = p_case and e.state = 'waiting') then
    return 'waits';
  end if;
  if p_reason = 'retentionOver' and (asked.closed_on is null or asked.closed_on > (now() at time zone 'Asia/Dhaka')::date
      - (select d.days from access_days d where d.name = 'caseRetention')) then return 'early'; end if;
  select coalesce(array_agg(g), '{}') into guards from unnest(emergency_guards(array[asked.owner_org])) g where g <> me[2];
  if cardinality(guards) = 0 then return 'nobody'; end if;
  insert into case_erasure (org_id, id, case_id, owner_org, code, reason, state, asked_org, asked_by, asked_at)
    values (p_org, p_id, p_case, asked.owner_org, coalesce(asked.code, '-'), p_reason, 'waiting', me[1], me[2], now());
  perform emergency_tell(guards, 'erasureAsked', jsonb_build_object('erasure', p_id));
  return 'asked';
end $$;

-- Answering: by whoever guards the data of the organisation that owns the case now, who did not ask. A yes is the end.
create function erasure_answer(p_org uuid, p_id uuid, p_version integer, p_yes boolean) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  asked record;
  told record;
begin
  if me is null then return null; end if;
  if not actor_has('dataProtectionOfficer') then return 'gone'; end if;
  select e.* into asked from case_erasure e where e.org_id = p_org and e.id = p_id;
  if not found or asked.owner_org <> me[1] then return 'gone'; end if;
  if asked.asked_by = me[2] then return 'own'; end if;
  if asked.state <> 'waiting' or asked.version <> p_version then return 'stale'; end if;
  perform 1 from case_erasure e where e.org_id = p_org and e.id = p_id and e.state = 'waiting' for update;
  if not found then return 'stale'; end if;
  if not p_yes then
    update case_erasure set state = 'declined', answered_by = me[2], answered_at = now(), version = version + 1
      where org_id = p_org and id = p_id and state = 'waiting';
    perform emergency_tell(array[asked.asked_by], 'erasureDeclined',
      jsonb_build_object('org', p_org, 'case', asked.case_id, 'code', asked.code));
    return 'declined';
  end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = asked.case_id and c.owner_org = me[1] for update;
  if not found or case_conflict(p_org, asked.case_id) then return 'moved'; end if;
  for told in
    select array_agg(distinct t.account) as accounts, t.code from (
      select s.account_id as account, asked.code from case_assignment s
        where s.org_id = p_org and s.case_id = asked.case_id and s.ended_at is null
      union all
      select asked.asked_by, asked.code
      union all
      select coalesce(x.worker, m.account_id), coalesce(k.code, x.code) from (
          select r.to_org, r.to_unit, r.worker_account as worker, r.code from referral r
            where r.org_id = p_org and r.case_id = asked.case_id and r.state not in ('declined', 'recalled', 'expired', 'notReached')
          union all
          select t.to_org, t.to_unit, null, t.code from case_transfer t
            where t.org_id = p_org and t.case_id = asked.case_id and t.state = 'offered') x
        left join unit_member m on x.worker is null and m.org_id = x.to_org and m.unit_id = x.to_unit and m.focal
        left join case_code k on k.org_id = p_org and k.case_id = asked.case_id and k.holder_org = x.to_org) t
    where t.account is not null group by t.code
  loop
    perform case_wipe_tell(told.accounts, told.code);
  end loop;
  perform pg_advisory_xact_lock(7305);
  insert into tombstone (place, id, org_id, case_id, erasure_id, reason, asked_by, approved_by, at)
    select coalesce(max(t.place), 0) + 1, gen_random_uuid(), p_org, asked.case_id, p_id, asked.reason, asked.asked_by, me[2], now()
    from tombstone t;
  update case_erasure set state = 'erased', answered_by = me[2], answered_at = now(), version = version + 1
    where org_id = p_org and id = p_id and state = 'waiting';
  perform case_wipe(p_org, asked.case_id, asked.reason <> 'openedByMistake');
  return 'erased';
end $$;

-- Those who worked with the case hear that it is gone, under the code that they know it by, and nothing else.
create function case_wipe_tell(p_accounts uuid[], p_code text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  perform emergency_tell(p_accounts, 'caseErased', jsonb_build_object('code', p_code));
end $$;

-- Tombstones whose case is here again, or of which a key is left: none, whatever was put back.
create function tombstones_broken() returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (select count(*) from tombstone t where t.case_id is not null and (
    exists (select 1 from case_file c where c.org_id = t.org_id and c.id = t.case_id)
    or exists (select 1 from part_key k where k.org_id = t.org_id and k.holder_id = t.case_id)
    or exists (select 1 from part_wrap w where w.org_id = t.org_id and w.case_id = t.case_id)
    or exists (select 1 from person_token p where p.org_id = t.org_id and p.case_id = t.case_id)));
end $$;
