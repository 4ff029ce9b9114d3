-- A survivor's case, cut into tables by part, so that a policy never has to hide a column.

create table case_file (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null,
  state text not null check (state ~ '^[A-Za-z0-9_.-]{1,60}$'),
  owner_org uuid not null references organisation (id),
  owner_unit uuid not null,
  urgency text not null default 'standard' check (urgency in ('emergency', 'urgent', 'standard')),
  opened_on date not null,
  state_since timestamptz not null,
  changed_at timestamptz not null,
  closed_on date,
  imported boolean not null default false,
  hold_until date,
  primary key (org_id, id),
  foreign key (owner_org, owner_unit) references unit (org_id, id)
);

create index case_file_id on case_file (id);

create index case_file_owner on case_file (owner_unit, changed_at desc, id desc);

-- A code is random and of this holder only, so that codes never join two agencies' lists.
create table case_code (
  org_id uuid not null,
  case_id uuid not null,
  holder_org uuid not null references organisation (id),
  code text not null check (code ~ '^[A-Z0-9]{3}-[A-Z0-9]{3,4}$'),
  made_at timestamptz not null,
  primary key (org_id, case_id, holder_org),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create unique index case_code_once on case_code (org_id, holder_org, code);

create index case_code_look_up on case_code (holder_org, code);

create table case_assignment (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  account_org uuid not null,
  account_id uuid not null,
  lead boolean not null,
  conflict text not null check (conflict in ('pending', 'none', 'knowsSurvivor', 'knowsAccused', 'ownInterest', 'cannotSay')),
  declared_at timestamptz,
  made_by uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id),
  foreign key (account_org, account_id) references account (org_id, id)
);

create index case_assignment_account on case_assignment (account_id, ended_at);

create index case_assignment_case on case_assignment (case_id);

create index case_assignment_conflict on case_assignment (account_id)
  where conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest');

create table person_identity (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  name bytea,
  name_in_other_script bytea,
  also_known_as bytea,
  father bytea,
  mother bytea,
  spouse bytea,
  birth bytea,
  identity_number bytea,
  salutation bytea,
  first_name bytea,
  middle_name bytea,
  second_name bytea,
  title bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index person_identity_case on person_identity (case_id);

create table person_contact (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  safe_way bytea,
  means text check (means ~ '^[A-Za-z0-9_.-]{1,60}$'),
  may_leave_message boolean,
  mobile bytea,
  home_phone bytea,
  email bytea,
  street bytea,
  city bytea,
  state bytea,
  postal_code bytea,
  country bytea,
  latitude bytea,
  longitude bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index person_contact_case on person_contact (case_id);

create table case_facts (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  age_band text check (age_band ~ '^[A-Za-z0-9_.-]{1,60}$'),
  age_certainty text check (age_certainty ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sex text check (sex ~ '^[A-Za-z0-9_.-]{1,60}$'),
  gender text check (gender ~ '^[A-Za-z0-9_.-]{1,60}$'),
  nationality_status text check (nationality_status ~ '^[A-Za-z0-9_.-]{1,60}$'),
  citizenship text[],
  language text check (language ~ '^[A-Za-z0-9_.-]{1,60}$'),
  other_language text check (other_language ~ '^[A-Za-z0-9_.-]{1,60}$'),
  home_district text,
  found_district text,
  marital_status text check (marital_status ~ '^[A-Za-z0-9_.-]{1,60}$'),
  children integer check (children >= 0 and children <= 40),
  education text check (education ~ '^[A-Za-z0-9_.-]{1,60}$'),
  deceased boolean,
  trafficking_status text check (trafficking_status ~ '^[A-Za-z0-9_.-]{1,60}$'),
  decided_by text check (decided_by ~ '^[A-Za-z0-9_.-]{1,60}$'),
  relationship text check (relationship ~ '^[A-Za-z0-9_.-]{1,60}$'),
  age_then integer check (age_then >= 0 and age_then <= 120),
  recruitment text[],
  recruitment_apps text[],
  control text[],
  exploitation text[],
  industry text check (industry ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sex_exploitation text[],
  exploitation_apps text[],
  vulnerabilities text[],
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_facts_case on case_facts (case_id);

create table case_narrative (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  own_words bytea,
  safety_now bytea,
  vulnerability_details bytea,
  recruitment_place bytea,
  exploitation_place bytea,
  closure_reason bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_narrative_case on case_narrative (case_id);

create table case_origin (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  case_owner bytea,
  from_organisation bytea,
  from_caseworker bytea,
  received_on text,
  received_because text check (received_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  received_details bytea,
  to_organisation bytea,
  to_caseworker bytea,
  sent_on text,
  sent_because text check (sent_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sent_details bytea,
  status text check (status ~ '^[A-Za-z0-9_.-]{1,60}$'),
  file_consent boolean,
  file_agreement boolean,
  industry_words bytea,
  recruitment_app_words bytea,
  exploitation_app_words bytea,
  source_case text check (length(source_case) <= 80),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_origin_case on case_origin (case_id);

create index case_origin_source on case_origin (source_case) where source_case is not null;

create table source_organisation (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  name bytea,
  type text check (type ~ '^[A-Za-z0-9_.-]{1,60}$'),
  street bytea,
  city bytea,
  state bytea,
  postal_code bytea,
  country bytea,
  latitude bytea,
  longitude bytea,
  phone bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index source_organisation_case on source_organisation (case_id);

create table trafficking_event (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  type text check (type ~ '^[A-Za-z0-9_.-]{1,60}$'),
  happened text,
  country text,
  state bytea,
  city bytea,
  street bytea,
  postal_code bytea,
  latitude bytea,
  longitude bytea,
  description bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index trafficking_event_case on trafficking_event (case_id);

create table support_plan (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  type text check (type ~ '^[A-Za-z0-9_.-]{1,60}$'),
  objectives bytea,
  actions bytea,
  planned_end text,
  actual_end text,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index support_plan_case on support_plan (case_id);

create table person_mentioned (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  roles text[],
  details bytea,
  organisation bytea,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index person_mentioned_case on person_mentioned (case_id);

create table case_note (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  part text not null check (part in ('narrative', 'contact', 'health', 'legal', 'family')),
  account_id uuid not null,
  recorded_at timestamptz not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  happened_on date not null,
  words bytea not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index case_note_case on case_note (case_id);

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
