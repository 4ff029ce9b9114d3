-- What the clock does in the protection room: it ends referrals that nobody answered and counts open promises
-- again under a new calendar. It sees ids, states and codes, never a survivor's words.

grant select (org_id, id, case_id, version, code, from_unit, to_unit, urgency, state, sent_at, sender_account) on referral to setu_clock;

grant update (state, ended_at, version) on referral to setu_clock;

create policy referral_clock on referral for select to setu_clock using (true);

create policy referral_clock_expire on referral for update to setu_clock using (state in ('sent', 'acknowledged')) with check (state = 'expired');

grant update (due_at, calendar_version, cancelled_at) on due_item to setu_clock;

grant insert on case_event to setu_clock;

create policy case_event_clock on case_event for insert to setu_clock with check (account_id is null and part = 'status');

grant select (org_id, unit_id, part_key_id, through_id, through), delete on part_wrap to setu_clock;

create policy part_wrap_clock on part_wrap for select to setu_clock using (through = 'referral');

create policy part_wrap_clock_remove on part_wrap for delete to setu_clock using (through = 'referral');

grant select on working_calendar to setu_clock;

create policy working_calendar_clock on working_calendar for select to setu_clock using (true);

grant insert on audit_event to setu_clock;

create policy audit_event_clock on audit_event for insert to setu_clock with check (account_id is null);
