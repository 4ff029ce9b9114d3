-- The definer functions read just these, and the transfer function changes just these.

grant select on organisation to setu_definer;

create policy organisation_definer on organisation for select to setu_definer using (true);

grant select on unit_member to setu_definer;

create policy unit_member_definer on unit_member for select to setu_definer using (true);

grant select on account to setu_definer;

create policy account_definer on account for select to setu_definer using (true);

grant select on account_role to setu_definer;

create policy account_role_definer on account_role for select to setu_definer using (true);

grant select on session to setu_definer;

create policy session_definer on session for select to setu_definer using (true);

grant select on case_file to setu_definer;

create policy case_file_definer on case_file for select to setu_definer using (true);

grant select on case_assignment to setu_definer;

create policy case_assignment_definer on case_assignment for select to setu_definer using (true);

grant select on referral to setu_definer;

create policy referral_definer on referral for select to setu_definer using (true);

grant select on consent to setu_definer;

create policy consent_definer on consent for select to setu_definer using (true);

grant select on access_rule to setu_definer;

create policy access_rule_definer on access_rule for select to setu_definer using (true);

grant select on access_days to setu_definer;

create policy access_days_definer on access_days for select to setu_definer using (true);

grant select on account_secret to setu_definer;

create policy account_secret_definer on account_secret for select to setu_definer using (true);

grant select on case_transfer to setu_definer;

create policy case_transfer_definer on case_transfer for select to setu_definer using (true);

grant select on part_wrap to setu_definer;

create policy part_wrap_definer on part_wrap for select to setu_definer using (true);

grant select on rule_set to setu_definer;

create policy rule_set_definer on rule_set for select to setu_definer using (true);

grant select on node_fact to setu_definer;

create policy node_fact_definer on node_fact for select to setu_definer using (true);

grant select on sign_in_failure to setu_definer;

create policy sign_in_failure_definer on sign_in_failure for select to setu_definer using (true);

grant update on case_file to setu_definer;

create policy case_file_definer_update on case_file for update to setu_definer using (true) with check (true);

grant update on case_assignment to setu_definer;

create policy case_assignment_definer_update on case_assignment for update to setu_definer using (true) with check (true);

grant insert on case_assignment to setu_definer;

create policy case_assignment_definer_insert on case_assignment for insert to setu_definer with check (true);

grant update on case_transfer to setu_definer;

create policy case_transfer_definer_update on case_transfer for update to setu_definer using (true) with check (true);

grant update on part_wrap to setu_definer;

create policy part_wrap_definer_update on part_wrap for update to setu_definer using (true) with check (true);

grant delete on part_wrap to setu_definer;

create policy part_wrap_definer_delete on part_wrap for delete to setu_definer using (true);

grant insert on session to setu_definer;

create policy session_definer_insert on session for insert to setu_definer with check (true);

grant update on session to setu_definer;

create policy session_definer_update on session for update to setu_definer using (true) with check (true);

grant insert on sign_in_failure to setu_definer;

create policy sign_in_failure_definer_insert on sign_in_failure for insert to setu_definer with check (true);

grant delete on sign_in_failure to setu_definer;

create policy sign_in_failure_definer_delete on sign_in_failure for delete to setu_definer using (true);

grant update on account_secret to setu_definer;

create policy account_secret_definer_update on account_secret for update to setu_definer using (true) with check (true);

-- Directory: everyone who is signed in; changes by a technical administrator of the same organisation.

grant select, insert, update (name_en, name_bn, district, phone, active, version) on organisation to setu_app;

create policy organisation_read on organisation for select to setu_app using ((select actor_account()) is not null);

grant select, insert, update (name_en, name_bn, district, active, version) on unit to setu_app;

create policy unit_read on unit for select to setu_app using ((select actor_account()) is not null);

create policy organisation_add on organisation for insert to setu_app with check ((select actor_has('technicalAdministrator')));

create policy organisation_change on organisation for update to setu_app using ((select actor_has('technicalAdministrator')) and id = (select actor_org())) with check ((select actor_has('technicalAdministrator')) and id = (select actor_org()));

create policy unit_add on unit for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

create policy unit_change on unit for update to setu_app using ((select actor_has('technicalAdministrator')) and org_id = (select actor_org())) with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

grant select, insert, update (name, post_en, post_bn, language, preferences, disabled_at, version) on account to setu_app;

create policy account_read on account for select to setu_app using (org_id = (select actor_org()));

create policy account_add on account for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

create policy account_change on account for update to setu_app using (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or id = (select actor_account()))) with check (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or id = (select actor_account())));

-- Nobody gives a role or a unit to themselves: it takes somebody else.
grant select, insert, delete on account_role to setu_app;

create policy account_role_read on account_role for select to setu_app using (org_id = (select actor_org()));

create policy account_role_add on account_role for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()) and account_id <> (select actor_account()));

create policy account_role_remove on account_role for delete to setu_app using ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

grant select, insert, update (supervises, focal), delete on unit_member to setu_app;

create policy unit_member_read on unit_member for select to setu_app using (org_id = (select actor_org()));

create policy unit_member_add on unit_member for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()) and account_id <> (select actor_account()));

create policy unit_member_change on unit_member for update to setu_app using ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()) and account_id <> (select actor_account())) with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

create policy unit_member_remove on unit_member for delete to setu_app using ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

grant insert, update on account_secret to setu_app;

create policy account_secret_add on account_secret for insert to setu_app with check (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or account_id = (select actor_account())));

create policy account_secret_change on account_secret for update to setu_app using (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or account_id = (select actor_account()))) with check (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or account_id = (select actor_account())));

grant select (org_id, account_id) on account_secret to setu_app;

create policy account_secret_read on account_secret for select to setu_app using (org_id = (select actor_org()) and ((select actor_has('technicalAdministrator')) or account_id = (select actor_account())));

grant select, insert on working_calendar to setu_app;

create policy working_calendar_read on working_calendar for select to setu_app using ((select actor_account()) is not null);

create policy working_calendar_add on working_calendar for insert to setu_app with check ((select actor_has('technicalAdministrator')) and made_by = (select actor_account()));

grant select, insert on rule_set to setu_app;

create policy rule_set_read on rule_set for select to setu_app using ((select actor_account()) is not null);

create policy rule_set_add on rule_set for insert to setu_app with check ((select actor_has('technicalAdministrator')) and made_by = (select actor_account()));

grant select, insert, delete on boundary_set to setu_app;

create policy boundary_set_read on boundary_set for select to setu_app using ((select actor_account()) is not null);

create policy boundary_set_add on boundary_set for insert to setu_app with check ((select actor_has('technicalAdministrator')) and loaded_by = (select actor_account()));

create policy boundary_set_remove on boundary_set for delete to setu_app using ((select actor_has('technicalAdministrator')));

grant select on access_rule to setu_app;

create policy access_rule_read on access_rule for select to setu_app using ((select actor_account()) is not null);

grant select on access_days to setu_app;

create policy access_days_read on access_days for select to setu_app using ((select actor_account()) is not null);

grant select on node_fact to setu_app;

create policy node_fact_read on node_fact for select to setu_app using ((select actor_account()) is not null);

grant select, insert, update on service_offer to setu_app;

create policy service_offer_read on service_offer for select to setu_app using ((select actor_account()) is not null);

create policy service_offer_add on service_offer for insert to setu_app with check (org_id = (select actor_org()) and unit = any ((select actor_units())::uuid[]));

create policy service_offer_change on service_offer for update to setu_app using (org_id = (select actor_org()) and unit = any ((select actor_units())::uuid[])) with check (org_id = (select actor_org()) and unit = any ((select actor_units())::uuid[]));

grant select, insert, delete on service_area to setu_app;

create policy service_area_read on service_area for select to setu_app using ((select actor_account()) is not null);

create policy service_area_add on service_area for insert to setu_app with check (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_area.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

create policy service_area_remove on service_area for delete to setu_app using (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_area.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

grant select, insert, update on service_site to setu_app;

create policy service_site_read on service_site for select to setu_app using (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_site.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

create policy service_site_add on service_site for insert to setu_app with check (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_site.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

create policy service_site_change on service_site for update to setu_app using (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_site.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[]))) with check (org_id = (select actor_org()) and exists (select 1 from service_offer o where o.org_id = service_site.org_id and o.id = offer_id and o.unit = any ((select actor_units())::uuid[])));

-- Keys.

grant select, insert on unit_key to setu_app;

create policy unit_key_read on unit_key for select to setu_app using ((select actor_account()) is not null);

create policy unit_key_add on unit_key for insert to setu_app with check ((select actor_has('technicalAdministrator')) and org_id = (select actor_org()));

grant select, insert on index_key to setu_app;

create policy index_key_read on index_key for select to setu_app using (org_id = (select actor_org()));

create policy index_key_add on index_key for insert to setu_app with check (org_id = (select actor_org()));

grant select, insert on part_key to setu_app;

create policy part_key_read on part_key for select to setu_app using (case holder when 'case' then case_relation(org_id, holder_id) in ('own', 'supervise') or case_may(org_id, holder_id, part, false) when 'referral' then exists (select 1 from referral r where r.org_id = part_key.org_id and r.id = holder_id) else org_id = (select actor_org()) end);

create policy part_key_add on part_key for insert to setu_app with check (case holder when 'case' then case_relation(org_id, holder_id) in ('own', 'supervise') when 'referral' then exists (select 1 from referral r where r.org_id = part_key.org_id and r.id = holder_id and r.sender_account = (select actor_account())) else org_id = (select actor_org()) end);

grant select, insert, delete on part_wrap to setu_app;

create policy part_wrap_read on part_wrap for select to setu_app using ((unit_id = any ((select actor_units())::uuid[])) and (case_id is null or part = 'referral' or case_may(org_id, case_id, part, false)) and (part <> 'referral' or case_relation(org_id, case_id) in ('own', 'supervise') or (referral_received(org_id, through_id) and exists (select 1 from referral r where r.org_id = part_wrap.org_id and r.id = through_id and r.state not in ('sent', 'acknowledged')))));

create policy part_wrap_add on part_wrap for insert to setu_app with check (case when case_id is null then org_id = (select actor_org()) else case_relation(org_id, case_id) in ('own', 'supervise') end);

create policy part_wrap_remove on part_wrap for delete to setu_app using (case_id is not null and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy part_wrap_remove_read on part_wrap for select to setu_app using (through <> 'own' and case_id is not null and case_relation(org_id, case_id) in ('own', 'supervise'));

-- The log: only ever added to, and only in one's own name.

grant insert, select on audit_event to setu_app;

create policy audit_event_add on audit_event for insert to setu_app with check (account_id = (select actor_account()) and org_id = (select actor_org()));

create policy audit_event_read on audit_event for select to setu_app using (account_id = (select actor_account()) or (org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer'))));

grant insert, select on audit_item to setu_app;

create policy audit_item_add on audit_item for insert to setu_app with check (account_id = (select actor_account()) and account_org_id = (select actor_org()));

create policy audit_item_read on audit_item for select to setu_app using (case_may(org_id, case_id, 'trail', false) or (account_org_id = (select actor_org()) and case_may(org_id, case_id, 'status', false)));

grant insert on audit_event to setu_signin;

create policy audit_event_signin on audit_event for insert to setu_signin with check (true);

grant select, insert on command_done to setu_app;

create policy command_done_own on command_done for all to setu_app using (account_id = (select actor_account())) with check (account_id = (select actor_account()) and org_id = (select actor_org()));
