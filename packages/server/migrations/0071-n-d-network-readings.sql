-- Whoever guards the data of an organisation also reads who opened a network, and for which criminal case.

drop index audit_item_criminal;

create index audit_item_criminal on audit_item (at desc, event_id) where part in ('accused', 'orders', 'network') and did = 'read';

alter policy audit_item_criminal_read on audit_item using (
  part in ('accused', 'orders', 'network') and did = 'read' and (select actor_has('dataProtectionOfficer'))
  and (org_id = (select actor_org()) or account_org_id = (select actor_org())));

-- The code of the criminal case for which a network was opened, for whoever may read who opened it, and nothing else of either.
create function network_reading_code(p_org uuid, p_network uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not coalesce(actor_has('dataProtectionOfficer'), false) or not exists (select 1 from audit_item i
      where i.case_id = p_network and i.org_id = p_org and i.record_id = p_case and i.part = 'network' and i.did = 'read'
        and (i.org_id = actor_org() or i.account_org_id = actor_org())) then
    return null;
  end if;
  return (select c.code from criminal_case c where c.id = p_case);
end $$;

alter function network_reading_code(uuid, uuid, uuid) owner to setu_definer;

revoke all on function network_reading_code(uuid, uuid, uuid) from public;

grant execute on function network_reading_code(uuid, uuid, uuid) to setu_app;
