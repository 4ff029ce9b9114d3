-- Any of the staff may write a tip; the unit that takes tips reads them, and nobody else.

grant select, insert, delete on tip_desk to setu_app;

create policy tip_desk_read on tip_desk for select to setu_app using ((select actor_account()) is not null);

create policy tip_desk_lay_down on tip_desk for insert to setu_app with check (
  org_id = (select actor_org()) and made_by = (select actor_account()) and (select actor_has('technicalAdministrator'))
  and (not public or may_own_cases(org_id)));

create policy tip_desk_take_away on tip_desk for delete to setu_app using (
  org_id = (select actor_org()) and (select actor_has('technicalAdministrator')));

grant select (org_id, id, version, channel, subjects, urgency, district, words, mentioned, way, state, unit_org, unit_id, from_org, from_account,
  received_at, triaged_at, triaged_by, closing, closed_at, gone_at, case_org, case_id),
  update (version, urgency, state, triaged_at, triaged_by, closing, closed_at, case_org, case_id) on tip to setu_app;

create policy tip_read on tip for select to setu_app using (
  ((select actor_works()) and unit_id = any ((select actor_units())::uuid[])) or from_account = (select actor_account()));

create policy tip_take_step on tip for update to setu_app using (
  (select actor_works()) and unit_id = any ((select actor_units())::uuid[]) and gone_at is null)
  with check ((select actor_works()) and unit_id = any ((select actor_units())::uuid[])
    and (case_id is null or case_relation(case_org, case_id) in ('own', 'supervise')));

grant select on tip_addition to setu_app;

create policy tip_addition_read on tip_addition for select to setu_app using (tip_mine(org_id, tip_id));

create policy part_key_tip on part_key for select to setu_app using (holder = 'tip' and tip_mine(org_id, holder_id));

create policy part_wrap_tip_add on part_wrap for insert to setu_app with check (case_id is null and part = 'tip' and tip_key_mine(org_id, part_key_id));

create policy due_item_tip_read on due_item for select to setu_app using (
  case_id is null and kind = 'triageTip' and (select actor_works()) and unit_id = any ((select actor_units())::uuid[]));

create policy due_item_tip_change on due_item for update to setu_app using (
  case_id is null and kind = 'triageTip' and (select actor_works()) and unit_id = any ((select actor_units())::uuid[]))
  with check ((select actor_account()) is not null);

alter function signal_keys_go() owner to setu_definer;

revoke all on function signal_keys_go() from public;

alter function tip_mine(uuid, uuid) owner to setu_definer;

revoke all on function tip_mine(uuid, uuid) from public;

grant execute on function tip_mine(uuid, uuid) to setu_app, setu_definer;

alter function tip_key_mine(uuid, uuid) owner to setu_definer;

revoke all on function tip_key_mine(uuid, uuid) from public;

grant execute on function tip_key_mine(uuid, uuid) to setu_app;

alter function tip_keep(jsonb, uuid, uuid) owner to setu_definer;

revoke all on function tip_keep(jsonb, uuid, uuid) from public;

grant execute on function tip_keep(jsonb, uuid, uuid) to setu_definer;

alter function tip_write(jsonb) owner to setu_definer;

revoke all on function tip_write(jsonb) from public;

grant execute on function tip_write(jsonb) to setu_app;

alter function tip_hand_on(uuid, uuid, integer, uuid, timestamptz, text) owner to setu_definer;

revoke all on function tip_hand_on(uuid, uuid, integer, uuid, timestamptz, text) from public;

grant execute on function tip_hand_on(uuid, uuid, integer, uuid, timestamptz, text) to setu_app;

alter function tip_page(text) owner to setu_definer;

revoke all on function tip_page(text) from public;

grant execute on function tip_page(text) to setu_signin;

alter function tip_tell(jsonb) owner to setu_definer;

revoke all on function tip_tell(jsonb) from public;

grant execute on function tip_tell(jsonb) to setu_signin;

alter function tip_find(bytea) owner to setu_definer;

revoke all on function tip_find(bytea) from public;

grant execute on function tip_find(bytea) to setu_signin;

alter function tip_add(bytea, uuid, bytea) owner to setu_definer;

revoke all on function tip_add(bytea, uuid, bytea) from public;

grant execute on function tip_add(bytea, uuid, bytea) to setu_signin;

alter function tip_expire(timestamptz, integer) owner to setu_definer;

revoke all on function tip_expire(timestamptz, integer) from public;

grant execute on function tip_expire(timestamptz, integer) to setu_clock;
