-- The key of a unit can be renewed: it has generations, of which two are there while one takes the other's place.
-- What was there before is the first.

alter table unit_key add column generation integer not null default 1 check (generation > 0);

alter table unit_wrap add column generation integer not null default 1;

alter table look_up_wrap add column generation integer not null default 1;

alter table part_wrap add column unit_generation integer not null default 1;

-- Since when somebody who held it should not any more, and why: whoever still holds it renews it.

alter table unit_key add column due_since timestamptz;

alter table unit_key add column due_why text check (due_why in ('left', 'closed', 'passwordSet', 'recovered'));

alter table unit_key add constraint unit_key_due_both check ((due_since is null) = (due_why is null));

alter table unit_wrap drop constraint unit_wrap_org_id_unit_id_fkey;

alter table look_up_wrap drop constraint look_up_wrap_org_id_unit_id_fkey;

alter table unit_key drop constraint unit_key_pkey;

alter table unit_key add primary key (org_id, unit_id, generation);

alter table unit_wrap drop constraint unit_wrap_pkey;

alter table unit_wrap add primary key (org_id, unit_id, account_id, generation);

alter table unit_wrap add foreign key (org_id, unit_id, generation) references unit_key (org_id, unit_id, generation);

alter table look_up_wrap add foreign key (org_id, unit_id, generation) references unit_key (org_id, unit_id, generation);

-- Whoever wraps says under which generation; nothing is taken for the first by being silent.

alter table unit_wrap alter column generation drop default;

alter table look_up_wrap alter column generation drop default;

alter table part_wrap alter column unit_generation drop default;

create index unit_key_unit on unit_key (unit_id, generation);

create index part_wrap_generation on part_wrap (unit_id, unit_generation);

drop index part_wrap_unit;

-- What became of keys, for those who answer for them. It names nothing that is sealed.

create table key_event (
  org_id uuid not null references organisation (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-zA-Z]{1,40}$'),
  unit_id uuid,
  generation integer,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, unit_id) references unit (org_id, id),
  foreign key (org_id, account_id) references account (org_id, id)
);

create index key_event_at on key_event (org_id, at);

alter table key_event owner to setu_owner;

alter table key_event enable row level security;

alter table key_event force row level security;

grant select on key_event to setu_backup;

create policy key_event_backup on key_event for select to setu_backup using (true);

grant select, insert on key_event to setu_app;

create policy key_event_read on key_event for select to setu_app using (org_id = (select actor_org())
  and ((select actor_has('technicalAdministrator')) or (select actor_has('dataProtectionOfficer'))
    or unit_id = any ((select actor_units())::uuid[])));

create policy key_event_add on key_event for insert to setu_app with check (org_id = (select actor_org())
  and account_id = (select actor_account()) and kind in ('renewalBegun', 'memberKeyRenewed'));

grant insert on key_event to setu_definer;

create policy key_event_definer on key_event for insert to setu_definer with check (true);
