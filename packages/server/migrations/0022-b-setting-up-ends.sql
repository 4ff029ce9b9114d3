-- The sign-in that serves people may take on setu_setup, since the first page begins a node before anybody can
-- sign in. What that role may add to the directory therefore ends with that: once anybody has an account, it adds
-- nobody, changes nobody and reads nobody. What is left to it is what every start needs: the shape of the database,
-- the node's own facts, the names of its keys, and the calendars and rules that a release brings.

-- Whether nobody had an account when this transaction began: those whom it adds itself bear its own moment.
create function began_empty() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return not exists (select 1 from account a where a.made_at < now());
end $$;

alter function began_empty() owner to setu_definer;

revoke all on function began_empty() from public;

grant execute on function began_empty() to setu_setup;

drop policy organisation_setup on organisation;

revoke select, update on organisation from setu_setup;

create policy organisation_begin on organisation for insert to setu_setup with check ((select began_empty()));

drop policy unit_setup on unit;

revoke select, update on unit from setu_setup;

create policy unit_begin on unit for insert to setu_setup with check ((select began_empty()));

drop policy account_setup on account;

revoke select, update on account from setu_setup;

create policy account_begin on account for insert to setu_setup with check ((select began_empty()));

drop policy account_secret_setup on account_secret;

revoke select, update on account_secret from setu_setup;

create policy account_secret_begin on account_secret for insert to setu_setup with check ((select began_empty()));

drop policy account_role_setup on account_role;

revoke select, update on account_role from setu_setup;

create policy account_role_begin on account_role for insert to setu_setup with check ((select began_empty()));

drop policy unit_member_setup on unit_member;

revoke select, update on unit_member from setu_setup;

create policy unit_member_begin on unit_member for insert to setu_setup with check ((select began_empty()));

drop policy unit_key_setup on unit_key;

revoke select, update on unit_key from setu_setup;

create policy unit_key_begin on unit_key for insert to setu_setup with check ((select began_empty()));

drop policy index_key_setup on index_key;

revoke select, update on index_key from setu_setup;

create policy index_key_begin on index_key for insert to setu_setup with check ((select began_empty()));

drop policy service_offer_setup on service_offer;

revoke select, update on service_offer from setu_setup;

create policy service_offer_begin on service_offer for insert to setu_setup with check ((select began_empty()));

drop policy service_area_setup on service_area;

revoke select, update on service_area from setu_setup;

create policy service_area_begin on service_area for insert to setu_setup with check ((select began_empty()));

grant select (node_key_id) on unit_key to setu_setup;

create policy unit_key_whose on unit_key for select to setu_setup using (true);

grant select (node_key_id) on index_key to setu_setup;

create policy index_key_whose on index_key for select to setu_setup using (true);

revoke update on working_calendar from setu_setup;

revoke update on rule_set from setu_setup;
