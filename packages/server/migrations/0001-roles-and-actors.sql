-- Who works here and who is asking. Roles of the database are made before any migration (see roles.sql).

create table organisation (
  id uuid primary key,
  version integer not null default 1,
  name_en text not null check (length(name_en) <= 200),
  name_bn text not null check (length(name_bn) <= 200),
  type text not null check (type ~ '^[A-Za-z0-9_.-]{1,60}$'),
  district text,
  phone text,
  active boolean not null default true,
  owns_cases boolean not null,
  work text not null check (work in ('care', 'legal', 'police', 'livelihood', 'return', 'none')),
  -- Police, border guards and immigration never own a case, whatever an administrator sets.
  check (not (owns_cases and work = 'police'))
);

create table unit (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name_en text not null check (length(name_en) <= 200),
  name_bn text not null check (length(name_bn) <= 200),
  district text,
  active boolean not null default true,
  primary key (org_id, id)
);

-- Rights are asked by unit and by account, and ids come from outside: nobody may take another's id for their own.
create unique index unit_id on unit (id);

create table account (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  sign_in_name text not null check (sign_in_name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  name text not null check (length(name) <= 200),
  post_en text not null default '' check (length(post_en) <= 200),
  post_bn text not null default '' check (length(post_bn) <= 200),
  language text not null default 'bn' check (language in ('en', 'bn')),
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  made_at timestamptz not null,
  primary key (org_id, id)
);

create unique index account_id on account (id);

create unique index account_sign_in_name_key on account (sign_in_name);

create table account_secret (
  org_id uuid not null,
  account_id uuid not null,
  verifier bytea not null,
  salt bytea not null,
  cost jsonb not null,
  changed_at timestamptz not null,
  primary key (org_id, account_id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create table account_role (
  org_id uuid not null,
  account_id uuid not null,
  role text not null check (role ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, account_id, role),
  foreign key (org_id, account_id) references account (org_id, id)
);

create index account_role_account on account_role (account_id);

create table unit_member (
  org_id uuid not null,
  unit_id uuid not null,
  account_id uuid not null,
  supervises boolean not null default false,
  focal boolean not null default false,
  since timestamptz not null,
  primary key (org_id, unit_id, account_id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create index unit_member_account on unit_member (account_id);

create table session (
  handle_hash bytea primary key,
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  device text not null default '' check (length(device) <= 200),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  foreign key (org_id, account_id) references account (org_id, id)
);

create index session_account on session (account_id);

create table sign_in_failure (
  name_hash bytea not null,
  at timestamptz not null,
  primary key (name_hash, at)
);

-- The functions below are the only way from a session's handle to a person. They run as setu_definer,
-- which owns nothing, signs in nowhere and may read just the tables named in its grants.

-- Each is asked for many rows of one query, so each reads by key alone: what a key is made of stands in a
-- variable, and the statement's plan is kept by the connection.

create function actor_self() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare mark bytea := sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'));
begin
  return (select array[s.org_id, s.account_id, s.id]
    from session s join account a on a.org_id = s.org_id and a.id = s.account_id
    where s.handle_hash = mark
      and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and a.disabled_at is null);
end $$;

create function actor_session() returns table (org_id uuid, account_id uuid, session_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return; end if;
  org_id := me[1];
  account_id := me[2];
  session_id := me[3];
  return next;
end $$;

create function actor_account() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (actor_self())[2];
end $$;

create function actor_org() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return (actor_self())[1];
end $$;

create function actor_units() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select coalesce(array_agg(m.unit_id), '{}') from unit_member m
    where m.org_id = me[1] and m.account_id = me[2]);
end $$;

create function actor_supervised() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return (select coalesce(array_agg(m.unit_id), '{}') from unit_member m
    join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
    where m.org_id = me[1] and m.account_id = me[2] and m.supervises);
end $$;

create function actor_has(wanted text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from account_role r
    where r.org_id = me[1] and r.account_id = me[2] and r.role = wanted);
end $$;
