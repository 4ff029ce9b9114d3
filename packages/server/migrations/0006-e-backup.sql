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
