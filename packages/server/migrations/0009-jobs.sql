-- Work that nobody is signed in for. The job runner keeps its own books in a schema that only it may enter;
-- the clock reads the rules it remembers by, and neither it nor the messenger writes to an account that is closed.

create schema pgboss authorization setu_jobs;

grant select on rule_set to setu_clock;

create policy rule_set_clock on rule_set for select to setu_clock using (true);

grant select (org_id, id, disabled_at) on account to setu_clock;

create policy account_clock on account for select to setu_clock using (true);

grant select (disabled_at) on account to setu_notify;

-- Which migrations were applied: asked at every start, and written at the head of every backup.

grant select on migration to setu_setup, setu_backup;

create policy migration_read on migration for select to setu_setup, setu_backup using (true);

-- A row that is marked must still be one that the messenger may see, or marking it is refused.

alter policy notice_notify on notice using (true);

-- What is open, due and not yet told: the clock asks every minute, and most of what is overdue was told long ago.

create index due_item_unreminded on due_item (due_at) where done_at is null and cancelled_at is null and reminded_at is null;

create index due_item_unescalated on due_item (due_at) where done_at is null and cancelled_at is null and escalated_at is null;
