-- What opens the files of a unit is held by its members. Each has a key pair whose private half is opened by their
-- own sign-in alone; the private half of a unit is wrapped to them, and no longer to the key of the node.

create table account_key (
  org_id uuid not null,
  account_id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  made_at timestamptz not null,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create table account_slot (
  org_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('password', 'demo')),
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (org_id, account_id, kind),
  foreign key (org_id, account_id) references account_key (org_id, account_id) on delete cascade
);

-- Whoever leaves a unit, or begins anew after a lost password, leaves its key in the same moment.

create table unit_wrap (
  org_id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  wrapped bytea not null,
  admitted_by uuid,
  made_at timestamptz not null,
  primary key (org_id, unit_id, account_id),
  foreign key (org_id, unit_id, account_id) references unit_member (org_id, unit_id, account_id) on delete cascade,
  foreign key (org_id, account_id) references account_key (org_id, account_id) on delete cascade,
  foreign key (org_id, unit_id) references unit_key (org_id, unit_id)
);

-- The keys of an organisation's blind index, wrapped to its units. There may be several: a unit that could not be
-- given the ones before makes its own.

create table look_up_key (
  org_id uuid not null references organisation (id),
  id uuid not null,
  made_at timestamptz not null,
  primary key (org_id, id)
);

create table look_up_wrap (
  org_id uuid not null,
  key_id uuid not null,
  unit_id uuid not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (org_id, key_id, unit_id),
  foreign key (org_id, key_id) references look_up_key (org_id, id),
  foreign key (org_id, unit_id) references unit_key (org_id, unit_id)
);

alter table account_key owner to setu_owner;

alter table account_key enable row level security;

alter table account_key force row level security;

alter table account_slot owner to setu_owner;

alter table account_slot enable row level security;

alter table account_slot force row level security;

alter table unit_wrap owner to setu_owner;

alter table unit_wrap enable row level security;

alter table unit_wrap force row level security;

alter table look_up_key owner to setu_owner;

alter table look_up_key enable row level security;

alter table look_up_key force row level security;

alter table look_up_wrap owner to setu_owner;

alter table look_up_wrap enable row level security;

alter table look_up_wrap force row level security;

-- A unit's key from before stays under the node's key until every member of it holds it.

alter table unit_key alter column wrapped_private drop not null;

alter table unit_key alter column node_key_id drop not null;

alter table unit_key add constraint unit_key_node_both check ((wrapped_private is null) = (node_key_id is null));

-- The member's private half travels with the session, under a key that only the cookie gives.

alter table session add column sealed_key bytea;

-- What was kept of a password could also open a slot, so it is made anew: everybody chooses a password once more.

update account_secret set must_change = true;

grant select, insert, update on account_key, account_slot to setu_definer;

create policy account_key_definer on account_key for all to setu_definer using (true) with check (true);

create policy account_slot_definer on account_slot for all to setu_definer using (true) with check (true);

grant select on unit_wrap to setu_definer;

create policy unit_wrap_definer on unit_wrap for select to setu_definer using (true);

grant select on account_key, account_slot, unit_wrap, look_up_key, look_up_wrap to setu_backup;

create policy account_key_backup on account_key for select to setu_backup using (true);

create policy account_slot_backup on account_slot for select to setu_backup using (true);

create policy unit_wrap_backup on unit_wrap for select to setu_backup using (true);

create policy look_up_key_backup on look_up_key for select to setu_backup using (true);

create policy look_up_wrap_backup on look_up_wrap for select to setu_backup using (true);

grant insert on account_key, account_slot, unit_wrap, look_up_key, look_up_wrap to setu_setup;

create policy account_key_begin on account_key for insert to setu_setup with check ((select began_empty()));

create policy account_slot_begin on account_slot for insert to setu_setup with check ((select began_empty()));

create policy unit_wrap_begin on unit_wrap for insert to setu_setup with check ((select began_empty()));

create policy look_up_key_begin on look_up_key for insert to setu_setup with check ((select began_empty()));

create policy look_up_wrap_begin on look_up_wrap for insert to setu_setup with check ((select began_empty()));

-- Whether accounts here open themselves, as those of the demonstration do.

grant select (kind) on account_slot to setu_setup;

create policy account_slot_kinds on account_slot for select to setu_setup using (true);

-- Whether whoever asks holds the key of a unit, and so may let a colleague in.
create function holds_unit(p_unit uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from unit_wrap w
    where w.org_id = me[1] and w.unit_id = p_unit and w.account_id = me[2]);
end $$;

-- The member's key as it travels with the session of this transaction: of whoever is in, and of a sign-in on its way.
create function actor_sealed_key() returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select s.sealed_key from session s where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3]);
end $$;

create function session_sealed_key() returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return (select s.sealed_key from session s
    join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now());
end $$;

create function session_keep_key(p_handle_hash bytea, p_sealed bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  update session s set sealed_key = p_sealed
    where s.handle_hash = p_handle_hash and s.ended_at is null and s.idle_until > now() and s.ends_at > now();
end $$;

create function sign_in_slot(p_org uuid, p_account uuid, p_kind text) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (select s.wrapped from account_slot s
    where s.org_id = p_org and s.account_id = p_account and s.kind = p_kind);
end $$;

-- Somebody's first key, or the slot of a new password for the key that they have. A password that two people know
-- opens no slot.
create function member_key_keep(p_handle_hash bytea, p_public bytea, p_wrapped bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me record;
begin
  select s.org_id, s.account_id into me
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id and not k.must_change
    where s.handle_hash = p_handle_hash and s.ended_at is null and s.idle_until > now() and s.ends_at > now();
  if not found then return false; end if;
  insert into account_key (org_id, account_id, public_key, made_at) values (me.org_id, me.account_id, p_public, now())
    on conflict do nothing;
  if not exists (select 1 from account_key k
    where k.org_id = me.org_id and k.account_id = me.account_id and k.public_key = p_public) then return false; end if;
  insert into account_slot (org_id, account_id, kind, wrapped, made_at)
    values (me.org_id, me.account_id, 'password', p_wrapped, now())
    on conflict (org_id, account_id, kind) do update set wrapped = excluded.wrapped, made_at = now();
  return true;
end $$;

-- Those who hold the key of a unit are told, once, that a colleague waits to be let in; and the colleague that they are.
create function tell_of_waiting(p_unit uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not (p_unit = any (actor_units())) or holds_unit(p_unit) then return; end if;
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select w.org_id, gen_random_uuid(), w.account_id, 'keyWaits', jsonb_build_object('account', me[2], 'unit', p_unit), now()
  from unit_wrap w join account a on a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null
  where w.org_id = me[1] and w.unit_id = p_unit
    and not exists (select 1 from notice n where n.account_id = w.account_id and n.kind = 'keyWaits'
      and n.about ->> 'account' = me[2]::text and n.about ->> 'unit' = p_unit::text and n.made_at > now() - interval '7 days');
end $$;

create function tell_of_admission(p_account uuid, p_unit uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not holds_unit(p_unit) then return; end if;
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select w.org_id, gen_random_uuid(), w.account_id, 'keyGiven', jsonb_build_object('unit', p_unit, 'by', me[2]), now()
  from unit_wrap w where w.org_id = me[1] and w.unit_id = p_unit and w.account_id = p_account;
end $$;

alter policy notice_definer_told on notice using (kind in ('emergencyOwn', 'manyCases', 'keyWaits'));

-- Each is owned by the role that signs in nowhere, and called by just those who need it.

alter function holds_unit(uuid) owner to setu_definer;

revoke all on function holds_unit(uuid) from public;

grant execute on function holds_unit(uuid) to setu_app, setu_definer;

alter function actor_sealed_key() owner to setu_definer;

revoke all on function actor_sealed_key() from public;

grant execute on function actor_sealed_key() to setu_app;

alter function session_sealed_key() owner to setu_definer;

revoke all on function session_sealed_key() from public;

grant execute on function session_sealed_key() to setu_signin;

alter function session_keep_key(bytea, bytea) owner to setu_definer;

revoke all on function session_keep_key(bytea, bytea) from public;

grant execute on function session_keep_key(bytea, bytea) to setu_signin;

alter function sign_in_slot(uuid, uuid, text) owner to setu_definer;

revoke all on function sign_in_slot(uuid, uuid, text) from public;

grant execute on function sign_in_slot(uuid, uuid, text) to setu_signin;

alter function member_key_keep(bytea, bytea, bytea) owner to setu_definer;

revoke all on function member_key_keep(bytea, bytea, bytea) from public;

grant execute on function member_key_keep(bytea, bytea, bytea) to setu_signin;

alter function tell_of_waiting(uuid) owner to setu_definer;

revoke all on function tell_of_waiting(uuid) from public;

grant execute on function tell_of_waiting(uuid) to setu_app;

alter function tell_of_admission(uuid, uuid) owner to setu_definer;

revoke all on function tell_of_admission(uuid, uuid) from public;

grant execute on function tell_of_admission(uuid, uuid) to setu_app;
