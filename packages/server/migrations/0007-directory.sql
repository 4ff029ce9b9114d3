-- The directory: beginning a node, adding agencies, services of a whole organisation, and who looked at a site.

grant insert on audit_event to setu_setup;

create policy audit_event_setup on audit_event for insert to setu_setup with check (true);

-- An agency is complete from its first moment: whoever brings it in makes the key of its blind index, once,
-- and cannot read it.
create policy index_key_add_new on index_key for insert to setu_app with check ((select actor_has('technicalAdministrator')));

create policy service_offer_add_any on service_offer for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

create policy service_area_add_any on service_area for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

-- Readings of the address of a site are shown to whoever guards the data of the organisation that runs it.
create policy audit_item_site_read on audit_item for select to setu_app using (part = 'site' and org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')));
