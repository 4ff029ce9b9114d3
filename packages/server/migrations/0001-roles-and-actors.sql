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

create function actor_session() returns table (org_id uuid, account_id uuid, session_id uuid)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.org_id, s.account_id, s.id
  from public.session s
  join public.account a on a.org_id = s.org_id and a.id = s.account_id
  where s.handle_hash = sha256(convert_to(nullif(current_setting('setu.session', true), ''), 'UTF8'))
    and s.ended_at is null and s.idle_until > now() and s.ends_at > now() and a.disabled_at is null;
$$;

create function actor_account() returns uuid
language sql stable security definer set search_path = pg_catalog, public
as $$
  select account_id from public.actor_session();
$$;

create function actor_org() returns uuid
language sql stable security definer set search_path = pg_catalog, public
as $$
  select org_id from public.actor_session();
$$;

create function actor_units() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public
as $$
  select coalesce(array_agg(m.unit_id), '{}')
  from public.unit_member m join public.actor_session() s on s.account_id = m.account_id and s.org_id = m.org_id;
$$;

create function actor_supervised() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public
as $$
  select coalesce(array_agg(m.unit_id), '{}')
  from public.unit_member m
  join public.actor_session() s on s.account_id = m.account_id and s.org_id = m.org_id
  join public.account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
  where m.supervises;
$$;

create function actor_has(wanted text) returns boolean
language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select 1 from public.account_role r
    join public.actor_session() s on s.account_id = r.account_id and s.org_id = r.org_id
    where r.role = wanted
  );
$$;
