-- Days of a criminal case that are no stage of anybody; what is planned for a case by its clocks; and the alerts that were
-- given, to whom, and what those who were told said. Days, codes and numbers: nobody is named in any of it.

create table criminal_fact (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  case_id uuid not null,
  accused_id uuid,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  happened_on date not null,
  paper text check (length(paper) <= 80),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  taken_back_org uuid,
  taken_back_by uuid,
  taken_back_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  foreign key (org_id, accused_id) references accused (org_id, id) on delete cascade,
  constraint criminal_fact_whose check ((kind = 'compensationPaid') = (accused_id is not null)),
  constraint criminal_fact_back check ((taken_back_at is null) = (taken_back_by is null))
);

create index criminal_fact_case on criminal_fact (org_id, case_id, happened_on);

-- Who writes down which of these days.
create table criminal_fact_rule (
  kind text primary key,
  tasks text[] not null check (cardinality(tasks) > 0)
);

insert into criminal_fact_rule (kind, tasks) values
  ('extensionAsked', '{investigation}'),
  ('extensionGiven', '{investigation}'),
  ('extensionRefused', '{investigation}'),
  ('investigatorMoved', '{investigation}'),
  ('overrunTold', '{prosecution,court}'),
  ('compensationPaid', '{prosecution,court}');

-- By what the alerts of a case were last reckoned; stale once anything was written that they rest on.
create table criminal_plan (
  org_id uuid not null,
  case_id uuid not null,
  stale boolean not null,
  basis text check (length(basis) = 64),
  found text check (found in ('one', 'none', 'unclear', 'noDay', 'noCalendar')),
  law text check (length(law) <= 80),
  unknown text[] not null default '{}' check (cardinality(unknown) <= 12),
  reckoned_at timestamptz,
  primary key (org_id, case_id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade
);

create index criminal_plan_stale on criminal_plan (org_id, case_id) where stale;

insert into criminal_plan (org_id, case_id, stale) select c.org_id, c.id, true from criminal_case c;

-- What waits for its day, and what was given. Kind, mark, first day and subject make an alert this one and no other, so that
-- none is given twice however often it is planned anew.
create table criminal_alert (
  org_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  kind text not null check (kind ~ '^[A-Za-z0-9_.-]{1,60}$'),
  mark integer not null,
  since date not null,
  subject text not null check (subject ~ '^[A-Za-z0-9_.-]{0,60}$'),
  due_on date not null,
  until_on date,
  accused uuid[] not null check (cardinality(accused) <= 500),
  law text check (length(law) <= 80),
  calendar text check (length(calendar) <= 80),
  rules text not null check (length(rules) <= 80),
  settled boolean not null,
  tasks text[] not null check (cardinality(tasks) <= 5),
  escalates text[] not null check (cardinality(escalates) <= 5),
  answer_within integer not null check (answer_within between 0 and 365),
  given_at timestamptz,
  escalates_on date,
  answered_at timestamptz,
  escalated_at timestamptz,
  dropped_on date,
  primary key (org_id, id),
  foreign key (org_id, case_id) references criminal_case (org_id, id) on delete cascade,
  constraint criminal_alert_given check ((given_at is null) = (escalates_on is null)
    and (given_at is not null or (answered_at is null and escalated_at is null and dropped_on is null)))
);

create unique index criminal_alert_once on criminal_alert (org_id, case_id, kind, mark, since, subject);

create index criminal_alert_waits on criminal_alert (due_on) where given_at is null;

create index criminal_alert_unanswered on criminal_alert (escalates_on)
  where given_at is not null and answered_at is null and escalated_at is null and until_on is null and dropped_on is null;

create index criminal_alert_open on criminal_alert (due_on desc, id desc)
  where given_at is not null and until_on is null and dropped_on is null;

-- Which offices were told of an alert, and when; those of an escalation beside those of the first time.
create table criminal_alert_told (
  org_id uuid not null,
  alert_id uuid not null,
  office_id uuid not null,
  escalated boolean not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (org_id, alert_id, office_id, escalated),
  foreign key (org_id, alert_id) references criminal_alert (org_id, id) on delete cascade,
  foreign key (org_id, office_id) references criminal_office (org_id, id) on delete cascade
);

create table criminal_alert_answer (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  alert_id uuid not null,
  answer text not null check (answer ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, alert_id) references criminal_alert (org_id, id) on delete cascade
);

create index criminal_alert_answer_of on criminal_alert_answer (org_id, alert_id, at);
