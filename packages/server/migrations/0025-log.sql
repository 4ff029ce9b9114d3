-- The log: every event is sealed into a Merkle tree within a second, the tree's root is signed and shown to
-- witnesses outside, so that whoever changes the past afterwards is found by people who cannot be asked to look away.

-- Which transaction wrote a row. Rows whose transaction is older than every open one are all there, and none can
-- come later between them; a number drawn from a sequence does not promise that.

alter table audit_event add column xid xid8 not null default pg_current_xact_id();

create index audit_event_xid on audit_event (xid, id);

-- An export goes on over several transactions: what each of them adds is an entry of its own.

alter table audit_item add column xid xid8 not null default pg_current_xact_id();

alter table audit_item add column portion integer not null default 0 check (portion >= 0);

create index audit_item_portion on audit_item (xid, event_id, portion) where portion > 0;

-- Nobody who writes to the log says when it was, or in which transaction.

revoke insert on audit_event from setu_app, setu_signin, setu_setup, setu_clock;

grant insert (id, org_id, account_id, session_id, request_id, action, method, status, problem, reason, count, sealed_reason)
  on audit_event to setu_app, setu_signin, setu_setup, setu_clock;

revoke insert on audit_item from setu_app;

grant insert (event_id, org_id, case_id, part, did, record_id, account_id, account_org_id, relation, reason, portion)
  on audit_item to setu_app;

-- How far the log has come: its size and frontier, and the last row that is sealed. All rows of earlier
-- transactions are sealed too; those of the same one follow in the order of their ids.

create table log_head (
  one boolean primary key default true check (one),
  size bigint not null,
  frontier bytea not null,
  horizon xid8 not null default '0',
  event_id uuid not null default '00000000-0000-0000-0000-000000000000',
  portion integer not null default -1,
  sealed_at timestamptz not null
);

create table log_leaf (
  seq bigint primary key,
  event_id uuid not null,
  portion integer not null,
  sealed_at timestamptz not null,
  salt bytea,
  commitment bytea not null check (length(commitment) = 32),
  unique (event_id, portion)
);

-- Whole subtrees of 256 leaves and more, so that a proof need not read the log from its beginning.

create table log_node (
  level integer not null check (level >= 8),
  place bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, place)
);

create table log_checkpoint (
  size bigint primary key,
  note text not null check (length(note) <= 4000),
  made_at timestamptz not null
);

create table log_witness (
  name text primary key check (length(name) <= 200),
  size bigint not null,
  note text,
  seen_at timestamptz,
  tried_at timestamptz not null,
  trouble text check (trouble in ('unreachable', 'refused', 'ahead', 'unsigned', 'damaged'))
);

create table log_key (
  one boolean primary key default true check (one),
  origin text not null,
  public_key bytea not null,
  wrapped bytea not null,
  node_key_id text not null
);

alter table log_head owner to setu_owner;

alter table log_head enable row level security;

alter table log_head force row level security;

alter table log_leaf owner to setu_owner;

alter table log_leaf enable row level security;

alter table log_leaf force row level security;

alter table log_node owner to setu_owner;

alter table log_node enable row level security;

alter table log_node force row level security;

alter table log_checkpoint owner to setu_owner;

alter table log_checkpoint enable row level security;

alter table log_checkpoint force row level security;

alter table log_witness owner to setu_owner;

alter table log_witness enable row level security;

alter table log_witness force row level security;

alter table log_key owner to setu_owner;

alter table log_key enable row level security;

alter table log_key force row level security;

grant usage on schema public to setu_sealer;

grant select on audit_event to setu_sealer;

create policy audit_event_sealer on audit_event for select to setu_sealer using (true);

grant select on audit_item to setu_sealer;

create policy audit_item_sealer on audit_item for select to setu_sealer using (true);

grant select, insert, update on log_head to setu_sealer;

create policy log_head_sealer on log_head for all to setu_sealer using (true) with check (true);

grant select, insert on log_leaf to setu_sealer;

create policy log_leaf_sealer on log_leaf for all to setu_sealer using (true) with check (true);

grant select, insert on log_node to setu_sealer;

create policy log_node_sealer on log_node for all to setu_sealer using (true) with check (true);

grant select, insert on log_checkpoint to setu_sealer;

create policy log_checkpoint_sealer on log_checkpoint for all to setu_sealer using (true) with check (true);

grant select, insert, update on log_witness to setu_sealer;

create policy log_witness_sealer on log_witness for all to setu_sealer using (true) with check (true);

grant select, insert on log_key to setu_sealer;

create policy log_key_sealer on log_key for all to setu_sealer using (true) with check (true);

-- Whoever may read that a case was looked at may know the place of that entry in the log, not what binds it.

grant select (seq, event_id, portion, sealed_at) on log_leaf to setu_app;

create policy log_leaf_read on log_leaf for select to setu_app
  using (exists (select 1 from audit_item i where i.event_id = log_leaf.event_id and i.portion = log_leaf.portion)
    or exists (select 1 from audit_event e where e.id = log_leaf.event_id));

-- How the log stands is no secret from those who answer for it.

grant select (size, sealed_at) on log_head to setu_app;

create policy log_head_read on log_head for select to setu_app
  using ((select actor_has('dataProtectionOfficer')) or (select actor_has('technicalAdministrator')));

grant select on log_checkpoint to setu_app;

create policy log_checkpoint_read on log_checkpoint for select to setu_app
  using ((select actor_has('dataProtectionOfficer')) or (select actor_has('technicalAdministrator')));

grant select on log_witness to setu_app;

create policy log_witness_read on log_witness for select to setu_app
  using ((select actor_has('dataProtectionOfficer')) or (select actor_has('technicalAdministrator')));

grant select (origin, public_key) on log_key to setu_app;

create policy log_key_read on log_key for select to setu_app
  using ((select actor_has('dataProtectionOfficer')) or (select actor_has('technicalAdministrator')));

grant select on log_head, log_leaf, log_node, log_checkpoint, log_witness, log_key to setu_backup;

create policy log_head_backup on log_head for select to setu_backup using (true);

create policy log_leaf_backup on log_leaf for select to setu_backup using (true);

create policy log_node_backup on log_node for select to setu_backup using (true);

create policy log_checkpoint_backup on log_checkpoint for select to setu_backup using (true);

create policy log_witness_backup on log_witness for select to setu_backup using (true);

create policy log_key_backup on log_key for select to setu_backup using (true);
