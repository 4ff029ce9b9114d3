-- A password alone opens nothing. It begins a session that is not yet one: every function that says who is asking
-- counts whole sessions only, so every policy refuses the rest without knowing of it.

alter table session add column stage text not null default 'full' check (stage in ('factor', 'enrol', 'full'));

alter table session add column proved_at timestamptz;

alter table session add column tries integer not null default 0;

-- A password that somebody else set is good for one sign-in, and who set it may not also take away the second factor.

alter table account_secret add column must_change boolean not null default false;

alter table account_secret add column set_by uuid;

alter table account_secret add column factors_reset_by uuid;

create table totp_factor (
  org_id uuid not null,
  account_id uuid not null,
  pending boolean not null,
  session_id uuid,
  wrapped bytea not null,
  node_key_id text not null,
  last_step bigint not null default 0,
  made_at timestamptz not null,
  primary key (org_id, account_id, pending),
  foreign key (org_id, account_id) references account (org_id, id),
  check (pending = (session_id is not null))
);

create table recovery_code (
  org_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (org_id, account_id, code_hash),
  foreign key (org_id, account_id) references account (org_id, id)
);

alter table totp_factor owner to setu_owner;

alter table totp_factor enable row level security;

alter table totp_factor force row level security;

alter table recovery_code owner to setu_owner;

alter table recovery_code enable row level security;

alter table recovery_code force row level security;

grant select, insert, update, delete on totp_factor, recovery_code to setu_definer;

create policy totp_factor_definer on totp_factor for all to setu_definer using (true) with check (true);

create policy recovery_code_definer on recovery_code for all to setu_definer using (true) with check (true);

grant select on totp_factor, recovery_code to setu_backup;

create policy totp_factor_backup on totp_factor for select to setu_backup using (true);

create policy recovery_code_backup on recovery_code for select to setu_backup using (true);

-- One's own, and never what a code is made of.

grant select (org_id, account_id, pending, made_at) on totp_factor to setu_app;

create policy totp_factor_own on totp_factor for select to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()));

grant select (org_id, account_id, made_at, used_at) on recovery_code to setu_app;

create policy recovery_code_own on recovery_code for select to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()));

-- An administrator gives a colleague a password for one sign-in. Whoever took away the second factor of somebody
-- who has not enrolled again may not set their password too: the two together would open the account to them.

alter policy account_secret_change on account_secret
  using (org_id = (select actor_org()) and (account_id = (select actor_account())
    or ((select actor_has('technicalAdministrator')) and factors_reset_by is distinct from (select actor_account()))))
  with check (org_id = (select actor_org()) and (account_id = (select actor_account())
    or ((select actor_has('technicalAdministrator')) and must_change and set_by = (select actor_account()))));

grant select (factors_reset_by) on account_secret to setu_app;

-- Who is asking: whole sessions only.

create or replace function actor_self() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return (select array[s.org_id, s.account_id, s.id]
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id
    where s.handle_hash = mark and s.stage = 'full'
      and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and a.disabled_at is null);
end $$;

-- Whether whoever asks has proved within five minutes that it is they who sit there.
create function actor_proved_lately() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from session s
    where s.org_id = me[1] and s.id = me[3] and s.account_id = me[2] and s.proved_at > now() - interval '5 minutes');
end $$;

-- An entry link of the demonstration is its own proof.
create or replace function session_open(p_handle_hash bytea, p_org uuid, p_id uuid, p_account uuid, p_device text, p_idle_minutes integer, p_hours integer)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into session (handle_hash, org_id, id, account_id, device, began_at, seen_at, idle_until, ends_at, proved_at)
  select p_handle_hash, a.org_id, p_id, a.id, p_device, now(), now(),
    now() + make_interval(mins => p_idle_minutes), now() + make_interval(hours => p_hours), now()
  from account a where a.org_id = p_org and a.id = p_account and a.disabled_at is null;
end $$;

-- What a right password opens: five minutes for a code, half an hour for somebody who has none yet.
create function session_begin(p_handle_hash bytea, p_org uuid, p_id uuid, p_account uuid, p_device text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare enrolled boolean := exists (select 1 from totp_factor t
  where t.org_id = p_org and t.account_id = p_account and not t.pending);
declare until timestamptz := now() + case when enrolled then interval '5 minutes' else interval '30 minutes' end;
begin
  insert into session (handle_hash, org_id, id, account_id, device, began_at, seen_at, idle_until, ends_at, stage)
  select p_handle_hash, a.org_id, p_id, a.id, p_device, now(), now(), until, until,
    case when enrolled then 'factor' else 'enrol' end
  from account a where a.org_id = p_org and a.id = p_account and a.disabled_at is null;
end $$;

-- Each is owned by the role that signs in nowhere, and called by just those who need it.

alter function actor_proved_lately() owner to setu_definer;

revoke all on function actor_proved_lately() from public;

grant execute on function actor_proved_lately() to setu_app, setu_signin, setu_definer;

alter function session_begin(bytea, uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function session_begin(bytea, uuid, uuid, uuid, text) from public;

grant execute on function session_begin(bytea, uuid, uuid, uuid, text) to setu_signin;
