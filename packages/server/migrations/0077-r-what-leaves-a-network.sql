-- What leaves a network in a file for others: a claim of non-punishment is asked after for the accused alone, by the numbers of
-- their own cases, wherever these are; and only where somebody else may be the reason why a person is missing.

-- The numbers by which police and courts know the cases of those accused in a network. Marks are made of them with the key of
-- the node, so that a claim is found whoever works on the case; nobody is told them. Without such a number none is given.
create function network_case_numbers(p_org uuid, p_network uuid) returns table (node_id uuid, number text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(network_mine(p_org, p_network), false) then return; end if;
  return query select n.id, v.number from network_node n
    join accused a on a.org_id = n.accused_org and a.id = n.accused_id
    join criminal_case c on c.org_id = a.org_id and c.id = a.case_id
    join lateral unnest(array[c.code, c.gr_number, c.tribunal_number, c.monitoring_number,
      c.station_number || '/' || c.station_year]) v (number) on v.number is not null
    where n.org_id = p_org and n.network_id = p_network and n.removed_at is null
      and num_nonnulls(c.gr_number, c.tribunal_number, c.monitoring_number, c.station_number) > 0;
end $$;

-- Whether an office is in a network that whoever asks is not of. It may hold people back without being seen: where there is
-- none, somebody who is missing in a file could only be missing because of a claim.
create function network_beside(p_org uuid, p_network uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return network_mine(p_org, p_network) and exists (select 1 from network_office o
    where o.org_id = p_org and o.network_id = p_network and o.until_on is null and not (o.unit_id = any (actor_units())));
end $$;

-- Of the accused in a network, those who may not leave in a file for others: an office holds them back, a claim of
-- non-punishment stands in the way, or nobody can know whether one does. It does not say which. Somebody who stands there
-- twice is kept as one, so that names cannot be tried against each other in one file.
create or replace function network_kept_back(p_org uuid, p_network uuid, p_marks jsonb) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare beside boolean := coalesce(network_beside(p_org, p_network), false);
begin
  if not coalesce(network_mine(p_org, p_network), false) then return; end if;
  return query with linked as (
      select n.id, n.accused_org, n.accused_id, array(select jsonb_array_elements_text(p_marks -> n.id::text)) as marks
      from network_node n
      where n.org_id = p_org and n.network_id = p_network and n.removed_at is null and n.accused_id is not null),
    kept as (
      select l.accused_org, l.accused_id from linked l
      where case when not beside or cardinality(l.marks) = 0 then true
        when exists (select 1 from network_hold h where h.org_id = p_org and h.node_id = l.id) then true
        else not may_be_published_as_accused('{}', l.marks) end)
    select l.id from linked l where (l.accused_org, l.accused_id) in (select k.accused_org, k.accused_id from kept k);
end $$;

-- Whoever guards the data of an organisation also reads who took a network out as a file, and which office was let in: in its
-- own networks anybody, in those of others its own people.

drop index audit_item_criminal;

create index audit_item_criminal on audit_item (at desc, event_id desc)
  where part in ('accused', 'orders', 'network') and did in ('read', 'shared');

create policy audit_item_network_shared on audit_item for select to setu_app using (
  part = 'network' and did = 'shared' and (select actor_has('dataProtectionOfficer'))
  and (org_id = (select actor_org()) or account_org_id = (select actor_org())));

create index criminal_case_id on criminal_case (id);

-- The code of the criminal case for which a network was opened or taken out: of a case of one's own organisation, or where
-- one's own people did it. Others' cases for which others opened one's own network stay theirs.
create or replace function network_reading_code(p_org uuid, p_network uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(actor_has('dataProtectionOfficer'), false) then return null; end if;
  return (select c.code from criminal_case c where c.id = p_case and exists (select 1 from audit_item i
    where i.case_id = p_network and i.org_id = p_org and i.record_id = p_case and i.part = 'network' and i.did in ('read', 'shared')
      and (i.account_org_id = actor_org() or (i.org_id = actor_org() and c.org_id = actor_org()))));
end $$;

alter function network_case_numbers(uuid, uuid) owner to setu_definer;

revoke all on function network_case_numbers(uuid, uuid) from public;

grant execute on function network_case_numbers(uuid, uuid) to setu_app;

alter function network_beside(uuid, uuid) owner to setu_definer;

revoke all on function network_beside(uuid, uuid) from public;

grant execute on function network_beside(uuid, uuid) to setu_app, setu_definer;
