-- Whose the tables are, and what a backup reads; and that networks hold keys of their own.

alter table part_key drop constraint part_key_holder_check;

alter table part_key add constraint part_key_holder_check
  check (holder in ('case', 'referral', 'site', 'emergency', 'breach', 'complaint', 'tip', 'screening', 'criminalCase', 'network'));

alter table network owner to setu_owner;

alter table network enable row level security;

alter table network force row level security;

grant select on network to setu_backup;

create policy network_backup on network for select to setu_backup using (true);

alter table network_office owner to setu_owner;

alter table network_office enable row level security;

alter table network_office force row level security;

grant select on network_office to setu_backup;

create policy network_office_backup on network_office for select to setu_backup using (true);

alter table network_node owner to setu_owner;

alter table network_node enable row level security;

alter table network_node force row level security;

grant select on network_node to setu_backup;

create policy network_node_backup on network_node for select to setu_backup using (true);

alter table network_tie owner to setu_owner;

alter table network_tie enable row level security;

alter table network_tie force row level security;

grant select on network_tie to setu_backup;

create policy network_tie_backup on network_tie for select to setu_backup using (true);

alter table network_step owner to setu_owner;

alter table network_step enable row level security;

alter table network_step force row level security;

grant select on network_step to setu_backup;

create policy network_step_backup on network_step for select to setu_backup using (true);

alter table network_hold owner to setu_owner;

alter table network_hold enable row level security;

alter table network_hold force row level security;

grant select on network_hold to setu_backup;

create policy network_hold_backup on network_hold for select to setu_backup using (true);

alter table network_tie_rule owner to setu_owner;

alter table network_tie_rule enable row level security;

alter table network_tie_rule force row level security;

grant select on network_tie_rule to setu_backup;

create policy network_tie_rule_backup on network_tie_rule for select to setu_backup using (true);

-- What the functions below look behind the policies for, and what they alone write.

grant select on network, network_office, network_node, network_tie, network_hold, network_tie_rule to setu_definer;

create policy network_definer on network for select to setu_definer using (true);

create policy network_office_definer on network_office for select to setu_definer using (true);

create policy network_node_definer on network_node for select to setu_definer using (true);

create policy network_tie_definer on network_tie for select to setu_definer using (true);

create policy network_hold_definer on network_hold for select to setu_definer using (true);

create policy network_tie_rule_definer on network_tie_rule for select to setu_definer using (true);

grant insert on network, network_office, network_step to setu_definer;

create policy network_definer_begin on network for insert to setu_definer with check (true);

create policy network_office_definer_add on network_office for insert to setu_definer with check (until_on is null);

create policy network_step_definer_keep on network_step for insert to setu_definer with check (account_id is not null);

grant update (until_on, ended_org, ended_by) on network_office to setu_definer;

create policy network_office_definer_end on network_office for update to setu_definer using (until_on is null) with check (until_on is not null);

-- At what somebody may work in networks at all: investigators of a police service, and prosecutors. Nobody else, whatever
-- row would name their unit: not a protection organisation, not a court, not an administrator, not whoever monitors.
create function actor_network_tasks() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  kind text := (select o.type from organisation o where o.id = me[1]);
begin
  return array(select t.task from (values ('investigation', '{policeUnit,borderGuard,coastGuard}'::text[], 'policeInvestigator'),
      ('prosecution', '{prosecution}'::text[], 'prosecutor')) t (task, types, role)
    where kind = any (t.types) and exists (select 1 from account_role a
      where a.org_id = me[1] and a.account_id = me[2] and a.role = t.role));
end $$;

-- At what somebody works in one network; nothing for everybody else.
create function network_tasks(p_org uuid, p_network uuid) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  mine uuid[] := actor_units();
  may text[] := actor_network_tasks();
begin
  return (select coalesce(array_agg(distinct o.task), '{}') from network_office o
    where o.org_id = p_org and o.network_id = p_network and o.until_on is null and o.unit_id = any (mine) and o.task = any (may));
end $$;

create function network_mine(p_org uuid, p_network uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return cardinality(network_tasks(p_org, p_network)) > 0;
end $$;

-- Whether somebody is of the office that a network belongs to: it alone lets others in.
create function network_led(p_org uuid, p_network uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return network_mine(p_org, p_network) and exists (select 1 from network n
    where n.org_id = p_org and n.id = p_network and n.unit_id = any (actor_units()));
end $$;

create function network_key_mine(p_org uuid, p_key uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return exists (select 1 from part_key k where k.org_id = p_org and k.id = p_key and k.holder = 'network'
    and network_mine(p_org, k.holder_id));
end $$;

-- Begins a network for a unit of one's own, out of a criminal case that one may read the names of.
create function network_begin(p_network jsonb) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  made uuid := (p_network ->> 'id')::uuid;
  desk uuid := (p_network ->> 'unit')::uuid;
  task text := (actor_network_tasks())[1];
begin
  if me is null or task is null or not (desk = any (actor_units()))
    or not criminal_may((p_network ->> 'caseOrg')::uuid, (p_network ->> 'case')::uuid, 'accused', false) then return null; end if;
  if exists (select 1 from network n where n.id = made) then return 'there'; end if;
  insert into network (org_id, id, unit_id, case_org, case_id, opened_at)
    values (me[1], made, desk, (p_network ->> 'caseOrg')::uuid, (p_network ->> 'case')::uuid, now());
  insert into network_office (org_id, id, network_id, office_org, unit_id, task, from_on, added_org, added_by)
    values (me[1], gen_random_uuid(), made, me[1], desk, task, (now() at time zone 'Asia/Dhaka')::date, me[1], me[2]);
  return 'begun';
end $$;

-- Lets an office in, at the work that fits its kind of organisation.
create function network_office_add(p_org uuid, p_network uuid, p_id uuid, p_unit uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  desk record;
begin
  if not coalesce(network_led(p_org, p_network), false) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('network office ' || p_network::text, 7306));
  select u.org_id, u.id, case when o.type in ('policeUnit', 'borderGuard', 'coastGuard') then 'investigation'
      when o.type = 'prosecution' then 'prosecution' end as task into desk
    from unit u join organisation o on o.id = u.org_id where u.id = p_unit and u.active and o.active;
  if desk.task is null then return 'unfit'; end if;
  if exists (select 1 from network_office o where o.network_id = p_network and o.unit_id = p_unit and o.until_on is null) then
    return 'there';
  end if;
  insert into network_office (org_id, id, network_id, office_org, unit_id, task, from_on, added_org, added_by)
    values (p_org, p_id, p_network, desk.org_id, desk.id, desk.task, (now() at time zone 'Asia/Dhaka')::date, me[1], me[2]);
  return 'added';
end $$;

-- Ends what an office does in a network: one's own, or one that one's office let in. Whose the network is stays in it.
-- What the office could open goes with it.
create function network_office_end(p_org uuid, p_network uuid, p_id uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  held record;
begin
  if not coalesce(network_mine(p_org, p_network), false) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('network office ' || p_network::text, 7306));
  select o.unit_id, n.unit_id = o.unit_id as leads into held from network_office o
    join network n on n.org_id = o.org_id and n.id = o.network_id
    where o.org_id = p_org and o.network_id = p_network and o.id = p_id and o.until_on is null;
  if held.unit_id is null then return null; end if;
  if held.leads then return 'last'; end if;
  if not (held.unit_id = any (actor_units()) or network_led(p_org, p_network)) then return 'not-yours'; end if;
  update network_office set until_on = (now() at time zone 'Asia/Dhaka')::date, ended_org = me[1], ended_by = me[2]
    where org_id = p_org and id = p_id;
  delete from part_wrap w using part_key k where k.org_id = p_org and k.holder = 'network' and k.holder_id = p_network
    and w.org_id = k.org_id and w.part_key_id = k.id and w.unit_id = held.unit_id;
  return 'ended';
end $$;

-- How the accused among the people of a network stand, offence by offence, wherever their cases are: stages and how they
-- ended, and whether they are grown up. Whoever shares the network reads no more of the case by it.
create function network_accused(p_org uuid, p_network uuid) returns table (node_id uuid, age text, stage text, outcome text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(network_mine(p_org, p_network), false) then return; end if;
  return query select n.id, a.age, f.stage, f.outcome from network_node n
    join accused a on a.org_id = n.accused_org and a.id = n.accused_id
    left join accused_offence f on f.org_id = a.org_id and f.accused_id = a.id
    where n.org_id = p_org and n.network_id = p_network and n.removed_at is null;
end $$;

-- Of some people of a network, those who may not leave in a file: somebody holds them back, or a claim of non-punishment
-- stands in the way. It does not say which, nor whose; the marks that it is asked by are made with the key of the node.
create function network_kept_back(p_org uuid, p_network uuid, p_marks jsonb) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(network_mine(p_org, p_network), false) then return; end if;
  return query select n.id from network_node n
    where n.org_id = p_org and n.network_id = p_network and n.removed_at is null
      and (exists (select 1 from network_hold h where h.org_id = n.org_id and h.node_id = n.id)
        or not may_be_published_as_accused('{}', array(select jsonb_array_elements_text(p_marks -> n.id::text))));
end $$;
