-- A relation says to which record, a role says for what kind of work; both are needed. Somebody who was given other
-- work, or who keeps the machines, reads no case through a team or a seat that nobody took from them.

create function actor_works() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare me uuid[] := actor_self();
begin
  return exists (select 1 from account_role r where r.org_id = me[1] and r.account_id = me[2]
    and r.role in ('caseworker', 'supervisor', 'policeInvestigator', 'prosecutor', 'committeeSecretary', 'consularOfficer'));
end $$;

alter function actor_works() owner to setu_definer;

revoke all on function actor_works() from public;

grant execute on function actor_works() to setu_app, setu_definer;

create or replace function case_relation(p_org uuid, p_case uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  me uuid[] := actor_self();
  holder uuid;
  answering uuid;
  closed date;
  conflicted boolean;
  working boolean;
  works boolean := actor_works();
begin
  if me is null then return 'stranger'; end if;
  select c.owner_org, c.owner_unit, c.closed_on into holder, answering, closed
    from case_file c where c.org_id = p_org and c.id = p_case;
  if holder is null then return 'stranger'; end if;
  select bool_or(a.conflict in ('knowsSurvivor', 'knowsAccused', 'ownInterest')),
      bool_or(a.conflict = 'none' and a.ended_at is null and a.account_org = holder)
    into conflicted, working
    from case_assignment a where a.org_id = p_org and a.case_id = p_case and a.account_id = me[2];
  if conflicted then return 'stranger'; end if;
  if holder = me[1] then
    if working and closed is not null then
      working := closed > (now() at time zone 'Asia/Dhaka')::date
        - (select d.days from access_days d where d.name = 'ownAfterClosure');
    end if;
    if working and works then return 'own'; end if;
    if exists (select 1 from unit_member m
        join account_role r on r.org_id = m.org_id and r.account_id = m.account_id and r.role = 'supervisor'
        where m.org_id = me[1] and m.unit_id = answering and m.account_id = me[2] and m.supervises) then return 'supervise'; end if;
  end if;
  if works and exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case and r.to_org = me[1]) then
    if exists (select 1 from actor_named(p_org, p_case)) then return 'named'; end if;
    if holder <> me[1] and exists (select 1 from referral r where r.org_id = p_org and r.case_id = p_case
        and r.to_unit = any (actor_units()) and r.state in ('sent', 'acknowledged')) then return 'offered'; end if;
  end if;
  if holder <> me[1] then return 'stranger'; end if;
  if actor_has('dataProtectionOfficer') then return 'dataProtection'; end if;
  return 'office';
end $$;

create policy case_file_work on case_file as restrictive for all to setu_app using ((select actor_works()) or ((select actor_has('dataProtectionOfficer')) and owner_org = (select actor_org())));

create policy referral_work on referral as restrictive for all to setu_app using ((select actor_works()) or case_relation(org_id, case_id) = 'dataProtection');

create policy case_transfer_work on case_transfer as restrictive for all to setu_app using ((select actor_works()));

create policy due_item_work on due_item as restrictive for all to setu_app using (case_id is null or (select actor_works()));
