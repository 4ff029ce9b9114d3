-- Who asks, answers and sees an emergency access, and what the clock takes away when it is over.

-- Emergency access shows what was asked for, not to whom else the survivor said yes or who else did what.
alter policy consent_read on consent using (case_may(org_id, case_id, 'status', false)
  and (recipient_unit = any ((select actor_units())::uuid[]) or case_relation(org_id, case_id) not in ('named', 'emergency')));

alter policy case_event_read on case_event using (case_may(org_id, case_id, part, false)
  and (account_org = (select actor_org()) or case_relation(org_id, case_id) not in ('named', 'emergency')));

-- The case that a request is about is asked for through emergency_file().
grant select (org_id, id, version, account_id, unit_id, to_org, to_unit, code, parts, reason, words, hours, state, asked_at,
  answered_at, answered_by, until, ended_at) on emergency_access to setu_app;

create policy emergency_access_read on emergency_access for select to setu_app using (
  account_id = (select actor_account())
  or to_unit = any ((select actor_on_call())::uuid[])
  or ((select actor_has('dataProtectionOfficer')) and (to_org = (select actor_org()) or org_id = (select actor_org())))
  or (answered_at is not null and case_id is not null and to_org = (select actor_org())
    and case_relation(case_org, case_id) in ('own', 'supervise')));

create policy part_key_emergency on part_key for select to setu_app using (
  holder = 'case' and cardinality((select actor_on_call())::uuid[]) > 0 and part = any (emergency_asked(org_id, holder_id)));

create policy part_wrap_emergency on part_wrap for select to setu_app using (
  case_id is not null and unit_id = any ((select actor_on_call())::uuid[]) and part = any (emergency_asked(org_id, case_id)));

create policy part_wrap_emergency_add on part_wrap for insert to setu_app with check (
  through = 'emergency' and case_id is not null and emergency_wraps_for(through_id, org_id, case_id, part, unit_id));

-- The clock ends what is over and takes its keys away.

grant select (org_id, id, state, until, asked_at, version), update (state, ended_at, version) on emergency_access to setu_clock;

create policy emergency_access_clock on emergency_access for select to setu_clock using (true);

create policy emergency_access_clock_end on emergency_access for update to setu_clock using (state in ('waiting', 'granted')) with check (state in ('ended', 'lapsed'));

alter policy part_wrap_clock on part_wrap using (through in ('referral', 'emergency'));

alter policy part_wrap_clock_remove on part_wrap using (through in ('referral', 'emergency'));

grant select on emergency_access to setu_backup;

create policy emergency_access_backup on emergency_access for select to setu_backup using (true);

alter function actor_on_call() owner to setu_definer;

revoke all on function actor_on_call() from public;

grant execute on function actor_on_call() to setu_app, setu_definer;

alter function actor_emergency(uuid, uuid) owner to setu_definer;

revoke all on function actor_emergency(uuid, uuid) from public;

grant execute on function actor_emergency(uuid, uuid) to setu_app, setu_definer;

alter function emergency_asked(uuid, uuid) owner to setu_definer;

revoke all on function emergency_asked(uuid, uuid) from public;

grant execute on function emergency_asked(uuid, uuid) to setu_app, setu_definer;

alter function emergency_wraps_for(uuid, uuid, uuid, text, uuid) owner to setu_definer;

revoke all on function emergency_wraps_for(uuid, uuid, uuid, text, uuid) from public;

grant execute on function emergency_wraps_for(uuid, uuid, uuid, text, uuid) to setu_app, setu_definer;

alter function emergency_file(uuid, uuid) owner to setu_definer;

revoke all on function emergency_file(uuid, uuid) from public;

grant execute on function emergency_file(uuid, uuid) to setu_app, setu_definer;

alter function emergency_now(uuid, uuid) owner to setu_definer;

revoke all on function emergency_now(uuid, uuid) from public;

grant execute on function emergency_now(uuid, uuid) to setu_app, setu_definer;

alter function emergency_tell(uuid[], text, jsonb) owner to setu_definer;

revoke all on function emergency_tell(uuid[], text, jsonb) from public;

grant execute on function emergency_tell(uuid[], text, jsonb) to setu_definer;

alter function emergency_guards(uuid[]) owner to setu_definer;

revoke all on function emergency_guards(uuid[]) from public;

grant execute on function emergency_guards(uuid[]) to setu_definer;

alter function emergency_ask(uuid, uuid, uuid, uuid, text, text[], text, bytea, integer) owner to setu_definer;

revoke all on function emergency_ask(uuid, uuid, uuid, uuid, text, text[], text, bytea, integer) from public;

grant execute on function emergency_ask(uuid, uuid, uuid, uuid, text, text[], text, bytea, integer) to setu_app;

alter function emergency_answer(uuid, uuid, integer, boolean, text) owner to setu_definer;

revoke all on function emergency_answer(uuid, uuid, integer, boolean, text) from public;

grant execute on function emergency_answer(uuid, uuid, integer, boolean, text) to setu_app;

alter function emergency_end(uuid, uuid, integer) owner to setu_definer;

revoke all on function emergency_end(uuid, uuid, integer) from public;

grant execute on function emergency_end(uuid, uuid, integer) to setu_app;

alter function emergency_own_attempt(uuid, uuid) owner to setu_definer;

revoke all on function emergency_own_attempt(uuid, uuid) from public;

grant execute on function emergency_own_attempt(uuid, uuid) to setu_app;
