-- What may be done with a survivor's slot, and by whom. Her own role reaches no table: it calls the functions that
-- answer about the case of its session, and adds to the log in nobody's name but hers.

grant usage on schema public to setu_survivor;

grant select (org_id, case_id, id, public_key, near_suspect, issued_at, frozen_at, frozen_by, frozen_because) on case_slot to setu_app;

create policy case_slot_read on case_slot for select to setu_app using (case_relation(org_id, case_id) in ('own', 'supervise'));

grant insert on slot_wrap to setu_app;

create policy slot_wrap_add on slot_wrap for insert to setu_app
  with check (exists (select 1 from case_slot s join part_key k on k.org_id = s.org_id and k.holder_id = s.case_id
    where s.org_id = slot_wrap.org_id and s.id = slot_wrap.slot_id and k.id = slot_wrap.part_key_id and k.part = slot_wrap.part));

grant select, insert, update, delete on case_slot to setu_definer;

create policy case_slot_definer on case_slot for all to setu_definer using (true) with check (true);

grant select, insert on slot_wrap to setu_definer;

create policy slot_wrap_definer on slot_wrap for select to setu_definer using (true);

create policy slot_wrap_definer_add on slot_wrap for insert to setu_definer with check (true);

grant select, insert, update, delete on slot_session to setu_definer;

create policy slot_session_definer on slot_session for all to setu_definer using (true) with check (true);

grant update on consent to setu_definer;

create policy consent_definer_withdraw on consent for update to setu_definer using (own_self() is not null) with check (state = 'withdrawn');

create policy case_event_definer_window on case_event for insert to setu_definer with check (kind in ('consentWithdrawn', 'referralWithdrawn', 'contested', 'windowFrozen') and account_id is null);

grant insert on part_key to setu_definer;

create policy part_key_definer_renew on part_key for insert to setu_definer with check (holder = 'case' and own_self() is not null);

grant insert on part_wrap to setu_definer;

create policy part_wrap_definer_renew on part_wrap for insert to setu_definer with check (case_id is not null and own_self() is not null);

create policy case_task_definer_window on case_task for insert to setu_definer with check (kind = 'hearSurvivor');

create policy due_item_definer_window on due_item for insert to setu_definer with check (kind = 'hearSurvivor');

grant insert (id, org_id, account_id, session_id, request_id, action, method, status, problem, reason, count)
  on audit_event to setu_survivor;

create policy audit_event_own on audit_event for insert to setu_survivor
  with check (account_id is null and org_id is null and session_id = (select (own_self())[4]));

grant insert (event_id, org_id, case_id, part, did, record_id, account_id, account_org_id, relation, reason, portion)
  on audit_item to setu_survivor;

create policy audit_item_own on audit_item for insert to setu_survivor
  with check (account_id is null and account_org_id is null and relation = 'self'
    and org_id = (select (own_self())[1]) and case_id = (select (own_self())[2]));

alter function slot_for_child(uuid, uuid) owner to setu_definer;

revoke all on function slot_for_child(uuid, uuid) from public;

grant execute on function slot_for_child(uuid, uuid) to setu_app, setu_definer;

alter function slot_opens(uuid, uuid) owner to setu_definer;

revoke all on function slot_opens(uuid, uuid) from public;

grant execute on function slot_opens(uuid, uuid) to setu_definer;

alter function slot_tell_team(uuid, uuid, text) owner to setu_definer;

revoke all on function slot_tell_team(uuid, uuid, text) from public;

grant execute on function slot_tell_team(uuid, uuid, text) to setu_definer;

alter function slot_issue(uuid, uuid, uuid, bytea, bytea, bytea, text) owner to setu_definer;

revoke all on function slot_issue(uuid, uuid, uuid, bytea, bytea, bytea, text) from public;

grant execute on function slot_issue(uuid, uuid, uuid, bytea, bytea, bytea, text) to setu_app;

alter function slot_freeze(uuid, uuid, text) owner to setu_definer;

revoke all on function slot_freeze(uuid, uuid, text) from public;

grant execute on function slot_freeze(uuid, uuid, text) to setu_app;

alter function slot_thaw(uuid, uuid, text) owner to setu_definer;

revoke all on function slot_thaw(uuid, uuid, text) from public;

grant execute on function slot_thaw(uuid, uuid, text) to setu_app;

alter function slot_tell_taker(uuid, uuid) owner to setu_definer;

revoke all on function slot_tell_taker(uuid, uuid) from public;

grant execute on function slot_tell_taker(uuid, uuid) to setu_app;

alter function own_self() owner to setu_definer;

revoke all on function own_self() from public;

grant execute on function own_self() to setu_survivor, setu_definer;

alter function own_case() owner to setu_definer;

revoke all on function own_case() from public;

grant execute on function own_case() to setu_survivor;

alter function own_find(bytea) owner to setu_definer;

revoke all on function own_find(bytea) from public;

grant execute on function own_find(bytea) to setu_survivor;

alter function own_begin(bytea, bytea, uuid, bytea, integer, integer) owner to setu_definer;

revoke all on function own_begin(bytea, bytea, uuid, bytea, integer, integer) from public;

grant execute on function own_begin(bytea, bytea, uuid, bytea, integer, integer) to setu_survivor;

alter function own_seen(integer) owner to setu_definer;

revoke all on function own_seen(integer) from public;

grant execute on function own_seen(integer) to setu_survivor;

alter function own_end() owner to setu_definer;

revoke all on function own_end() from public;

grant execute on function own_end() to setu_survivor;

alter function own_looked(timestamptz, uuid, integer) owner to setu_definer;

revoke all on function own_looked(timestamptz, uuid, integer) from public;

grant execute on function own_looked(timestamptz, uuid, integer) to setu_survivor;

alter function own_agreed() owner to setu_definer;

revoke all on function own_agreed() from public;

grant execute on function own_agreed() to setu_survivor;

alter function own_sealed(text) owner to setu_definer;

revoke all on function own_sealed(text) from public;

grant execute on function own_sealed(text) to setu_survivor;

alter function own_wraps(text) owner to setu_definer;

revoke all on function own_wraps(text) from public;

grant execute on function own_wraps(text) to setu_survivor;

alter function own_withdraw(uuid, integer) owner to setu_definer;

revoke all on function own_withdraw(uuid, integer) from public;

grant execute on function own_withdraw(uuid, integer) to setu_survivor;

alter function own_receivers() owner to setu_definer;

revoke all on function own_receivers() from public;

grant execute on function own_receivers() to setu_survivor, setu_definer;

alter function own_generations(text[]) owner to setu_definer;

revoke all on function own_generations(text[]) from public;

grant execute on function own_generations(text[]) to setu_survivor;

alter function own_renew(uuid, text, integer, bytea, jsonb, bytea) owner to setu_definer;

revoke all on function own_renew(uuid, text, integer, bytea, jsonb, bytea) from public;

grant execute on function own_renew(uuid, text, integer, bytea, jsonb, bytea) to setu_survivor;

alter function own_contest(text) owner to setu_definer;

revoke all on function own_contest(text) from public;

grant execute on function own_contest(text) to setu_survivor;

alter function own_freeze() owner to setu_definer;

revoke all on function own_freeze() from public;

grant execute on function own_freeze() to setu_survivor;
