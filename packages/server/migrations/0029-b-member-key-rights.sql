-- Public halves are for colleagues, who wrap to them; private ones are for whoever signs in as their owner.

grant select, delete on account_key to setu_app;

create policy account_key_read on account_key for select to setu_app using (org_id = (select actor_org()));

-- A colleague whose password was set by an administrator begins with a new key, which a colleague must let in.

create policy account_key_drop on account_key for delete to setu_app using (org_id = (select actor_org())
  and account_id <> (select actor_account()) and (select actor_has('technicalAdministrator')));

grant select (org_id, account_id, kind), update (wrapped, made_at) on account_slot to setu_app;

create policy account_slot_own on account_slot for select to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()) and kind = 'password');

create policy account_slot_change on account_slot for update to setu_app
  using (org_id = (select actor_org()) and account_id = (select actor_account()) and kind = 'password')
  with check (org_id = (select actor_org()) and account_id = (select actor_account()) and kind = 'password');

-- The first member of a unit makes its key. Whoever holds it lets colleagues in; a wrap to oneself opens nothing new.

drop policy unit_key_add on unit_key;

drop policy unit_key_add_new on unit_key;

create policy unit_key_make on unit_key for insert to setu_app
  with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]) and wrapped_private is null);

grant update (wrapped_private, node_key_id) on unit_key to setu_app;

create policy unit_key_let_go on unit_key for update to setu_app
  using (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]))
  with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[]) and wrapped_private is null);

grant select, insert on unit_wrap to setu_app;

create policy unit_wrap_read on unit_wrap for select to setu_app
  using (org_id = (select actor_org()) and (unit_id = any ((select actor_units())::uuid[])
    or (select actor_has('technicalAdministrator'))));

create policy unit_wrap_add on unit_wrap for insert to setu_app
  with check (org_id = (select actor_org()) and unit_id = any ((select actor_units())::uuid[])
    and (account_id = (select actor_account()) or (admitted_by = (select actor_account()) and holds_unit(unit_id))));

grant select, insert on look_up_key, look_up_wrap to setu_app;

create policy look_up_key_read on look_up_key for select to setu_app using (org_id = (select actor_org()));

create policy look_up_key_make on look_up_key for insert to setu_app with check (org_id = (select actor_org()));

create policy look_up_wrap_read on look_up_wrap for select to setu_app using (org_id = (select actor_org()));

create policy look_up_wrap_make on look_up_wrap for insert to setu_app with check (org_id = (select actor_org()));

-- The index key from before is taken over by whoever signs in first, and let go.

drop policy index_key_add on index_key;

drop policy index_key_add_new on index_key;

revoke insert on index_key from setu_app;

grant delete on index_key to setu_app;

create policy index_key_let_go on index_key for delete to setu_app using (org_id = (select actor_org()));
