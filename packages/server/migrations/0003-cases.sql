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
