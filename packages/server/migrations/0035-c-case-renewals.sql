-- The keys of a case are renewed whole: a new pair for each part, and every value that is sealed under an older one
-- is sealed to the new one by somebody who holds both, a portion at a time. Then the older ones are destroyed.

create table case_renewal (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  account_id uuid not null,
  reason text not null check (reason ~ '^[A-Za-z0-9_.-]{1,60}$'),
  made uuid[] not null check (cardinality(made) between 1 and 40),
  begun_at timestamptz not null,
  begun_in xid8 not null default pg_current_xact_id(),
  finished_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create unique index case_renewal_open on case_renewal (org_id, case_id) where finished_at is null;

create index case_renewal_case on case_renewal (org_id, case_id);

alter table case_renewal owner to setu_owner;

alter table case_renewal enable row level security;

alter table case_renewal force row level security;

grant select, insert (org_id, id, case_id, account_id, reason, made, begun_at) on case_renewal to setu_app;

create policy case_renewal_read on case_renewal for select to setu_app
  using (case_relation(org_id, case_id) in ('own', 'supervise'));

create policy case_renewal_begin on case_renewal for insert to setu_app
  with check (account_id = (select actor_account()) and case_relation(org_id, case_id) in ('own', 'supervise'));

grant select, update (finished_at) on case_renewal to setu_definer;

create policy case_renewal_definer on case_renewal for select to setu_definer using (true);

create policy case_renewal_definer_end on case_renewal for update to setu_definer using (finished_at is null)
  with check (finished_at is not null);

grant select on case_renewal to setu_backup;

create policy case_renewal_backup on case_renewal for select to setu_backup using (true);

-- Where values stand that are sealed to the parts of a case. A test holds this against the tables themselves.
create function case_sealed() returns table (at text, held text)
language sql immutable set search_path = pg_catalog, public, pg_temp
as $$
  select t.at, unnest(t.held) from (values
    ('person_identity', array['name', 'name_in_other_script', 'also_known_as', 'father', 'mother', 'spouse', 'birth',
      'identity_number', 'salutation', 'first_name', 'middle_name', 'second_name', 'title']),
    ('person_contact', array['safe_way', 'mobile', 'home_phone', 'email', 'street', 'city', 'state', 'postal_code',
      'country', 'latitude', 'longitude']),
    ('case_narrative', array['own_words', 'safety_now', 'vulnerability_details', 'recruitment_place',
      'exploitation_place', 'closure_reason']),
    ('case_origin', array['case_owner', 'from_organisation', 'from_caseworker', 'received_details', 'to_organisation',
      'to_caseworker', 'sent_details', 'industry_words', 'recruitment_app_words', 'exploitation_app_words']),
    ('source_organisation', array['name', 'street', 'city', 'state', 'postal_code', 'country', 'latitude',
      'longitude', 'phone']),
    ('trafficking_event', array['state', 'city', 'street', 'postal_code', 'latitude', 'longitude', 'description']),
    ('support_plan', array['objectives', 'actions']),
    ('person_mentioned', array['details', 'organisation']),
    ('case_note', array['words']),
    ('consent', array['recipient_words']),
    ('referral', array['note', 'shared_name', 'feedback'])
  ) as t (at, held)
$$;

revoke all on function case_sealed() from public;

grant execute on function case_sealed() to setu_definer;

do $$
declare one record;
begin
  for one in select s.at, string_agg(format('%I', s.held), ', ') as held from case_sealed() s group by s.at loop
    execute format('grant select, update (%s) on %I to setu_definer', one.held, one.at);
    execute format('create policy %I on %I for select to setu_definer using (true)', one.at || '_reseal_see', one.at);
    execute format('create policy %I on %I for update to setu_definer using (true) with check (true)', one.at || '_reseal', one.at);
  end loop;
end $$;

-- The keys that a renewal takes the place of.
create function renewal_older(p_org uuid, p_renewal uuid) returns table (id uuid, part text, renewed uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select o.id, o.part, n.id from case_renewal r
    join part_key n on n.org_id = r.org_id and n.id = any (r.made) and n.holder = 'case' and n.holder_id = r.case_id
    join part_key o on o.org_id = n.org_id and o.holder = 'case' and o.holder_id = n.holder_id and o.part = n.part
      and o.generation < n.generation
    where r.org_id = p_org and r.id = p_renewal and r.finished_at is null;
end $$;

-- What comes before the values that are still sealed to older keys: the name of a key and a data key sealed to it.
-- Some of them, of the keys that whoever asks can open.
create function renewal_heads(p_org uuid, p_renewal uuid, p_keys uuid[], p_most integer)
  returns table (at text, held text, id uuid, head bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  file uuid;
  older bytea[];
  one record;
  found_rows integer;
  left_over integer := p_most;
begin
  select r.case_id into file from case_renewal r where r.org_id = p_org and r.id = p_renewal and r.finished_at is null;
  if file is null or case_relation(p_org, file) not in ('own', 'supervise') then return; end if;
  select array_agg(uuid_send(o.id)) into older from renewal_older(p_org, p_renewal) o where o.id = any (p_keys);
  for one in select s.at, s.held from case_sealed() s loop
    return query execute format(
      'select %L::text, %L::text, t.id, substring(t.%I for 97) from %I t where t.org_id = $1 and t.case_id = $2
         and substring(t.%I from 2 for 16) = any ($3) limit $4', one.at, one.held, one.held, one.at, one.held)
      using p_org, file, older, left_over;
    get diagnostics found_rows = row_count;
    left_over := left_over - found_rows;
    if left_over <= 0 then return; end if;
  end loop;
end $$;

-- Puts the renewed heads before values, where the older ones still stand. The values themselves do not change.
create function renewal_put(p_org uuid, p_renewal uuid, p_at text, p_held text, p_rows uuid[], p_was bytea[], p_now bytea[])
  returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  file uuid;
  changed integer;
begin
  select r.case_id into file from case_renewal r where r.org_id = p_org and r.id = p_renewal and r.finished_at is null;
  if file is null or case_relation(p_org, file) not in ('own', 'supervise')
    or not exists (select 1 from case_sealed() s where s.at = p_at and s.held = p_held) then return null; end if;
  if exists (select 1 from unnest(p_was, p_now) x (was, now) where length(x.now) <> 97 or get_byte(x.now, 0) <> 1
      or not exists (select 1 from renewal_older(p_org, p_renewal) o
        where uuid_send(o.id) = substring(x.was from 2 for 16) and uuid_send(o.renewed) = substring(x.now from 2 for 16))) then
    return null;
  end if;
  execute format(
    'update %I t set %I = x.now || substring(t.%I from 98) from unnest($1::uuid[], $2::bytea[], $3::bytea[]) x (id, was, now)
       where t.org_id = $4 and t.case_id = $5 and t.id = x.id and substring(t.%I for 97) = x.was',
    p_at, p_held, p_held, p_held)
    using p_rows, p_was, p_now, p_org, file;
  get diagnostics changed = row_count;
  return changed;
end $$;

-- Ends a renewal once no value stands under an older key, and no transaction is on its way that took one up before
-- the new ones were there: then the older keys and all their wraps are destroyed.
create function renewal_finish(p_org uuid, p_renewal uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  file uuid;
  begun xid8;
  older uuid[];
  one record;
  there boolean;
begin
  select r.case_id, r.begun_in into file, begun from case_renewal r
    where r.org_id = p_org and r.id = p_renewal and r.finished_at is null for update;
  if file is null then return 'gone'; end if;
  if begun >= pg_snapshot_xmin(pg_current_snapshot()) then return 'early'; end if;
  select coalesce(array_agg(o.id), '{}') into older from renewal_older(p_org, p_renewal) o;
  for one in select s.at, s.held from case_sealed() s loop
    execute format('select exists (select 1 from %I t where t.org_id = $1 and t.case_id = $2
      and substring(t.%I from 2 for 16) = any ($3))', one.at, one.held)
      into there using p_org, file, array(select uuid_send(o) from unnest(older) o);
    if there then return 'left'; end if;
  end loop;
  delete from part_wrap w where w.org_id = p_org and w.part_key_id = any (older);
  delete from part_key k where k.org_id = p_org and k.id = any (older);
  update case_renewal set finished_at = now() where org_id = p_org and id = p_renewal;
  return 'finished';
end $$;

grant select (org_id, id, finished_at) on case_renewal to setu_clock;

create policy case_renewal_clock on case_renewal for select to setu_clock using (finished_at is null);

-- Whoever renews the keys of a case gives the new ones to an emergency access that lasts, as far as it was given.
create function emergency_lasts(p_ask_org uuid, p_ask uuid, p_org uuid, p_case uuid, p_part text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from emergency_access g where g.org_id = p_ask_org and g.id = p_ask and g.case_org = p_org
      and g.case_id = p_case and p_part = any (g.parts) and g.state = 'granted' and g.until > now())
    and case_relation(p_org, p_case) in ('own', 'supervise');
end $$;

create function renewal_asks(p_org uuid, p_case uuid) returns table (ask_org uuid, ask_id uuid, public_key bytea, parts text[])
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if case_relation(p_org, p_case) not in ('own', 'supervise') then return; end if;
  return query select g.org_id, g.id, k.public_key, g.parts from emergency_access g
    join emergency_key k on k.org_id = g.org_id and k.id = g.id
    where g.case_org = p_org and g.case_id = p_case and g.state = 'granted' and g.until > now();
end $$;

create policy emergency_wrap_renew on emergency_wrap for insert to setu_app with check (
  emergency_lasts(ask_org, ask_id, org_id, case_id, part));

alter function renewal_older(uuid, uuid) owner to setu_definer;

revoke all on function renewal_older(uuid, uuid) from public;

grant execute on function renewal_older(uuid, uuid) to setu_definer;

alter function renewal_heads(uuid, uuid, uuid[], integer) owner to setu_definer;

revoke all on function renewal_heads(uuid, uuid, uuid[], integer) from public;

grant execute on function renewal_heads(uuid, uuid, uuid[], integer) to setu_app;

alter function renewal_put(uuid, uuid, text, text, uuid[], bytea[], bytea[]) owner to setu_definer;

revoke all on function renewal_put(uuid, uuid, text, text, uuid[], bytea[], bytea[]) from public;

grant execute on function renewal_put(uuid, uuid, text, text, uuid[], bytea[], bytea[]) to setu_app;

alter function renewal_finish(uuid, uuid) owner to setu_definer;

revoke all on function renewal_finish(uuid, uuid) from public;

grant execute on function renewal_finish(uuid, uuid) to setu_clock;

alter function emergency_lasts(uuid, uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function emergency_lasts(uuid, uuid, uuid, uuid, text) from public;

grant execute on function emergency_lasts(uuid, uuid, uuid, uuid, text) to setu_app;

alter function renewal_asks(uuid, uuid) owner to setu_definer;

revoke all on function renewal_asks(uuid, uuid) from public;

grant execute on function renewal_asks(uuid, uuid) to setu_app;
