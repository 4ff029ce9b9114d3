-- Browsers from which somebody came in wholly before: a password that comes from there waits in a line of its own, so
-- that no flood of strangers keeps its owner out. Knowing a device opens nothing.

create table known_device (
  org_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  mark bytea not null unique check (length(mark) = 32),
  device text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (org_id, account_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

alter table session add column known_device uuid;

alter table known_device owner to setu_owner;

alter table known_device enable row level security;

alter table known_device force row level security;

grant select, insert, update, delete on known_device to setu_definer;

grant select on known_device to setu_backup;

create policy known_device_backup on known_device for select to setu_backup using (true);

create policy known_device_definer on known_device for all to setu_definer using (true) with check (true);

-- Asked before a password is tried; says nothing of whose device it is.
create function device_known(p_org uuid, p_account uuid, p_mark bytea) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from known_device d where d.org_id = p_org and d.account_id = p_account and d.mark = p_mark
    and d.seen_at > now() - interval '180 days');
end $$;

-- Whoever is in by a whole session is known again here; of twenty devices, the one unseen for longest makes room.
create function device_remember(p_mark bytea, p_device text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  known uuid;
begin
  if me is null then return; end if;
  insert into known_device as d (org_id, account_id, id, mark, device, made_at, seen_at)
    values (me[1], me[2], gen_random_uuid(), p_mark, p_device, now(), now())
    on conflict (mark) do update set seen_at = now(), device = excluded.device
      where d.org_id = me[1] and d.account_id = me[2]
    returning d.id into known;
  update session s set known_device = known where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3];
  delete from known_device d where d.org_id = me[1] and d.account_id = me[2] and d.id not in (
    select k.id from known_device k where k.org_id = me[1] and k.account_id = me[2]
      and k.seen_at > now() - interval '180 days' order by k.seen_at desc, k.id limit 20);
end $$;

create function device_list() returns table (id uuid, device text, made_at timestamptz, seen_at timestamptz, this_one boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return query select d.id, d.device, d.made_at, d.seen_at, exists (select 1 from session s
      where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3] and s.known_device = d.id)
    from known_device d where d.org_id = me[1] and d.account_id = me[2] and d.seen_at > now() - interval '180 days';
end $$;

-- Named by itself, or by a session on it that was ended: then its other sessions end too, but never the one that asks.
create function device_forget(p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  which uuid := coalesce((select s.known_device from session s
    where s.org_id = me[1] and s.account_id = me[2] and s.id = p_id), p_id);
  gone integer;
begin
  delete from known_device d where d.org_id = me[1] and d.account_id = me[2] and d.id = which
    and (which = p_id or not exists (select 1 from session s
      where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3] and s.known_device = which));
  get diagnostics gone = row_count;
  if gone > 0 then
    update session s set ended_at = now() where s.org_id = me[1] and s.account_id = me[2] and s.id <> me[3]
      and s.known_device = which and s.ended_at is null;
  end if;
  return gone > 0;
end $$;

-- A lost phone may be a known device too: whoever begins anew with their second factor begins anew with these.
create function devices_begin_anew() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from known_device d where d.org_id = new.org_id and d.account_id = new.account_id;
  return null;
end $$;

create trigger devices_begin_anew after update of factors_reset_by on account_secret for each row
  when (new.factors_reset_by is not null) execute function devices_begin_anew();

alter function device_known(uuid, uuid, bytea) owner to setu_definer;

revoke all on function device_known(uuid, uuid, bytea) from public;

grant execute on function device_known(uuid, uuid, bytea) to setu_signin;

alter function device_remember(bytea, text) owner to setu_definer;

revoke all on function device_remember(bytea, text) from public;

grant execute on function device_remember(bytea, text) to setu_signin;

alter function device_list() owner to setu_definer;

revoke all on function device_list() from public;

grant execute on function device_list() to setu_app;

alter function device_forget(uuid) owner to setu_definer;

revoke all on function device_forget(uuid) from public;

grant execute on function device_forget(uuid) to setu_app;

alter function devices_begin_anew() owner to setu_definer;

revoke all on function devices_begin_anew() from public;

grant execute on function devices_begin_anew() to setu_definer;
