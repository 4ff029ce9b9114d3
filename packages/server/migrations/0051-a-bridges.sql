-- What of which case left for another system, for whom and by which agreement; and how cases are told there.
create table bridge_sending (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  sending_id uuid not null,
  system text not null check (system ~ '^[A-Za-z0-9_.-]{1,60}$'),
  mapping_version text not null check (length(mapping_version) <= 80),
  recipient_org uuid not null,
  recipient_unit uuid not null,
  reference text not null check (length(reference) between 1 and 20),
  purpose text not null check (purpose ~ '^[A-Za-z0-9_.-]{1,60}$'),
  parts text[] not null check (cardinality(parts) > 0),
  account_org uuid not null,
  account_id uuid not null,
  sent_at timestamptz not null,
  primary key (org_id, id),
  unique (sending_id, org_id, case_id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index bridge_sending_case on bridge_sending (org_id, case_id);

create index bridge_sending_reference on bridge_sending (reference);

alter table bridge_sending owner to setu_owner;

alter table bridge_sending enable row level security;

alter table bridge_sending force row level security;

grant select, insert on bridge_sending to setu_app;

create policy bridge_sending_read on bridge_sending for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection'));

-- Nothing leaves of which a survivor has not said, for this recipient and this purpose, that it may, and says so today.
create policy bridge_sending_add on bridge_sending for insert to setu_app
  with check (account_id = (select actor_account()) and account_org = (select actor_org())
    and recipient_org <> (select actor_org()) and case_relation(org_id, case_id) in ('own', 'supervise')
    and not exists (select 1 from unnest(parts) p where not exists (
      select 1 from consent k where k.org_id = bridge_sending.org_id and k.case_id = bridge_sending.case_id
        and k.recipient_unit = bridge_sending.recipient_unit and k.purpose = bridge_sending.purpose
        and k.state = 'given' and k.withdrawn_at is null and k.valid_until >= (now() at time zone 'Asia/Dhaka')::date
        and p = any (k.parts))));

grant select on bridge_sending to setu_backup;

create policy bridge_sending_backup on bridge_sending for select to setu_backup using (true);

-- How cases are told to another system: brought by one administrator, in force when another has read it.
create table bridge_mapping (
  id uuid primary key,
  system text not null check (system ~ '^[A-Za-z0-9_.-]{1,60}$'),
  version integer not null default 1,
  edition text not null check (length(edition) between 1 and 80),
  mapping jsonb not null,
  standing text not null check (standing in ('proposed', 'inForce', 'declined', 'replaced')),
  proposed_org uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  constraint bridge_mapping_by_another check (answered_by is distinct from proposed_by),
  constraint bridge_mapping_answered check ((standing = 'proposed') = (answered_by is null))
);

create unique index bridge_mapping_in_force on bridge_mapping (system) where standing = 'inForce';

alter table bridge_mapping owner to setu_owner;

alter table bridge_mapping enable row level security;

alter table bridge_mapping force row level security;

grant select, insert, update (version, standing, answered_by, answered_at) on bridge_mapping to setu_app;

create policy bridge_mapping_read on bridge_mapping for select to setu_app
  using ((select actor_account()) is not null and (standing = 'inForce' or (select actor_has('technicalAdministrator'))));

create policy bridge_mapping_propose on bridge_mapping for insert to setu_app
  with check (standing = 'proposed' and (select actor_has('technicalAdministrator'))
    and proposed_by = (select actor_account()) and proposed_org = (select actor_org()));

create policy bridge_mapping_answer on bridge_mapping for update to setu_app
  using ((select actor_has('technicalAdministrator')) and ((standing = 'proposed' and proposed_by <> (select actor_account())) or standing = 'inForce'))
  with check (standing = 'replaced' or (standing in ('inForce', 'declined') and answered_by = (select actor_account())));

grant select on bridge_mapping to setu_backup;

create policy bridge_mapping_backup on bridge_mapping for select to setu_backup using (true);
