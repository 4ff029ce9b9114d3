-- Whether somebody is said to live in another home. Asked by those who may write the stay; which home it is stays there.
create function stays_elsewhere(p_org uuid, p_case uuid, p_stay uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not (stay_known(p_org, p_case, p_stay) or case_may(p_org, p_case, 'protection', true)) then return null; end if;
  return exists (select 1 from shelter_stay s
    where s.org_id = p_org and s.case_id = p_case and s.id <> p_stay and s.state = 'admitted');
end $$;

alter function stays_elsewhere(uuid, uuid, uuid) owner to setu_definer;
revoke all on function stays_elsewhere(uuid, uuid, uuid) from public;
grant execute on function stays_elsewhere(uuid, uuid, uuid) to setu_app;

-- Nobody lives in two homes: a place that is held for somebody who is elsewhere is a place somebody else lacks. It is
-- no index, since a node may hold two such stays from before; those stand until one of them ends.
create function shelter_one_home() returns trigger
language plpgsql volatile set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user <> 'setu_app' or new.state <> 'admitted' then return null; end if;
  if tg_op = 'UPDATE' and old.state = 'admitted' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('shelter ' || new.case_id::text, 0));
  if coalesce(stays_elsewhere(new.org_id, new.case_id, new.id), false) then
    raise exception 'lives in another home' using errcode = '23505', constraint = 'shelter_one_home';
  end if;
  return null;
end $$;

alter function shelter_one_home() owner to setu_owner;
revoke all on function shelter_one_home() from public;

create trigger shelter_one_home after insert or update on shelter_stay for each row execute function shelter_one_home();
