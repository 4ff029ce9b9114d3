-- Whoever guards the data of an organisation reads who opened names of accused persons, and orders: in its own criminal cases
-- anybody, in those of others its own people.

create index audit_item_criminal on audit_item (at desc, event_id) where part in ('accused', 'orders') and did = 'read';

create policy audit_item_criminal_read on audit_item for select to setu_app using (
  part in ('accused', 'orders') and did = 'read' and (select actor_has('dataProtectionOfficer'))
  and (org_id = (select actor_org()) or account_org_id = (select actor_org())));

-- The code of a criminal case for whoever may read who opened it, and nothing else of it.
create function criminal_code(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(actor_has('dataProtectionOfficer'), false) then return null; end if;
  if p_org <> actor_org() and not exists (select 1 from audit_item i
      where i.org_id = p_org and i.case_id = p_case and i.account_org_id = actor_org() and i.part in ('accused', 'orders')) then
    return null;
  end if;
  return (select c.code from criminal_case c where c.org_id = p_org and c.id = p_case);
end $$;

alter function criminal_code(uuid, uuid) owner to setu_definer;

revoke all on function criminal_code(uuid, uuid) from public;

grant execute on function criminal_code(uuid, uuid) to setu_app;
