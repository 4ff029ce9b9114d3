-- What people write is held to the rules of networks; backups come back wherever somebody stands.
create function network_node_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if (new.org_id, new.id, new.network_id, new.kind) <> (old.org_id, old.id, old.network_id, old.kind)
      or old.removed_at is not null or new.version <> old.version + 1 then
      raise exception 'not to be moved' using errcode = '42501';
    end if;
  end if;
  if new.accused_id is not null and (tg_op = 'INSERT' or (new.accused_org, new.accused_id) is distinct from (old.accused_org, old.accused_id)) then
    if not criminal_may(new.accused_org, new.accused_case, 'accused', false) or not exists (select 1 from accused a
        where a.org_id = new.accused_org and a.case_id = new.accused_case and a.id = new.accused_id) then
      raise exception 'not an accused that one may read' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

create function network_tie_guard() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' then return new; end if;
  if tg_op = 'UPDATE' then
    if (new.org_id, new.id, new.network_id, new.tie, new.from_id, new.to_id)
        <> (old.org_id, old.id, old.network_id, old.tie, old.from_id, old.to_id)
      or old.removed_at is not null or new.version <> old.version + 1 then
      raise exception 'not to be moved' using errcode = '42501';
    end if;
  elsif not exists (select 1 from network_node f join network_node t on t.org_id = f.org_id and t.network_id = f.network_id
      join network_tie_rule r on r.tie = new.tie and f.kind = any (r.from_kinds) and t.kind = any (r.to_kinds)
      where f.org_id = new.org_id and f.network_id = new.network_id and f.id = new.from_id and f.removed_at is null
        and t.id = new.to_id and t.removed_at is null) then
    raise exception 'no such tie' using errcode = '42501';
  end if;
  if new.learnt_case is not null and (tg_op = 'INSERT' or (new.learnt_org, new.learnt_case) is distinct from (old.learnt_org, old.learnt_case))
    and cardinality(criminal_tasks(new.learnt_org, new.learnt_case)) = 0 then
    raise exception 'not a case that one may read' using errcode = '42501';
  end if;
  return new;
end $$;

-- One network holds no more than one picture can show.
create function network_full() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if tg_table_name = 'network_node' and exists (select 1 from (select distinct f.org_id, f.network_id from fresh f) g
      where (select count(*) from network_node n where n.org_id = g.org_id and n.network_id = g.network_id and n.removed_at is null) > 2000) then
    raise exception 'the network is full' using errcode = '42501';
  end if;
  if tg_table_name = 'network_tie' and exists (select 1 from (select distinct f.org_id, f.network_id from fresh f) g
      where (select count(*) from network_tie n where n.org_id = g.org_id and n.network_id = g.network_id and n.removed_at is null) > 6000) then
    raise exception 'the network is full' using errcode = '42501';
  end if;
  return null;
end $$;

-- Each change is kept with who made it and what stood there before; nobody writes that history but these.
create function network_node_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  insert into network_step (org_id, id, network_id, about, item_id, version, did, before_codes, before_sealed, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.network_id, 'node', new.id, new.version,
      case when tg_op = 'INSERT' then 'added' when new.removed_at is not null then 'removed' else 'changed' end,
      case when tg_op = 'UPDATE' then jsonb_build_object('sex', old.sex, 'birthYear', old.birth_year, 'country', old.country,
        'accused', old.accused_id is not null) end,
      case when tg_op = 'UPDATE' then old.said end, me[1], me[2], now());
  return null;
end $$;

create function network_tie_keep() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  if me is null then return null; end if;
  insert into network_step (org_id, id, network_id, about, item_id, version, did, before_codes, before_sealed, account_org, account_id, at)
    values (new.org_id, gen_random_uuid(), new.network_id, 'tie', new.id, new.version,
      case when tg_op = 'INSERT' then 'added' when new.removed_at is not null then 'removed' else 'changed' end,
      case when tg_op = 'UPDATE' then jsonb_build_object('since', old.since_on, 'until', old.until_on, 'reliability', old.reliability,
        'credibility', old.credibility, 'paper', old.paper) end,
      case when tg_op = 'UPDATE' then old.role end, me[1], me[2], now());
  return null;
end $$;

create trigger network_node_guard before insert or update on network_node for each row execute function network_node_guard();

create trigger network_node_keep after insert or update on network_node for each row execute function network_node_keep();

create trigger network_node_full after insert on network_node referencing new table as fresh for each statement execute function network_full();

create trigger network_tie_guard before insert or update on network_tie for each row execute function network_tie_guard();

create trigger network_tie_keep after insert or update on network_tie for each row execute function network_tie_keep();

create trigger network_tie_full after insert on network_tie referencing new table as fresh for each statement execute function network_full();

alter function network_node_guard() owner to setu_owner;

revoke all on function network_node_guard() from public;

alter function network_tie_guard() owner to setu_owner;

revoke all on function network_tie_guard() from public;

alter function network_full() owner to setu_definer;

revoke all on function network_full() from public;

alter function network_node_keep() owner to setu_definer;

revoke all on function network_node_keep() from public;

alter function network_tie_keep() owner to setu_definer;

revoke all on function network_tie_keep() from public;

alter function actor_network_tasks() owner to setu_definer;

revoke all on function actor_network_tasks() from public;

grant execute on function actor_network_tasks() to setu_app, setu_definer;

alter function network_tasks(uuid, uuid) owner to setu_definer;

revoke all on function network_tasks(uuid, uuid) from public;

grant execute on function network_tasks(uuid, uuid) to setu_app, setu_definer;

alter function network_mine(uuid, uuid) owner to setu_definer;

revoke all on function network_mine(uuid, uuid) from public;

grant execute on function network_mine(uuid, uuid) to setu_app, setu_definer;

alter function network_led(uuid, uuid) owner to setu_definer;

revoke all on function network_led(uuid, uuid) from public;

grant execute on function network_led(uuid, uuid) to setu_app, setu_definer;

alter function network_key_mine(uuid, uuid) owner to setu_definer;

revoke all on function network_key_mine(uuid, uuid) from public;

grant execute on function network_key_mine(uuid, uuid) to setu_app;

alter function network_begin(jsonb) owner to setu_definer;

revoke all on function network_begin(jsonb) from public;

grant execute on function network_begin(jsonb) to setu_app;

alter function network_office_add(uuid, uuid, uuid, uuid) owner to setu_definer;

revoke all on function network_office_add(uuid, uuid, uuid, uuid) from public;

grant execute on function network_office_add(uuid, uuid, uuid, uuid) to setu_app;

alter function network_office_end(uuid, uuid, uuid) owner to setu_definer;

revoke all on function network_office_end(uuid, uuid, uuid) from public;

grant execute on function network_office_end(uuid, uuid, uuid) to setu_app;

alter function network_accused(uuid, uuid) owner to setu_definer;

revoke all on function network_accused(uuid, uuid) from public;

grant execute on function network_accused(uuid, uuid) to setu_app;

alter function network_kept_back(uuid, uuid, jsonb) owner to setu_definer;

revoke all on function network_kept_back(uuid, uuid, jsonb) from public;

grant execute on function network_kept_back(uuid, uuid, jsonb) to setu_app;

-- The one question about claims is asked by what publishes: until now nothing did.
grant execute on function may_be_published_as_accused(text[], text[]) to setu_definer;

-- One's offices are found by one's units, and all else of a network through them.

grant select on network_office to setu_app;

create policy network_office_own on network_office for select to setu_app using (
  until_on is null and unit_id = any ((select actor_units())::uuid[]) and task = any ((select actor_network_tasks())::text[]));

create policy network_office_beside on network_office for select to setu_app using (network_mine(org_id, network_id));

grant select, update (name) on network to setu_app;

create policy network_read on network for select to setu_app using ((org_id, id) in (
  select o.org_id, o.network_id from network_office o where o.until_on is null
    and o.unit_id = any ((select actor_units())::uuid[]) and o.task = any ((select actor_network_tasks())::text[])));

create policy network_name on network for update to setu_app using (network_led(org_id, id)) with check (network_led(org_id, id));

grant select, insert, update on network_node to setu_app;

create policy network_node_read on network_node for select to setu_app using (
  exists (select 1 from network n where n.org_id = network_node.org_id and n.id = network_node.network_id));

create policy network_node_add on network_node for insert to setu_app with check (network_mine(org_id, network_id) and removed_at is null);

create policy network_node_change on network_node for update to setu_app using (network_mine(org_id, network_id))
  with check (network_mine(org_id, network_id));

grant select, insert, update on network_tie to setu_app;

create policy network_tie_read on network_tie for select to setu_app using (
  exists (select 1 from network n where n.org_id = network_tie.org_id and n.id = network_tie.network_id));

create policy network_tie_add on network_tie for insert to setu_app with check (network_mine(org_id, network_id) and removed_at is null);

create policy network_tie_change on network_tie for update to setu_app using (network_mine(org_id, network_id))
  with check (network_mine(org_id, network_id));

grant select on network_step to setu_app;

create policy network_step_read on network_step for select to setu_app using (
  exists (select 1 from network n where n.org_id = network_step.org_id and n.id = network_step.network_id));

grant select, insert, delete on network_hold to setu_app;

create policy network_hold_read on network_hold for select to setu_app using (
  unit_id = any ((select actor_units())::uuid[]) and network_mine(org_id, network_id));

create policy network_hold_add on network_hold for insert to setu_app with check (
  unit_id = any ((select actor_units())::uuid[]) and network_mine(org_id, network_id) and made_by = (select actor_account())
  and exists (select 1 from network_node n where n.org_id = network_hold.org_id and n.id = network_hold.node_id and n.network_id = network_hold.network_id));

create policy network_hold_end on network_hold for delete to setu_app using (
  unit_id = any ((select actor_units())::uuid[]) and network_mine(org_id, network_id));

grant select on network_tie_rule to setu_app;

create policy network_tie_rule_read on network_tie_rule for select to setu_app using ((select actor_account()) is not null);

-- The keys of names and numbers: for the offices that work on the network, whoever else sits in the same organisation.

create policy part_key_network on part_key for select to setu_app using (holder = 'network' and network_mine(org_id, holder_id));

create policy part_key_network_only on part_key as restrictive for select to setu_app using (
  holder <> 'network' or network_mine(org_id, holder_id));

create policy part_key_network_made on part_key as restrictive for insert to setu_app with check (
  holder <> 'network' or network_mine(org_id, holder_id));

create policy part_wrap_network_only on part_wrap as restrictive for select to setu_app using (
  part <> 'network' or network_key_mine(org_id, part_key_id));

create policy part_wrap_network_add on part_wrap for insert to setu_app with check (
  case_id is null and part = 'network' and network_key_mine(org_id, part_key_id));

create policy part_wrap_network_made on part_wrap as restrictive for insert to setu_app with check (
  part <> 'network' or network_key_mine(org_id, part_key_id));
