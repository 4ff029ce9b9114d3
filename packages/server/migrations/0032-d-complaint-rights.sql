-- Who knows of a complaint, and who lays down who hears them.

grant select (org_id, id, version, about_account, kind, words, code, recorded_by, recorder_unit, recorded_at, handler_org, handler_account,
  handler_unit, state, looked_at, outcome, answer, answered_at, told_on) on complaint to setu_app;

grant update (version, words, state, looked_at, outcome, answer, answered_at, told_on) on complaint to setu_app;

create policy complaint_read on complaint for select to setu_app using (
  (select actor_account()) in (handler_account, recorded_by));

create policy complaint_words on complaint for update to setu_app using (recorded_by = (select actor_account()) and words is null)
  with check (recorded_by = (select actor_account()) and words is not null and state = 'received');

create policy complaint_hear on complaint for update to setu_app using (
  handler_account = (select actor_account()) and state in ('received', 'lookedInto'))
  with check (handler_account = (select actor_account()) and state in ('lookedInto', 'answered'));

create policy complaint_tell on complaint for update to setu_app using (
  (select actor_account()) in (handler_account, recorded_by) and state = 'answered')
  with check (state = 'told' and told_on is not null);

grant select, insert, delete on complaint_listener to setu_app;

create policy complaint_listener_lay_down on complaint_listener for all to setu_app using (
  org_id = (select actor_org()) and (select actor_has('technicalAdministrator')))
  with check (org_id = (select actor_org()) and made_by = (select actor_account()) and (select actor_has('technicalAdministrator')));

grant select, insert, delete on complaint_elsewhere to setu_app;

create policy complaint_elsewhere_lay_down on complaint_elsewhere for all to setu_app using (
  org_id = (select actor_org()) and (select actor_has('technicalAdministrator')))
  with check (org_id = (select actor_org()) and made_by = (select actor_account()) and (select actor_has('technicalAdministrator')));

-- Nothing beside the complaint gives it away either.

create policy due_item_quiet on due_item as restrictive for select to setu_app using (
  kind <> all ('{lookIntoComplaint,answerComplaint,tellAnswer}') or account_id = (select actor_account()));

create policy part_key_quiet on part_key as restrictive for select to setu_app using (
  holder <> 'complaint' or complaint_known(org_id, holder_id));

create policy part_wrap_quiet on part_wrap as restrictive for select to setu_app using (
  part <> all ('{complaint,complaintAnswer}') or complaint_key_known(org_id, part_key_id));

create policy part_key_complaint on part_key for select to setu_app using (
  holder = 'complaint' and complaint_known(org_id, holder_id));

create policy part_key_complaint_add on part_key for insert to setu_app with check (
  holder = 'complaint' and complaint_known(org_id, holder_id));

create policy part_wrap_complaint_add on part_wrap for insert to setu_app with check (
  case_id is null and part in ('complaint', 'complaintAnswer') and complaint_key_known(org_id, part_key_id));

alter function complaint_hearers(uuid, uuid, uuid) owner to setu_definer;

revoke all on function complaint_hearers(uuid, uuid, uuid) from public;

grant execute on function complaint_hearers(uuid, uuid, uuid) to setu_definer;

alter function complaint_known(uuid, uuid) owner to setu_definer;

revoke all on function complaint_known(uuid, uuid) from public;

grant execute on function complaint_known(uuid, uuid) to setu_app, setu_definer;

alter function complaint_key_known(uuid, uuid) owner to setu_definer;

revoke all on function complaint_key_known(uuid, uuid) from public;

grant execute on function complaint_key_known(uuid, uuid) to setu_app;

alter function complaint_seat(uuid, uuid) owner to setu_definer;

revoke all on function complaint_seat(uuid, uuid) from public;

grant execute on function complaint_seat(uuid, uuid) to setu_app;

alter function complaint_people(uuid, uuid) owner to setu_definer;

revoke all on function complaint_people(uuid, uuid) from public;

grant execute on function complaint_people(uuid, uuid) to setu_app;

alter function complaint_record(uuid, uuid, text, text, timestamptz, text) owner to setu_definer;

revoke all on function complaint_record(uuid, uuid, text, text, timestamptz, text) from public;

grant execute on function complaint_record(uuid, uuid, text, text, timestamptz, text) to setu_app;

alter function complaint_next(uuid, uuid, text, timestamptz, text) owner to setu_definer;

revoke all on function complaint_next(uuid, uuid, text, timestamptz, text) from public;

grant execute on function complaint_next(uuid, uuid, text, timestamptz, text) to setu_app;

alter function complaint_kept(uuid, uuid) owner to setu_definer;

revoke all on function complaint_kept(uuid, uuid) from public;

grant execute on function complaint_kept(uuid, uuid) to setu_app;

alter function complaint_deputies(uuid[]) owner to setu_definer;

revoke all on function complaint_deputies(uuid[]) from public;

grant execute on function complaint_deputies(uuid[]) to setu_clock;
