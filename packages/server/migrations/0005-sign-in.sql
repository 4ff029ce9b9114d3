-- Sign-in and sessions: the closed list of functions through which they are reached.

create function case_is_new(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return exists (select 1 from case_file c where c.org_id = p_org and c.id = p_case
    and c.owner_unit = any (actor_units())
    and not exists (select 1 from case_assignment a where a.org_id = p_org and a.case_id = p_case));
end $$;

create function sign_in_find(p_name text)
returns table (org_id uuid, account_id uuid, verifier bytea, salt bytea, cost jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return query select a.org_id, a.id, k.verifier, k.salt, k.cost
    from account a join account_secret k on k.org_id = a.org_id and k.account_id = a.id
    where a.sign_in_name = p_name and a.disabled_at is null;
end $$;

create function sign_in_failures(p_name_hash bytea) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return (select count(*) from sign_in_failure f where f.name_hash = p_name_hash and f.at > now() - interval '15 minutes')::integer;
end $$;

create function sign_in_failed(p_name_hash bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  delete from sign_in_failure where at < now() - interval '1 day';
  insert into sign_in_failure (name_hash, at) values (p_name_hash, clock_timestamp()) on conflict do nothing;
end $$;

create function session_open(p_handle_hash bytea, p_org uuid, p_id uuid, p_account uuid, p_device text, p_idle_minutes integer, p_hours integer)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  insert into session (handle_hash, org_id, id, account_id, device, began_at, seen_at, idle_until, ends_at)
  select p_handle_hash, a.org_id, p_id, a.id, p_device, now(), now(),
    now() + make_interval(mins => p_idle_minutes), now() + make_interval(hours => p_hours)
  from account a where a.org_id = p_org and a.id = p_account and a.disabled_at is null;
end $$;

create function session_seen(p_idle_minutes integer) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  -- A long request of the same session holds this row; nobody waits for it just to say that they are here.
  update session set seen_at = now(), idle_until = now() + make_interval(mins => p_idle_minutes)
  where handle_hash = (select s.handle_hash from session s
    where s.handle_hash = sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'))
      and s.ended_at is null and s.idle_until > now() and s.seen_at < now() - interval '20 seconds'
    for update skip locked);
end $$;

create function session_end(p_session uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare ended integer;
begin
  update session set ended_at = now() where account_id = actor_account() and id = p_session and ended_at is null;
  get diagnostics ended = row_count;
  return ended > 0;
end $$;

create function account_sessions_end(p_account uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  if actor_account() = p_account or (actor_has('technicalAdministrator') and exists (
      select 1 from account a where a.id = p_account and a.org_id = actor_org())) then
    update session set ended_at = now() where account_id = p_account and ended_at is null
      and handle_hash <> sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
  end if;
end $$;

create function session_list() returns table (id uuid, device text, began_at timestamptz, seen_at timestamptz, this_one boolean)
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return query select s.id, s.device, s.began_at, s.seen_at, s.id = (select a.session_id from actor_session() a)
    from session s where s.account_id = actor_account() and s.ended_at is null and s.idle_until > now() and s.ends_at > now();
end $$;

create function node_is_empty() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return not exists (select 1 from account);
end $$;
