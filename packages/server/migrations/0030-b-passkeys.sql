-- Passkeys: a second factor that a false page cannot ask for. What is kept of one opens nothing: its public half.

create table passkey (
  org_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  credential_id bytea not null unique check (length(credential_id) between 16 and 1023),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  label text not null check (length(label) between 1 and 60),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, account_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

alter table passkey owner to setu_owner;

alter table passkey enable row level security;

alter table passkey force row level security;

grant select, insert, update, delete on passkey to setu_definer;

create policy passkey_definer on passkey for all to setu_definer using (true) with check (true);

grant select on passkey to setu_backup;

create policy passkey_backup on passkey for select to setu_backup using (true);

grant select (org_id, account_id, id, label, made_at, used_at) on passkey to setu_app;

create policy passkey_own on passkey for select to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()));

-- What a passkey is asked to sign: one at a time in a session, for one purpose, for five minutes, once.

alter table session add column challenge bytea;

alter table session add column challenge_for text;

alter table session add column challenge_until timestamptz;

create function passkey_challenge(p_challenge bytea, p_for text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  done integer;
begin
  update session s set challenge = p_challenge, challenge_for = p_for, challenge_until = now() + interval '5 minutes'
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now();
  get diagnostics done = row_count;
  return done > 0;
end $$;

create function passkey_challenge_spend(p_for text) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  asked record;
begin
  select s.challenge, s.challenge_for, s.challenge_until into asked from session s
    where s.handle_hash = mark and s.ended_at is null for update;
  if not found then return null; end if;
  update session s set challenge = null, challenge_for = null, challenge_until = null where s.handle_hash = mark;
  if asked.challenge_for is distinct from p_for or asked.challenge_until <= now() then return null; end if;
  return asked.challenge;
end $$;

-- The passkeys of whoever the session is of, in whatever stage it is: what can be asked for, and checked against.
create function passkey_list() returns table (id uuid, credential_id bytea, public_key bytea, counter bigint, transports text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return query select p.id, p.credential_id, p.public_key, p.counter, p.transports
    from session s join passkey p on p.org_id = s.org_id and p.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now() order by p.made_at;
end $$;

-- A signature was checked: the row lets one through whose counter moved, or that has none.
create function passkey_use(p_id uuid, p_counter bigint) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  done integer;
begin
  update passkey p set counter = p_counter, used_at = now() from session s
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and p.org_id = s.org_id and p.account_id = s.account_id and p.id = p_id
      and (p.counter < p_counter or (p.counter = 0 and p_counter = 0));
  get diagnostics done = row_count;
  return done > 0;
end $$;

-- What session_prove does for a code, for a signature that was checked.
create function session_prove_passkey(p_id uuid, p_counter bigint, p_handle_hash bytea, p_idle_minutes integer, p_hours integer)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  me record;
  becomes text;
begin
  select s.org_id, s.account_id, s.stage, coalesce(k.must_change, false) as must_change into me
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    left join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and s.stage in ('factor', 'full') and (s.stage = 'full') = (p_handle_hash is null) for update of s;
  if not found or not passkey_use(p_id, p_counter) then return null; end if;
  becomes := case when me.stage = 'factor' and me.must_change then 'enrol' else 'full' end;
  update session s set stage = becomes, proved_at = now(), tries = 0, handle_hash = coalesce(p_handle_hash, s.handle_hash),
      idle_until = case when me.stage = 'full' then s.idle_until else now() + make_interval(mins => p_idle_minutes) end,
      ends_at = case when me.stage = 'full' then s.ends_at when becomes = 'enrol' then now() + make_interval(mins => p_idle_minutes)
        else now() + make_interval(hours => p_hours) end
    where s.handle_hash = mark;
  return becomes;
end $$;

-- Whether this session may enrol another factor: the first, or with a fresh proof of one that is there.
create function factor_may_begin() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return exists (select 1 from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    left join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and case s.stage
        when 'full' then s.proved_at > now() - interval '5 minutes'
        when 'enrol' then not coalesce(k.must_change, false) and not factor_there(s.org_id, s.account_id)
        else false end);
end $$;

create function factor_there(p_org uuid, p_account uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from totp_factor t where t.org_id = p_org and t.account_id = p_account and not t.pending)
    or exists (select 1 from passkey p where p.org_id = p_org and p.account_id = p_account);
end $$;

-- A passkey that has signed: whoever was enrolling is in by it, under a new handle and with codes for paper.
create function passkey_enrol(p_id uuid, p_credential bytea, p_public bytea, p_counter bigint, p_transports text[], p_label text,
  p_hashes bytea[], p_handle_hash bytea, p_idle_minutes integer, p_hours integer)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  me record;
begin
  select s.org_id, s.account_id, s.id, s.stage into me from session s
    where s.handle_hash = mark and s.stage in ('enrol', 'full') and (s.stage = 'full') = (p_handle_hash is null) for update;
  if not found or not factor_may_begin() then return false; end if;
  if (select count(*) from passkey p where p.org_id = me.org_id and p.account_id = me.account_id) >= 10 then return false; end if;
  insert into passkey (org_id, account_id, id, credential_id, public_key, counter, transports, label, made_at)
    values (me.org_id, me.account_id, p_id, p_credential, p_public, p_counter, p_transports, p_label, now());
  update session s set ended_at = now()
    where s.org_id = me.org_id and s.account_id = me.account_id and s.id <> me.id and s.ended_at is null;
  if me.stage = 'full' then return true; end if;
  perform recovery_keep(me.org_id, me.account_id, p_hashes);
  update account_secret k set factors_reset_by = null where k.org_id = me.org_id and k.account_id = me.account_id;
  update session s set stage = 'full', proved_at = now(), tries = 0, handle_hash = p_handle_hash,
      idle_until = now() + make_interval(mins => p_idle_minutes), ends_at = now() + make_interval(hours => p_hours)
    where s.handle_hash = mark;
  return true;
end $$;

-- The last factor stays: without one nobody would come in again but by an administrator.
create function passkey_remove(p_id uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  if not actor_proved_lately() then return 'not now'; end if;
  -- One after another, so that two who are left are not both removed.
  perform 1 from account_secret k where k.org_id = me[1] and k.account_id = me[2] for update;
  if not exists (select 1 from passkey p where p.org_id = me[1] and p.account_id = me[2] and p.id = p_id) then return 'none'; end if;
  if not exists (select 1 from totp_factor t where t.org_id = me[1] and t.account_id = me[2] and not t.pending)
    and not exists (select 1 from passkey p where p.org_id = me[1] and p.account_id = me[2] and p.id <> p_id)
    then return 'last'; end if;
  delete from passkey p where p.org_id = me[1] and p.account_id = me[2] and p.id = p_id;
  update session s set ended_at = now()
    where s.org_id = me[1] and s.account_id = me[2] and s.id <> me[3] and s.ended_at is null;
  return 'gone';
end $$;

-- What was said of an app's codes holds for a passkey as well.

create or replace function session_begin(p_handle_hash bytea, p_org uuid, p_id uuid, p_account uuid, p_device text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare enrolled boolean := factor_there(p_org, p_account);
declare until timestamptz := now() + case when enrolled then interval '5 minutes' else interval '30 minutes' end;
begin
  insert into session (handle_hash, org_id, id, account_id, device, began_at, seen_at, idle_until, ends_at, stage)
  select p_handle_hash, a.org_id, p_id, a.id, p_device, now(), now(), until, until,
    case when enrolled then 'factor' else 'enrol' end
  from account a where a.org_id = p_org and a.id = p_account and a.disabled_at is null;
end $$;

create or replace function session_confirm() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  done integer;
begin
  update session s set proved_at = now()
    where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3] and not factor_there(me[1], me[2]);
  get diagnostics done = row_count;
  return done > 0;
end $$;

create or replace function totp_begin(p_wrapped bytea, p_node_key_id text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  if not factor_may_begin() then return false; end if;
  insert into totp_factor as t (org_id, account_id, pending, session_id, wrapped, node_key_id, made_at)
  select s.org_id, s.account_id, true, s.id, p_wrapped, p_node_key_id, now() from session s where s.handle_hash = mark
  on conflict (org_id, account_id, pending) do update
    set session_id = excluded.session_id, wrapped = excluded.wrapped, node_key_id = excluded.node_key_id, last_step = 0, made_at = now();
  return true;
end $$;

create or replace function recovery_renew(p_hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not actor_proved_lately() or not factor_there(me[1], me[2]) then return false; end if;
  perform recovery_keep(me[1], me[2], p_hashes);
  return true;
end $$;

create or replace function devices_begin_anew() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from known_device d where d.org_id = new.org_id and d.account_id = new.account_id;
  delete from passkey p where p.org_id = new.org_id and p.account_id = new.account_id;
  return null;
end $$;

alter function passkey_challenge(bytea, text) owner to setu_definer;

revoke all on function passkey_challenge(bytea, text) from public;

grant execute on function passkey_challenge(bytea, text) to setu_signin;

alter function passkey_challenge_spend(text) owner to setu_definer;

revoke all on function passkey_challenge_spend(text) from public;

grant execute on function passkey_challenge_spend(text) to setu_signin;

alter function passkey_list() owner to setu_definer;

revoke all on function passkey_list() from public;

grant execute on function passkey_list() to setu_signin;

alter function passkey_use(uuid, bigint) owner to setu_definer;

revoke all on function passkey_use(uuid, bigint) from public;

grant execute on function passkey_use(uuid, bigint) to setu_definer;

alter function session_prove_passkey(uuid, bigint, bytea, integer, integer) owner to setu_definer;

revoke all on function session_prove_passkey(uuid, bigint, bytea, integer, integer) from public;

grant execute on function session_prove_passkey(uuid, bigint, bytea, integer, integer) to setu_signin;

alter function factor_may_begin() owner to setu_definer;

revoke all on function factor_may_begin() from public;

grant execute on function factor_may_begin() to setu_signin, setu_definer;

alter function factor_there(uuid, uuid) owner to setu_definer;

revoke all on function factor_there(uuid, uuid) from public;

grant execute on function factor_there(uuid, uuid) to setu_definer;

alter function passkey_enrol(uuid, bytea, bytea, bigint, text[], text, bytea[], bytea, integer, integer) owner to setu_definer;

revoke all on function passkey_enrol(uuid, bytea, bytea, bigint, text[], text, bytea[], bytea, integer, integer) from public;

grant execute on function passkey_enrol(uuid, bytea, bytea, bigint, text[], text, bytea[], bytea, integer, integer) to setu_signin;

alter function passkey_remove(uuid) owner to setu_definer;

revoke all on function passkey_remove(uuid) from public;

grant execute on function passkey_remove(uuid) to setu_app;
