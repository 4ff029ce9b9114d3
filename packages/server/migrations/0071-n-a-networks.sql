-- Networks: what an investigating office knows of who belongs to whom. Of people, companies and things of an accusation or of
-- interest to an investigation; there is no kind for a survivor, a witness or somebody merely mentioned.

create table network (
  org_id uuid not null references organisation (id),
  id uuid not null,
  unit_id uuid not null,
  -- Written in the transaction that begins the network, once its key is made.
  name bytea check (length(name) <= 4000),
  case_org uuid not null,
  case_id uuid not null,
  opened_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (case_org, case_id) references criminal_case (org_id, id)
);

create unique index network_once on network (id);

create index network_case on network (case_org, case_id);

create index network_unit on network (org_id, unit_id);

create table network_office (
  org_id uuid not null,
  id uuid not null,
  network_id uuid not null,
  office_org uuid not null,
  unit_id uuid not null,
  task text not null check (task in ('investigation', 'prosecution')),
  from_on date not null,
  until_on date,
  added_org uuid not null,
  added_by uuid not null,
  ended_org uuid,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, network_id) references network (org_id, id) on delete cascade,
  foreign key (office_org, unit_id) references unit (org_id, id),
  constraint network_office_ended check ((until_on is null) = (ended_by is null))
);

create unique index network_office_once on network_office (network_id, unit_id) where until_on is null;

create index network_office_unit on network_office (unit_id, network_id) where until_on is null;

create table network_node (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  network_id uuid not null,
  kind text not null check (kind in ('person', 'company', 'phone', 'account', 'vehicle', 'place', 'criminalCase')),
  said bytea not null check (length(said) <= 160000),
  sex text check (sex in ('female', 'male', 'other')),
  birth_year integer check (birth_year between 1800 and 2200),
  country text check (country ~ '^[A-Z]{2}$'),
  accused_org uuid,
  accused_case uuid,
  accused_id uuid,
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, network_id) references network (org_id, id) on delete cascade,
  foreign key (accused_org, accused_id) references accused (org_id, id),
  constraint network_node_of_person check (kind = 'person' or (sex is null and birth_year is null)),
  constraint network_node_accused check (accused_id is null or (kind in ('person', 'company') and accused_case is not null and accused_org is not null))
);

create index network_node_network on network_node (org_id, network_id) where removed_at is null;

create index network_node_accused_in on network_node (accused_org, accused_id);

create table network_tie (
  org_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  network_id uuid not null,
  tie text not null check (tie ~ '^[A-Za-z0-9_.-]{1,60}$'),
  from_id uuid not null,
  to_id uuid not null,
  role bytea check (length(role) <= 4000),
  since_on date,
  until_on date,
  reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility text not null check (credibility in ('1', '2', '3', '4', '5', '6')),
  learnt_org uuid,
  learnt_case uuid,
  paper text check (length(paper) <= 80),
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, network_id) references network (org_id, id) on delete cascade,
  foreign key (org_id, from_id) references network_node (org_id, id) on delete cascade,
  foreign key (org_id, to_id) references network_node (org_id, id) on delete cascade,
  foreign key (learnt_org, learnt_case) references criminal_case (org_id, id),
  constraint network_tie_two check (from_id <> to_id),
  constraint network_tie_order check (until_on is null or since_on is null or until_on >= since_on)
);

create index network_tie_network on network_tie (org_id, network_id) where removed_at is null;

create index network_tie_from on network_tie (org_id, from_id);

create index network_tie_to on network_tie (org_id, to_id);

create index network_tie_learnt on network_tie (learnt_org, learnt_case);

-- What stood there before each change, and who made it. Sealed values stay sealed as they were.
create table network_step (
  org_id uuid not null,
  id uuid not null,
  network_id uuid not null,
  about text not null check (about in ('node', 'tie')),
  item_id uuid not null,
  version integer not null,
  did text not null check (did in ('added', 'changed', 'removed')),
  before_codes jsonb,
  before_sealed bytea,
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, network_id) references network (org_id, id) on delete cascade
);

create index network_step_item on network_step (org_id, network_id, item_id, at);

-- Whom an office keeps out of files for others. It gives no reason, and no other office is told.
create table network_hold (
  org_id uuid not null,
  network_id uuid not null,
  node_id uuid not null,
  unit_id uuid not null,
  made_by uuid not null,
  at timestamptz not null,
  primary key (org_id, node_id, unit_id),
  foreign key (org_id, network_id) references network (org_id, id) on delete cascade,
  foreign key (org_id, node_id) references network_node (org_id, id) on delete cascade
);

create index network_hold_network on network_hold (org_id, network_id);

-- From what to what a tie may lead, as data.
create table network_tie_rule (
  tie text primary key,
  from_kinds text[] not null check (cardinality(from_kinds) > 0),
  to_kinds text[] not null check (cardinality(to_kinds) > 0)
);

insert into network_tie_rule (tie, from_kinds, to_kinds) values
  ('associate', '{person}', '{person}'),
  ('family', '{person}', '{person}'),
  ('memberOf', '{person,company}', '{company}'),
  ('worksFor', '{person}', '{company}'),
  ('directs', '{person,company}', '{company}'),
  ('owns', '{person,company}', '{company,account,vehicle}'),
  ('uses', '{person,company}', '{phone,account,vehicle,place}'),
  ('foundAt', '{person,company,phone,vehicle}', '{place}'),
  ('paid', '{person,company}', '{person,company}'),
  ('partyTo', '{person,company}', '{criminalCase}'),
  ('linked', '{person,company,phone,account,vehicle,place,criminalCase}', '{person,company,phone,account,vehicle,place,criminalCase}');
