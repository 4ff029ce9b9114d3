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
