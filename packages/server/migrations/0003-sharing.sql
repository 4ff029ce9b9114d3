-- What a survivor was told and agreed to, who was asked for help, what was promised to whom, and the services there are.

create table rights_notice (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  given_on date not null,
  means text not null check (means ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text not null check (language ~ '^[A-Za-z0-9_.-]{1,60}$'),
  text_version text not null check (length(text_version) <= 40),
  understood boolean not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index rights_notice_case on rights_notice (case_id);

create table consent (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  purpose text not null check (purpose ~ '^[A-Za-z0-9_.-]{1,60}$'),
  parts text[] not null,
  recipient_unit uuid,
  state text not null check (state ~ '^[A-Za-z0-9_.-]{1,60}$'),
  given_on date not null,
  valid_until date not null,
  medium text not null check (medium ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text not null check (language ~ '^[A-Za-z0-9_.-]{1,60}$'),
  text_version text not null check (length(text_version) <= 40),
  interpreter boolean not null,
  guardian_agreed boolean,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index consent_case on consent (case_id);

create table referral (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  work text not null check (work in ('care', 'legal', 'police', 'livelihood', 'return', 'none')),
  purpose text not null,
  sent_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  worker_account uuid,
  sender_account uuid not null,
  code text not null check (length(code) <= 20),
  from_unit uuid not null,
  to_org uuid not null,
  to_unit uuid not null,
  service text not null check (service ~ '^[A-Za-z0-9_.-]{1,60}$'),
  urgency text not null check (urgency ~ '^[A-Za-z0-9_.-]{1,60}$'),
  state text not null check (state ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sex text check (sex ~ '^[A-Za-z0-9_.-]{1,60}$'),
  age_band text check (age_band ~ '^[A-Za-z0-9_.-]{1,60}$'),
  language text check (language ~ '^[A-Za-z0-9_.-]{1,60}$'),
  district text,
  worker_preference text check (worker_preference ~ '^[A-Za-z0-9_.-]{1,60}$'),
  accompanied boolean,
  note bytea,
  shared_name bytea,
  decline_reason text check (decline_reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  feedback bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id),
  foreign key (to_org, to_unit) references unit (org_id, id)
);

create index referral_case on referral (case_id);

create index referral_to_unit on referral (to_unit, state);

create index referral_from_unit on referral (from_unit, state);

create table case_task (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  made_by uuid not null,
  recorded_at timestamptz not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account uuid,
  due_on date not null,
  done_on date,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_task_case on case_task (case_id);

-- What happened in a case, in the order in which it became known. Never changed, only added to.
create table case_event (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  part text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  account_id uuid,
  account_org uuid,
  record_id uuid,
  about jsonb not null default '{}',
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_event_case on case_event (case_id, recorded_at desc);

-- That a requirement of the case path is met, or let wait by a supervisor with a reason.
create table case_check (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  requirement text not null check (requirement ~ '^[A-Za-z0-9_.-]{1,60}$'),
  answer text not null check (answer in ('done', 'waived')),
  reason text check (length(reason) <= 60),
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_check_case on case_check (case_id);

create table case_transfer (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  code text not null,
  from_unit uuid not null,
  to_org uuid not null,
  to_unit uuid not null,
  state text not null check (state in ('offered', 'accepted', 'declined', 'recalled')),
  sender_account uuid not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  sex text,
  age_band text,
  language text,
  district text,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id),
  foreign key (to_org, to_unit) references unit (org_id, id)
);

create index case_transfer_case on case_transfer (case_id);

create index case_transfer_to on case_transfer (to_unit, state);

-- A promise with a clock, made by a rule of a version and a calendar of a version.
create table due_item (
  org_id uuid not null,
  id uuid not null,
  case_id uuid,
  about_id uuid,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  rule_version text not null,
  calendar_version text,
  began_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  cancelled_at timestamptz,
  holder_org uuid not null,
  unit_id uuid not null,
  account_id uuid,
  reminded_at timestamptz,
  escalated_at timestamptz,
  primary key (org_id, id)
);

create index due_item_unit on due_item (unit_id, due_at) where done_at is null and cancelled_at is null;

create index due_item_account on due_item (account_id, due_at) where done_at is null and cancelled_at is null;

create index due_item_case on due_item (case_id);

create index due_item_about on due_item (about_id);

create index due_item_open on due_item (due_at) where done_at is null and cancelled_at is null;

create table notice (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  about jsonb not null default '{}',
  made_at timestamptz not null,
  seen_at timestamptz,
  sent_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create index notice_account on notice (account_id, seen_at);

create index notice_unsent on notice (made_at) where sent_at is null;

create table notice_channel (
  org_id uuid not null,
  account_id uuid not null,
  channel text not null check (channel in ('email', 'push')),
  address jsonb not null,
  made_at timestamptz not null,
  primary key (org_id, account_id, channel),
  foreign key (org_id, account_id) references account (org_id, id)
);

-- Keyed tokens of exact values, so that a number can be looked up without being kept in clear.
create table person_token (
  org_id uuid not null,
  case_id uuid not null,
  holder_org uuid not null references organisation (id),
  field text not null check (field in ('identityNumber', 'mobile', 'name')),
  token bytea not null,
  primary key (org_id, case_id, holder_org, field, token),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index person_token_look_up on person_token (holder_org, field, token);

create table service_offer (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  unit uuid not null,
  service text not null check (service ~ '^[A-Za-z0-9_.-]{1,60}$'),
  women boolean not null,
  men boolean not null,
  girls boolean not null,
  boys boolean not null,
  places integer check (places >= 0 and places <= 10000),
  free integer check (free >= 0 and free <= 10000),
  active boolean not null,
  primary key (org_id, id),
  foreign key (org_id, unit) references unit (org_id, id)
);

create index service_offer_service on service_offer (service);

create table service_area (
  org_id uuid not null,
  offer_id uuid not null,
  district text not null,
  primary key (org_id, offer_id, district),
  foreign key (org_id, offer_id) references service_offer (org_id, id)
);

create table service_site (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  offer_id uuid not null,
  address bytea,
  primary key (org_id, id),
  foreign key (org_id, offer_id) references service_offer (org_id, id)
);

create table saved_filter (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) <= 80),
  filter jsonb not null,
  primary key (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);
