-- What is sealed to somebody's unit is read only by those who hold the key of that unit: a complaint goes to nobody
-- who could not open it, and what went wrong is sealed to where the data-protection officer can.

create or replace function complaint_hearers(p_org uuid, p_about uuid, p_recorder uuid) returns table (org uuid, account uuid, unit uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select l.org_id, l.account_id, s.unit_id from complaint_listener l
    join account a on a.org_id = l.org_id and a.id = l.account_id and a.disabled_at is null
    join unit_member s on s.org_id = l.org_id and s.account_id = l.account_id
    join unit_wrap k on k.org_id = s.org_id and k.unit_id = s.unit_id and k.account_id = s.account_id
    where (l.org_id = p_org or l.org_id in (select e.to_org from complaint_elsewhere e where e.org_id = p_org))
      and l.account_id is distinct from p_about
      and not exists (select 1 from unit_member x join unit_member y on y.org_id = x.org_id and y.unit_id = x.unit_id
        where x.supervises and ((x.account_id = l.account_id and y.account_id = p_about)
          or (x.account_id = p_about and y.account_id = l.account_id)))
    order by (l.account_id = p_recorder), (l.org_id <> p_org),
      exists (select 1 from unit_member t where t.unit_id = s.unit_id and t.account_id = p_about), l.made_at, l.account_id, s.unit_id;
end $$;

create or replace function guard_of(p_org uuid) returns table (account uuid, unit uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if actor_org() is distinct from p_org then return; end if;
  return query select r.account_id, m.unit_id from account_role r
    join account a on a.org_id = r.org_id and a.id = r.account_id and a.disabled_at is null
    join unit_member m on m.org_id = r.org_id and m.account_id = r.account_id
    where r.org_id = p_org and r.role = 'dataProtectionOfficer'
    order by not exists (select 1 from unit_wrap k where k.org_id = m.org_id and k.unit_id = m.unit_id and k.account_id = m.account_id),
      (r.account_id <> actor_account()), m.since, r.account_id, m.unit_id limit 1;
end $$;
