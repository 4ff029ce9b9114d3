-- Who says that something went wrong, who leads what is done about it, and who was told.

grant select, insert, update (version, state, risk, reasons, assessment, assessed_at, assessed_by, lessons, closed_at, closed_by) on breach to setu_app;

create policy breach_read on breach for select to setu_app using (
  opened_by = (select actor_account())
  or (org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')))
  or ((select actor_has('dataProtectionOfficer')) and breach_told(org_id, id)));

create policy breach_open on breach for insert to setu_app with check (
  org_id = (select actor_org()) and opened_by = (select actor_account()) and state = 'open' and risk is null and closed_at is null);

create policy breach_lead on breach for update to setu_app using (
  org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')) and state <> 'closed')
  with check (org_id = (select actor_org()) and assessed_by is not null);

-- For which cases the codes stand is asked for through breach_files().
grant select (org_id, breach_id, code) on breach_case to setu_app;

create policy breach_case_read on breach_case for select to setu_app using (
  (org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer'))) or breach_said(org_id, breach_id));

grant select, insert on breach_step to setu_app;

create policy breach_step_read on breach_step for select to setu_app using (
  org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')));

create policy breach_step_add on breach_step for insert to setu_app with check (
  made_by = (select actor_account()) and breach_led(org_id, breach_id));

grant select (org_id, id, version, breach_id, whom, to_org, case_org, case_id, task_id, due_at, told_at, told_by, not_needed, words, made_by, made_at),
  insert, update (version, told_at, told_by, not_needed, words) on breach_telling to setu_app;

create policy breach_telling_read on breach_telling for select to setu_app using (
  org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')));

create policy breach_telling_add on breach_telling for insert to setu_app with check (
  whom in ('regulator', 'partner') and told_at is null and made_by = (select actor_account()) and breach_led(org_id, breach_id));

create policy breach_telling_change on breach_telling for update to setu_app using (
  org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer')))
  with check (breach_led(org_id, breach_id));

create policy due_item_guard_read on due_item for select to setu_app using (
  case_id is null and org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer'))
  and kind in ('assessBreach', 'tellRegulator', 'tellPartner'));

create policy due_item_guard_add on due_item for insert to setu_app with check (
  case_id is null and org_id = (select actor_org()) and holder_org = (select actor_org()) and account_id = (select actor_account())
  and (select actor_has('dataProtectionOfficer')) and kind in ('tellRegulator', 'tellPartner'));

create policy due_item_guard_change on due_item for update to setu_app using (
  case_id is null and org_id = (select actor_org()) and (select actor_has('dataProtectionOfficer'))
  and kind in ('assessBreach', 'tellRegulator', 'tellPartner')) with check ((select actor_account()) is not null);

alter function guard_of(uuid) owner to setu_definer;

revoke all on function guard_of(uuid) from public;

grant execute on function guard_of(uuid) to setu_app, setu_definer;

alter function breach_led(uuid, uuid) owner to setu_definer;

revoke all on function breach_led(uuid, uuid) from public;

grant execute on function breach_led(uuid, uuid) to setu_app, setu_definer;

alter function breach_said(uuid, uuid) owner to setu_definer;

revoke all on function breach_said(uuid, uuid) from public;

grant execute on function breach_said(uuid, uuid) to setu_app, setu_definer;

alter function breach_told(uuid, uuid) owner to setu_definer;

revoke all on function breach_told(uuid, uuid) from public;

grant execute on function breach_told(uuid, uuid) to setu_app;

alter function breach_add_cases(uuid, uuid, text[]) owner to setu_definer;

revoke all on function breach_add_cases(uuid, uuid, text[]) from public;

grant execute on function breach_add_cases(uuid, uuid, text[]) to setu_app;

alter function breach_files(uuid, uuid) owner to setu_definer;

revoke all on function breach_files(uuid, uuid) from public;

grant execute on function breach_files(uuid, uuid) to setu_app;

alter function breach_opened(uuid, uuid, timestamptz, text) owner to setu_definer;

revoke all on function breach_opened(uuid, uuid, timestamptz, text) from public;

grant execute on function breach_opened(uuid, uuid, timestamptz, text) to setu_app;

alter function breach_tell_survivors(uuid, uuid, timestamptz, date, text) owner to setu_definer;

revoke all on function breach_tell_survivors(uuid, uuid, timestamptz, date, text) from public;

grant execute on function breach_tell_survivors(uuid, uuid, timestamptz, date, text) to setu_app;

alter function breach_survivors_told(uuid, uuid) owner to setu_definer;

revoke all on function breach_survivors_told(uuid, uuid) from public;

grant execute on function breach_survivors_told(uuid, uuid) to setu_app;

alter function breach_tell_partner(uuid, uuid) owner to setu_definer;

revoke all on function breach_tell_partner(uuid, uuid) from public;

grant execute on function breach_tell_partner(uuid, uuid) to setu_app;

alter function breach_of_case(uuid, uuid) owner to setu_definer;

revoke all on function breach_of_case(uuid, uuid) from public;

grant execute on function breach_of_case(uuid, uuid) to setu_app;

alter function breach_hours_set(integer, integer, text) owner to setu_definer;

revoke all on function breach_hours_set(integer, integer, text) from public;

grant execute on function breach_hours_set(integer, integer, text) to setu_app;

alter function breach_not_told(uuid, uuid) owner to setu_definer;

revoke all on function breach_not_told(uuid, uuid) from public;

grant execute on function breach_not_told(uuid, uuid) to setu_app;
