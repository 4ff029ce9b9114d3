-- A new agency gets its first unit and its first administrator from whoever brings it in. From the moment that
-- anyone of it has signed in, it administers itself, and nobody else can.

create function nobody_came_yet(p_org uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public
as $$
begin
  return actor_has('technicalAdministrator') and not exists (select 1 from session s where s.org_id = p_org);
end $$;

alter function nobody_came_yet(uuid) owner to setu_definer;

revoke all on function nobody_came_yet(uuid) from public;

grant execute on function nobody_came_yet(uuid) to setu_app;

create policy unit_add_new on unit for insert to setu_app with check (nobody_came_yet(org_id));

create policy unit_key_add_new on unit_key for insert to setu_app with check (nobody_came_yet(org_id));

create policy account_add_new on account for insert to setu_app with check (nobody_came_yet(org_id));

create policy account_role_add_new on account_role for insert to setu_app with check (role = 'technicalAdministrator' and nobody_came_yet(org_id));

create policy unit_member_add_new on unit_member for insert to setu_app with check (not supervises and nobody_came_yet(org_id));

create policy account_secret_add_new on account_secret for insert to setu_app with check (nobody_came_yet(org_id));
