-- Emergency access has a key of its own: made by whoever asks, and sealed to them alone. A yes wraps the parts that
-- were asked for to it, and to nobody's unit; with the access the key is gone, and with the key what it opened.

create table emergency_key (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  sealed bytea not null check (length(sealed) = 80),
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, id) references emergency_access (org_id, id) on delete cascade,
  foreign key (org_id, account_id) references account_key (org_id, account_id) on delete cascade
);

create index emergency_key_account on emergency_key (org_id, account_id);

create table emergency_wrap (
  org_id uuid not null,
  part_key_id uuid not null,
  ask_org uuid not null,
  ask_id uuid not null,
  case_id uuid not null,
  part text not null,
  wrapped bytea not null check (length(wrapped) = 80),
  made_at timestamptz not null,
  primary key (org_id, part_key_id, ask_id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade,
  foreign key (org_id, part_key_id) references part_key (org_id, id) on delete cascade,
  foreign key (ask_org, ask_id) references emergency_key (org_id, id) on delete cascade
);

create index emergency_wrap_case on emergency_wrap (org_id, case_id);

create index emergency_wrap_ask on emergency_wrap (ask_org, ask_id);

alter table emergency_key owner to setu_owner;

alter table emergency_key enable row level security;

alter table emergency_key force row level security;

alter table emergency_wrap owner to setu_owner;

alter table emergency_wrap enable row level security;

alter table emergency_wrap force row level security;

grant select, delete on emergency_key, emergency_wrap to setu_definer;

create policy emergency_key_definer on emergency_key for select to setu_definer using (true);

create policy emergency_key_definer_end on emergency_key for delete to setu_definer using (true);

create policy emergency_wrap_definer on emergency_wrap for select to setu_definer using (true);

create policy emergency_wrap_definer_end on emergency_wrap for delete to setu_definer using (true);

-- However an access or a question ends, its key goes in the same statement, and with it every wrap.
create function emergency_over() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  delete from emergency_key k where k.org_id = new.org_id and k.id = new.id;
  return null;
end $$;

create trigger emergency_access_over after update of state on emergency_access for each row
  when (new.state in ('declined', 'ended', 'lapsed')) execute function emergency_over();

-- What was given under the way before, to a whole unit, ends here; what waits would have no key to be given to.
delete from part_wrap where through = 'emergency' and case_id is not null;

update emergency_access set state = case state when 'granted' then 'ended' else 'lapsed' end, ended_at = now(),
  version = version + 1 where state in ('waiting', 'granted');

-- Whether the signed-in person may wrap a part to the key of a request: they are on call for it, and it waits.
create function emergency_takes(p_ask_org uuid, p_ask uuid, p_org uuid, p_case uuid, p_part text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from emergency_access g where g.org_id = p_ask_org and g.id = p_ask and g.case_org = p_org
      and g.case_id = p_case and p_part = any (g.parts) and g.account_id <> me[2] and g.state = 'waiting'
      and g.to_unit = any (actor_on_call()))
    and p_part = any (emergency_asked(p_org, p_case))
    and exists (select 1 from part_key k where k.org_id = p_org and k.holder_id = p_case and k.part = p_part);
end $$;

grant select, insert on emergency_key, emergency_wrap to setu_app;

create policy emergency_key_own on emergency_key for select to setu_app using (account_id = (select actor_account())
  and exists (select 1 from emergency_access g where g.org_id = emergency_key.org_id and g.id = emergency_key.id
    and g.account_id = (select actor_account()) and (g.state = 'waiting' or (g.state = 'granted' and g.until > now()))));

-- Whoever renews their own key seals to the new one what was sealed to the former.
grant update (sealed) on emergency_key to setu_app;

create policy emergency_key_renew on emergency_key for update to setu_app using (account_id = (select actor_account()))
  with check (account_id = (select actor_account()));

create policy emergency_key_answer on emergency_key for select to setu_app using (
  exists (select 1 from emergency_access g where g.org_id = emergency_key.org_id and g.id = emergency_key.id
    and g.state = 'waiting' and g.account_id <> (select actor_account()) and g.to_unit = any ((select actor_on_call())::uuid[])));

create policy emergency_key_ask on emergency_key for insert to setu_app with check (
  org_id = (select actor_org()) and account_id = (select actor_account())
  and exists (select 1 from emergency_access g where g.org_id = emergency_key.org_id and g.id = emergency_key.id
    and g.account_id = (select actor_account()) and g.state = 'waiting'));

create policy emergency_wrap_read on emergency_wrap for select to setu_app using (
  part = any (actor_emergency(org_id, case_id))
  and exists (select 1 from emergency_access g where g.org_id = ask_org and g.id = ask_id
    and g.account_id = (select actor_account()) and g.state = 'granted' and g.until > now()));

create policy emergency_wrap_add on emergency_wrap for insert to setu_app with check (
  emergency_takes(ask_org, ask_id, org_id, case_id, part));

drop policy part_wrap_emergency_add on part_wrap;

drop function emergency_wraps_for(uuid, uuid, uuid, text, uuid);

grant select on emergency_key, emergency_wrap to setu_backup;

create policy emergency_key_backup on emergency_key for select to setu_backup using (true);

create policy emergency_wrap_backup on emergency_wrap for select to setu_backup using (true);

alter function emergency_over() owner to setu_definer;

revoke all on function emergency_over() from public;

alter function emergency_takes(uuid, uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function emergency_takes(uuid, uuid, uuid, uuid, text) from public;

grant execute on function emergency_takes(uuid, uuid, uuid, uuid, text) to setu_app;
