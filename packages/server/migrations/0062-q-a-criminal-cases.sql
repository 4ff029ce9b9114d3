-- Criminal cases: of the office that wrote them down first, and of those that were brought in. Each accused stands at a
-- stage of their own for each offence. No row here names a survivor, and nothing here leads to a case of protection.

create table court (
  id uuid primary key,
  version integer not null default 1,
  jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}$'),
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  name_en text not null check (length(name_en) between 2 and 200),
  name_bn text not null check (length(name_bn) between 2 and 200),
  district text check (length(district) <= 20),
  made_org uuid,
  made_by uuid,
  made_at timestamptz not null
);

create table criminal_case (
  org_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  code text not null check (length(code) = 7),
  jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}$'),
  matter text not null check (matter ~ '^[A-Za-z0-9_.-]{1,60}$'),
  category text not null check (category ~ '^[A-Za-z0-9_.-]{1,60}$'),
  complainant text not null check (complainant ~ '^[A-Za-z0-9_.-]{1,60}$'),
  district text check (length(district) <= 20),
  station_number integer check (station_number between 1 and 99999),
  station_year integer check (station_year between 1971 and 2200),
  gr_number text check (length(gr_number) <= 40),
  tribunal_number text check (length(tribunal_number) <= 40),
  monitoring_number text check (length(monitoring_number) <= 40),
  court_id uuid references court (id),
  offence_on date,
  transnational boolean not null,
  destinations text[] not null check (cardinality(destinations) <= 20),
  measures text[] not null check (cardinality(measures) <= 20),
  reported_on date not null,
  opened_at timestamptz not null,
  primary key (org_id, id)
);

create unique index criminal_case_code on criminal_case (code);

create index criminal_case_reported on criminal_case (reported_on desc, id);

-- Whether a case was said to be about trafficking or smuggling, and of what kind, each time that this was said.
create table criminal_matter (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  matter text not null check (matter ~ '^[A-Za-z0-9_.-]{1,60}$'),
  category text not null check (category ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade
);

create index criminal_matter_case on criminal_matter (org_id, case_id, at);

-- Which offices work on a criminal case, and at what.
create table criminal_office (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  office_org uuid not null,
  unit_id uuid not null,
  task text not null check (task in ('investigation', 'prosecution', 'court', 'monitoring', 'legalAid')),
  from_on date not null,
  until_on date,
  added_org uuid not null,
  added_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  foreign key (office_org, unit_id) references unit (org_id, id)
);

create unique index criminal_office_once on criminal_office (case_id, unit_id, task) where until_on is null;

create index criminal_office_unit on criminal_office (unit_id, case_id) where until_on is null;

create table accused (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  place integer not null check (place between 1 and 500),
  name bytea not null check (length(name) <= 4000),
  aliases bytea check (length(aliases) <= 16000),
  father bytea check (length(father) <= 4000),
  particulars bytea check (length(particulars) <= 16000),
  roles text[] not null check (cardinality(roles) <= 20),
  age text not null check (age in ('adult', 'child', 'unknown')),
  sex text not null check (sex ~ '^[A-Za-z0-9_.-]{1,60}$'),
  nationality text check (nationality ~ '^[A-Z]{2}$'),
  official boolean not null,
  custody text not null check (custody in ('atLarge', 'arrested', 'inCustody', 'onBail', 'absconding', 'escaped', 'released', 'dead')),
  custody_on date not null,
  custody_paper text check (length(custody_paper) <= 80),
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade
);

create unique index accused_place on accused (case_id, place);

create table accused_offence (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  accused_id uuid not null,
  law text not null check (law ~ '^[A-Za-z0-9_.-]{1,60}$'),
  section text not null check (length(section) between 1 and 40),
  stage text not null check (stage ~ '^[A-Za-z0-9_.-]{1,60}$'),
  stage_on date not null,
  paper text check (length(paper) <= 80),
  report_kind text check (report_kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  outcome text check (outcome ~ '^[A-Za-z0-9_.-]{1,60}$'),
  sentence text[] not null default '{}' check (cardinality(sentence) <= 7),
  months integer check (months between 0 and 1200),
  fine bigint check (fine between 0 and 1000000000000),
  compensation bigint check (compensation between 0 and 1000000000000),
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  foreign key (org_id, accused_id) references accused (org_id, id) on delete cascade
);

create index accused_offence_case on accused_offence (org_id, case_id, accused_id);

create unique index accused_offence_once on accused_offence (accused_id, law, section);

-- Every step of an offence and of where somebody is: the day it was taken, on what paper, who wrote it down and when.
create table criminal_step (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  accused_id uuid not null,
  offence_id uuid,
  about text not null check (about in ('stage', 'custody')),
  from_code text check (from_code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  to_code text not null check (to_code ~ '^[A-Za-z0-9_.-]{1,60}$'),
  taken_on date not null,
  paper text check (length(paper) <= 80),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  foreign key (org_id, accused_id) references accused (org_id, id) on delete cascade
);

create index criminal_step_case on criminal_step (org_id, case_id, taken_on, at);

create table hearing (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  court_id uuid not null references court (id),
  held_on date not null,
  purpose text not null check (purpose ~ '^[A-Za-z0-9_.-]{1,60}$'),
  standing text not null check (standing in ('set', 'held', 'adjourned')),
  why text check (why ~ '^[A-Za-z0-9_.-]{1,60}$'),
  asker text check (asker ~ '^[A-Za-z0-9_.-]{1,60}$'),
  orders bytea check (length(orders) <= 32000),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  constraint hearing_put_off check ((standing = 'adjourned') = (why is not null and asker is not null))
);

create index hearing_case on hearing (org_id, case_id, held_on);

create index hearing_day on hearing (held_on, court_id);

-- Witnesses have a number in their case and a kind, and no name.
create table hearing_witness (
  org_id uuid not null,
  hearing_id uuid not null,
  place integer not null check (place between 1 and 500),
  case_id uuid not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  day_code text not null check (day_code in ('summoned', 'attended', 'examined', 'hostile')),
  primary key (org_id, hearing_id, place),
  foreign key (org_id, hearing_id) references hearing (org_id, id) on delete cascade,
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade
);

create index hearing_witness_case on hearing_witness (case_id);
