-- A survivor's own way in to her case: a slot that a receipt of sixteen digits and a PIN open together. What the two
-- give is not kept; what is kept opens nothing without them. One slot a case; a new receipt takes the place of the old.

create table case_slot (
  org_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  look_up bytea not null unique check (length(look_up) = 32),
  public_key bytea not null check (length(public_key) = 32),
  wrapped_private bytea not null,
  near_suspect text not null check (near_suspect in ('no', 'cannotSay')),
  issued_org uuid not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  frozen_at timestamptz,
  frozen_by text check (frozen_by in ('survivor', 'caseworker')),
  frozen_because text check (frozen_because in ('asked', 'found', 'nearSuspect')),
  primary key (org_id, case_id),
  unique (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (issued_org, issued_by) references account (org_id, id),
  constraint case_slot_frozen check ((frozen_at is null) = (frozen_by is null) and (frozen_at is null) = (frozen_because is null))
);

-- The keys of the parts that she may read. What goes away takes them along: the slot, or the key itself.

create table slot_wrap (
  org_id uuid not null,
  slot_id uuid not null,
  part_key_id uuid not null,
  part text not null check (part in ('identity', 'contact', 'narrative', 'family', 'legal')),
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (org_id, slot_id, part_key_id),
  foreign key (org_id, slot_id) references case_slot (org_id, id) on delete cascade,
  foreign key (org_id, part_key_id) references part_key (org_id, id) on delete cascade
);

create index slot_wrap_key on slot_wrap (org_id, part_key_id);

-- Her session is of a kind of its own: no account stands behind it, and no function of the staff knows it.

create table slot_session (
  handle_hash bytea primary key,
  org_id uuid not null,
  id uuid not null unique,
  slot_id uuid not null,
  sealed_key bytea not null,
  began_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  foreign key (org_id, slot_id) references case_slot (org_id, id) on delete cascade
);

create index slot_session_slot on slot_session (org_id, slot_id);

alter table case_slot owner to setu_owner;

alter table case_slot enable row level security;

alter table case_slot force row level security;

alter table slot_wrap owner to setu_owner;

alter table slot_wrap enable row level security;

alter table slot_wrap force row level security;

alter table slot_session owner to setu_owner;

alter table slot_session enable row level security;

alter table slot_session force row level security;

grant select on case_slot, slot_wrap, slot_session to setu_backup;

create policy case_slot_backup on case_slot for select to setu_backup using (true);

create policy slot_wrap_backup on slot_wrap for select to setu_backup using (true);

create policy slot_session_backup on slot_session for select to setu_backup using (true);

-- So many days has a caseworker to hear what a survivor says is wrong.
insert into access_days (name, days) values ('hearSurvivor', 3);

-- A child, or somebody of whom it is not known: for them nobody who cannot say is good enough.
create function slot_for_child(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return not exists (select 1 from case_facts f where f.org_id = p_org and f.case_id = p_case
      and f.age_band is not null and f.age_band not in ('0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown'))
    or exists (select 1 from case_facts f where f.org_id = p_org and f.case_id = p_case
      and f.age_band in ('0-4', '5-9', '10-14', '15-17', 'childUnknown'));
end $$;

-- Whether a slot opens today: not frozen, and of a child only where nobody close to her may be a suspect.
create function slot_opens(p_org uuid, p_slot uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from case_slot s where s.org_id = p_org and s.id = p_slot and s.frozen_at is null
    and (s.near_suspect = 'no' or not slot_for_child(s.org_id, s.case_id)));
end $$;

-- Tells those who work on a case what its survivor did.
create function slot_tell_team(p_org uuid, p_case uuid, p_kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  code text;
  team uuid[];
begin
  select k.code into code from case_code k join case_file c on c.org_id = k.org_id and c.id = k.case_id and k.holder_org = c.owner_org
    where k.org_id = p_org and k.case_id = p_case;
  select coalesce(array_agg(a.account_id), '{}') into team from case_assignment a
    where a.org_id = p_org and a.case_id = p_case and a.ended_at is null and a.conflict = 'none';
  perform emergency_tell(team, p_kind, jsonb_build_object('org', p_org, 'case', p_case, 'code', coalesce(code, '-')));
end $$;

-- Giving a slot: by whoever works on the case, with her there. One before it is gone in the same moment.
create function slot_issue(p_org uuid, p_case uuid, p_id uuid, p_look_up bytea, p_public bytea, p_wrapped bytea, p_near text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  if case_relation(p_org, p_case) <> 'own' then return 'gone'; end if;
  perform 1 from case_file c where c.org_id = p_org and c.id = p_case for no key update;
  if p_near = 'yes' or (p_near <> 'no' and slot_for_child(p_org, p_case)) then return 'not-safe'; end if;
  delete from case_slot s where s.org_id = p_org and s.case_id = p_case;
  insert into case_slot (org_id, case_id, id, look_up, public_key, wrapped_private, near_suspect, issued_org, issued_by, issued_at)
    values (p_org, p_case, p_id, p_look_up, p_public, p_wrapped, p_near, me[1], me[2], now());
  return 'issued';
end $$;

-- Freezing: by whoever works on the case or supervises it, at once.
create function slot_freeze(p_org uuid, p_case uuid, p_because text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare frozen uuid;
begin
  if actor_self() is null or not (case_relation(p_org, p_case) in ('own', 'supervise')) then return false; end if;
  update case_slot s set frozen_at = coalesce(s.frozen_at, now()), frozen_by = coalesce(s.frozen_by, 'caseworker'), frozen_because = p_because
    where s.org_id = p_org and s.case_id = p_case returning s.id into frozen;
  if frozen is null then return false; end if;
  update slot_session s set ended_at = now() where s.org_id = p_org and s.slot_id = frozen and s.ended_at is null;
  return true;
end $$;

-- Opening a frozen one again: by whoever works on the case, with her there, and after the same question as at the beginning.
create function slot_thaw(p_org uuid, p_case uuid, p_near text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_self() is null then return null; end if;
  if case_relation(p_org, p_case) <> 'own' then return 'gone'; end if;
  if p_near = 'yes' or (p_near <> 'no' and slot_for_child(p_org, p_case)) then return 'not-safe'; end if;
  update case_slot s set frozen_at = null, frozen_by = null, frozen_because = null, near_suspect = p_near
    where s.org_id = p_org and s.case_id = p_case and s.frozen_at is not null;
  return case when found then 'open' else 'gone' end;
end $$;

-- Whoever takes a case over hears that its survivor has a way in.
create function slot_tell_taker(p_org uuid, p_case uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if case_relation(p_org, p_case) <> 'own' then return; end if;
  if not exists (select 1 from case_slot s where s.org_id = p_org and s.case_id = p_case) then return; end if;
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select me[1], gen_random_uuid(), me[2], 'windowStays',
    jsonb_build_object('org', p_org, 'case', p_case, 'code', coalesce((select k.code from case_code k
      where k.org_id = p_org and k.case_id = p_case and k.holder_org = me[1]), '-')), now()
  from (select actor_self() as me) x;
end $$;
