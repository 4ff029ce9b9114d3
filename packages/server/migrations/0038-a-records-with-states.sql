-- Records that go through states. Which states there are, in which of them values may be corrected, and who takes
-- which step is data; a trigger on each table of such a record holds to it, whatever the application says.

create table record_state (
  record text not null,
  state text not null,
  begins boolean not null,
  amends boolean not null,
  primary key (record, state)
);

create unique index record_state_begins on record_state (record) where begins;

create table record_step_rule (
  record text not null,
  from_state text not null,
  to_state text not null,
  relations text[] not null check (cardinality(relations) > 0),
  not_by text[] not null,
  primary key (record, from_state, to_state),
  foreign key (record, from_state) references record_state (record, state),
  foreign key (record, to_state) references record_state (record, state)
);

-- Every step that was taken, by whom and when. Nobody writes it but the trigger.
create table record_step (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  record text not null check (record ~ '^[A-Za-z0-9_.-]{1,60}$'),
  item_id uuid not null,
  from_state text check (from_state ~ '^[A-Za-z0-9_.-]{1,60}$'),
  to_state text not null check (to_state ~ '^[A-Za-z0-9_.-]{1,60}$'),
  account_org uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id)
);

create index record_step_case on record_step (org_id, case_id, item_id, at);

alter table record_state owner to setu_owner;

alter table record_state enable row level security;

alter table record_state force row level security;

alter table record_step_rule owner to setu_owner;

alter table record_step_rule enable row level security;

alter table record_step_rule force row level security;

alter table record_step owner to setu_owner;

alter table record_step enable row level security;

alter table record_step force row level security;

grant select on record_state to setu_definer;

create policy record_state_definer on record_state for select to setu_definer using (true);

grant select on record_step_rule to setu_definer;

create policy record_step_rule_definer on record_step_rule for select to setu_definer using (true);

grant select on record_step to setu_app;

create policy record_step_read on record_step for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise'));

grant select, insert, delete on record_step to setu_definer;

create policy record_step_definer_find on record_step for select to setu_definer using (true);

create policy record_step_definer_keep on record_step for insert to setu_definer with check (account_id is not null);

create policy record_step_definer_erase on record_step for delete to setu_definer using (true);

grant select on record_step to setu_backup;

create policy record_step_backup on record_step for select to setu_backup using (true);

-- Whether the signed-in person may do this to a record: begin it where it begins, correct it where it is corrected,
-- or take a step that the table has for somebody in their relation to the case who did not take the one before.
create function record_change_may(p_org uuid, p_case uuid, p_record text, p_item uuid, p_from text, p_to text)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  found_relation text := case_relation(p_org, p_case);
begin
  if me is null then return false; end if;
  if p_from is null then
    return exists (select 1 from record_state s where s.record = p_record and s.state = p_to and s.begins);
  end if;
  if p_from = p_to then
    return exists (select 1 from record_state s where s.record = p_record and s.state = p_to and s.amends);
  end if;
  return exists (select 1 from record_step_rule r
    where r.record = p_record and r.from_state = p_from and r.to_state = p_to and found_relation = any (r.relations)
      and not exists (select 1 from record_step s where s.org_id = p_org and s.case_id = p_case and s.item_id = p_item
        and s.to_state = any (r.not_by) and s.account_org = me[1] and s.account_id = me[2]));
end $$;

-- Only what people do is held to the table: keys are renewed, and backups come back, in whatever state a record is.
create function record_state_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare allowed boolean;
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'INSERT' then
    allowed := record_change_may(new.org_id, new.case_id, tg_argv[0], new.id, null, new.state);
  else
    if new is not distinct from old then return new; end if;
    allowed := (new.org_id, new.case_id, new.id) = (old.org_id, old.case_id, old.id)
      and record_change_may(old.org_id, old.case_id, tg_argv[0], old.id, old.state, new.state);
  end if;
  if not coalesce(allowed, false) then raise exception 'no such step' using errcode = '42501'; end if;
  return new;
end $$;

create function record_step_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  before text;
begin
  if me is null then return null; end if;
  if tg_op = 'UPDATE' then
    if new.state = old.state then return null; end if;
    before := old.state;
  end if;
  insert into record_step (org_id, id, case_id, record, item_id, from_state, to_state, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.case_id, tg_argv[0], new.id, before, new.state, me[1], me[2], now());
  return null;
end $$;

alter function record_change_may(uuid, uuid, text, uuid, text, text) owner to setu_definer;

revoke all on function record_change_may(uuid, uuid, text, uuid, text, text) from public;

grant execute on function record_change_may(uuid, uuid, text, uuid, text, text) to setu_app;

alter function record_state_guard() owner to setu_owner;

revoke all on function record_state_guard() from public;

alter function record_step_keep() owner to setu_definer;

revoke all on function record_step_keep() from public;
