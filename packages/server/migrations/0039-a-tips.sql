-- What people tell: on the telephone, at the door, at the border, or on a page that asks nobody who they are. The words
-- are sealed to the unit that takes tips, although nobody of it may be there. People named in them are mentioned, never
-- accused, and go with the words.

-- Which unit of an organisation takes tips, whether those of the public page too, and for which districts.
create table tip_desk (
  org_id uuid primary key references organisation (id),
  unit_id uuid not null,
  public boolean not null,
  districts text[] not null default '{}' check (cardinality(districts) <= 64),
  made_by uuid not null,
  made_at timestamptz not null,
  foreign key (org_id, unit_id) references unit (org_id, id)
);

-- A tip stays at the address of the organisation that it came to first; where it is now says the unit.
create table tip (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  channel text not null check (channel ~ '^[A-Za-z0-9_.-]{1,60}$'),
  subjects text[] not null check (cardinality(subjects) between 1 and 9),
  urgency text not null check (urgency in ('emergency', 'urgent', 'standard')),
  district text check (length(district) <= 20),
  words bytea check (length(words) <= 32000),
  mentioned bytea check (length(mentioned) <= 16000),
  way bytea check (length(way) <= 4000),
  receipt bytea check (length(receipt) = 32),
  state text not null check (state in ('new', 'triaged', 'handedOn', 'screening', 'closed')),
  unit_org uuid not null,
  unit_id uuid not null,
  from_org uuid,
  from_account uuid,
  received_at timestamptz not null,
  triaged_at timestamptz,
  triaged_by uuid,
  closing text check (closing ~ '^[A-Za-z0-9_.-]{1,60}$'),
  closed_at timestamptz,
  gone_at timestamptz,
  case_org uuid,
  case_id uuid,
  primary key (org_id, id),
  foreign key (unit_org, unit_id) references unit (org_id, id),
  foreign key (from_org, from_account) references account (org_id, id),
  foreign key (case_org, case_id) references case_file (org_id, id) on delete cascade,
  constraint tip_closed check ((state = 'closed') = (closed_at is not null and closing is not null)),
  constraint tip_gone check (gone_at is null or (words is null and mentioned is null and way is null))
);

create unique index tip_receipt on tip (receipt) where receipt is not null;

create index tip_unit on tip (unit_id, received_at desc);

create index tip_from on tip (from_account) where from_account is not null;

create index tip_case on tip (case_id) where case_id is not null;

create index tip_kept on tip (received_at) where gone_at is null;

-- What whoever has the receipt wrote afterwards.
create table tip_addition (
  org_id uuid not null,
  id uuid not null,
  tip_id uuid not null,
  words bytea not null check (length(words) <= 32000),
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, tip_id) references tip (org_id, id) on delete cascade
);

create index tip_addition_tip on tip_addition (tip_id);

alter table part_key drop constraint part_key_holder_check;

alter table part_key add constraint part_key_holder_check check (holder in ('case', 'referral', 'site', 'emergency', 'breach', 'complaint', 'tip', 'screening'));

alter table tip_desk owner to setu_owner;

alter table tip_desk enable row level security;

alter table tip_desk force row level security;

alter table tip owner to setu_owner;

alter table tip enable row level security;

alter table tip force row level security;

alter table tip_addition owner to setu_owner;

alter table tip_addition enable row level security;

alter table tip_addition force row level security;

grant select on tip_desk, tip, tip_addition to setu_backup;

create policy tip_desk_backup on tip_desk for select to setu_backup using (true);

create policy tip_backup on tip for select to setu_backup using (true);

create policy tip_addition_backup on tip_addition for select to setu_backup using (true);

-- What the functions below look at and write.

grant select on tip_desk to setu_definer;

create policy tip_desk_definer on tip_desk for select to setu_definer using (true);

grant select, insert, update on tip to setu_definer;

create policy tip_definer on tip for select to setu_definer using (true);

create policy tip_definer_add on tip for insert to setu_definer with check (state = 'new' and gone_at is null and case_id is null);

create policy tip_definer_change on tip for update to setu_definer using (true) with check (true);

grant select, insert, delete on tip_addition to setu_definer;

create policy tip_addition_definer on tip_addition for select to setu_definer using (true);

create policy tip_addition_definer_add on tip_addition for insert to setu_definer with check (true);

create policy tip_addition_definer_forget on tip_addition for delete to setu_definer using (true);

create policy part_key_definer_tip on part_key for insert to setu_definer with check (holder = 'tip' and part = 'tip');

create policy part_wrap_definer_tip on part_wrap for insert to setu_definer with check (case_id is null and part = 'tip');

create policy due_item_definer_tip on due_item for insert to setu_definer with check (case_id is null and kind = 'triageTip');

-- Which state may follow which: the same table as the application's, below it.
create function tip_state_follows() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.state = old.state then return new; end if;
  if (old.state || '>' || new.state) <> all ('{new>triaged,triaged>screening,triaged>handedOn,triaged>closed,handedOn>triaged,screening>closed}') then
    raise exception 'a tip does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;

create trigger tip_state_follows before update of state on tip for each row execute function tip_state_follows();

-- With a tip go its keys, however it goes.
create function signal_keys_go() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from part_wrap w using part_key k where k.org_id = old.org_id and k.holder_id = old.id and w.org_id = k.org_id and w.part_key_id = k.id;
  delete from part_key k where k.org_id = old.org_id and k.holder_id = old.id and k.holder in ('tip', 'screening');
  return null;
end $$;

create trigger tip_keys_go after delete on tip for each row execute function signal_keys_go();

-- Whether a tip lies with a unit of one's own, for those whose work it is.
create function tip_mine(p_org uuid, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_works() and exists (select 1 from tip t where t.org_id = p_org and t.id = p_id and t.unit_id = any (actor_units()));
end $$;

create function tip_key_mine(p_org uuid, p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_works() and exists (select 1 from part_key k join tip t on t.org_id = k.org_id and t.id = k.holder_id
    where k.org_id = p_org and k.id = p_key and k.holder = 'tip' and t.unit_id = any (actor_units()));
end $$;

-- Writes a tip down with the key that was made for it. Bytes come as base64.
create function tip_keep(p_tip jsonb, p_from_org uuid, p_from uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  desk record;
  made uuid := (p_tip ->> 'id')::uuid;
  began timestamptz := now();
begin
  select d.org_id, d.unit_id into desk from tip_desk d where d.unit_id = (p_tip ->> 'unit')::uuid
    and (p_from is not null or d.public);
  if desk.unit_id is null then return 'nowhere'; end if;
  if exists (select 1 from tip t where t.org_id = desk.org_id and t.id = made) then return 'there'; end if;
  insert into tip (org_id, id, channel, subjects, urgency, district, words, mentioned, way, receipt, state, unit_org, unit_id,
      from_org, from_account, received_at)
    values (desk.org_id, made, p_tip ->> 'channel', array(select jsonb_array_elements_text(p_tip -> 'subjects')), p_tip ->> 'urgency',
      p_tip ->> 'district', decode(p_tip ->> 'words', 'base64'), decode(p_tip ->> 'mentioned', 'base64'), decode(p_tip ->> 'way', 'base64'),
      decode(p_tip ->> 'receipt', 'base64'), 'new', desk.org_id, desk.unit_id, p_from_org, p_from, began);
  insert into part_key (org_id, id, holder, holder_id, part, generation, public_key, made_at)
    values (desk.org_id, (p_tip ->> 'key')::uuid, 'tip', made, 'tip', 1, decode(p_tip ->> 'publicKey', 'base64'), began);
  insert into part_wrap (org_id, part_key_id, unit_id, unit_generation, through_id, through, case_id, part, wrapped, made_at)
    values (desk.org_id, (p_tip ->> 'key')::uuid, desk.unit_id, (p_tip ->> 'generation')::integer, desk.unit_id, 'own', null, 'tip',
      decode(p_tip ->> 'wrapped', 'base64'), began);
  insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id)
    values (desk.org_id, gen_random_uuid(), made, 'triageTip', p_tip ->> 'rule', began, (p_tip ->> 'due')::timestamptz, desk.org_id, desk.unit_id);
  return 'kept';
end $$;

-- Anybody of the staff writes a tip down; it goes to a unit that takes tips.
create function tip_write(p_tip jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  if p_tip ->> 'channel' = 'publicPage' then return 'nowhere'; end if;
  return tip_keep(p_tip, me[1], me[2]);
end $$;

-- Handing on: the other unit looks at it anew, and whoever had it reads it no more.
create function tip_hand_on(p_org uuid, p_id uuid, p_base integer, p_unit uuid, p_due timestamptz, p_rule text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  held record;
  desk record;
begin
  if not tip_mine(p_org, p_id) then return null; end if;
  select t.version, t.state, t.unit_id into held from tip t where t.org_id = p_org and t.id = p_id for update;
  select d.org_id, d.unit_id into desk from tip_desk d where d.unit_id = p_unit;
  if held.version <> p_base then return 'stale'; end if;
  if held.state <> 'triaged' then return 'step'; end if;
  if desk.unit_id is null or desk.unit_id = held.unit_id then return 'nowhere'; end if;
  update tip set state = 'handedOn', unit_org = desk.org_id, unit_id = desk.unit_id, triaged_at = null, triaged_by = null, version = version + 1
    where org_id = p_org and id = p_id;
  delete from part_wrap w using part_key k where k.org_id = p_org and k.holder_id = p_id and k.holder = 'tip' and w.org_id = p_org
    and w.part_key_id = k.id and w.unit_id <> desk.unit_id;
  insert into due_item (org_id, id, about_id, kind, rule_version, began_at, due_at, holder_org, unit_id)
    values (p_org, gen_random_uuid(), p_id, 'triageTip', p_rule, now(), p_due, desk.org_id, desk.unit_id);
  return 'done';
end $$;

-- The public page: whom it says to call, and where what is told there goes.
create function tip_page(p_district text) returns table (rules jsonb, unit uuid, generation integer, public_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  desk uuid;
  said jsonb;
begin
  select r.rules into said from rule_set r where r.kind = 'tipRules' and r.valid_from <= (now() at time zone 'Asia/Dhaka')::date
    order by r.valid_from desc, r.made_at desc limit 1;
  select d.unit_id into desk from tip_desk d where d.public and exists (select 1 from unit_key k where k.unit_id = d.unit_id)
      and (d.districts = '{}' or p_district = any (d.districts))
    order by (d.districts = '{}'), d.made_at, d.org_id limit 1;
  if desk is null then
    select d.unit_id into desk from tip_desk d where d.public and exists (select 1 from unit_key k where k.unit_id = d.unit_id)
      order by d.made_at, d.org_id limit 1;
  end if;
  for tried in 1..3 loop
    return query select said, desk, k.generation, k.public_key from unit_key k where k.unit_id = desk
      order by k.generation desc limit 1 for key share of k;
    if found then return; end if;
  end loop;
  return query select said, null::uuid, null::integer, null::bytea;
end $$;

create function tip_tell(p_tip jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if p_tip ->> 'channel' is distinct from 'publicPage' then return 'nowhere'; end if;
  return tip_keep(p_tip, null, null);
end $$;

-- How a tip stands, for whoever has its receipt: nothing of what it says.
create function tip_find(p_receipt bytea) returns table (org uuid, tip uuid, state text, gone boolean, key uuid, public_key bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select t.org_id, t.id, t.state, t.gone_at is not null, k.id, k.public_key from tip t
    left join part_key k on k.org_id = t.org_id and k.holder_id = t.id and k.holder = 'tip'
    where t.receipt = p_receipt;
end $$;

-- What whoever has the receipt has to add. A tip that is closed is looked at again by nobody, so nothing is added there.
create function tip_add(p_receipt bytea, p_id uuid, p_words bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare held record;
begin
  select t.org_id, t.id into held from tip t where t.receipt = p_receipt and t.gone_at is null and t.state <> 'closed' for update;
  if held.id is null or (select count(*) from tip_addition a where a.org_id = held.org_id and a.tip_id = held.id) >= 20 then return false; end if;
  insert into tip_addition (org_id, id, tip_id, words, at) values (held.org_id, p_id, held.id, p_words, now());
  update tip set version = version + 1 where org_id = held.org_id and id = held.id;
  return true;
end $$;

-- Words without a case are kept so many days; then the keys go, and after them the words. What stays is for counting.
create function tip_expire(p_now timestamptz, p_days integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  over record;
  counted integer := 0;
begin
  for over in select t.org_id, t.id from tip t where t.gone_at is null and t.case_id is null
      and t.received_at < p_now - make_interval(days => p_days) order by t.received_at limit 500 for update skip locked loop
    delete from part_wrap w using part_key k where k.org_id = over.org_id and k.holder_id = over.id and k.holder = 'tip'
      and w.org_id = k.org_id and w.part_key_id = k.id;
    delete from part_key k where k.org_id = over.org_id and k.holder_id = over.id and k.holder = 'tip';
    delete from tip_addition a where a.org_id = over.org_id and a.tip_id = over.id;
    update tip set words = null, mentioned = null, way = null, from_org = null, from_account = null, gone_at = p_now, version = version + 1
      where org_id = over.org_id and id = over.id;
    update due_item set cancelled_at = p_now where org_id = over.org_id and about_id = over.id and done_at is null and cancelled_at is null;
    counted := counted + 1;
  end loop;
  return counted;
end $$;
