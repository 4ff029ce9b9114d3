-- Every table: row-level security forced, grants by hand, policies by hand. A table without a line here is
-- refused by the doctor at start-up.

revoke all on schema public from public;

grant usage on schema public to setu_owner, setu_definer, setu_app, setu_signin, setu_clock, setu_notify, setu_backup, setu_setup;

alter table organisation owner to setu_owner;

alter table organisation enable row level security;

alter table organisation force row level security;

alter table unit owner to setu_owner;

alter table unit enable row level security;

alter table unit force row level security;

alter table account owner to setu_owner;

alter table account enable row level security;

alter table account force row level security;

alter table account_secret owner to setu_owner;

alter table account_secret enable row level security;

alter table account_secret force row level security;

alter table account_role owner to setu_owner;

alter table account_role enable row level security;

alter table account_role force row level security;

alter table unit_member owner to setu_owner;

alter table unit_member enable row level security;

alter table unit_member force row level security;

alter table session owner to setu_owner;

alter table session enable row level security;

alter table session force row level security;

alter table sign_in_failure owner to setu_owner;

alter table sign_in_failure enable row level security;

alter table sign_in_failure force row level security;

alter table unit_key owner to setu_owner;

alter table unit_key enable row level security;

alter table unit_key force row level security;

alter table index_key owner to setu_owner;

alter table index_key enable row level security;

alter table index_key force row level security;

alter table part_key owner to setu_owner;

alter table part_key enable row level security;

alter table part_key force row level security;

alter table part_wrap owner to setu_owner;

alter table part_wrap enable row level security;

alter table part_wrap force row level security;

alter table audit_event owner to setu_owner;

alter table audit_event enable row level security;

alter table audit_event force row level security;

alter table audit_item owner to setu_owner;

alter table audit_item enable row level security;

alter table audit_item force row level security;

alter table command_done owner to setu_owner;

alter table command_done enable row level security;

alter table command_done force row level security;

alter table working_calendar owner to setu_owner;

alter table working_calendar enable row level security;

alter table working_calendar force row level security;

alter table rule_set owner to setu_owner;

alter table rule_set enable row level security;

alter table rule_set force row level security;

alter table node_fact owner to setu_owner;

alter table node_fact enable row level security;

alter table node_fact force row level security;

alter table boundary_set owner to setu_owner;

alter table boundary_set enable row level security;

alter table boundary_set force row level security;

alter table access_rule owner to setu_owner;

alter table access_rule enable row level security;

alter table access_rule force row level security;

alter table access_days owner to setu_owner;

alter table access_days enable row level security;

alter table access_days force row level security;

alter table case_file owner to setu_owner;

alter table case_file enable row level security;

alter table case_file force row level security;

alter table case_code owner to setu_owner;

alter table case_code enable row level security;

alter table case_code force row level security;

alter table case_assignment owner to setu_owner;

alter table case_assignment enable row level security;

alter table case_assignment force row level security;

alter table person_identity owner to setu_owner;

alter table person_identity enable row level security;

alter table person_identity force row level security;

alter table person_contact owner to setu_owner;

alter table person_contact enable row level security;

alter table person_contact force row level security;

alter table case_facts owner to setu_owner;

alter table case_facts enable row level security;

alter table case_facts force row level security;

alter table case_narrative owner to setu_owner;

alter table case_narrative enable row level security;

alter table case_narrative force row level security;

alter table case_origin owner to setu_owner;

alter table case_origin enable row level security;

alter table case_origin force row level security;

alter table source_organisation owner to setu_owner;

alter table source_organisation enable row level security;

alter table source_organisation force row level security;

alter table trafficking_event owner to setu_owner;

alter table trafficking_event enable row level security;

alter table trafficking_event force row level security;

alter table support_plan owner to setu_owner;

alter table support_plan enable row level security;

alter table support_plan force row level security;

alter table person_mentioned owner to setu_owner;

alter table person_mentioned enable row level security;

alter table person_mentioned force row level security;

alter table case_note owner to setu_owner;

alter table case_note enable row level security;

alter table case_note force row level security;

alter table rights_notice owner to setu_owner;

alter table rights_notice enable row level security;

alter table rights_notice force row level security;

alter table consent owner to setu_owner;

alter table consent enable row level security;

alter table consent force row level security;

alter table referral owner to setu_owner;

alter table referral enable row level security;

alter table referral force row level security;

alter table case_task owner to setu_owner;

alter table case_task enable row level security;

alter table case_task force row level security;

alter table case_event owner to setu_owner;

alter table case_event enable row level security;

alter table case_event force row level security;

alter table case_check owner to setu_owner;

alter table case_check enable row level security;

alter table case_check force row level security;

alter table case_transfer owner to setu_owner;

alter table case_transfer enable row level security;

alter table case_transfer force row level security;

alter table due_item owner to setu_owner;

alter table due_item enable row level security;

alter table due_item force row level security;

alter table notice owner to setu_owner;

alter table notice enable row level security;

alter table notice force row level security;

alter table notice_channel owner to setu_owner;

alter table notice_channel enable row level security;

alter table notice_channel force row level security;

alter table person_token owner to setu_owner;

alter table person_token enable row level security;

alter table person_token force row level security;

alter table service_offer owner to setu_owner;

alter table service_offer enable row level security;

alter table service_offer force row level security;

alter table service_area owner to setu_owner;

alter table service_area enable row level security;

alter table service_area force row level security;

alter table service_site owner to setu_owner;

alter table service_site enable row level security;

alter table service_site force row level security;

alter table saved_filter owner to setu_owner;

alter table saved_filter enable row level security;

alter table saved_filter force row level security;

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

-- Cases.

grant select, insert, update (version, state, urgency, state_since, changed_at, closed_on, hold_until) on case_file to setu_app;

-- The same as case_relation() in ('own', 'supervise', 'named', 'dataProtection'). Sets come first, since they cost
-- nothing once made; a single case of one's own organisation is asked about before the whole caseload is read.
create policy case_file_read on case_file for select to setu_app using (
  id <> all ((select actor_conflicts())::uuid[])
  and (owner_unit = any ((select actor_supervised())::uuid[])
    or owner_org = (select case when actor_has('dataProtectionOfficer') then actor_org() end)
    or (owner_org = (select actor_org()) and case_relation(org_id, id) in ('own', 'supervise', 'named', 'dataProtection'))
    or (org_id, id) in (select m.org_id, m.case_id from actor_cases() m)));

create policy case_file_add on case_file for insert to setu_app with check (org_id = (select actor_org()) and owner_org = org_id and owner_unit = any ((select actor_units())::uuid[]) and may_own_cases(org_id) and ((select actor_has('caseworker')) or (select actor_has('supervisor'))));

create policy case_file_change on case_file for update to setu_app using (case_may(org_id, id, 'status', true)) with check (owner_unit = any ((select actor_units())::uuid[]));

grant select, insert on case_code to setu_app;

create policy case_code_read on case_code for select to setu_app using (holder_org = (select actor_org()) and case_may(org_id, case_id, 'status', false));

create policy case_code_add on case_code for insert to setu_app with check (holder_org = (select actor_org()) and (case_may(org_id, case_id, 'status', false) or case_relation(org_id, case_id) = 'offered'));

-- Each sees and answers for their own assignment once; the team releases, and asks everybody else to declare.
grant select, insert, update (conflict, declared_at, ended_at, version) on case_assignment to setu_app;

create policy case_assignment_read on case_assignment for select to setu_app using (account_id = (select actor_account()) or (account_org = (select actor_org()) and case_may(org_id, case_id, 'status', false)));

create policy case_assignment_add on case_assignment for insert to setu_app with check (account_org = (select actor_org()) and (conflict = 'pending' or account_id = (select actor_account())) and (case_relation(org_id, case_id) in ('own', 'supervise') or case_is_new(org_id, case_id)));

create policy case_assignment_declare on case_assignment for update to setu_app using (account_id = (select actor_account()) and ended_at is null and conflict in ('pending', 'cannotSay')) with check (account_id = (select actor_account()) and ended_at is null);

create policy case_assignment_end on case_assignment for update to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise')) with check (account_org = (select actor_org()) and ended_at is not null);

grant select, insert, update on person_identity to setu_app;

create policy person_identity_read on person_identity for select to setu_app using (case_may(org_id, case_id, 'identity', false));

create policy person_identity_add on person_identity for insert to setu_app with check (case_may(org_id, case_id, 'identity', true));

create policy person_identity_change on person_identity for update to setu_app using (case_may(org_id, case_id, 'identity', true)) with check (case_may(org_id, case_id, 'identity', true));

grant select, insert, update on person_contact to setu_app;

create policy person_contact_read on person_contact for select to setu_app using (case_may(org_id, case_id, 'contact', false));

create policy person_contact_add on person_contact for insert to setu_app with check (case_may(org_id, case_id, 'contact', true));

create policy person_contact_change on person_contact for update to setu_app using (case_may(org_id, case_id, 'contact', true)) with check (case_may(org_id, case_id, 'contact', true));

grant select, insert, update on case_facts to setu_app;

create policy case_facts_read on case_facts for select to setu_app using (case_may(org_id, case_id, 'facts', false));

create policy case_facts_add on case_facts for insert to setu_app with check (case_may(org_id, case_id, 'facts', true));

create policy case_facts_change on case_facts for update to setu_app using (case_may(org_id, case_id, 'facts', true)) with check (case_may(org_id, case_id, 'facts', true));

grant select, insert, update on case_narrative to setu_app;

create policy case_narrative_read on case_narrative for select to setu_app using (case_may(org_id, case_id, 'narrative', false));

create policy case_narrative_add on case_narrative for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy case_narrative_change on case_narrative for update to setu_app using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select, insert, update on case_origin to setu_app;

create policy case_origin_read on case_origin for select to setu_app using (case_may(org_id, case_id, 'narrative', false));

create policy case_origin_add on case_origin for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy case_origin_change on case_origin for update to setu_app using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select, insert, update on source_organisation to setu_app;

create policy source_organisation_read on source_organisation for select to setu_app using (case_may(org_id, case_id, 'narrative', false));

create policy source_organisation_add on source_organisation for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy source_organisation_change on source_organisation for update to setu_app using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select, insert, update on trafficking_event to setu_app;

create policy trafficking_event_read on trafficking_event for select to setu_app using (case_may(org_id, case_id, 'facts', false));

create policy trafficking_event_add on trafficking_event for insert to setu_app with check (case_may(org_id, case_id, 'facts', true));

create policy trafficking_event_change on trafficking_event for update to setu_app using (case_may(org_id, case_id, 'facts', true)) with check (case_may(org_id, case_id, 'facts', true));

grant select, insert, update on support_plan to setu_app;

create policy support_plan_read on support_plan for select to setu_app using (case_may(org_id, case_id, 'narrative', false));

create policy support_plan_add on support_plan for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy support_plan_change on support_plan for update to setu_app using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select, insert, update on person_mentioned to setu_app;

create policy person_mentioned_read on person_mentioned for select to setu_app using (case_may(org_id, case_id, 'narrative', false));

create policy person_mentioned_add on person_mentioned for insert to setu_app with check (case_may(org_id, case_id, 'narrative', true));

create policy person_mentioned_change on person_mentioned for update to setu_app using (case_may(org_id, case_id, 'narrative', true)) with check (case_may(org_id, case_id, 'narrative', true));

grant select, insert, delete on person_token to setu_app;

create policy person_token_read on person_token for select to setu_app using (holder_org = (select actor_org()) and case_may(org_id, case_id, 'identity', false));

create policy person_token_add on person_token for insert to setu_app with check (holder_org = (select actor_org()) and case_may(org_id, case_id, 'identity', true));

create policy person_token_remove on person_token for delete to setu_app using (case_may(org_id, case_id, 'identity', true));

grant select, insert on case_note to setu_app;

create policy case_note_read on case_note for select to setu_app using (case_may(org_id, case_id, part, false));

create policy case_note_add on case_note for insert to setu_app with check (account_id = (select actor_account()) and case_may(org_id, case_id, part, true));

grant select, insert on rights_notice to setu_app;

create policy rights_notice_read on rights_notice for select to setu_app using (case_may(org_id, case_id, 'status', false));

create policy rights_notice_add on rights_notice for insert to setu_app with check (account_id = (select actor_account()) and case_may(org_id, case_id, 'status', true));

grant select, insert, update (state, withdrawn_at, version) on consent to setu_app;

create policy consent_read on consent for select to setu_app using (case_may(org_id, case_id, 'status', false) and (recipient_unit = any ((select actor_units())::uuid[]) or case_relation(org_id, case_id) <> 'named'));

create policy consent_add on consent for insert to setu_app with check (account_id = (select actor_account()) and case_may(org_id, case_id, 'status', true));

create policy consent_withdraw on consent for update to setu_app using (withdrawn_at is null and case_may(org_id, case_id, 'status', true)) with check (withdrawn_at is not null and state = 'withdrawn');

grant select, insert, update (state, decline_reason, feedback, note, shared_name, answered_at, ended_at, worker_account, sent_at, version) on referral to setu_app;

create policy referral_read on referral for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection') or referral_received(org_id, id));

create policy referral_add on referral for insert to setu_app with check (sender_account = (select actor_account()) and from_unit = any ((select actor_units())::uuid[]) and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy referral_change on referral for update to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise') or (state in ('sent', 'acknowledged', 'accepted', 'serviceStarted') and referral_received(org_id, id))) with check (case_relation(org_id, case_id) in ('own', 'supervise') or to_unit = any ((select actor_units())::uuid[]));

grant select, insert, update on case_task to setu_app;

create policy case_task_read on case_task for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise', 'dataProtection'));

create policy case_task_add on case_task for insert to setu_app with check (made_by = (select actor_account()) and case_may(org_id, case_id, 'status', true));

create policy case_task_change on case_task for update to setu_app using (case_may(org_id, case_id, 'status', true)) with check (case_may(org_id, case_id, 'status', true));

grant select, insert on case_event to setu_app;

create policy case_event_read on case_event for select to setu_app using (case_may(org_id, case_id, part, false) and (account_org = (select actor_org()) or case_relation(org_id, case_id) <> 'named'));

create policy case_event_add on case_event for insert to setu_app with check (account_id = (select actor_account()) and account_org = (select actor_org()) and (case_may(org_id, case_id, part, true) or (part = 'status' and (exists (select 1 from referral r where r.org_id = case_event.org_id and r.id = record_id and r.case_id = case_event.case_id) or exists (select 1 from case_transfer t where t.org_id = case_event.org_id and t.id = record_id and t.case_id = case_event.case_id)))));

grant select, insert on case_check to setu_app;

create policy case_check_read on case_check for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise'));

create policy case_check_add on case_check for insert to setu_app with check (account_id = (select actor_account()) and (case_relation(org_id, case_id) = 'supervise' or (case_relation(org_id, case_id) = 'own' and answer = 'done')));

grant select, insert, update (state, answered_at, version) on case_transfer to setu_app;

create policy case_transfer_read on case_transfer for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise') or transfer_received(org_id, id));

create policy case_transfer_add on case_transfer for insert to setu_app with check (sender_account = (select actor_account()) and case_relation(org_id, case_id) in ('own', 'supervise'));

create policy case_transfer_change on case_transfer for update to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise') or transfer_received(org_id, id)) with check (state <> 'accepted');

-- Promises and notices.

-- A promise is seen by those who answer for it: the team and the supervisor of a case, the two sides of a referral
-- or a transfer. A colleague of the same unit is told of none.
grant select, insert, update (done_at, cancelled_at, account_id) on due_item to setu_app;

create policy due_item_read on due_item for select to setu_app using ((case_id is null or case_id <> all ((select actor_conflicts())::uuid[])) and (unit_id = any ((select actor_supervised())::uuid[]) or (case_id is null and account_id = (select actor_account())) or case_relation(org_id, case_id) in ('own', 'supervise') or (about_id is not null and (referral_received(org_id, about_id) or transfer_received(org_id, about_id)))));

create policy due_item_add on due_item for insert to setu_app with check (case_relation(org_id, case_id) in ('own', 'supervise') or (about_id is not null and (referral_received(org_id, about_id) or transfer_received(org_id, about_id))));

create policy due_item_change on due_item for update to setu_app using (unit_id = any ((select actor_supervised())::uuid[]) or (case_id is null and account_id = (select actor_account())) or case_relation(org_id, case_id) in ('own', 'supervise') or (about_id is not null and (referral_received(org_id, about_id) or transfer_received(org_id, about_id)))) with check ((select actor_account()) is not null);

grant select, insert, update (seen_at) on notice to setu_app;

create policy notice_read on notice for select to setu_app using (account_id = (select actor_account()));

create policy notice_add on notice for insert to setu_app with check (org_id = (select actor_org()) or exists (select 1 from referral r where r.sender_account = notice.account_id));

create policy notice_change on notice for update to setu_app using (account_id = (select actor_account())) with check (account_id = (select actor_account()));

grant select, insert, delete on notice_channel to setu_app;

create policy notice_channel_own on notice_channel for all to setu_app using (account_id = (select actor_account())) with check (account_id = (select actor_account()) and org_id = (select actor_org()));

grant select, insert, delete on saved_filter to setu_app;

create policy saved_filter_own on saved_filter for all to setu_app using (account_id = (select actor_account())) with check (account_id = (select actor_account()) and org_id = (select actor_org()));

-- The clock sees promises and ids, never content; the messenger sees who is to be told that something waits.

grant select, update (reminded_at, escalated_at) on due_item to setu_clock;

create policy due_item_clock on due_item for select to setu_clock using (true);

create policy due_item_clock_mark on due_item for update to setu_clock using (true) with check (true);

grant select on unit_member to setu_clock;

create policy unit_member_clock on unit_member for select to setu_clock using (true);

grant insert on notice to setu_clock;

create policy notice_clock on notice for insert to setu_clock with check (true);

grant select on account_role to setu_clock;

create policy account_role_clock on account_role for select to setu_clock using (true);

grant select, update (sent_at) on notice to setu_notify;

create policy notice_notify on notice for select to setu_notify using (sent_at is null);

create policy notice_notify_mark on notice for update to setu_notify using (sent_at is null) with check (true);

grant select, delete on notice_channel to setu_notify;

create policy notice_channel_notify on notice_channel for select to setu_notify using (true);

create policy notice_channel_notify_drop on notice_channel for delete to setu_notify using (true);

grant select (org_id, id, language) on account to setu_notify;

create policy account_notify on account for select to setu_notify using (true);

-- Setting up an empty node, before anyone can sign in.

grant select, insert, update on organisation to setu_setup;

create policy organisation_setup on organisation for all to setu_setup using (true) with check (true);

grant select, insert, update on unit to setu_setup;

create policy unit_setup on unit for all to setu_setup using (true) with check (true);

grant select, insert, update on account to setu_setup;

create policy account_setup on account for all to setu_setup using (true) with check (true);

grant select, insert, update on account_secret to setu_setup;

create policy account_secret_setup on account_secret for all to setu_setup using (true) with check (true);

grant select, insert, update on account_role to setu_setup;

create policy account_role_setup on account_role for all to setu_setup using (true) with check (true);

grant select, insert, update on unit_member to setu_setup;

create policy unit_member_setup on unit_member for all to setu_setup using (true) with check (true);

grant select, insert, update on unit_key to setu_setup;

create policy unit_key_setup on unit_key for all to setu_setup using (true) with check (true);

grant select, insert, update on index_key to setu_setup;

create policy index_key_setup on index_key for all to setu_setup using (true) with check (true);

grant select, insert, update on working_calendar to setu_setup;

create policy working_calendar_setup on working_calendar for all to setu_setup using (true) with check (true);

grant select, insert, update on rule_set to setu_setup;

create policy rule_set_setup on rule_set for all to setu_setup using (true) with check (true);

grant select, insert, update on node_fact to setu_setup;

create policy node_fact_setup on node_fact for all to setu_setup using (true) with check (true);

grant select, insert, update on service_offer to setu_setup;

create policy service_offer_setup on service_offer for all to setu_setup using (true) with check (true);

grant select, insert, update on service_area to setu_setup;

create policy service_area_setup on service_area for all to setu_setup using (true) with check (true);

-- The backup copies ciphertext and rows as they are.

grant select on organisation to setu_backup;

create policy organisation_backup on organisation for select to setu_backup using (true);

grant select on unit to setu_backup;

create policy unit_backup on unit for select to setu_backup using (true);

grant select on account to setu_backup;

create policy account_backup on account for select to setu_backup using (true);

grant select on account_secret to setu_backup;

create policy account_secret_backup on account_secret for select to setu_backup using (true);

grant select on account_role to setu_backup;

create policy account_role_backup on account_role for select to setu_backup using (true);

grant select on unit_member to setu_backup;

create policy unit_member_backup on unit_member for select to setu_backup using (true);

grant select on session to setu_backup;

create policy session_backup on session for select to setu_backup using (true);

grant select on sign_in_failure to setu_backup;

create policy sign_in_failure_backup on sign_in_failure for select to setu_backup using (true);

grant select on unit_key to setu_backup;

create policy unit_key_backup on unit_key for select to setu_backup using (true);

grant select on index_key to setu_backup;

create policy index_key_backup on index_key for select to setu_backup using (true);

grant select on part_key to setu_backup;

create policy part_key_backup on part_key for select to setu_backup using (true);

grant select on part_wrap to setu_backup;

create policy part_wrap_backup on part_wrap for select to setu_backup using (true);

grant select on audit_event to setu_backup;

create policy audit_event_backup on audit_event for select to setu_backup using (true);

grant select on audit_item to setu_backup;

create policy audit_item_backup on audit_item for select to setu_backup using (true);

grant select on command_done to setu_backup;

create policy command_done_backup on command_done for select to setu_backup using (true);

grant select on working_calendar to setu_backup;

create policy working_calendar_backup on working_calendar for select to setu_backup using (true);

grant select on rule_set to setu_backup;

create policy rule_set_backup on rule_set for select to setu_backup using (true);

grant select on node_fact to setu_backup;

create policy node_fact_backup on node_fact for select to setu_backup using (true);

grant select on boundary_set to setu_backup;

create policy boundary_set_backup on boundary_set for select to setu_backup using (true);

grant select on access_rule to setu_backup;

create policy access_rule_backup on access_rule for select to setu_backup using (true);

grant select on access_days to setu_backup;

create policy access_days_backup on access_days for select to setu_backup using (true);

grant select on case_file to setu_backup;

create policy case_file_backup on case_file for select to setu_backup using (true);

grant select on case_code to setu_backup;

create policy case_code_backup on case_code for select to setu_backup using (true);

grant select on case_assignment to setu_backup;

create policy case_assignment_backup on case_assignment for select to setu_backup using (true);

grant select on person_identity to setu_backup;

create policy person_identity_backup on person_identity for select to setu_backup using (true);

grant select on person_contact to setu_backup;

create policy person_contact_backup on person_contact for select to setu_backup using (true);

grant select on case_facts to setu_backup;

create policy case_facts_backup on case_facts for select to setu_backup using (true);

grant select on case_narrative to setu_backup;

create policy case_narrative_backup on case_narrative for select to setu_backup using (true);

grant select on case_origin to setu_backup;

create policy case_origin_backup on case_origin for select to setu_backup using (true);

grant select on source_organisation to setu_backup;

create policy source_organisation_backup on source_organisation for select to setu_backup using (true);

grant select on trafficking_event to setu_backup;

create policy trafficking_event_backup on trafficking_event for select to setu_backup using (true);

grant select on support_plan to setu_backup;

create policy support_plan_backup on support_plan for select to setu_backup using (true);

grant select on person_mentioned to setu_backup;

create policy person_mentioned_backup on person_mentioned for select to setu_backup using (true);

grant select on case_note to setu_backup;

create policy case_note_backup on case_note for select to setu_backup using (true);

grant select on rights_notice to setu_backup;

create policy rights_notice_backup on rights_notice for select to setu_backup using (true);

grant select on consent to setu_backup;

create policy consent_backup on consent for select to setu_backup using (true);

grant select on referral to setu_backup;

create policy referral_backup on referral for select to setu_backup using (true);

grant select on case_task to setu_backup;

create policy case_task_backup on case_task for select to setu_backup using (true);

grant select on case_event to setu_backup;

create policy case_event_backup on case_event for select to setu_backup using (true);

grant select on case_check to setu_backup;

create policy case_check_backup on case_check for select to setu_backup using (true);

grant select on case_transfer to setu_backup;

create policy case_transfer_backup on case_transfer for select to setu_backup using (true);

grant select on due_item to setu_backup;

create policy due_item_backup on due_item for select to setu_backup using (true);

grant select on notice to setu_backup;

create policy notice_backup on notice for select to setu_backup using (true);

grant select on notice_channel to setu_backup;

create policy notice_channel_backup on notice_channel for select to setu_backup using (true);

grant select on person_token to setu_backup;

create policy person_token_backup on person_token for select to setu_backup using (true);

grant select on service_offer to setu_backup;

create policy service_offer_backup on service_offer for select to setu_backup using (true);

grant select on service_area to setu_backup;

create policy service_area_backup on service_area for select to setu_backup using (true);

grant select on service_site to setu_backup;

create policy service_site_backup on service_site for select to setu_backup using (true);

grant select on saved_filter to setu_backup;

create policy saved_filter_backup on saved_filter for select to setu_backup using (true);

grant insert on notice to setu_definer;

create policy notice_definer on notice for insert to setu_definer with check (true);

-- Functions: owned by setu_definer, which signs in nowhere, and callable by just those who need them.

alter function actor_self() owner to setu_definer;

revoke all on function actor_self() from public;

grant execute on function actor_self() to setu_definer;

alter function actor_session() owner to setu_definer;

revoke all on function actor_session() from public;

grant execute on function actor_session() to setu_app, setu_definer, setu_signin;

alter function actor_account() owner to setu_definer;

revoke all on function actor_account() from public;

grant execute on function actor_account() to setu_app, setu_definer, setu_signin;

alter function actor_org() owner to setu_definer;

revoke all on function actor_org() from public;

grant execute on function actor_org() to setu_app, setu_definer;

alter function actor_units() owner to setu_definer;

revoke all on function actor_units() from public;

grant execute on function actor_units() to setu_app, setu_definer;

alter function actor_supervised() owner to setu_definer;

revoke all on function actor_supervised() from public;

grant execute on function actor_supervised() to setu_app, setu_definer;

alter function actor_has(text) owner to setu_definer;

revoke all on function actor_has(text) from public;

grant execute on function actor_has(text) to setu_app, setu_definer;

alter function actor_conflicts() owner to setu_definer;

revoke all on function actor_conflicts() from public;

grant execute on function actor_conflicts() to setu_app, setu_definer;

alter function case_conflict(uuid, uuid) owner to setu_definer;

revoke all on function case_conflict(uuid, uuid) from public;

grant execute on function case_conflict(uuid, uuid) to setu_definer;

alter function tracing_agreed(uuid, uuid) owner to setu_definer;

revoke all on function tracing_agreed(uuid, uuid) from public;

grant execute on function tracing_agreed(uuid, uuid) to setu_definer;

alter function work_of(uuid, text) owner to setu_definer;

revoke all on function work_of(uuid, text) from public;

grant execute on function work_of(uuid, text) to setu_app, setu_definer;

alter function consent_lives(uuid, uuid, uuid, text, text) owner to setu_definer;

revoke all on function consent_lives(uuid, uuid, uuid, text, text) from public;

grant execute on function consent_lives(uuid, uuid, uuid, text, text) to setu_app, setu_definer;

alter function actor_named(uuid, uuid) owner to setu_definer;

revoke all on function actor_named(uuid, uuid) from public;

grant execute on function actor_named(uuid, uuid) to setu_app, setu_definer;

alter function case_relation(uuid, uuid) owner to setu_definer;

revoke all on function case_relation(uuid, uuid) from public;

grant execute on function case_relation(uuid, uuid) to setu_app, setu_definer;

alter function case_may(uuid, uuid, text, boolean) owner to setu_definer;

revoke all on function case_may(uuid, uuid, text, boolean) from public;

grant execute on function case_may(uuid, uuid, text, boolean) to setu_app, setu_definer;

alter function actor_cases() owner to setu_definer;

revoke all on function actor_cases() from public;

grant execute on function actor_cases() to setu_app, setu_definer;

alter function referral_received(uuid, uuid) owner to setu_definer;

revoke all on function referral_received(uuid, uuid) from public;

grant execute on function referral_received(uuid, uuid) to setu_app, setu_definer;

alter function transfer_received(uuid, uuid) owner to setu_definer;

revoke all on function transfer_received(uuid, uuid) from public;

grant execute on function transfer_received(uuid, uuid) to setu_app, setu_definer;

alter function may_own_cases(uuid) owner to setu_definer;

revoke all on function may_own_cases(uuid) from public;

grant execute on function may_own_cases(uuid) to setu_app, setu_definer;

alter function office_counts() owner to setu_definer;

revoke all on function office_counts() from public;

grant execute on function office_counts() to setu_app, setu_definer;

alter function transfer_take(uuid, uuid, uuid) owner to setu_definer;

revoke all on function transfer_take(uuid, uuid, uuid) from public;

grant execute on function transfer_take(uuid, uuid, uuid) to setu_app, setu_definer;

alter function case_is_new(uuid, uuid) owner to setu_definer;

revoke all on function case_is_new(uuid, uuid) from public;

grant execute on function case_is_new(uuid, uuid) to setu_app, setu_definer;

alter function sign_in_find(text) owner to setu_definer;

revoke all on function sign_in_find(text) from public;

grant execute on function sign_in_find(text) to setu_signin;

alter function sign_in_failures(bytea) owner to setu_definer;

revoke all on function sign_in_failures(bytea) from public;

grant execute on function sign_in_failures(bytea) to setu_signin;

alter function sign_in_failed(bytea) owner to setu_definer;

revoke all on function sign_in_failed(bytea) from public;

grant execute on function sign_in_failed(bytea) to setu_signin;

alter function session_open(bytea, uuid, uuid, uuid, text, integer, integer) owner to setu_definer;

revoke all on function session_open(bytea, uuid, uuid, uuid, text, integer, integer) from public;

grant execute on function session_open(bytea, uuid, uuid, uuid, text, integer, integer) to setu_signin;

alter function session_seen(integer) owner to setu_definer;

revoke all on function session_seen(integer) from public;

grant execute on function session_seen(integer) to setu_app, setu_definer;

alter function session_end(uuid) owner to setu_definer;

revoke all on function session_end(uuid) from public;

grant execute on function session_end(uuid) to setu_app, setu_definer;

alter function account_sessions_end(uuid) owner to setu_definer;

revoke all on function account_sessions_end(uuid) from public;

grant execute on function account_sessions_end(uuid) to setu_app, setu_definer;

alter function session_list() owner to setu_definer;

revoke all on function session_list() from public;

grant execute on function session_list() to setu_app, setu_definer;

alter function node_is_empty() owner to setu_definer;

revoke all on function node_is_empty() from public;

grant execute on function node_is_empty() to setu_signin, setu_setup;

alter function notify_unit(uuid, text, jsonb) owner to setu_definer;

revoke all on function notify_unit(uuid, text, jsonb) from public;

grant execute on function notify_unit(uuid, text, jsonb) to setu_app;
