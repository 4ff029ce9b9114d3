-- For the day on which nobody of a unit can open its key any more: an organisation's recovery key, whose private half
-- exists nowhere. Two of its three shares, on paper and with three people, make it again.

create table recovery_key (
  org_id uuid not null references organisation (id),
  id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  made_by uuid not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  retired_why text check (retired_why in ('renewed', 'spent')),
  primary key (org_id, id),
  foreign key (org_id, made_by) references account (org_id, id),
  check ((retired_at is null) = (retired_why is null))
);

create unique index recovery_key_current on recovery_key (org_id) where retired_at is null;

-- Who was given which share; the share itself is kept nowhere.
create table recovery_share (
  org_id uuid not null,
  key_id uuid not null,
  number integer not null check (number between 1 and 3),
  holder text not null check (length(holder) between 1 and 120),
  primary key (org_id, key_id, number),
  foreign key (org_id, key_id) references recovery_key (org_id, id)
);

create table recovery_wrap (
  org_id uuid not null,
  key_id uuid not null,
  unit_id uuid not null,
  generation integer not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (org_id, key_id, unit_id, generation),
  foreign key (org_id, key_id) references recovery_key (org_id, id),
  foreign key (org_id, unit_id, generation) references unit_key (org_id, unit_id, generation) on delete cascade
);

create index recovery_wrap_unit on recovery_wrap (org_id, unit_id, generation);

alter table recovery_key owner to setu_owner;

alter table recovery_key enable row level security;

alter table recovery_key force row level security;

alter table recovery_share owner to setu_owner;

alter table recovery_share enable row level security;

alter table recovery_share force row level security;

alter table recovery_wrap owner to setu_owner;

alter table recovery_wrap enable row level security;

alter table recovery_wrap force row level security;

grant select on recovery_key, recovery_share, recovery_wrap to setu_backup;

create policy recovery_key_backup on recovery_key for select to setu_backup using (true);

create policy recovery_share_backup on recovery_share for select to setu_backup using (true);

create policy recovery_wrap_backup on recovery_wrap for select to setu_backup using (true);

grant select, insert on recovery_key, recovery_share to setu_app;

create policy recovery_key_read on recovery_key for select to setu_app using (org_id = (select actor_org())
  and ((select actor_has('technicalAdministrator')) or (select actor_has('dataProtectionOfficer'))));

create policy recovery_key_make on recovery_key for insert to setu_app with check (org_id = (select actor_org())
  and made_by = (select actor_account()) and retired_at is null
  and (select actor_has('technicalAdministrator')) and (select actor_proved_lately()));

create policy recovery_share_read on recovery_share for select to setu_app using (org_id = (select actor_org())
  and ((select actor_has('technicalAdministrator')) or (select actor_has('dataProtectionOfficer'))));

create policy recovery_share_make on recovery_share for insert to setu_app with check (org_id = (select actor_org())
  and (select actor_has('technicalAdministrator')) and exists (select 1 from recovery_key k
    where k.org_id = recovery_share.org_id and k.id = key_id and k.retired_at is null));

-- Whether a recovery key is the one that holds now.
create function recovery_now(p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from recovery_key k where k.org_id = actor_org() and k.id = p_key and k.retired_at is null);
end $$;

-- The recovery key that holds now, for whoever wraps to it. It is not retired before they are done.
create function recovery_current() returns table (id uuid, public_key bytea)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select k.id, k.public_key from recovery_key k
    where k.org_id = actor_org() and k.retired_at is null for key share of k;
end $$;

-- Whoever holds the key of a unit wraps it, and so sees which of theirs are; an administrator sees which are not.

grant select, insert on recovery_wrap to setu_app;

create policy recovery_wrap_read on recovery_wrap for select to setu_app using (org_id = (select actor_org())
  and (unit_id = any ((select actor_units())::uuid[]) or (select actor_has('technicalAdministrator'))
    or (select actor_has('dataProtectionOfficer'))));

create policy recovery_wrap_make on recovery_wrap for insert to setu_app with check (org_id = (select actor_org())
  and unit_id = any ((select actor_units())::uuid[]) and holds_unit(unit_id) and recovery_now(key_id));

grant select, update on recovery_key to setu_definer;

create policy recovery_key_definer on recovery_key for select to setu_definer using (true);

create policy recovery_key_definer_change on recovery_key for update to setu_definer using (true) with check (true);

grant select, delete on recovery_wrap to setu_definer;

create policy recovery_wrap_definer on recovery_wrap for select to setu_definer using (true);

create policy recovery_wrap_definer_end on recovery_wrap for delete to setu_definer using (true);

grant insert on unit_wrap to setu_definer;

create policy unit_wrap_definer_add on unit_wrap for insert to setu_definer with check (true);

-- Those who answer for the keys of an organisation, and the members of a unit that was opened, are told.
create function recovery_tell(p_kind text, p_about jsonb, p_units uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select a.org_id, gen_random_uuid(), a.id, p_kind, p_about, now() from account a
  where a.org_id = me[1] and a.disabled_at is null and (
    exists (select 1 from account_role r where r.org_id = a.org_id and r.account_id = a.id
      and r.role in ('technicalAdministrator', 'dataProtectionOfficer'))
    or exists (select 1 from unit_member m where m.org_id = a.org_id and m.account_id = a.id and m.unit_id = any (p_units)));
end $$;

-- Ends the recovery key that holds now: what was wrapped to it is destroyed, and its shares open nothing any more.
create function recovery_retire(p_why text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  gone uuid;
begin
  if me is null or not actor_has('technicalAdministrator') or not actor_proved_lately() then return false; end if;
  select k.id into gone from recovery_key k where k.org_id = me[1] and k.retired_at is null for update;
  if gone is null then return false; end if;
  delete from recovery_wrap w where w.org_id = me[1] and w.key_id = gone;
  update recovery_key k set retired_at = now(), retired_why = p_why where k.org_id = me[1] and k.id = gone;
  insert into key_event (org_id, id, kind, account_id, at)
    values (me[1], gen_random_uuid(), 'recoveryRetired', me[2], now());
  return true;
end $$;

create function recovery_made() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not actor_has('technicalAdministrator') then return; end if;
  insert into key_event (org_id, id, kind, account_id, at) values (me[1], gen_random_uuid(), 'recoveryMade', me[2], now());
  perform recovery_tell('recoveryMade', jsonb_build_object('by', me[2]), '{}');
end $$;

-- The units that the recovery key covers and whose newest key nobody holds who can still come in.
create function recovery_lost() returns table (unit_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not actor_has('technicalAdministrator') then return; end if;
  return query select u.unit_id from (select k.unit_id, max(k.generation) as newest from unit_key k
      where k.org_id = me[1] group by k.unit_id) u
    where exists (select 1 from recovery_wrap r join recovery_key k on k.org_id = r.org_id and k.id = r.key_id and k.retired_at is null
        where r.org_id = me[1] and r.unit_id = u.unit_id and r.generation = u.newest)
      and not exists (select 1 from unit_wrap w join account a on a.org_id = w.org_id and a.id = w.account_id and a.disabled_at is null
        where w.org_id = me[1] and w.unit_id = u.unit_id and w.generation = u.newest);
end $$;

-- Lets members in to units that nobody could open, by keys that two shares opened; everybody concerned is told.
create function recovery_let_in(p_key uuid, p_units uuid[], p_generations integer[], p_accounts uuid[], p_wrapped text[]) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  opened uuid[];
  done integer;
begin
  if me is null or not actor_has('technicalAdministrator') or not actor_proved_lately() or not recovery_now(p_key) then return null; end if;
  perform 1 from recovery_key k where k.org_id = me[1] and k.id = p_key for update;
  opened := (select array_agg(distinct l.unit_id) from recovery_lost() l where l.unit_id = any (p_units));
  insert into unit_wrap (org_id, unit_id, account_id, generation, wrapped, admitted_by, made_at)
    select me[1], t.unit_id, t.account_id, t.generation, decode(t.wrapped, 'hex'), me[2], now()
    from unnest(p_units, p_generations, p_accounts, p_wrapped) as t (unit_id, generation, account_id, wrapped)
    join unit_member m on m.org_id = me[1] and m.unit_id = t.unit_id and m.account_id = t.account_id
    join account a on a.org_id = me[1] and a.id = t.account_id and a.disabled_at is null
    where t.unit_id = any (opened) and exists (select 1 from recovery_wrap r
      where r.org_id = me[1] and r.key_id = p_key and r.unit_id = t.unit_id and r.generation = t.generation);
  get diagnostics done = row_count;
  update unit_key k set due_since = coalesce(k.due_since, now()), due_why = 'recovered' where k.org_id = me[1] and k.unit_id = any (opened)
    and k.generation = (select max(n.generation) from unit_key n where n.org_id = k.org_id and n.unit_id = k.unit_id);
  insert into key_event (org_id, id, kind, unit_id, account_id, at)
    select me[1], gen_random_uuid(), 'recovered', u, me[2], now() from unnest(opened) u;
  perform recovery_tell('keyRecovered', jsonb_build_object('unit', u, 'by', me[2]), array[u]) from unnest(opened) u;
  return done;
end $$;

alter function recovery_now(uuid) owner to setu_definer;

revoke all on function recovery_now(uuid) from public;

grant execute on function recovery_now(uuid) to setu_app, setu_definer;

alter function recovery_current() owner to setu_definer;

revoke all on function recovery_current() from public;

grant execute on function recovery_current() to setu_app;

alter function recovery_tell(text, jsonb, uuid[]) owner to setu_definer;

revoke all on function recovery_tell(text, jsonb, uuid[]) from public;

grant execute on function recovery_tell(text, jsonb, uuid[]) to setu_definer;

alter function recovery_retire(text) owner to setu_definer;

revoke all on function recovery_retire(text) from public;

grant execute on function recovery_retire(text) to setu_app;

alter function recovery_made() owner to setu_definer;

revoke all on function recovery_made() from public;

grant execute on function recovery_made() to setu_app;

alter function recovery_lost() owner to setu_definer;

revoke all on function recovery_lost() from public;

grant execute on function recovery_lost() to setu_app, setu_definer;

alter function recovery_let_in(uuid, uuid[], integer[], uuid[], text[]) owner to setu_definer;

revoke all on function recovery_let_in(uuid, uuid[], integer[], uuid[], text[]) from public;

grant execute on function recovery_let_in(uuid, uuid[], integer[], uuid[], text[]) to setu_app;
