-- An answer is put where she can read it: whether her window opens is asked in one place, which knows of a guardian who
-- turned out to be a suspect too. Whoever may not read of her words is told that it does not.
create function window_opens(p_org uuid, p_case uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return case_may(p_org, p_case, 'narrative', false)
    and exists (select 1 from case_slot s where s.org_id = p_org and s.case_id = p_case and slot_opens(s.org_id, s.id));
end $$;

alter function window_opens(uuid, uuid) owner to setu_definer;

revoke all on function window_opens(uuid, uuid) from public;

grant execute on function window_opens(uuid, uuid) to setu_app;

drop policy window_message_add on window_message;

create policy window_message_add on window_message for insert to setu_app
  with check (not from_her and account_id = (select actor_account()) and account_org = (select actor_org())
    and case_may(org_id, case_id, 'narrative', true) and window_opens(org_id, case_id));
