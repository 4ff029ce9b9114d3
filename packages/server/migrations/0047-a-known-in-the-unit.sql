-- Before a case is opened: those of one's own units that have the very same number or name, whoever works them. Of one that
-- is not one's own no more is told than its code and who leads it, so that the two can talk.
create function known_in_unit(p_field text, p_tokens bytea[])
returns table (org uuid, case_id uuid, code text, opened_on date, lead text, mine boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
begin
  if me is null or not actor_works() then return; end if;
  return query
    select c.org_id, c.id, k.code, c.opened_on,
      (select a.name from case_assignment s join account a on a.org_id = s.account_org and a.id = s.account_id
        where s.org_id = c.org_id and s.case_id = c.id and s.ended_at is null and s.lead limit 1),
      f.relation in ('own', 'supervise')
    from person_token t
    join case_file c on c.org_id = t.org_id and c.id = t.case_id
    cross join lateral (select case_relation(c.org_id, c.id) as relation) f
    left join case_code k on k.org_id = c.org_id and k.case_id = c.id and k.holder_org = c.owner_org
    where t.holder_org = me[1] and t.field = p_field and t.token = any (p_tokens)
      and c.owner_org = me[1] and c.owner_unit = any (actor_units()) and f.relation in ('own', 'supervise', 'office')
    order by c.opened_on desc, c.id limit 10;
end $$;

alter function known_in_unit(text, bytea[]) owner to setu_definer;

revoke all on function known_in_unit(text, bytea[]) from public;

grant execute on function known_in_unit(text, bytea[]) to setu_app;
