-- Homes, how many places each has for whom, and the stays in them. A home is a unit's offer of shelter: one of its
-- kind on the node, so that a stay names it by its id alone.
create unique index service_offer_one on service_offer (id);

create table shelter_place (
  org_id uuid not null,
  offer_id uuid not null,
  for_whom text not null check (for_whom in ('women', 'men', 'girls', 'boys')),
  places integer not null check (places between 0 and 10000),
  -- Places that are taken by people who have no case on this node.
  others integer not null check (others between 0 and 10000),
  primary key (org_id, offer_id, for_whom),
  foreign key (org_id, offer_id) references service_offer (org_id, id)
);

create table shelter_stay (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  state text not null check (state in ('requested', 'admitted', 'left', 'refused', 'dropped')),
  home uuid,
  elsewhere bytea,
  place_for text check (place_for ~ '^[A-Za-z0-9_.-]{1,60}$'),
  legal_basis text check (legal_basis ~ '^[A-Za-z0-9_.-]{1,60}$'),
  paper_number bytea,
  paper_on date,
  admitted_on date,
  review_on date,
  free_to_leave boolean,
  why_not_free text check (why_not_free ~ '^[A-Za-z0-9_.-]{1,60}$'),
  own_view bytea,
  refused_because text check (refused_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  left_on date,
  left_to text check (left_to ~ '^[A-Za-z0-9_.-]{1,60}$'),
  left_because text check (left_because ~ '^[A-Za-z0-9_.-]{1,60}$'),
  primary key (org_id, id),
  foreign key (org_id, case_id) references case_file (org_id, id) on delete cascade
);

create index shelter_stay_case on shelter_stay (org_id, case_id);

create index shelter_stay_home on shelter_stay (home, place_for) where state in ('requested', 'admitted');

insert into record_state (record, state, begins, amends) values
  ('shelterStay', 'requested', true, true),
  ('shelterStay', 'admitted', false, true),
  ('shelterStay', 'left', false, false),
  ('shelterStay', 'refused', false, false),
  ('shelterStay', 'dropped', false, false);

insert into record_step_rule (record, from_state, to_state, relations, not_by) values
  ('shelterStay', 'requested', 'admitted', '{own,supervise,home}', '{}'),
  ('shelterStay', 'requested', 'refused', '{own,supervise,home}', '{}'),
  ('shelterStay', 'requested', 'dropped', '{own,supervise}', '{}'),
  ('shelterStay', 'admitted', 'left', '{own,supervise,home}', '{}');

do $$
declare one text;
begin
  foreach one in array array['shelter_place', 'shelter_stay'] loop
    execute format('alter table %I owner to setu_owner', one);
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('grant select on %I to setu_backup', one);
    execute format('create policy %I on %I for select to setu_backup using (true)', one || '_backup', one);
    execute format('grant select on %I to setu_definer', one);
    execute format('create policy %I on %I for select to setu_definer using (true)', one || '_definer_find', one);
  end loop;
end $$;

grant select on service_offer to setu_definer;

create policy service_offer_definer_find on service_offer for select to setu_definer using (true);

-- Whether the signed-in person works in the unit that runs a home.
create function home_mine(p_home uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return actor_works() and exists (select 1 from service_offer o
    where o.id = p_home and o.service = 'shelter' and o.unit = any (actor_units()));
end $$;

-- The same for a stay in it: whoever has a conflict with the case has none of its stays.
create function stay_mine(p_org uuid, p_case uuid, p_home uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return p_home is not null and home_mine(p_home) and not case_conflict(p_org, p_case);
end $$;

-- By its id, for what is written beside a stay: what happened, and what is promised.
create function stay_known(p_org uuid, p_case uuid, p_stay uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from shelter_stay s where s.org_id = p_org and s.case_id = p_case and s.id = p_stay
    and stay_mine(s.org_id, s.case_id, s.home));
end $$;

-- A home of one's own organisation can be asked for a place; one of another only after it accepted a referral.
create function home_reachable(p_org uuid, p_case uuid, p_home uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from service_offer o where o.id = p_home and o.service = 'shelter' and o.active
    and (o.org_id = actor_org() or exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case
      and r.to_org = o.org_id and r.to_unit = o.unit and r.state in ('accepted', 'serviceStarted'))));
end $$;

-- A home that accepted a referral writes its own service on the case that it is named to, and nothing else of it.
create function stay_receivable(p_org uuid, p_case uuid, p_home uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return stay_mine(p_org, p_case, p_home) and case_relation(p_org, p_case) = 'named'
    and exists (select 1 from actor_named(p_org, p_case) n join service_offer o on o.unit = n.to_unit
      where o.id = p_home and n.work = 'care');
end $$;

-- Under which code the home's organisation knows the case of a stay.
create function stay_code(p_org uuid, p_case uuid, p_home uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not stay_mine(p_org, p_case, p_home) then return null; end if;
  return (select k.code from case_code k where k.org_id = p_org and k.case_id = p_case and k.holder_org = actor_org());
end $$;

-- How many places are free, home by home and for whom: numbers without a name, for those who refer.
create function shelter_free() returns table (offer_id uuid, for_whom text, free integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_account() is null then return; end if;
  return query select p.offer_id, p.for_whom, greatest(p.places - p.others - (select count(*) from shelter_stay s
      where s.home = p.offer_id and s.state = 'admitted' and s.place_for = p.for_whom)::integer, 0)
    from shelter_place p;
end $$;

do $$
declare one text;
begin
  foreach one in array array['home_mine(uuid)', 'stay_mine(uuid, uuid, uuid)', 'stay_known(uuid, uuid, uuid)',
      'home_reachable(uuid, uuid, uuid)', 'stay_receivable(uuid, uuid, uuid)', 'stay_code(uuid, uuid, uuid)', 'shelter_free()'] loop
    execute format('alter function %s owner to setu_definer', one);
    execute format('revoke all on function %s from public', one);
    execute format('grant execute on function %s to setu_app', one);
  end loop;
end $$;

-- How many places there are in all is the home's own business.
grant select, insert, update, delete on shelter_place to setu_app;

create policy shelter_place_read on shelter_place for select to setu_app
  using (org_id = (select actor_org()) and exists (select 1 from service_offer o
    where o.org_id = shelter_place.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

create policy shelter_place_add on shelter_place for insert to setu_app
  with check (org_id = (select actor_org()) and home_mine(offer_id));

create policy shelter_place_change on shelter_place for update to setu_app
  using (org_id = (select actor_org()) and home_mine(offer_id))
  with check (org_id = (select actor_org()) and home_mine(offer_id));

create policy shelter_place_remove on shelter_place for delete to setu_app
  using (org_id = (select actor_org()) and home_mine(offer_id));

grant select, insert, update on shelter_stay to setu_app;

create policy shelter_stay_read on shelter_stay for select to setu_app
  using (stay_mine(org_id, case_id, home) or case_may(org_id, case_id, 'protection', false));

create policy shelter_stay_add on shelter_stay for insert to setu_app
  with check (case_may(org_id, case_id, 'protection', true) or stay_receivable(org_id, case_id, home));

create policy shelter_stay_change on shelter_stay for update to setu_app
  using (stay_mine(org_id, case_id, home) or case_may(org_id, case_id, 'protection', true))
  with check (stay_mine(org_id, case_id, home) or case_may(org_id, case_id, 'protection', true));

-- Only those who run a home say who lives in it; they touch no word that is sealed, and nobody is moved by a correction.
create function shelter_stay_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
declare allowed boolean := true;
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'INSERT' then
    allowed := new.home is null or home_reachable(new.org_id, new.case_id, new.home);
  else
    if new.home is distinct from old.home then
      allowed := old.state = 'requested' and (new.home is null or home_reachable(new.org_id, new.case_id, new.home));
    end if;
    if old.state = 'requested' and new.state in ('admitted', 'refused') and new.home is not null then
      allowed := allowed and home_mine(new.home);
    end if;
    if (new.version, new.home, new.elsewhere, new.paper_number, new.own_view)
        is distinct from (old.version, old.home, old.elsewhere, old.paper_number, old.own_view) then
      allowed := allowed and case_may(old.org_id, old.case_id, 'protection', true);
    end if;
  end if;
  if not coalesce(allowed, false) then raise exception 'no such stay' using errcode = '42501'; end if;
  return new;
end $$;

alter function shelter_stay_guard() owner to setu_owner;

revoke all on function shelter_stay_guard() from public;

create trigger record_state_guard before insert or update on shelter_stay for each row
  execute function record_state_guard('shelterStay');

create trigger record_step_keep after insert or update on shelter_stay for each row
  execute function record_step_keep('shelterStay');

create trigger shelter_stay_guard before insert or update on shelter_stay for each row
  execute function shelter_stay_guard();

-- Whoever runs a home stands to a stay in it as its home, whatever they are to the case.
create or replace function record_change_may(p_org uuid, p_case uuid, p_record text, p_item uuid, p_from text, p_to text)
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
  if p_record = 'shelterStay' and found_relation not in ('own', 'supervise') and stay_known(p_org, p_case, p_item) then
    found_relation := 'home';
  end if;
  return exists (select 1 from record_step_rule r
    where r.record = p_record and r.from_state = p_from and r.to_state = p_to and found_relation = any (r.relations)
      and not exists (select 1 from record_step s where s.org_id = p_org and s.case_id = p_case and s.item_id = p_item
        and s.to_state = any (r.not_by) and s.account_org = me[1] and s.account_id = me[2]));
end $$;

-- What a home writes down of a stay, and what it promises.
create policy case_event_home on case_event for insert to setu_app
  with check (account_id = (select actor_account()) and account_org = (select actor_org()) and part = 'protection'
    and kind like 'shelter%' and stay_known(org_id, case_id, record_id));

create policy due_item_home_read on due_item for select to setu_app
  using (kind in ('answerShelter', 'reviewShelter') and unit_id = any ((select actor_units())::uuid[])
    and stay_known(org_id, case_id, about_id));

create policy due_item_home_add on due_item for insert to setu_app
  with check (kind in ('answerShelter', 'reviewShelter') and unit_id = any ((select actor_units())::uuid[])
    and stay_known(org_id, case_id, about_id));

create policy due_item_home_change on due_item for update to setu_app
  using (kind in ('answerShelter', 'reviewShelter') and stay_known(org_id, case_id, about_id))
  with check (kind in ('answerShelter', 'reviewShelter') and stay_known(org_id, case_id, about_id));

-- Sealed words of a stay are renewed with the others of its case.
grant update (elsewhere, paper_number, own_view) on shelter_stay to setu_definer;

create policy shelter_stay_reseal on shelter_stay for update to setu_definer using (true) with check (true);

do $$
declare known text;
begin
  select string_agg(format('(%L, %L)', s.at, s.held), ', ') into known from case_sealed() s;
  execute format('create or replace function case_sealed() returns table (at text, held text)
    language sql immutable set search_path = pg_catalog, public, pg_temp
    as $f$ select * from (values %s, (''shelter_stay'', ''elsewhere''), (''shelter_stay'', ''paper_number''),
      (''shelter_stay'', ''own_view'')) t (at, held) $f$', known);
end $$;
