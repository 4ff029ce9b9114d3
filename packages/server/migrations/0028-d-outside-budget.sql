-- Whoever may open cases that are not their own opens a few of them in an hour. More than that is stopped and told:
-- somebody who looks through a whole office is seen while they do it.

create index audit_item_outside on audit_item (account_id, at)
  where did = 'read' and relation in ('supervise', 'emergency', 'dataProtection');

grant select on audit_item to setu_definer;

create policy audit_item_definer on audit_item for select to setu_definer using (true);

-- Whether the signed-in person may open this case too, having opened so many others within the hour.
create function outside_budget(p_org uuid, p_case uuid, p_most integer) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  others bigint;
begin
  if me is null then return false; end if;
  select count(distinct (i.org_id, i.case_id)) into others from audit_item i
    where i.account_id = me[2] and i.at > now() - interval '1 hour' and i.did = 'read'
      and i.relation in ('supervise', 'emergency', 'dataProtection') and (i.org_id, i.case_id) <> (p_org, p_case);
  return others < p_most;
end $$;

-- Tells who supervises and who guards the data that somebody was stopped, once an hour.
create function outside_budget_told() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  told uuid[];
begin
  if me is null or exists (select 1 from notice n
      where n.kind = 'manyCases' and n.about ->> 'account' = me[2]::text and n.made_at > now() - interval '1 hour') then return; end if;
  select coalesce(array_agg(distinct t.account), '{}') into told from (
    select m.account_id as account from unit_member m
      where m.org_id = me[1] and m.supervises and m.unit_id = any (actor_units())
    union select unnest(emergency_guards(array[me[1]]))) t
    where t.account <> me[2];
  perform emergency_tell(told, 'manyCases', jsonb_build_object('account', me[2],
    'person', (select a.name from account a where a.org_id = me[1] and a.id = me[2])));
end $$;

alter policy notice_definer_told on notice using (kind in ('emergencyOwn', 'manyCases'));

alter function outside_budget(uuid, uuid, integer) owner to setu_definer;

revoke all on function outside_budget(uuid, uuid, integer) from public;

grant execute on function outside_budget(uuid, uuid, integer) to setu_app;

alter function outside_budget_told() owner to setu_definer;

revoke all on function outside_budget_told() from public;

grant execute on function outside_budget_told() to setu_app;
