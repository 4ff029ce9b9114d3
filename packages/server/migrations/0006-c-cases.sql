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
