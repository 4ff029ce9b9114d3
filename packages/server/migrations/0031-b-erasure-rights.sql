-- What the functions of erasure may do, each under a policy of its own.

grant select, delete on part_key to setu_definer;

create policy part_key_definer_find on part_key for select to setu_definer using (true);

create policy part_key_definer_erase on part_key for delete to setu_definer using (true);

grant select, delete on person_token to setu_definer;

create policy person_token_definer_find on person_token for select to setu_definer using (true);

create policy person_token_definer_erase on person_token for delete to setu_definer using (true);

grant select, delete on case_event to setu_definer;

create policy case_event_definer_find on case_event for select to setu_definer using (true);

create policy case_event_definer_erase on case_event for delete to setu_definer using (true);

grant select, delete on case_check to setu_definer;

create policy case_check_definer_find on case_check for select to setu_definer using (true);

create policy case_check_definer_erase on case_check for delete to setu_definer using (true);

grant delete on case_task to setu_definer;

create policy case_task_definer_erase on case_task for delete to setu_definer using (true);

grant select, delete on case_note to setu_definer;

create policy case_note_definer_find on case_note for select to setu_definer using (true);

create policy case_note_definer_erase on case_note for delete to setu_definer using (true);

grant delete on case_transfer to setu_definer;

create policy case_transfer_definer_erase on case_transfer for delete to setu_definer using (true);

grant delete on referral to setu_definer;

create policy referral_definer_erase on referral for delete to setu_definer using (true);

grant delete on consent to setu_definer;

create policy consent_definer_erase on consent for delete to setu_definer using (true);

grant select, delete on rights_notice to setu_definer;

create policy rights_notice_definer_find on rights_notice for select to setu_definer using (true);

create policy rights_notice_definer_erase on rights_notice for delete to setu_definer using (true);

grant select, delete on person_mentioned to setu_definer;

create policy person_mentioned_definer_find on person_mentioned for select to setu_definer using (true);

create policy person_mentioned_definer_erase on person_mentioned for delete to setu_definer using (true);

grant select, delete on support_plan to setu_definer;

create policy support_plan_definer_find on support_plan for select to setu_definer using (true);

create policy support_plan_definer_erase on support_plan for delete to setu_definer using (true);

grant select, delete on trafficking_event to setu_definer;

create policy trafficking_event_definer_find on trafficking_event for select to setu_definer using (true);

create policy trafficking_event_definer_erase on trafficking_event for delete to setu_definer using (true);

grant select, delete on source_organisation to setu_definer;

create policy source_organisation_definer_find on source_organisation for select to setu_definer using (true);

create policy source_organisation_definer_erase on source_organisation for delete to setu_definer using (true);

grant select, delete on case_origin to setu_definer;

create policy case_origin_definer_find on case_origin for select to setu_definer using (true);

create policy case_origin_definer_erase on case_origin for delete to setu_definer using (true);

grant select, delete on case_narrative to setu_definer;

create policy case_narrative_definer_find on case_narrative for select to setu_definer using (true);

create policy case_narrative_definer_erase on case_narrative for delete to setu_definer using (true);

grant select, delete on case_facts to setu_definer;

create policy case_facts_definer_find on case_facts for select to setu_definer using (true);

create policy case_facts_definer_erase on case_facts for delete to setu_definer using (true);

grant select, delete on person_contact to setu_definer;

create policy person_contact_definer_find on person_contact for select to setu_definer using (true);

create policy person_contact_definer_erase on person_contact for delete to setu_definer using (true);

grant select, delete on person_identity to setu_definer;

create policy person_identity_definer_find on person_identity for select to setu_definer using (true);

create policy person_identity_definer_erase on person_identity for delete to setu_definer using (true);

grant delete on case_assignment to setu_definer;

create policy case_assignment_definer_erase on case_assignment for delete to setu_definer using (true);

grant delete on case_code to setu_definer;

create policy case_code_definer_erase on case_code for delete to setu_definer using (true);

grant delete on case_file to setu_definer;

create policy case_file_definer_erase on case_file for delete to setu_definer using (true);

grant delete on emergency_access to setu_definer;

create policy emergency_access_definer_erase on emergency_access for delete to setu_definer using (true);

grant delete on due_item to setu_definer;

create policy due_item_definer_erase on due_item for delete to setu_definer using (true);

grant delete on notice to setu_definer;

create policy notice_definer_find on notice for select to setu_definer using (true);

create policy notice_definer_erase on notice for delete to setu_definer using (true);

alter function case_was_erased(uuid, uuid) owner to setu_definer;

revoke all on function case_was_erased(uuid, uuid) from public;

grant execute on function case_was_erased(uuid, uuid) to setu_app, setu_definer;

alter function case_wipe(uuid, uuid, boolean) owner to setu_definer;

revoke all on function case_wipe(uuid, uuid, boolean) from public;

grant execute on function case_wipe(uuid, uuid, boolean) to setu_definer;

alter function case_wipe_tell(uuid[], text) owner to setu_definer;

revoke all on function case_wipe_tell(uuid[], text) from public;

grant execute on function case_wipe_tell(uuid[], text) to setu_definer;

alter function erasure_ask(uuid, uuid, uuid, text) owner to setu_definer;

revoke all on function erasure_ask(uuid, uuid, uuid, text) from public;

grant execute on function erasure_ask(uuid, uuid, uuid, text) to setu_app;

alter function erasure_answer(uuid, uuid, integer, boolean) owner to setu_definer;

revoke all on function erasure_answer(uuid, uuid, integer, boolean) from public;

grant execute on function erasure_answer(uuid, uuid, integer, boolean) to setu_app;

alter function tombstones_broken() owner to setu_definer;

revoke all on function tombstones_broken() from public;

grant execute on function tombstones_broken() to setu_sealer, setu_setup;
