-- Any first responder screens. The unit that asks reads what was answered, and the protection unit that is offered the person.

grant select, insert (org_id, id, unit_id, account_id, tip_org, tip_id, instrument, instrument_version, age_band, age_sure, ready, state, began_at),
  update (version, state, saved, answers, outcome, prompt, reasons, decided_by, decided_at) on screening to setu_app;

create policy screening_read on screening for select to setu_app using (
  (select actor_works()) and (unit_id = any ((select actor_units())::uuid[])
    or (state = 'offered' and to_unit = any ((select actor_units())::uuid[]))
    or (case_id is not null and case_relation(case_org, case_id) in ('own', 'supervise'))));

create policy screening_begin on screening for insert to setu_app with check (
  (select actor_works()) and org_id = (select actor_org()) and account_id = (select actor_account())
  and unit_id = any ((select actor_units())::uuid[]) and state = 'asking' and case_id is null and to_unit is null
  and (tip_id is null or tip_mine(tip_org, tip_id)));

create policy screening_go_on on screening for update to setu_app using (
  (select actor_works()) and unit_id = any ((select actor_units())::uuid[]) and state in ('asking', 'stopped') and gone_at is null)
  with check (unit_id = any ((select actor_units())::uuid[]) and state in ('asking', 'stopped', 'decided')
    and (decided_by is null or decided_by = (select actor_account())));

grant select, insert on interview to setu_app;

create policy interview_read on interview for select to setu_app using (screening_mine(org_id, screening_id));

create policy interview_add on interview for insert to setu_app with check (
  account_id = (select actor_account()) and screening_mine(org_id, screening_id));

create policy part_key_screening on part_key for select to setu_app using (holder = 'screening' and screening_mine(org_id, holder_id));

create policy part_wrap_screening_add on part_wrap for insert to setu_app with check (
  case_id is null and part = 'screening' and screening_key_mine(org_id, part_key_id));

create policy due_item_screening_read on due_item for select to setu_app using (
  case_id is null and kind in ('completeScreening', 'answerScreening') and (select actor_works()) and unit_id = any ((select actor_units())::uuid[]));

create policy due_item_screening_add on due_item for insert to setu_app with check (
  case_id is null and kind = 'completeScreening' and account_id = (select actor_account()) and org_id = (select actor_org())
  and holder_org = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]) and screening_mine(org_id, about_id));

create policy due_item_screening_change on due_item for update to setu_app using (
  case_id is null and kind in ('completeScreening', 'answerScreening') and (select actor_works()) and unit_id = any ((select actor_units())::uuid[]))
  with check ((select actor_account()) is not null);

alter function screening_mine(uuid, uuid) owner to setu_definer;

revoke all on function screening_mine(uuid, uuid) from public;

grant execute on function screening_mine(uuid, uuid) to setu_app, setu_definer;

alter function screening_key_mine(uuid, uuid) owner to setu_definer;

revoke all on function screening_key_mine(uuid, uuid) from public;

grant execute on function screening_key_mine(uuid, uuid) to setu_app;

alter function screening_offer(uuid, uuid, integer, uuid, timestamptz, text) owner to setu_definer;

revoke all on function screening_offer(uuid, uuid, integer, uuid, timestamptz, text) from public;

grant execute on function screening_offer(uuid, uuid, integer, uuid, timestamptz, text) to setu_app;

alter function screening_back(uuid, uuid, integer) owner to setu_definer;

revoke all on function screening_back(uuid, uuid, integer) from public;

grant execute on function screening_back(uuid, uuid, integer) to setu_app;

alter function screening_taken(uuid, uuid, integer, uuid, uuid) owner to setu_definer;

revoke all on function screening_taken(uuid, uuid, integer, uuid, uuid) from public;

grant execute on function screening_taken(uuid, uuid, integer, uuid, uuid) to setu_app;

alter function screening_expire(timestamptz, integer) owner to setu_definer;

revoke all on function screening_expire(timestamptz, integer) from public;

grant execute on function screening_expire(timestamptz, integer) to setu_clock;
