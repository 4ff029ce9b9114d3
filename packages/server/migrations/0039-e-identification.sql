-- Formal identification of somebody whose case is open: a no takes two people and can be appealed, and no help depends on it.
-- Why it was decided stands in the case as a note under its keys; here are states, codes and days.

create table identification (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null default 1,
  state text not null check (state in ('presumed', 'identified', 'noProposed', 'notIdentified', 'inconclusive', 'appealed')),
  body text check (body ~ '^[A-Za-z0-9_.-]{1,60}$'),
  acts text[] not null default '{}' check (cardinality(acts) <= 10),
  means text[] not null default '{}' check (cardinality(means) <= 10),
  purposes text[] not null default '{}' check (cardinality(purposes) <= 10),
  presumed_on date not null,
  decided_on date,
  decided_org uuid,
  decided_by uuid,
  proposed_by uuid,
  appeal_until date,
  reflect_until date not null,
  reflect_ground text check (reflect_ground ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  unique (org_id, case_id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

alter table identification owner to setu_owner;

alter table identification enable row level security;

alter table identification force row level security;

grant select on identification to setu_backup;

create policy identification_backup on identification for select to setu_backup using (true);

-- Which state may follow which, and who may not agree with themselves: below the application too.
create function identification_follows() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.state = old.state then return new; end if;
  if (old.state || '>' || new.state) <> all ('{presumed>identified,presumed>noProposed,presumed>inconclusive,inconclusive>identified,inconclusive>noProposed,noProposed>notIdentified,noProposed>presumed,notIdentified>appealed,appealed>identified,appealed>notIdentified}') then
    raise exception 'an identification does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if old.state = 'noProposed' and new.decided_by = old.decided_by then
    raise exception 'nobody agrees with their own no' using errcode = '23514';
  end if;
  if old.state = 'appealed' and (new.decided_by = old.decided_by or new.decided_by = old.proposed_by) then
    raise exception 'nobody answers an appeal against themselves' using errcode = '23514';
  end if;
  return new;
end $$;

create trigger identification_follows before update on identification for each row execute function identification_follows();

grant select, insert, update (version, state, body, acts, means, purposes, decided_on, decided_org, decided_by, proposed_by, appeal_until, reflect_until, reflect_ground)
  on identification to setu_app;

create policy identification_read on identification for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise'));

create policy identification_begin on identification for insert to setu_app with check (
  case_relation(org_id, case_id) in ('own', 'supervise') and state = 'presumed' and decided_by is null);

create policy identification_step on identification for update to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise'))
  with check (case_relation(org_id, case_id) in ('own', 'supervise') and (decided_by is null or decided_on is not null));
