-- Keys: a pair for each unit, a pair for each part of a file, and the private halves wrapped to units.

create table unit_key (
  org_id uuid not null,
  unit_id uuid not null,
  public_key bytea not null,
  wrapped_private bytea not null,
  node_key_id text not null,
  made_at timestamptz not null,
  primary key (org_id, unit_id),
  foreign key (org_id, unit_id) references unit (org_id, id)
);

create table index_key (
  org_id uuid primary key references organisation (id),
  wrapped bytea not null,
  node_key_id text not null,
  made_at timestamptz not null
);

create table part_key (
  org_id uuid not null references organisation (id),
  id uuid not null,
  holder text not null check (holder in ('case', 'referral', 'site')),
  holder_id uuid not null,
  part text not null check (part ~ '^[a-zA-Z]{1,40}$'),
  generation integer not null,
  public_key bytea not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, holder_id, part, generation)
);

create table part_wrap (
  org_id uuid not null,
  part_key_id uuid not null,
  unit_id uuid not null,
  through_id uuid not null,
  through text not null check (through in ('own', 'referral', 'transfer')),
  case_id uuid,
  part text not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  primary key (org_id, part_key_id, unit_id, through_id),
  foreign key (org_id, part_key_id) references part_key (org_id, id)
);

create index part_wrap_unit on part_wrap (unit_id);

create index part_wrap_through on part_wrap (through_id);

-- One row for each outcome of a request, and an item for each person and part that it touched.

create table audit_event (
  id uuid primary key,
  at timestamptz not null default now(),
  org_id uuid,
  account_id uuid,
  session_id uuid,
  request_id uuid not null,
  action text not null check (length(action) <= 120),
  method text not null check (length(method) <= 10),
  status integer not null,
  problem text,
  reason text,
  count integer,
  sealed_reason bytea
);

create index audit_event_account on audit_event (account_id, at);

create table audit_item (
  event_id uuid not null references audit_event (id),
  org_id uuid not null,
  case_id uuid not null,
  part text not null,
  did text not null check (did in ('read', 'wrote', 'shared', 'withdrew')),
  record_id uuid,
  at timestamptz not null default now(),
  account_id uuid,
  account_org_id uuid,
  relation text,
  reason text,
  primary key (event_id, case_id, part, did)
);

create index audit_item_case on audit_item (case_id, at desc);

create table command_done (
  org_id uuid not null,
  account_id uuid not null,
  command_id uuid not null,
  name text not null,
  at timestamptz not null default now(),
  result jsonb not null,
  primary key (org_id, account_id, command_id)
);

-- What the node keeps about itself, calendars and rules with their versions.

create table working_calendar (
  jurisdiction text not null,
  institution text not null,
  version text not null,
  valid_from date not null,
  weekend integer[] not null,
  holidays jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (jurisdiction, institution, version)
);

create table rule_set (
  kind text not null,
  version text not null,
  valid_from date not null,
  rules jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (kind, version)
);

create table node_fact (
  name text primary key,
  value jsonb not null
);

create table boundary_set (
  id uuid primary key,
  level text not null check (level in ('district', 'upazila', 'admin1')),
  licence text not null check (length(licence) between 2 and 300),
  source text not null check (length(source) between 2 and 300),
  dated date not null,
  features jsonb not null,
  loaded_by uuid,
  loaded_at timestamptz not null default now()
);
