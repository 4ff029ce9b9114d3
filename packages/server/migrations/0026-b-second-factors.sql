-- What is done on the way to a whole session, and to prove once more within one.

-- The functions from here on work on the session behind the handle in whatever stage it is, and on no other.

create function session_stands() returns table (org_id uuid, account_id uuid, session_id uuid, stage text, proved boolean,
  fresh boolean, must_change boolean, sign_in_name text, name text, wrapped bytea, pending bytea, recovery_left integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return query select s.org_id, s.account_id, s.id, s.stage, s.proved_at is not null,
      coalesce(s.proved_at > now() - interval '5 minutes', false), coalesce(k.must_change, false), a.sign_in_name, a.name,
      (select t.wrapped from totp_factor t where t.org_id = s.org_id and t.account_id = s.account_id and not t.pending),
      (select t.wrapped from totp_factor t where t.org_id = s.org_id and t.account_id = s.account_id and t.session_id = s.id),
      (select count(*)::integer from recovery_code r where r.org_id = s.org_id and r.account_id = s.account_id and r.used_at is null)
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id
    left join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and a.disabled_at is null;
end $$;

-- Ten codes may be tried in one session; the eleventh ends it. Whoever knows the password begins another.
create function factor_try() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  left_over boolean;
begin
  update session s set tries = s.tries + 1, ended_at = case when s.tries >= 10 then now() else s.ended_at end
    where s.handle_hash = mark and s.ended_at is null
    returning s.ended_at is null into left_over;
  return coalesce(left_over, false);
end $$;

-- A wrong code behind a right password says that somebody else knows the password: at the fifth, the person and
-- whoever guards the data are told.
create function factor_failed(p_mark bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  -- One after another, so that the fifth of many at once is counted as the fifth.
  perform pg_advisory_xact_lock(hashtextextended(encode(p_mark, 'hex'), 7306));
  perform sign_in_failed(p_mark);
  if sign_in_failures(p_mark) = 5 then
    insert into notice (org_id, id, account_id, kind, about, made_at)
    select a.org_id, gen_random_uuid(), a.id, 'codeGuessed', jsonb_build_object('account', s.account_id), now()
    from session s join account a on a.org_id = s.org_id and a.disabled_at is null
    where s.handle_hash = mine and (a.id = s.account_id or exists (select 1 from account_role r
      where r.org_id = a.org_id and r.account_id = a.id and r.role = 'dataProtectionOfficer'));
  end if;
end $$;

-- A code is good once: of many who bring it at the same moment, the row lets one through. Proving and coming in are
-- one act, and whoever comes in gets another handle than the one that was there before.
create function session_prove(p_step bigint, p_recovery bytea, p_handle_hash bytea, p_idle_minutes integer, p_hours integer)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  me record;
  used integer;
  becomes text;
begin
  select s.org_id, s.account_id, s.stage, coalesce(k.must_change, false) as must_change into me
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    left join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and s.stage in ('factor', 'full') and (s.stage = 'full') = (p_handle_hash is null) for update of s;
  if not found or (p_step is null) = (p_recovery is null) then return null; end if;
  if p_step is not null then
    update totp_factor t set last_step = p_step
      where t.org_id = me.org_id and t.account_id = me.account_id and not t.pending and t.last_step < p_step;
  else
    update recovery_code r set used_at = now()
      where r.org_id = me.org_id and r.account_id = me.account_id and r.code_hash = p_recovery and r.used_at is null;
  end if;
  get diagnostics used = row_count;
  if used = 0 then return null; end if;
  becomes := case when me.stage = 'factor' and me.must_change then 'enrol' else 'full' end;
  update session s set stage = becomes, proved_at = now(), tries = 0, handle_hash = coalesce(p_handle_hash, s.handle_hash),
      idle_until = case when me.stage = 'full' then s.idle_until else now() + make_interval(mins => p_idle_minutes) end,
      ends_at = case when me.stage = 'full' then s.ends_at when becomes = 'enrol' then now() + make_interval(mins => p_idle_minutes)
        else now() + make_interval(hours => p_hours) end
    where s.handle_hash = mark;
  return becomes;
end $$;

-- In the demonstration nobody has a second factor: there one says that it is they, and no more.
create function session_confirm() returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  done integer;
begin
  update session s set proved_at = now()
    where s.org_id = me[1] and s.account_id = me[2] and s.id = me[3]
      and not exists (select 1 from totp_factor t where t.org_id = me[1] and t.account_id = me[2] and not t.pending);
  get diagnostics done = row_count;
  return done > 0;
end $$;

-- Somebody enrols who has no factor yet, or who has just proved the one they have.
create function totp_begin(p_wrapped bytea, p_node_key_id text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  done integer;
begin
  insert into totp_factor as t (org_id, account_id, pending, session_id, wrapped, node_key_id, made_at)
  select s.org_id, s.account_id, true, s.id, p_wrapped, p_node_key_id, now()
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    left join account_secret k on k.org_id = s.org_id and k.account_id = s.account_id
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and case s.stage
        when 'full' then s.proved_at > now() - interval '5 minutes'
        when 'enrol' then not coalesce(k.must_change, false) and not exists (select 1 from totp_factor o
          where o.org_id = s.org_id and o.account_id = s.account_id and not o.pending)
        else false end
  on conflict (org_id, account_id, pending) do update
    set session_id = excluded.session_id, wrapped = excluded.wrapped, node_key_id = excluded.node_key_id, last_step = 0, made_at = now();
  get diagnostics done = row_count;
  return done > 0;
end $$;

create function recovery_keep(p_org uuid, p_account uuid, p_hashes bytea[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from recovery_code r where r.org_id = p_org and r.account_id = p_account;
  insert into recovery_code (org_id, account_id, code_hash, made_at) select p_org, p_account, h, now() from unnest(p_hashes) h;
end $$;

-- The first code proves that the app has the secret; only then does it count, and the one before it no longer.
create function totp_confirm(p_step bigint, p_hashes bytea[], p_handle_hash bytea, p_idle_minutes integer, p_hours integer)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  me record;
begin
  select s.org_id, s.account_id, s.id, s.stage into me
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now()
      and s.stage in ('enrol', 'full') and (s.stage = 'full') = (p_handle_hash is null)
      and exists (select 1 from totp_factor t where t.org_id = s.org_id and t.account_id = s.account_id and t.session_id = s.id)
    for update of s;
  if not found then return false; end if;
  delete from totp_factor t where t.org_id = me.org_id and t.account_id = me.account_id and not t.pending;
  update totp_factor t set pending = false, session_id = null, last_step = p_step, made_at = now()
    where t.org_id = me.org_id and t.account_id = me.account_id and t.pending and t.session_id = me.id;
  if not found then return false; end if;
  perform recovery_keep(me.org_id, me.account_id, p_hashes);
  update account_secret k set factors_reset_by = null where k.org_id = me.org_id and k.account_id = me.account_id;
  update session s set stage = 'full', proved_at = now(), tries = 0, handle_hash = coalesce(p_handle_hash, s.handle_hash),
      idle_until = case when me.stage = 'full' then s.idle_until else now() + make_interval(mins => p_idle_minutes) end,
      ends_at = case when me.stage = 'full' then s.ends_at else now() + make_interval(hours => p_hours) end
    where s.handle_hash = mark;
  update session s set ended_at = now()
    where s.org_id = me.org_id and s.account_id = me.account_id and s.id <> me.id and s.ended_at is null;
  return true;
end $$;

create function recovery_renew(p_hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or not actor_proved_lately() or not exists (select 1 from totp_factor t
    where t.org_id = me[1] and t.account_id = me[2] and not t.pending) then return false; end if;
  perform recovery_keep(me[1], me[2], p_hashes);
  return true;
end $$;

-- One's own password in the place of the one that an administrator set. With a factor proved before, one is in.
create function session_password(p_verifier bytea, p_salt bytea, p_cost jsonb, p_handle_hash bytea, p_idle_minutes integer, p_hours integer)
returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  me record;
begin
  select s.org_id, s.account_id, s.id, s.proved_at is not null as proved into me
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id and a.disabled_at is null
    where s.handle_hash = mark and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and s.stage = 'enrol'
    for update of s;
  if not found then return null; end if;
  update account_secret k set verifier = p_verifier, salt = p_salt, cost = p_cost, changed_at = now(), must_change = false, set_by = null
    where k.org_id = me.org_id and k.account_id = me.account_id and k.must_change;
  if not found then return null; end if;
  update session s set ended_at = now()
    where s.org_id = me.org_id and s.account_id = me.account_id and s.id <> me.id and s.ended_at is null;
  if not me.proved then return 'enrol'; end if;
  update session s set stage = 'full', handle_hash = p_handle_hash, tries = 0,
      idle_until = now() + make_interval(mins => p_idle_minutes), ends_at = now() + make_interval(hours => p_hours)
    where s.handle_hash = mark;
  return 'full';
end $$;

-- An administrator gives somebody who lost their phone a new beginning, which the person and whoever guards the data
-- are told of. It opens nothing to the administrator, who does not know the password.
create function factors_reset(p_account uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or p_account = me[2] or not actor_has('technicalAdministrator') then return false; end if;
  update account_secret k set factors_reset_by = me[2]
    where k.org_id = me[1] and k.account_id = p_account and not (k.must_change and k.set_by = me[2]);
  if not found then return false; end if;
  delete from totp_factor t where t.org_id = me[1] and t.account_id = p_account;
  delete from recovery_code r where r.org_id = me[1] and r.account_id = p_account;
  update session s set ended_at = now() where s.org_id = me[1] and s.account_id = p_account and s.ended_at is null;
  perform tell_of_reset(p_account, 'factorsReset');
  return true;
end $$;

create function tell_of_reset(p_account uuid, p_kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null or p_account = me[2] or not actor_has('technicalAdministrator') then return; end if;
  insert into notice (org_id, id, account_id, kind, about, made_at)
  select a.org_id, gen_random_uuid(), a.id, p_kind, jsonb_build_object('account', p_account, 'by', me[2]), now()
  from account a
  where a.org_id = me[1] and a.disabled_at is null
    and exists (select 1 from account p where p.org_id = me[1] and p.id = p_account)
    and (a.id = p_account or exists (select 1 from account_role r
      where r.org_id = a.org_id and r.account_id = a.id and r.role = 'dataProtectionOfficer'));
end $$;

-- Each is owned by the role that signs in nowhere, and called by just those who need it.

alter function session_stands() owner to setu_definer;

revoke all on function session_stands() from public;

grant execute on function session_stands() to setu_signin;

alter function factor_try() owner to setu_definer;

revoke all on function factor_try() from public;

grant execute on function factor_try() to setu_signin;

alter function factor_failed(bytea) owner to setu_definer;

revoke all on function factor_failed(bytea) from public;

grant execute on function factor_failed(bytea) to setu_signin;

alter function session_prove(bigint, bytea, bytea, integer, integer) owner to setu_definer;

revoke all on function session_prove(bigint, bytea, bytea, integer, integer) from public;

grant execute on function session_prove(bigint, bytea, bytea, integer, integer) to setu_signin;

alter function session_confirm() owner to setu_definer;

revoke all on function session_confirm() from public;

grant execute on function session_confirm() to setu_signin;

alter function totp_begin(bytea, text) owner to setu_definer;

revoke all on function totp_begin(bytea, text) from public;

grant execute on function totp_begin(bytea, text) to setu_signin;

alter function recovery_keep(uuid, uuid, bytea[]) owner to setu_definer;

revoke all on function recovery_keep(uuid, uuid, bytea[]) from public;

grant execute on function recovery_keep(uuid, uuid, bytea[]) to setu_definer;

alter function totp_confirm(bigint, bytea[], bytea, integer, integer) owner to setu_definer;

revoke all on function totp_confirm(bigint, bytea[], bytea, integer, integer) from public;

grant execute on function totp_confirm(bigint, bytea[], bytea, integer, integer) to setu_signin;

alter function recovery_renew(bytea[]) owner to setu_definer;

revoke all on function recovery_renew(bytea[]) from public;

grant execute on function recovery_renew(bytea[]) to setu_signin;

alter function session_password(bytea, bytea, jsonb, bytea, integer, integer) owner to setu_definer;

revoke all on function session_password(bytea, bytea, jsonb, bytea, integer, integer) from public;

grant execute on function session_password(bytea, bytea, jsonb, bytea, integer, integer) to setu_signin;

alter function factors_reset(uuid) owner to setu_definer;

revoke all on function factors_reset(uuid) from public;

grant execute on function factors_reset(uuid) to setu_app;

alter function tell_of_reset(uuid, text) owner to setu_definer;

revoke all on function tell_of_reset(uuid, text) from public;

grant execute on function tell_of_reset(uuid, text) to setu_app, setu_definer;
